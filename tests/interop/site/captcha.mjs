// The image to copy, and its sound. A fixture: the drawing is not meant to resist a machine.

import { randomInt } from 'node:crypto';

const MORSE = Object.fromEntries(
  ('a.- b-... c-.-. d-.. e. f..-. g--. h.... i.. j.--- k-.- l.-.. m-- n-. o--- p.--. q--.- r.-. s... t- u..- v...- w.-- '
    + 'x-..- y-.-- z--.. 0----- 1.---- 2..--- 3...-- 4....- 5..... 6-.... 7--... 8---.. 9----.')
    .split(' ').map((word) => [word[0], word.slice(1)]),
);
const RATE = 8000;

export function drawing(answer) {
  const signs = [...answer].map((sign, rank) => {
    const [x, y] = [22 + rank * 30, 38 + randomInt(-4, 5)];
    return `<text x="${x}" y="${y}" transform="rotate(${randomInt(-18, 19)} ${x} ${y})">${sign}</text>`;
  });
  const lines = Array.from({ length: 5 }, () => `<path d="M0 ${randomInt(60)}Q100 ${randomInt(60)} 210 ${randomInt(60)}"/>`);
  return '<svg xmlns="http://www.w3.org/2000/svg" width="210" height="60" viewBox="0 0 210 60"><rect width="210" height="60" '
    + `fill="#eee"/><g font-family="monospace" font-size="30" fill="#223">${signs.join('')}</g>`
    + `<g fill="none" stroke="#667">${lines.join('')}</g></svg>`;
}

function tone(seconds, pitch) {
  const samples = Buffer.alloc(Math.round(RATE * seconds), 128);
  if (pitch) samples.forEach((_, rank) => { samples[rank] = 128 + 90 * Math.sin((rank * pitch * 2 * Math.PI) / RATE); });
  return samples;
}

/** A WAV file that spells the answer in Morse code: the site speaks no language. */
export function sound(answer) {
  const parts = [...answer.toLowerCase()].flatMap((sign) => [
    ...[...(MORSE[sign] ?? '')].flatMap((mark) => [tone(mark === '-' ? 0.24 : 0.08, 650), tone(0.08, 0)]),
    tone(0.3, 0),
  ]);
  const samples = Buffer.concat(parts);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
