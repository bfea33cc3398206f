// The recap, as a PDF written by hand: one A4 page, Helvetica, text that can be extracted.

import { stamp } from './rules.mjs';

/** WinAnsi bytes as a PDF string; what this encoding lacks becomes a question mark. */
function literal(text) {
  const kept = text.replaceAll('’', "'").replaceAll('œ', 'oe').replaceAll('Œ', 'OE').normalize('NFC').replace(/[^\x20-\x7e\xa0-\xff]/gu, '?');
  return `(${kept.replace(/[\\()]/g, '\\$&')})`;
}

function write({ x, y, size = 11, bold = false, text }) {
  return `BT /${bold ? 'B' : 'R'} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${literal(text)} Tj ET`;
}

/** At the end of the activation as sheet EP 2 shows it, from the space as sheet EP 6 recalls it. */
const HEADS = {
  activation: { titles: ['VOS COORDONNEES', 'RECAPITULATIF'], question: 'Votre question de confiance :' },
  space: {
    titles: ['VOTRE ESPACE PROFESSIONNEL', 'RECAPITULATIF DE VOS DONNEES PERSONNELLES'],
    question: 'Votre question de confiance (indispensable en cas de perte de votre mot de passe) :',
  },
};

/** Two columns for the identity, then one line for each longer value. */
export const recap = {
  pairs: (space) => [
    [['Nom', space.nom], ['Prénom', space.prenom]],
    [["N° d'abonné", space.number], ['Tél', space.telephone]],
    [['Adresse électronique', space.address]],
    [['Adresse professionnelle', recap.postal(space)]],
  ],

  postal(space) {
    const street = [space.numero, space.nature, space.libelle].filter(Boolean).join(' ');
    return [street, space.complement, space.codePostal, space.ville, space.pays].filter(Boolean).join(' ');
  },

  page(space, { titles, question } = HEADS.activation) {
    const lines = [
      { x: 50, y: 790, size: 10, text: 'RÉPUBLIQUE FRANÇAISE' },
      { x: 430, y: 790, size: 10, text: 'FINANCES PUBLIQUES' },
      ...titles.map((text, rank) => ({ x: 297 - text.length * 5, y: 740 - rank * 25, size: 14, bold: true, text })),
      { x: 50, y: 670, size: 12, bold: true, text: 'Votre identité :' },
    ];
    let y = 645;
    const row = (pairs) => {
      pairs.forEach(([label, value], column) => {
        lines.push({ x: 50 + column * 260, y, bold: true, text: label });
        wrapped(value, pairs.length > 1 ? 18 : 58).forEach((text, rank) => {
          lines.push({ x: (column ? 390 : 190), y: y - rank * 14, text: rank ? text : `: ${text}` });
        });
      });
      y -= 14 * Math.max(...pairs.map(([, value]) => wrapped(value, pairs.length > 1 ? 18 : 58).length)) + 8;
    };
    recap.pairs(space).forEach(row);
    lines.push({ x: 50, y: y - 20, size: 12, bold: true, text: question });
    y -= 45;
    row([['Question de confiance', space.question]]);
    lines.push({ x: 50, y: 60, size: 9, text: `Vos coordonnées: document créé le ${stamp()}` });
    return lines.map(write).join('\n');
  },
};

function wrapped(value, width) {
  return value.match(new RegExp(`.{1,${width}}(?=\\s|$)|\\S{1,${width}}`, 'gu'))?.map((line) => line.trim()) ?? [''];
}

export function recapPdf(space, from) {
  const content = Buffer.from(recap.page(space, HEADS[from]), 'latin1');
  const font = (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) /ViewerPreferences << /DisplayDocTitle true >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`,
    font('Helvetica'), font('Helvetica-Bold'),
    `<< /Title ${literal('Récapitulatif de votre espace professionnel')} >>`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, rank) => {
    const place = text.length;
    text += `${rank + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const index = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${index}trailer\n`
    + `<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
