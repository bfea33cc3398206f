// A foreign vendor's site: two procedures of the professional tax space, in memory, for interoperability tests.
//   node site.mjs --port 8080 --smtp 127.0.0.1:1025 [--captcha abc234] [--fault NAME]... ; node site.mjs --list-faults

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { drawing, sound } from './captcha.mjs';
import { FAULTS } from './faults.mjs';
import { Refusal, checks, flows, fullName } from './flows.mjs';
import { mailer } from './mail.mjs';
import { recap, recapPdf } from './pdf.mjs';
import { inDigits, opens, parisDay } from './rules.mjs';
import { IDLE, store } from './store.mjs';

const FILES = { 'app.mjs': 'text/javascript', 'ui.mjs': 'text/javascript', 'screens.mjs': 'text/javascript', 'strength.mjs': 'text/javascript', 'style.css': 'text/css' };
const HEADERS = {
  'Content-Security-Policy': "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store',
};

const fields = (input) => new Proxy(input, { get: (all, name) => (typeof all[name] === 'string' ? all[name] : '') });

function viewOf(name, visit) {
  const flow = flows[name];
  const state = visit.flows[name] ??= { screen: flow.screens[0] };
  return {
    titre: flow.title, etapes: flow.steps, rang: flow.screens.indexOf(state.screen), ecran: state.screen, donnees: flow.view(state, state.screen),
  };
}

/** Back to an earlier screen; once the last one is reached nothing is taken back. */
function goBack(name, visit, input) {
  const { screens, drafts } = flows[name];
  const state = visit.flows[name];
  const rank = screens.indexOf(state?.screen);
  const target = input.vers ? screens.indexOf(input.vers) : rank - 1;
  if (rank === screens.length - 1 || target < 0 || target >= rank) return;
  if (!input.vers) drafts?.[state.screen]?.(state, input);
  state.screen = screens[target];
}

async function act(name, action, input, visit) {
  const flow = flows[name];
  if (action === 'debut' || action === 'quitter') delete visit.flows[name];
  else if (action === 'retour') goBack(name, visit, input);
  else if (!visit.flows[name] && action !== flow.screens[0]) return { ...viewOf(name, visit), message: 'Votre session a expiré : reprenez la procédure au début.' };
  else {
    const state = visit.flows[name] ??= { screen: flow.screens[0] };
    // An action that is not of the screen in progress (a second click, another tab) changes nothing.
    if (state.screen === action && Object.hasOwn(flow.actions, action)) state.screen = await flow.actions[action](state, input, visit);
  }
  return viewOf(name, visit);
}

const api = {
  'POST /api/image': (_, visit) => ({ id: store.newImage(visit).id }),

  async 'POST /api/connexion'(input, visit) {
    const [read, field, message] = checks.image(visit, input);
    if (!read) throw new Refusal([[field, message]]);
    const space = store.space(input.adresse);
    if (!await opens(input.motDePasse, space?.password)) throw new Refusal([[null, "L'adresse électronique ou le mot de passe est incorrect."]]);
    if (parisDay() > space.validUntil) return { suite: 'expire' };
    store.rename(visit);
    visit.space = space;
    return { suite: 'espace' };
  },

  'POST /api/deconnexion'(_, visit) {
    Object.assign(visit, { space: null, receipt: null, flows: {} });
    return {};
  },

  'GET /api/espace'(_, { space }) {
    if (!space) return {};
    return {
      identite: fullName(space), numero: space.number, expiration: inDigits(space.validUntil), services: space.services,
      coordonnees: {
        'Téléphone': space.telephone, 'Adresse électronique de connexion': space.address,
        'Adresse': recap.postal(space), 'Question de confiance': space.question,
      },
    };
  },
};

async function bodyOf(request) {
  let text = '';
  for await (const piece of request) {
    text += piece;
    if (text.length > 60000) throw new SyntaxError('too long');
  }
  const body = text ? JSON.parse(text) : {};
  return fields(body && typeof body === 'object' ? body : {});
}

/** One request of a visit at a time: a second click finds the work of the first one done. */
function inTurn(visit, work) {
  const turn = visit.queue.then(work);
  visit.queue = turn.catch(() => {});
  return turn;
}

