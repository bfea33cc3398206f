// How strong a password is: the same measure on the screen and on the server.

const WORDS = /mot ?de ?passe|password|azerty(uiop)?|qwerty|bonjour|soleil|loulou|doudou|admin|secret|impots?/gi;
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'azertyuiopqsdfghjklmwxcvbn', 'qwertyuiop'];

/** A text made of one block said again and again is worth that block. */
function unrepeated(text) {
  const again = /^(.+?)\1+(.*)$/.exec(text);
  return again && again[1].startsWith(again[2]) ? again[1] : text;
}

/** Signs that go on as the alphabet or the keyboard does, or that repeat, tell nothing. */
function surprises(text) {
  const low = text.toLowerCase();
  let count = 0;
  for (let i = 0; i < low.length; i += 1) {
    const pair = low.slice(i - 1, i + 1);
    const known = i > 0 && (pair[0] === pair[1] || ROWS.some((row) => row.includes(pair)));
    count += known ? 0.2 : 1;
  }
  return count;
}

function alphabet(text) {
  const sizes = [[/[a-z]/, 26], [/[A-Z]/, 26], [/[0-9]/, 10], [/[^a-zA-Z0-9]/, 20]];
  return sizes.reduce((sum, [signs, size]) => sum + (signs.test(text) ? size : 0), 1);
}

export function strengthOf(password) {
  const text = unrepeated(password.slice(0, 200)).replace(WORDS, '§');
  const bits = surprises(text) * Math.log2(alphabet(text));
  return bits < 42 ? 'Faible' : bits < 90 ? 'Normal' : 'Fort';
}
