// The three procedures. Each has its step bar, its screens, and one action per screen: an action names the next screen,
// or throws what is wrong. What a screen shows is what its view tells, and no more.

import { createHmac, randomBytes } from 'node:crypto';
import { mailer } from './mail.mjs';
import { QUESTIONS, addressKey, digest, inWords, opens, rules, seal } from './rules.mjs';
import { store } from './store.mjs';

const secret = randomBytes(32);

export class Refusal extends Error {
  constructor(errors) {
    super('refused');
    this.errors = errors.map(([field, message]) => ({ field, message }));
  }
}

/** Every check is made, so that the user sees all that is wrong at once. */
function check(...checks) {
  const errors = checks.filter(([good]) => !good).map(([, field, message]) => [field, message]);
  if (errors.length) throw new Refusal(errors);
}

export const checks = {
  image: (visit, input) => [
    store.imageRead(visit, input.imageId, input.image), 'image', "Les caractères saisis ne sont pas ceux de l'image.",
  ],
  address: (address, field = 'adresse') => [
    rules.validAddress(address), field,
    address.trim() ? "Cette adresse électronique n'est pas valide (100 caractères au plus)." : 'Saisissez une adresse électronique.',
  ],
  password(password, confirmation, [first, second]) {
    const problem = rules.passwordProblem(password);
    return [
      [!problem, first, problem],
      [password === confirmation, second, 'La confirmation est différente du mot de passe.'],
    ];
  },
  /** A question for every address, always the same: nobody learns here which ones have a space. */
  question(address) {
    const drawn = createHmac('sha256', secret).update(addressKey(address)).digest()[0];
    return store.space(address)?.question ?? QUESTIONS[drawn % QUESTIONS.length];
  },
  answer: async (space, answer) => opens(rules.plainAnswer(answer), space?.answer),
  async sameAsBefore(space, password) {
    return opens(password, space.password);
  },
};

const forgotten = {
  title: 'Mot de passe oublié',
  steps: ['Adresse électronique de connexion', 'Réponse à la question de confiance', 'Nouveau mot de passe', 'Récapitulatif'],
  screens: ['adresse', 'reponse', 'nouveau', 'recapitulatif'],
  view: ({ address, question, answer, until }, screen) => ({
    adresse: address, question,
    ...(screen === 'nouveau' && { reponse: answer }), ...(screen === 'recapitulatif' && { fin: inWords(until) }),
  }),
  actions: {
    async adresse(state, input, visit) {
      check(checks.address(input.adresse), checks.image(visit, input));
      Object.assign(state, { address: input.adresse.trim(), question: checks.question(input.adresse) });
      return 'reponse';
    },
    async reponse(state, { reponse }) {
      check([rules.plainAnswer(reponse), 'reponse', 'Saisissez la réponse à la question de confiance.']);
      const suspended = 'Trop de réponses inexactes : la procédure est suspendue pour cette adresse. Réessayez plus tard.';
      check([!store.suspended(state.address), 'reponse', suspended]);
      if (!await checks.answer(store.space(state.address), reponse)) {
        store.wrongAnswer(state.address);
        check([!store.suspended(state.address), 'reponse', suspended], [false, 'reponse', "Cette réponse n'est pas exacte."]);
      }
      store.rightAnswer(state.address);
      state.answer = reponse.trim();
      return 'nouveau';
    },
    async nouveau(state, { nouveau, confirmation }) {
      const space = store.space(state.address);
      check(...checks.password(nouveau, confirmation, ['nouveau', 'confirmation']));
      check([!await checks.sameAsBefore(space, nouveau), 'nouveau', 'Le mot de passe doit être différent du dernier mot de passe utilisé.']);
      store.setPassword(space, await seal(nouveau));
      store.closeSpace(space);
      mailer.sendLater(mailer.passwordChanged(space));
      Object.assign(state, { answer: null, until: space.validUntil });
      return 'recapitulatif';
    },
  },
};

const FORM = ['nom', 'prenom', 'telephone', 'numero', 'nature', 'libelle', 'complement', 'codePostal', 'ville', 'pays', 'reponse'];

function formOf(input) {
  const form = Object.fromEntries(FORM.map((name) => [name, input[name].trim()]));
  return { ...form, question: QUESTIONS.includes(input.question) ? input.question : '' };
}