async function answerApi(method, path, request, visit) {
  const [, name, action] = /^\/api\/parcours\/(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
  if (Object.hasOwn(flows, name ?? '')) {
    if (method === 'GET') return [200, viewOf(name, visit)];
    if (method !== 'POST' || !action) return [405, {}];
  } else if (!Object.hasOwn(api, `${method} ${path}`)) return [404, {}];
  // Another site cannot send JSON here without asking first, and no one answers that question.
  if (method === 'POST' && !/^application\/json\b/.test(request.headers['content-type'] ?? '')) return [415, {}];
  try {
    const input = await bodyOf(request);
    return [200, await inTurn(visit, () => (name ? act(name, action, input, visit) : api[`${method} ${path}`](input, visit)))];
  } catch (error) {
    if (error instanceof Refusal) return [422, { erreurs: error.errors }];
    if (error instanceof SyntaxError) return [400, {}];
    throw error;
  }
}

function document(visit) {
  const space = visit.space ?? (visit.receipt && Date.now() - visit.receipt.at <= IDLE ? visit.receipt.space : null);
  if (!space) return [403, 'text/plain; charset=utf-8', 'Ce document ne peut être ouvert que depuis votre espace.'];
  return [200, 'application/pdf', recapPdf(space, visit.space ? 'space' : 'activation'), { 'Content-Disposition': `inline; filename="recapitulatif-${space.number}.pdf"` }];
}

function picture(visit, path) {
  const [, id, kind] = /^\/image\/([0-9a-f]+)\.(svg|wav)$/.exec(path) ?? [];
  const image = visit.images.get(id);
  if (!image) return [404, 'text/plain', ''];
  return kind === 'svg' ? [200, 'image/svg+xml', drawing(image.answer)] : [200, 'audio/wav', sound(image.answer)];
}

async function page(path) {
  const name = Object.hasOwn(FILES, path.slice(8)) && path.startsWith('/public/') ? path.slice(8) : 'index.html';
  return [200, `${FILES[name] ?? 'text/html'}; charset=utf-8`, await readFile(new URL(`public/${name}`, import.meta.url))];
}

async function respond(request) {
  const path = (request.url ?? '/').split('?')[0];
  if (!/^\/(api|image|documents)\//.test(path)) return page(path);
  const visit = store.visit(/(?:^|;\s*)visite=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1]);
  const answer = path.startsWith('/image/') ? picture(visit, path)
    : path === '/documents/recapitulatif' ? document(visit)
      : await answerApi(request.method, path, request, visit).then(([status, body]) => [status, 'application/json', JSON.stringify(body)]);
  const cookie = { 'Set-Cookie': `visite=${visit.id}; Path=/; HttpOnly; SameSite=Lax` };
  return [answer[0], answer[1], answer[2], { ...answer[3], ...cookie }];
}

async function serve(request, response) {
  try {
    const [status, type, body, more] = await respond(request);
    response.writeHead(status, { ...HEADERS, 'Content-Type': type, ...more }).end(body);
  } catch (error) {
    console.error(error);
    response.writeHead(500, HEADERS).end();
  }
}

function main() {
  const { values } = parseArgs({ options: {
    host: { type: 'string', default: '127.0.0.1' }, port: { type: 'string', default: '8080' }, smtp: { type: 'string', default: '127.0.0.1:1025' },
    captcha: { type: 'string' }, fault: { type: 'string', multiple: true, default: [] }, 'list-faults': { type: 'boolean' },
  } });
  if (values['list-faults']) {
    for (const [name, { breaks, about }] of Object.entries(FAULTS)) console.log(`${name}\t${breaks}\t${about}`);
    return;
  }
  for (const name of values.fault) {
    if (!Object.hasOwn(FAULTS, name)) throw new Error(`unknown fault: ${name} (see --list-faults)`);
    FAULTS[name].plant();
  }
  const [host, port] = values.smtp.split(':');
  mailer.server = { host, port: Number(port) };
  store.fixedImage = values.captcha ?? null;
  createServer(serve).listen(Number(values.port), values.host, () => console.log(`listening on ${values.host}:${values.port}`));
}

main();
