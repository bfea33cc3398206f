// The screens of the three procedures, in the words of the sheets. Each takes what the server tells and the way to act.

import { strengthOf } from './strength.mjs';
import { button, choice, erase, field, form, h, image, link, reminders, submit, windowed } from './ui.mjs';

const STARS = 'Les champs marqués d\'un astérisque (*) doivent être renseignés.';
const EXAMPLE = { required: true, hint: 'utilisateur@domaine', inputmode: 'email', autocapitalize: 'none' };
const stars = () => h('p', {}, STARS);
const title = (text) => h('h3', { tabindex: '-1' }, text);
const part = (text) => h('h4', {}, text);
const text = (...words) => h('p', {}, ...words);

const advice = () => windowed('Recommandations pour prévenir des usurpations',
  h('ul', {}, [
    "1 mot de passe différent pour chaque site (limitation des effets en cas d'interception) ;",
    '1 mot de passe différent de ceux utilisés précédemment ;',
    'ne l\'envoyez pas par courriel (les messageries électroniques sont cibles de nombreuses tentatives de piratage) ;',
    'ne l\'écrivez jamais sur quelque support que ce soit (ni fichier ni papier) ;',
    'renouvelez vos mots de passe régulièrement (notamment en cas de changement de collaborateur) ;',
  ].map((line) => h('li', {}, line))),
  text("Pour faciliter la mémorisation, vous pouvez adopter par exemple la technique de la phrase « Un tien vaut mieux que deux tu l'auras » : 1tvmq2tl'A."),
  text("Par ailleurs, il est conseillé de configurer votre navigateur pour qu'il ne se souvienne pas des mots de passe saisis."));

/** Two password fields, the measure of the first while it is typed, the rule, the advice. */
function passwords([first, firstLabel], [second, secondLabel]) {
  const box = advice();
  const level = h('output', { 'aria-live': 'polite' }, 'Niveau de sécurité de votre mot de passe');
  const typed = field(first, firstLabel, { required: true, type: 'password', hint: '(20 caractères minimum)', 'data-secret': true });
  typed.querySelector('input').addEventListener('input', ({ target }) => {
    level.textContent = target.value ? `Niveau de sécurité : ${strengthOf(target.value)}` : 'Niveau de sécurité de votre mot de passe';
  });
  return [
    typed, level,
    field(second, secondLabel, { required: true, type: 'password', 'data-secret': true }),
    text('Le mot de passe doit être une série de chiffres et de lettres ne comportant ni espaces, ni caractères accentués, de 20 caractères au minimum.'),
    link('#', 'Recommandations pour prévenir des usurpations', { role: 'button', onclick: (event) => { event.preventDefault(); box.showModal(); } }),
    box,
  ];
}

const before = (act) => button('Etape précédente', () => act('retour'));
/** The same, where what is typed is not to be lost. */
const beforeKeeping = (act) => button('Etape précédente', ({ target }) => act('retour', Object.fromEntries(new FormData(target.form))));
const ADDRESS = 'Saisissez votre adresse électronique de connexion';
const QUESTION = 'La question de confiance que vous aviez sélectionnée';
const ANSWER = 'Saisissez la réponse à la question de confiance';
const services = () => link('/portail', 'Accédez à vos services en ligne', { class: 'bouton' });

const secours = {
  adresse: ({ adresse }, act) => [
    title('Adresse électronique de connexion'), stars(),
    form([field('adresse', ADDRESS, { ...EXAMPLE, value: adresse }), image("Recopiez les caractères de l'image")], [submit('Continuer')], (v) => act('adresse', v)),
  ],
  reponse: ({ adresse, question }, act) => [
    title('Réponse à la question de confiance'), stars(),
    form([reminders([[ADDRESS, adresse], [QUESTION, question]]), field('reponse', ANSWER, { required: true })],
      [before(act), submit('Continuer')], (v) => act('reponse', v)),
  ],
  nouveau: ({ adresse, question, reponse }, act) => [
    title('Saisie du nouveau mot de passe'), stars(),
    form([
      reminders([[ADDRESS, adresse], [QUESTION, question], [ANSWER, reponse]]),
      passwords(['nouveau', 'Saisissez votre nouveau mot de passe'], ['confirmation', 'Confirmez votre nouveau mot de passe']),
    ], [before(act), submit('Valider')], (v) => act('nouveau', v)),
  ],
  recapitulatif: ({ fin }) => [
    title('Récapitulatif'),
    text('Votre mot de passe a été réinitialisé avec succès.'),
    text('Ce mot de passe est valable jusqu\'au ', h('strong', {}, fin), '.'),
    text('Vous allez recevoir un courriel de confirmation.'),
    text('Vous pouvez dès à présent vous connecter à votre espace professionnel.'), services(),
  ],
};

const STREETS = ['allée', 'avenue', 'boulevard', 'chemin', 'impasse', 'place', 'quai', 'route', 'rue'];
const IDENTITY = [
  ['nom', 'Nom', true], ['prenom', 'Prénom', true], ['telephone', 'Téléphone', true], ['adresse', 'Adresse électronique de connexion'],
  ['numero', 'Numéro de voie'], ['nature', 'Nature de la voie'], ['libelle', 'Libellé de la voie'], ['complement', "Complément d'adresse"],
  ['codePostal', 'Code postal'], ['ville', 'Ville', true], ['pays', 'Pays', true],
];
const LISTS = { nature: STREETS, pays: ['FRANCE', 'BELGIQUE', 'SUISSE', 'LUXEMBOURG', 'ALLEMAGNE', 'ESPAGNE', 'ITALIE'] };

