// What the site remembers, in memory: spaces, registrations that wait for their code, visits, images.

import { randomBytes, randomInt } from 'node:crypto';
import { addressKey, digest, parisDay, rules, stamp } from './rules.mjs';

const MINUTE = 60e3;
export const IDLE = 30 * MINUTE;

const spaces = new Map();
const waiting = new Map();
const visits = new Map();
const failures = new Map();
const dayRanks = new Map();

export const store = {
  fixedImage: null,

  space: (address) => spaces.get(addressKey(address)),

  /** The registration that waits for its code, unless its 48 hours are over: it is then forgotten. */
  pending(address) {
    const found = waiting.get(addressKey(address));
    if (found && !rules.codeStillGood(found.sentAt)) waiting.delete(addressKey(address));
    return waiting.get(addressKey(address));
  },

  reserve(registration) {
    waiting.set(addressKey(registration.address), registration);
  },

  release(address) {
    waiting.delete(addressKey(address));
  },

  /** Why an address cannot be taken for a new space, or null. */
  refusal(address) {
    if (store.space(address)) {
      return 'Cette adresse électronique est déjà associée à un autre espace professionnel, veuillez en saisir une '
        + 'autre ou vous mettre en relation avec le détenteur de cet espace.';
    }
    const pending = store.pending(address);
    return pending ? 'Une demande est déjà en cours pour cette adresse électronique : activez votre espace avec le code reçu, '
      + `valable jusqu'au ${stamp(new Date(pending.sentAt + rules.codeLife))}.` : null;
  },

  /** The registration that a code and an address open together; ten wrong addresses kill the code. */
  match(code, address) {
    const registration = [...waiting.values()].find((one) => one.codeDigest === digest(code));
    if (!registration || !store.pending(registration.address)) return null;
    if (addressKey(registration.address) === addressKey(address)) return registration;
    registration.tries = (registration.tries ?? 0) + 1;
    if (registration.tries >= 10) registration.codeDigest = '';
    return null;
  },

  activate(registration) {
    const day = parisDay();
    dayRanks.set(day, (dayRanks.get(day) ?? 0) + 1);
    const { codeDigest, sentAt, tries, ...kept } = registration;
    const space = {
      ...kept, registeredOn: day, number: rules.subscriberNumber(dayRanks.get(day)),
      validUntil: rules.validUntil(), services: [],
    };
    store.release(space.address);
    spaces.set(addressKey(space.address), space);
    return space;
  },

  setPassword(space, sealed) {
    Object.assign(space, { password: sealed, validUntil: rules.validUntil() });
  },

  /** A visit dies after 30 idle minutes, with whatever procedure it was in. */
  visit(id) {
    const found = visits.get(id);
    if (found && Date.now() - found.seen > IDLE) visits.delete(id);
    const visit = visits.get(id) ?? store.newVisit();
    visit.seen = Date.now();
    return visit;
  },

  newVisit() {
    for (const [id, visit] of visits) if (Date.now() - visit.seen > IDLE) visits.delete(id);
    const visit = { id: randomBytes(24).toString('base64url'), flows: {}, images: new Map(), queue: Promise.resolve() };
    visits.set(visit.id, visit);
    return visit;
  },

  /** A new name for the visit: whoever knew the old one does not follow the user into the space. */
  rename(visit) {
    visits.delete(visit.id);
    visit.id = randomBytes(24).toString('base64url');
    visits.set(visit.id, visit);
  },

  closeSpace(space) {
    for (const visit of visits.values()) if (visit.space === space) visit.space = null;
  },

  newImage(visit) {
    const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
    const answer = store.fixedImage ?? Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('');
    const image = { id: randomBytes(12).toString('hex'), answer, at: Date.now() };
    visit.images.set(image.id, image);
    if (visit.images.size > 8) visit.images.delete(visit.images.keys().next().value);
    return image;
  },

  /** An image serves once, right or wrong. */
  imageRead(visit, id, text) {
    const image = visit.images.get(id);
    visit.images.delete(id);
    return Boolean(image) && Date.now() - image.at <= rules.imageLife && text.trim().toLowerCase() === image.answer.toLowerCase();
  },

  suspended: (address) => (failures.get(addressKey(address))?.until ?? 0) > Date.now(),

  /** Five wrong answers close the procedure for an hour, ten in a day for a day. */
  wrongAnswer(address) {
    const entry = failures.get(addressKey(address)) ?? { row: 0, times: [], until: 0 };
    entry.times = [...entry.times.filter((time) => Date.now() - time < 1440 * MINUTE), Date.now()];
    entry.row += 1;
    if (entry.row >= 5) {
      entry.row = 0;
      entry.until = Date.now() + (entry.times.length >= 10 ? 1440 : 60) * MINUTE;
    }
    failures.set(addressKey(address), entry);
  },

  rightAnswer: (address) => failures.delete(addressKey(address)),
};
