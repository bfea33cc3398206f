// Which screen a path shows. The screens of a procedure share one path: the server knows where the visit stands.

import { flows } from './screens.mjs';
import { button, call, field, form, h, image, link, submit } from './ui.mjs';

const PATHS = { '/portail/secours': 'secours', '/portail/adhesion/expert': 'adhesion', '/portail/validation': 'validation' };
const main = document.getElementById('contenu');
const banner = document.getElementById('bandeau');
const title = (text) => h('h2', { tabindex: '-1' }, text);

/** Draws a screen, says its name in the window and gives it the focus, as loading a page would. */
function draw(commands, nodes) {
  banner.replaceChildren(h('h1', {}, 'impots.gouv.fr'), ...commands);
  main.replaceChildren(...nodes.flat().filter(Boolean));
  const heads = [...main.querySelectorAll('[tabindex="-1"]')];
  document.title = [...heads.reverse().map((head) => head.textContent), 'impots.gouv.fr'].join(' - ');
  (heads.at(0) ?? main).focus();
  window.scrollTo(0, 0);
}

function go(path, state = {}) {
  history.pushState(state, '', path);
  return route();
}

async function start(name) {
  await call(`/api/parcours/${name}/debut`, {});
  return go(Object.keys(PATHS).find((path) => PATHS[path] === name));
}

function leave(name) {
  return button('Quitter', async () => { await call(`/api/parcours/${name}/quitter`, {}); go('/'); });
}

/** Steps are items of a list; the one in progress is marked, the sign between two is only to be seen. */
function stepBar(steps, rank) {
  return h('div', { role: 'list', class: 'chemin', 'aria-label': 'Étapes' }, steps.map((step, index) => [
    index ? h('span', { 'aria-hidden': 'true' }, '>') : null,
    h('span', { role: 'listitem', 'aria-current': index === rank && 'step' }, step),
  ]));
}

function showFlow(name, view) {
  const draws = flows[name][view.ecran];
  const act = async (action, values = {}) => {
    const next = await call(`/api/parcours/${name}/${action}`, values);
    if (next.erreurs) return next;
    // Each screen has its place in the history: the browser's Back is "Etape précédente".
    if (next.rang > view.rang) history.pushState({ ecran: next.ecran }, '');
    else history.replaceState({ ecran: next.ecran }, '');
    return showFlow(name, next);
  };
  draw([leave(name)], [
    h('h2', {}, view.titre), stepBar(view.etapes, view.rang), view.message && h('p', { role: 'alert' }, view.message),
    ...draws(view.donnees, act),
  ]);
}

