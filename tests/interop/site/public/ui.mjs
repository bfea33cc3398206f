// The pieces that every screen is made of: elements, fields, the image to copy, windows, errors, calls to the server.

let serial = 0;
const fresh = (stem) => `${stem}-${serial += 1}`;

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

export async function call(path, body) {
  const options = body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const response = await fetch(path, options);
    if (response.ok || response.status === 422) return await response.json();
  } catch { /* the network failed: said below like any other failure */ }
  return { erreurs: [{ field: null, message: 'Le service est momentanément indisponible. Réessayez plus tard.' }] };
}

/** A link that the script follows without loading the page again. */
export const link = (path, text, props = {}) => h('a', { href: path, ...props }, text);
export const button = (text, onclick, props = {}) => h('button', { type: 'button', onclick, ...props }, text);

/** A label and what it names, side by side; errors about the field are written under it. */
export function field(name, label, { required, hint, type = 'text', value = '', list, ...props } = {}) {
  const [labelId, hintId, errorId] = [fresh('lib'), fresh('aide'), fresh('err')];
  const input = h('input', {
    name, type, 'aria-labelledby': labelId, 'aria-required': required && 'true', autocomplete: type === 'password' ? 'new-password' : 'off',
    'aria-describedby': `${hint ? hintId : ''} ${errorId}`.trim(), 'data-erreur': errorId, ...props,
  });
  input.value = value;
  const choices = list && h('datalist', { id: fresh('choix') }, list.map((text) => h('option', { value: text })));
  if (choices) input.setAttribute('list', choices.id);
  return h('div', { class: 'ligne' },
    h('span', { id: labelId, class: 'libelle', onclick: () => input.focus() }, label, ' : ', required && h('b', {}, '*')),
    input, choices, type === 'password' && reveal(input), hint && h('span', { id: hintId, class: 'indication' }, hint), h('span', { id: errorId }));
}

function reveal(input) {
  return button('Afficher', ({ target }) => {
    const hidden = input.type === 'password';
    input.type = hidden ? 'text' : 'password';
    target.textContent = hidden ? 'Masquer' : 'Afficher';
  }, { class: 'discret', 'aria-controls': input.id ||= fresh('mdp') });
}

/** One choice among several, as radio buttons under one name. */
export function choice(name, label, texts, chosen) {
  const [labelId, errorId] = [fresh('lib'), fresh('err')];
  return h('div', { role: 'radiogroup', 'aria-labelledby': labelId, 'aria-required': 'true', class: 'ligne' },
    h('span', { id: labelId, class: 'libelle' }, `${label} : `, h('b', {}, '*')),
    h('div', {}, texts.map((text) => {
      const id = fresh('lib');
      const radio = h('input', { type: 'radio', name, value: text, 'aria-labelledby': id, 'data-erreur': errorId, checked: text === (chosen || texts[0]) });
      return h('div', {}, radio, h('span', { id, onclick: () => radio.click() }, text));
    })), h('span', { id: errorId }));
}

/** What the site reminds of and nobody can change. */
export const reminders = (pairs) => h('dl', {}, pairs.map(([label, value]) => [h('dt', {}, `${label} :`), h('dd', {}, value || ' ')]));

/** The image to copy: a new one at each call of the "autre" event. */
export function image(label) {
  const picture = h('img', { alt: 'Image à recopier', width: 210, height: 60 });
  const id = h('input', { type: 'hidden', name: 'imageId' });
  const player = h('div');
  const renew = async () => {
    const drawn = await call('/api/image', {});
    if (!drawn.id) return;
    id.value = drawn.id;
    picture.src = `/image/${drawn.id}.svg`;
    player.replaceChildren();
  };
  const line = field('image', label, { required: true, hint: '6 caractères', autocapitalize: 'none', spellcheck: 'false' });
  const box = h('div', { class: 'image' }, line, picture, id,
    button("Changer l'image", () => { line.querySelector('input').value = ''; renew(); }, { class: 'lien' }),
    button("Ecouter l'extrait sonore", () => player.replaceChildren(h('audio', { src: `/image/${id.value}.wav`, controls: true, autoplay: true })), { class: 'lien' }),
    player);
  box.addEventListener('autre', renew);
  renew();
  return box;
}

export function windowed(title, ...content) {
  const titleId = fresh('titre');
  const box = h('dialog', { 'aria-labelledby': titleId }, h('h2', { id: titleId }, title), content, button('Fermer', () => box.close()));
  return box;
}

/** Errors are said beside their field; passwords and the image are to be given again. */
export function showErrors(form, errors) {
  clearErrors(form);
  for (const { field: name, message } of errors) {
    const input = name && form.querySelector(`[name="${name}"]`);
    const place = input ? document.getElementById(input.dataset.erreur) : form.querySelector('.alerte');
    place.replaceChildren(h('strong', { role: 'alert' }, message));
    form.querySelectorAll(`[name="${name}"]`).forEach((one) => one.setAttribute('aria-invalid', 'true'));
  }
  form.querySelectorAll('[data-secret]').forEach((input) => { input.value = ''; input.dispatchEvent(new Event('input')); });
  const copied = form.querySelector('[name=image]');
  if (copied) {
    copied.value = '';
    form.querySelector('.image').dispatchEvent(new Event('autre'));
  }
  form.querySelector('[aria-invalid]')?.focus();
}

function clearErrors(form) {
  form.querySelectorAll('[role=alert]').forEach((alert) => alert.remove());
  form.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
}

/** A form: ``send`` gets its values; while it works, a second click does nothing. */
export function form(content, actions, send) {
  let busy = false;
  const element = h('form', { novalidate: true }, h('div', { class: 'alerte' }), content, h('div', { class: 'actions' }, actions));
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const answer = await send(Object.fromEntries(new FormData(element)));
    busy = false;
    if (answer?.erreurs) showErrors(element, answer.erreurs);
  });
  return element;
}

export const submit = (text) => h('button', { type: 'submit', class: 'principal' }, text);

/** "Effacer" empties what can be typed; a choice goes back to its first line. */
export function erase(event) {
  const box = event.target.closest('form');
  clearErrors(box);
  box.querySelectorAll('input:not([type=radio], [type=hidden])').forEach((input) => { input.value = ''; });
  box.querySelectorAll('[role=radiogroup] > div').forEach((group) => { group.querySelector('input').checked = true; });
}
