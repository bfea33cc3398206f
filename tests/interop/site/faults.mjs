// Faults that a vendor could ship, one at a time: each replaces one thing of a right site.
// "breaks" is the requirement of the sheets that the fault breaks.

import { checks, flows } from './flows.mjs';
import { mailer } from './mail.mjs';
import { recap } from './pdf.mjs';
import { parisDay, rules } from './rules.mjs';
import { store } from './store.mjs';

const DAY = 86400e3;
const dayAfter = (days) => parisDay(new Date(Date.now() + days * DAY));
const replace = (owner, name, wrap) => { owner[name] = wrap(owner[name]); };

export const FAULTS = {
  'validite-1095-jours': {
    breaks: 'EP6-2-26', about: '1095 days of validity, whatever the leap years',
    plant: () => { rules.validUntil = () => dayAfter(1095); },
  },
  'validite-un-an': {
    breaks: 'EP6-2-26', about: 'a password is good for one year',
    plant: () => { rules.validUntil = () => dayAfter(364); },
  },
  'validite-jour-inclus': {
    breaks: 'EP6-2-26', about: 'three years, without taking one day off',
    plant: () => replace(rules, 'validUntil', (right) => () => right(new Date(Date.now() + DAY))),
  },
  'code-72-heures': {
    breaks: 'EP2-2-55', about: 'the activation code is good for 72 hours',
    plant: () => { rules.codeLife = 72 * 3600e3; },
  },
  'courriel-double': {
    breaks: 'EP6-2-29', about: 'the confirmation is sent twice',
    plant: () => replace(mailer, 'sendLater', (right) => (letter) => { right(letter); right(letter); }),
  },
  'courriel-a-soi-meme': {
    breaks: 'EP6-2-30', about: 'the confirmation goes to the sender, as on the picture of the sheet',
    plant: () => replace(mailer, 'passwordChanged', (right) => (space) => ({ ...right(space), to: 'ne-pas-repondre@dgfip.finances.gouv.fr' })),
  },
  'reponse-dans-courriel': {
    breaks: 'EP6-2-35', about: 'the confirmation gives a link that opens the procedure',
    plant: () => replace(mailer, 'passwordChanged', (right) => (space) => {
      const letter = right(space);
      return { ...letter, lines: [...letter.lines, 'Pour changer à nouveau : http://127.0.0.1/portail/secours'] };
    }),
  },
  'image-non-controlee': {
    breaks: 'EP2-3-4', about: 'any copy of the image is accepted',
    plant: () => { store.imageRead = () => true; },
  },
  'reponse-non-controlee': {
    breaks: 'EP6-2-16', about: 'any answer to the question is accepted',
    plant: () => { checks.answer = async (space) => Boolean(space); },
  },
  'etapes-desordre': {
    breaks: 'EP6-2-10', about: 'two steps of the bar have changed places',
    plant: () => { [flows.secours.steps[1], flows.secours.steps[2]] = [flows.secours.steps[2], flows.secours.steps[1]]; },
  },
  'meme-mot-de-passe': {
    breaks: 'EP6-1.3-4', about: 'the password in force can be chosen again',
    plant: () => { checks.sameAsBefore = async () => false; },
  },
  'mot-de-passe-19': {
    breaks: 'EP6-1.3-3', about: '19 characters are enough',
    plant: () => replace(rules, 'passwordProblem', (right) => (password) => right(password.length === 19 ? `${password}7` : password)),
  },
  'mot-de-passe-faible': {
    breaks: 'C30', about: 'a weak password is accepted',
    plant: () => replace(rules, 'passwordProblem', (right) => (password) => (/^[a-z]{20,}$/.test(password) ? null : right(password))),
  },
  'ancien-mot-de-passe': {
    breaks: 'EP6-1.3-6', about: 'the new password is announced, the old one stays',
    plant: () => { store.setPassword = () => {}; },
  },
  'numero-change': {
    breaks: 'C13', about: 'a new subscriber number comes with the new password',
    plant: () => replace(store, 'setPassword', (right) => (space, sealed) => {
      right(space, sealed);
      space.number = String(Number(space.number) + 1);
    }),
  },
  'adresse-prise': {
    breaks: 'EP2-2-26', about: 'the address of an existing space can be registered again',
    plant: () => { store.refusal = () => null; },
  },
  'nouvelle-demande': {
    breaks: 'EP2-2-56', about: 'another code can be asked for while the first one is good',
    plant: () => { store.refusal = (address) => (store.space(address) ? 'Cette adresse est déjà associée à un espace.' : null); },
  },
  'code-reutilisable': {
    breaks: 'EP2-3-12', about: 'the code serves again after the activation',
    plant: () => replace(store, 'activate', (right) => (registration) => {
      const space = store.space(registration.address) ?? right(registration);
      store.reserve(registration);
      return space;
    }),
  },
  'activation-sans-adresse': {
    breaks: 'EP2-3-7', about: 'a code activates whatever address is typed with it',
    plant: () => {
      const reserved = [];
      replace(store, 'reserve', (right) => (registration) => { reserved.push(registration); right(registration); });
      replace(store, 'match', (right) => (code) => reserved.map((one) => right(code, one.address)).find(Boolean) ?? null);
    },
  },
  'ville-facultative': {
    breaks: 'EP2-2-38', about: 'the town may be left out',
    plant: () => { rules.required = rules.required.filter((name) => name !== 'ville'); },
  },
  'telephone-perdu': {
    breaks: 'EP2-2-49', about: 'the telephone is lost on the way to the next screen',
    plant: () => replace(flows.adhesion.actions, 'formulaire', (right) => async (state, input) => {
      const next = await right(state, input);
      state.form.telephone = '';
      return next;
    }),
  },
  'recapitulatif-interverti': {
    breaks: 'EP2-4-4', about: 'first name and name have changed places in the recap',
    plant: () => replace(recap, 'pairs', (right) => (space) => right({ ...space, nom: space.prenom, prenom: space.nom })),
  },
  'recapitulatif-sans-question': {
    breaks: 'EP2-4-5', about: 'the recap leaves the question out',
    plant: () => replace(recap, 'page', (right) => (space, head) => right({ ...space, question: '' }, head)),
  },
};