const screens = {
  '/': () => {
    const access = link('/portail', "Connexion à l'espace professionnel", { class: 'bouton', id: 'acces' });
    const menu = button('Menu', () => menu.setAttribute('aria-expanded', String(menu.getAttribute('aria-expanded') === 'false')),
      { id: 'menu', 'aria-expanded': 'false', 'aria-controls': 'acces' });
    draw([menu, access], [
      title('Accueil'), h('p', {}, 'VOUS ÊTES...'),
      h('ul', {}, ['Particulier', 'Professionnel', 'Partenaire', 'Collectivité', 'International'].map((who) => h('li', {}, who === 'Professionnel' ? link('/portail', who) : who))),
    ]);
  },

  '/portail': () => {
    const help = h('p', { id: 'aide-mdp', hidden: true }, 'Le mot de passe est celui que vous avez choisi : 20 caractères au minimum, chiffres et lettres.');
    const asked = button('?', () => { help.hidden = !help.hidden; asked.setAttribute('aria-expanded', String(!help.hidden)); },
      { 'aria-label': 'Aide sur le mot de passe', 'aria-expanded': 'false', 'aria-controls': 'aide-mdp', class: 'discret' });
    const connect = async (values) => {
      const answer = await call('/api/connexion', values);
      return answer.erreurs ? answer : go(answer.suite === 'espace' ? '/portail/tableau' : '/portail/expire');
    };
    draw([link('/portail/autre', 'Votre espace particulier', { class: 'bouton' }), link('/portail', 'Votre espace professionnel', { class: 'bouton' })], [
      h('p', {}, link('/', 'Accueil'), ' > Authentification'), link('/portail/aide', 'Aide : accéder aux fiches pratiques'),
      h('p', {}, "Pour des raisons de sécurité, le mot de passe doit comporter 20 caractères minimum, ne doit être utilisé que sur ce site, et devra être renouvelé régulièrement. Rappel : votre réponse à la question de confiance vous sera demandée en cas d'oubli du mot de passe."),
      h('div', { class: 'colonnes' },
        h('div', {}, title('Connexion à mon espace professionnel'), form([
          field('adresse', 'Adresse électronique', { inputmode: 'email', autocomplete: 'username', autocapitalize: 'none' }),
          field('motDePasse', 'Mot de passe', { type: 'password', autocomplete: 'current-password', 'data-secret': true }), asked, help,
          h('p', {}, button('Mot de passe oublié', () => start('secours'), { class: 'lien' })),
          image("Recopier les caractères de l'image"),
        ], [submit('Connexion')], connect),
        h('p', {}, 'Vous pouvez également payer en ligne votre taxe foncière ou votre cotisation foncière des entreprises en utilisant la référence de votre avis'),
        link('/portail/autre', 'Payer mes impôts locaux')),
        h('div', {}, h('h2', {}, 'Création de mon espace professionnel'), link('/portail/adhesion', 'Créer mon espace professionnel', { class: 'bouton' }),
          h('h2', {}, 'Activation de mon espace / mes services'), button('Activer mon espace / mes services', () => start('validation')))),
      h('p', {}, 'Direction générale des Finances publiques'),
    ]);
  },

  '/portail/aide': () => draw([], [
    title('Fiches focus sur les téléprocédures'),
    h('ul', {}, ['Créer un espace professionnel expert', 'Mot de passe oublié'].map((name) => h('li', {}, name))), link('/portail', 'Retour'),
  ]),

  '/portail/adhesion': () => draw([button('Quitter', () => go('/'))], [
    title('Professionnels'),
    h('h3', {}, 'Vous souhaitez créer un espace pour votre propre entreprise dont vous ne partagerez pas la gestion des services en ligne ? Optez pour le mode simplifié'),
    h('p', {}, "Attention : pour une collectivité territoriale ou une autre administration, le mode simplifié ne permet pas la séparation de l'ordonnateur et du comptable ; vous devez opter pour le mode expert."),
    h('p', {}, "Vous devrez renseigner le SIREN de l'entreprise concernée, l'adresse électronique qui permettra de la joindre à tout sujet la concernant, ainsi qu'une adresse électronique qui vous servira d'identifiant de connexion à l'espace professionnel. Vous devrez également renseigner un compte bancaire de prélèvement."),
    h('p', {}, "Une fois l'espace simplifié activé, les services en ligne seront immédiatement accessibles pour l'entreprise."),
    link('/portail/autre', 'Créez votre espace en mode simplifié', { class: 'bouton' }), ' ', link('/portail', 'Annulez votre demande'), ' ', link('/portail/aide', 'En savoir plus'),
    h('h3', {}, "Vous souhaitez créer un espace pour l'entreprise que vous représentez ou dont vous partagerez la gestion des services en ligne ? Optez pour le mode expert"),
    h('p', {}, "Vous devrez renseigner une adresse électronique qui vous servira d'identifiant de connexion à l'espace professionnel."),
    h('p', {}, "Une fois l'espace expert activé, vous devrez adhérer aux services en ligne pour chacune des entreprises que vous gérez."),
    button('Créez votre espace en mode expert', () => start('adhesion')), ' ', link('/portail/aide', 'En savoir plus'),
  ]),

  '/portail/expire': () => draw([], [
    title('Mot de passe expiré'), h('p', {}, "La durée de validité de votre mot de passe est dépassée : il n'ouvre plus votre espace."),
    button('Mot de passe oublié', () => start('secours')),
  ]),

  '/portail/autre': () => draw([], [title('Service indisponible'), h('p', {}, "Ce service n'est pas ouvert ici."), link('/portail', 'Retour')]),

  '/portail/tableau': () => inSpace('Mon espace professionnel', (space) => [
    h('p', {}, space.identite), h('p', {}, `N° d'abonné : ${space.numero}`), h('p', {}, `Expiration du mot de passe : ${space.expiration}`),
    h('h3', {}, 'Mes services'), h('p', {}, space.services.length ? space.services.join(', ') : 'Aucun dossier, aucun service.'),
    link('/portail/tableau/services', 'Gérer mes services'), ' ',
    h('a', { href: '/documents/recapitulatif', target: '_blank' }, 'Sauvegardez ou imprimez le récapitulatif'),
  ]),

  '/portail/tableau/services': () => inSpace('Gérer mes services', () => [link('/portail/tableau/coordonnees', 'Gérer vos coordonnées')]),

  '/portail/tableau/coordonnees': () => inSpace('Gérer vos coordonnées', (space) => [
    h('p', {}, space.identite), h('p', {}, `N° d'abonné : ${space.numero}`),
    h('dl', {}, Object.entries(space.coordonnees).map(([label, value]) => [h('dt', {}, `${label} :`), h('dd', {}, value)])),
    h('a', { href: '/documents/recapitulatif', target: '_blank' }, 'Sauvegardez ou imprimez le récapitulatif'),
  ]),
};

async function inSpace(name, content) {
  const space = await call('/api/espace');
  if (!space.numero) return go('/portail');
  const quit = button('Se déconnecter', async () => { await call('/api/deconnexion', {}); go('/'); });
  return draw([quit], [title(name), ...content(space)]);
}

async function route() {
  const path = location.pathname.replace(/(.)\/$/, '$1');
  const name = PATHS[path];
  if (name) {
    const view = await call(`/api/parcours/${name}`);
    if (!view.ecran) return draw([], [title('Service indisponible')]);
    history.replaceState({ ecran: view.ecran }, '');
    return showFlow(name, view);
  }
  if (path.startsWith('/mentions/')) return draw([], [title('Mentions'), h('p', {}, 'Texte des mentions et des conditions générales de ce site.'), link('/', 'Accueil')]);
  return (screens[path] ?? screens['/'])();
}

// Plain left clicks on our own links stay in the page; new tabs and documents are left to the browser.
document.addEventListener('click', (event) => {
  const anchor = event.target.closest('a[href^="/"]:not([target])');
  if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (anchor.dataset.debut) start(anchor.dataset.debut);
  else go(anchor.getAttribute('href'));
});

window.addEventListener('popstate', async ({ state }) => {
  const name = PATHS[location.pathname];
  if (name && state?.ecran) await call(`/api/parcours/${name}/retour`, { vers: state.ecran });
  route();
});

route();