const creation = {
  title: 'Créer votre espace professionnel',
  steps: ['Conditions générales', 'Identifiants', 'Formulaire inscription', 'Récapitulatif', 'Enregistrement'],
  screens: ['conditions', 'identifiants', 'formulaire', 'recapitulatif', 'enregistrement'],
  view: ({ address, form }, screen) => ({
    adresse: address, questions: QUESTIONS, formulaire: screen === 'enregistrement' ? undefined : form,
    ...(form && { identite: fullName(form) }),
  }),
  /** What a screen that is left by "Etape précédente" held, checked only when it is validated. */
  drafts: { formulaire: (state, input) => { state.form = formOf(input); } },
  actions: {
    async conditions(state, input, visit) {
      check([input.conditions === 'oui', 'conditions', 'Vous devez accepter les conditions générales.'], checks.image(visit, input));
      return 'identifiants';
    },
    async identifiants(state, input) {
      check(
        checks.address(input.adresse),
        [addressKey(input.adresse) === addressKey(input.adresseConfirmee), 'adresseConfirmee', "La confirmation est différente de l'adresse."],
        ...checks.password(input.motDePasse, input.motDePasseConfirme, ['motDePasse', 'motDePasseConfirme']),
      );
      const refusal = store.refusal(input.adresse);
      check([!refusal, 'adresse', refusal]);
      Object.assign(state, { address: input.adresse.trim(), password: await seal(input.motDePasse) });
      return 'formulaire';
    },
    async formulaire(state, input) {
      const form = formOf(input);
      check(
        ...rules.required.map((name) => [form[name], name, 'Ce champ doit être renseigné.']),
        ...FORM.map((name) => [form[name].length <= 100, name, '100 caractères au plus.']),
        [!form.telephone || /^\+?[0-9 .()-]{4,25}$/.test(form.telephone), 'telephone', "Ce numéro de téléphone n'est pas valide."],
        [form.question, 'question', 'Choisissez une question.'],
        [!form.reponse || rules.plainAnswer(form.reponse), 'reponse', 'Cette réponse ne peut pas être retenue.'],
      );
      state.form = form;
      return 'recapitulatif';
    },
    async recapitulatif(state) {
      const { reponse, ...form } = state.form;
      const refusal = store.refusal(state.address);
      check([!refusal, null, refusal]);
      const code = rules.newCode();
      const registration = { ...form, address: state.address, password: state.password, sentAt: Date.now(), codeDigest: digest(code) };
      store.reserve(registration); // before any wait: of two requests at once, one wins
      registration.answer = await seal(rules.plainAnswer(reponse));
      try {
        await mailer.send(mailer.activationCode(registration, code));
      } catch (error) {
        console.error(`mail not sent: ${error.message}`);
        store.release(state.address);
        check([false, null, "Le courriel n'a pas pu être envoyé ; votre demande n'est pas enregistrée. Réessayez plus tard."]);
      }
      Object.assign(state, { password: null, form: { nom: form.nom, prenom: form.prenom } });
      return 'enregistrement';
    },
  },
};

const activation = {
  title: 'Activez votre espace / vos services',
  steps: ["Code d'activation", 'Identifiants', 'Récapitulatif'],
  screens: ['code', 'identifiants', 'recapitulatif'],
  view: ({ code, done }) => (done ?? { code }),
  actions: {
    async code(state, input, visit) {
      const code = input.code.trim();
      check([/^\S{12}$/.test(code), 'code', "Le code d'activation compte 12 caractères."], checks.image(visit, input));
      state.code = code;
      return 'identifiants';
    },
    /** Code and address are judged together, here only: the first screen tells nothing about codes. */
    async identifiants(state, { adresse }, visit) {
      check(checks.address(adresse));
      const registration = store.match(state.code, adresse);
      check([registration, 'adresse', "Ce code d'activation et cette adresse ne vont pas ensemble, ou le code n'est plus valable."]);
      const space = store.activate(registration);
      visit.receipt = { space, at: Date.now() };
      state.code = null;
      state.done = { identite: fullName(space), inscription: inWords(space.registeredOn), numero: space.number };
      return 'recapitulatif';
    },
  },
};

export const fullName = ({ prenom, nom }) => `${prenom} ${nom.toLocaleUpperCase('fr')}`;

export const flows = { secours: forgotten, adhesion: creation, validation: activation };
