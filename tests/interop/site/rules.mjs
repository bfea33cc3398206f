// The rules of the sheets: dates, passwords, addresses, answers, numbers, codes.
// They are kept in one object so that a seeded fault can replace one of them and nothing else.

import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { strengthOf } from './public/strength.mjs';

const derive = promisify(scrypt);
const HOUR = 3600e3;
const CODE_SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789'; // none that is read as another
const PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris', hourCycle: 'h23',
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
});
const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre',
  'novembre', 'décembre'];
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

export const QUESTIONS = [
  'Quel est votre surnom ?',
  'Le prénom de votre conjoint(e) ?',
  'La ville de naissance de votre premier enfant ?',
  'Le prénom de votre mère ou de votre père ?',
  'Votre sport préféré ?',
  'La marque de votre première voiture ?',
  'Votre hobby ?',
];

/** Year, month, day, hour, minute, second of an instant, as Paris writes them. */
export function parisTime(instant = new Date()) {
  return Object.fromEntries(PARIS.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** "2026-06-05": civil days are kept so, and compare as text. */
export function parisDay(instant = new Date()) {
  const { year, month, day } = parisTime(instant);
  return `${year}-${month}-${day}`;
}

/** "05 juin 2026" */
export function inWords(day) {
  const [year, month, date] = day.split('-');
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** "05/06/2026" */
export function inDigits(day) {
  return day.split('-').reverse().join('/');
}

/** "10/10/2024 à 15h47mn26s" */
export function stamp(instant = new Date()) {
  const { year, month, day, hour, minute, second } = parisTime(instant);
  return `${day}/${month}/${year} à ${hour}h${minute}mn${second}s`;
}

export const addressKey = (address) => address.trim().toLowerCase();

export const rules = {
  codeLife: 48 * HOUR,
  imageLife: HOUR / 6,
  required: ['nom', 'prenom', 'telephone', 'ville', 'pays', 'reponse'],

  /** Three calendar years, less one day; 29 February then leads to 28 February. */
  validUntil(instant = new Date()) {
    const [year, month, day] = parisDay(instant).split('-').map(Number);
    return new Date(Date.UTC(year + 3, month - 1, day - 1)).toISOString().slice(0, 10);
  },

  codeStillGood(sentAt, now = Date.now()) {
    return now - sentAt <= rules.codeLife;
  },

  validAddress(address) {
    const [local, domain, ...more] = address.trim().split('@');
    return address.trim().length <= 100 && !more.length && local.length <= 64 && LOCAL.test(local) && DOMAIN.test(domain ?? '');
  },

  /** What is wrong with a new password, or null. */
  passwordProblem(password) {
    const length = [...password].length;
    if (length < 20) return 'Le mot de passe doit comporter 20 caractères au minimum.';
    if (length > 1024) return 'Le mot de passe est trop long.';
    if (/[^A-Za-z0-9]/.test(password)) {
      return 'Le mot de passe doit être une série de chiffres et de lettres ne comportant ni espaces, ni caractères accentués, ni autres signes.';
    }
    if (strengthOf(password) === 'Faible') {
      return 'Le niveau de sécurité de votre mot de passe est trop faible, veuillez réessayer.';
    }
    return null;
  },

  /** Answers compare without capitals, accents and superfluous spaces. */
  plainAnswer(answer) {
    return answer.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
  },

  /** Day of registration, rank of the day on five digits, and two check digits. */
  subscriberNumber(rank, instant = new Date()) {
    const day = parisDay(instant);
    const ordinal = (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / (24 * HOUR) + 1;
    const stem = day.slice(0, 4) + String(ordinal).padStart(3, '0') + String(rank).padStart(5, '0');
    return stem + String(97 - (Number(stem) % 97)).padStart(2, '0');
  },

  newCode() {
    return Array.from({ length: 12 }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');
  },
};

export const digest = (text) => createHash('sha256').update(text).digest('hex');

export async function seal(secret) {
  const salt = randomBytes(16);
  return { salt, hash: await derive(secret.normalize('NFC'), salt, 32) };
}

/** Without a seal the same work is done: a stranger cannot time which addresses have a space. */
export async function opens(secret, sealed) {
  const { salt, hash } = sealed ?? { salt: Buffer.alloc(16), hash: Buffer.alloc(32) };
  return timingSafeEqual(await derive(secret.normalize('NFC'), salt, 32), hash) && Boolean(sealed);
}
