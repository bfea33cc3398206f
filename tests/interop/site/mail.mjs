// The two mails of the sheets, and the few words of SMTP that send them.

import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { inWords } from './rules.mjs';

const SENDER = 'ne-pas-repondre@dgfip.finances.gouv.fr';
const CLOSING = [
  "Si vous avez une question particulière, nous vous invitons à ne pas répondre à l'adresse électronique de ce message mais à vous connecter sur notre site impots.gouv.fr où vous trouverez les réponses aux questions les plus fréquentes.",
  "L'Administration fiscale ne vous sollicite jamais (que ce soit par mail, par SMS ou par téléphone) pour vous demander de communiquer de quelque manière que ce soit vos identifiants ou vos coordonnées bancaires. Si vous recevez un tel message, ne cliquez sur aucun lien, n'appelez pas le numéro indiqué et ne tenez pas compte des informations qu'il contient car il s'agit sans doute d'un message de phishing.",
];

export const mailer = {
  server: { host: '127.0.0.1', port: 25 },

  passwordChanged: (space) => ({
    to: space.address,
    subject: 'Espace professionnel - Modification du mot de passe',
    lines: [
      'Bonjour,',
      'Vous avez modifié votre mot de passe ; cette demande a bien été prise en compte.',
      `Celui-ci est valable jusqu'au ${inWords(space.validUntil)}.`,
      'En cas d\'oubli de votre mot de passe, vous devrez saisir votre réponse à la question de confiance présente dans vos informations personnelles ("Gérer vos coordonnées").',
      "L'Administration fiscale vous remercie de l'intérêt que vous portez à ses services.",
      ...CLOSING,
    ],
  }),

  activationCode: (registration, code) => ({
    to: registration.address,
    subject: "Espace professionnel - Création ou modification de l'espace",
    lines: [
      "Vous avez demandé la création d'un espace professionnel ou vous y avez apporté une modification. Cette demande a bien été prise en compte. Votre espace professionnel sera actif lorsque vous aurez saisi le code suivant :",
      code,
      "Remarque : ce code n'est pas un mot de passe. Il ne doit être utilisé qu'une seule fois pour activer votre espace professionnel.",
      'Pour activer votre espace professionnel, veuillez suivre la procédure suivante :',
      '1. connectez-vous sur le site impots.gouv.fr',
      '2. cliquez sur "Connexion à l\'espace professionnel" situé en haut à droite de l\'écran',
      '3. cliquez sur "Activer mon espace / mes services"',
      "4. saisissez le code d'activation reçu ci-dessus et validez",
      "5. saisissez l'adresse électronique de connexion à l'espace et validez",
      "Vous disposez d'un délai de 48 heures maximum pour activer votre espace professionnel à compter de l'envoi de ce message.",
      "La DGFIP vous remercie de l'intérêt que vous portez à ses services.",
      ...CLOSING,
    ],
  }),

  async send(letter) {
    await deliver(mailer.server, letter.to, message(letter));
  },

  /** For a mail that must not undo what it tells: tried again for a while, in the background. */
  sendLater(letter, tries = 4) {
    mailer.send(letter).catch((error) => {
      console.error(`mail not sent: ${error.message}`);
      if (tries > 1) setTimeout(() => mailer.sendLater(letter, tries - 1), 3000);
    });
  },
};

const base64 = (text) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A header in encoded words, each short enough, none cut inside a character. */
function encodedWords(text) {
  return text.match(/.{1,20}/gu).map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

/** RFC 5322 date with the offset that Paris has at that instant. */
function mailDate(instant = new Date()) {
  const zone = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' })
    .formatToParts(instant).find(({ type }) => type === 'timeZoneName').value.replace(/GMT|:/g, '');
  const local = new Date(instant.getTime() + (Number(zone.slice(0, 3)) * 3600e3)).toUTCString();
  return local.replace('GMT', zone);
}

function message({ to, subject, lines }) {
  const mark = randomBytes(12).toString('hex');
  const part = (kind, text) => `--${mark}\r\nContent-Type: ${kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text)}\r\n`;
  return [
    `From: ${SENDER}`, `To: ${to}`, `Subject: ${encodedWords(subject)}`, `Date: ${mailDate()}`,
    `Message-ID: <${mark}@dgfip.finances.gouv.fr>`, 'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${mark}"`, '',
    part('text/plain', lines.join('\r\n\r\n'))
    + part('text/html', `<!doctype html><html lang="fr"><body>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</body></html>`)
    + `--${mark}--`,
  ].join('\r\n');
}

/** One message over plain SMTP: each command waits for its answer. */
function deliver({ host, port }, to, text) {
  const dotted = text.replace(/^\./gm, '..');
  const talk = [[220, 'EHLO localhost'], [250, `MAIL FROM:<${SENDER}>`], [250, `RCPT TO:<${to}>`], [250, 'DATA'],
    [354, `${dotted}\r\n.`], [250, 'QUIT']];
  return new Promise((resolve, reject) => {
    const socket = connect(port, host);
    let heard = '';
    socket.setTimeout(10000, () => socket.destroy(new Error('the mail server does not answer')));
    socket.on('error', reject).on('close', () => reject(new Error('the mail server hung up')));
    socket.on('data', (bytes) => {
      heard += bytes;
      const answer = /^(\d{3}) .*\r?\n$/m.exec(heard);
      if (!answer) return;
      heard = '';
      const [expected, command] = talk.shift() ?? [221];
      if (Number(answer[1]) !== expected) socket.destroy(new Error(`the mail server says ${answer[1]}`));
      else if (command) socket.write(`${command}\r\n`);
      if (command === 'QUIT') resolve();
    });
  });
}