function identityField([name, label, required], address, values) {
  if (name === 'adresse') return reminders([[label, address]]);
  return field(name, label, { required, list: LISTS[name], value: values?.[name] ?? (name === 'pays' ? 'FRANCE' : '') });
}

const adhesion = {
  conditions: (_, act) => [
    title('Acceptez les conditions générales'), stars(),
    form([
      h('div', { class: 'ligne' },
        h('input', { type: 'checkbox', name: 'conditions', value: 'oui', 'aria-labelledby': 'accord', 'aria-required': 'true', 'data-erreur': 'accord-err', 'aria-describedby': 'accord-err' }),
        h('span', { id: 'accord' }, 'Je reconnais avoir pris connaissance des ', h('a', { href: '/mentions/conditions', target: '_blank', rel: 'noopener' }, 'conditions générales'),
          ' et les accepte sans restriction. *'), h('span', { id: 'accord-err' })),
      image("Recopiez les caractères de l'image"),
    ], [submit('Continuer')], (v) => act('conditions', v)),
  ],
  identifiants: ({ adresse }, act) => [
    text('Cette adresse électronique ne pourra être utilisée que pour un seul et unique espace.'),
    title('Créez vos identifiants'), stars(),
    form([
      field('adresse', 'Adresse électronique de connexion', { ...EXAMPLE, value: adresse }),
      field('adresseConfirmee', "Confirmez l'adresse électronique de connexion", { ...EXAMPLE, value: adresse }),
      passwords(['motDePasse', 'Mot de passe de connexion'], ['motDePasseConfirme', 'Confirmez votre mot de passe de connexion']),
      text("Notez votre mot de passe car pour préserver la confidentialité de votre espace, il est stocké de façon cryptée : l'administration fiscale ne pourra donc pas vous le communiquer en cas d'oubli."),
    ], [before(act), submit('Continuer')], (v) => act('identifiants', v)),
  ],
  formulaire: ({ adresse, questions, formulaire }, act) => [
    title("Remplissez votre formulaire d'inscription"), stars(),
    form([
      part('Usager'), IDENTITY.map((line) => identityField(line, adresse, formulaire)),
      part('Question de confiance :'), choice('question', 'Question de confiance', questions, formulaire?.question),
      field('reponse', 'Réponse à la question de confiance', { required: true, value: formulaire?.reponse }),
    ], [beforeKeeping(act), button('Effacer', erase), submit('Continuer')], (v) => act('formulaire', v)),
  ],
  recapitulatif: ({ adresse, formulaire }, act) => [
    title('Récapitulatif'),
    form([
      part('Usager'), reminders(IDENTITY.map(([name, label]) => [label, name === 'adresse' ? adresse : formulaire[name]])),
      part('Question de confiance :'),
      reminders([['Question de confiance', formulaire.question], ['Réponse à la question de confiance', formulaire.reponse]]),
    ], [before(act), submit('Valider')], (v) => act('recapitulatif', v)),
  ],
  enregistrement: ({ identite, adresse }) => [
    title('Enregistrement'), text(h('strong', {}, identite)),
    text("Vous allez recevoir le code d'activation dans votre messagerie."),
    text(`Si vous ne le recevez pas, vérifiez que l'adresse que vous avez saisie (${adresse}) est correcte, et consultez la rubrique "Courrier indésirable" ou "Spam" de votre messagerie personnelle.`),
    text("Remarque : ce code n'est pas un mot de passe. Il ne doit être utilisé qu'une seule fois pour activer votre espace professionnel."),
    text('Après réception de ce code, vous devez cliquer sur le lien ci-dessous :'),
    link('/portail/validation', 'Activez votre espace professionnel', { 'data-debut': 'validation' }),
    text('Vous pouvez retrouver ce lien sur le site impots.gouv.fr en cliquant sur "Connexion à l\'espace professionnel" situé en haut à droite de l\'écran, puis sur "Activer mon espace / mes services".'),
    text("Vous disposez d'un délai de 48h, à compter de l'envoi du code ci-dessus, pour activer votre espace professionnel."),
  ],
};

const validation = {
  code: ({ code }, act) => [
    title("Code d'activation"), stars(),
    form([
      field('code', "Saisissez le code d'activation", { required: true, hint: '12 caractères', value: code, autocapitalize: 'none', spellcheck: 'false' }),
      image("Recopiez les caractères de l'image"),
    ], [submit('Continuer')], (v) => act('code', v)),
  ],
  identifiants: ({ code }, act) => [
    title('Identifiants'), stars(),
    form([reminders([["Saisissez le code d'activation", code]]), field('adresse', ADDRESS, EXAMPLE)],
      [before(act), button('Effacer', erase), submit('Continuer')], (v) => act('identifiants', v)),
  ],
  recapitulatif: ({ identite, inscription, numero }) => [
    title('Votre inscription'), text(identite),
    text(`Votre inscription a été réalisée le ${inscription} sous le numéro ${numero}.`),
    text("Ce numéro d'abonné vous est personnel et doit le rester."),
    h('a', { href: '/documents/recapitulatif', target: '_blank' }, 'Sauvegardez ou imprimez le récapitulatif'),
    text('Il vous sera indispensable en cas de perte de votre mot de passe.'),
    part('Vos services en ligne'),
    text('Pour adhérer ou utiliser les services en ligne, cliquez sur le bouton ci-dessous, puis saisissez vos identifiants pour accéder à votre espace professionnel.'),
    services(),
  ],
};

export const flows = { secours, adhesion, validation };
