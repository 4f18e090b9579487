/** Invented review prose for measuring: the same seed gives the same text. No real person, place or case. */

const NAMES = ['Amy', 'Jade', 'Connor', 'Leah', 'Tyler', 'Zara', 'Ellie', 'Marcus'];
const PLACES = [
  'the bus station',
  'the retail park',
  'Mill Lane',
  'the seafront',
  'the skate park',
  'Hollin Road',
];
const ADULTS = ['PC Ostler', 'DC Amery', 'Sgt Quill', 'mum', 'the key worker', 'the social worker', 'dad'];

const INNOCENT = [
  '{name} was last seen at {time} near {place} by {adult}.',
  '{adult} has checked {place} and spoken to staff there, with no result so far.',
  '{name} said that she was worried about going home and asked to speak to {adult}.',
  'The phone was last used at {time}; a request for cell site data was made at {time}.',
  'House searched by {adult} at {time}, including the loft and the shed: nothing found.',
  '{adult} telephoned at {time} to say that the friends whom {name} named have not seen her since Tuesday.',
  'Hospitals and custody were checked at {time} and the results are negative.',
  'I am satisfied that the enquiries so far are proportionate, and I have set out below what remains to be done.',
  'He is believed to have travelled by train with an older male whose identity is not yet known.',
  'Children’s services were informed at {time} and a strategy discussion is arranged for tomorrow morning.',
  '{name} has asthma and does not have an inhaler with her, which adds to the risk as the night gets colder.',
  'The return interview will be offered by {adult}, who knows {name} well, within seventy-two hours.',
  '{adult} will view the footage from {place} and update the log by {time}.',
  'It is not known why {name} leaves on Thursdays, and the next review must consider who she meets.',
  'Two men collected her from {place} in a silver car; the registration number is being researched.',
  'The photograph on the system was updated at {time} and circulated to neighbouring forces.',
];

const RISKY = [
  '{name} does not understand her behaviour and engages in behaviour that is highly risky.',
  '{name} is putting herself at risk by staying out late with older males.',
  'She is streetwise and has made poor choices before.',
  '{name} chose to meet her boyfriend, who is 34, near {place}.',
  'She fails to recognise the risks that she exposes herself to.',
];

/** Words that a spelling checker need not know. */
export const INVENTED_WORDS = ['Ostler', 'Amery', 'Hollin', 'Sgt', 'Zara', 'Leah', 'streetwise', 'hrs'];

/** One sentence in this many is risky. */
const RISKY_EVERY = 14;

/**
 * Review-like text of at least this many UTF-16 units, cut at the end of a paragraph.
 * @param seed another seed, another text
 */
export function review(length: number, seed = 1): string {
  const random = mulberry32(seed);
  const parts: string[] = [];
  let written = 0;
  for (let paragraph = 0; written < length; paragraph++) {
    const text = paragraph % 8 === 0 ? section(random, paragraph) : prose(random);
    parts.push(text);
    written += text.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

/** One paragraph of a few sentences. */
export function passage(seed: number): string {
  return prose(mulberry32(seed));
}

function section(random: () => number, paragraph: number): string {
  const fields = [
    `Risk: ${pick(['High', 'Medium'], random)}`,
    'Grounds:',
    `Reviewed: ${fill('{time}hrs', random)}`,
  ];
  const log = Array.from({ length: 3 }, () => fill(`{time}hrs ${sentence(random)}`, random));
  return [`## Review ${paragraph / 8 + 1}`, '', ...fields, '', ...log].join('\n');
}

function prose(random: () => number): string {
  return Array.from({ length: 3 + Math.floor(random() * 4) }, () => sentence(random)).join(' ');
}

function sentence(random: () => number): string {
  return fill(pick(random() < 1 / RISKY_EVERY ? RISKY : INNOCENT, random), random);
}

function fill(template: string, random: () => number): string {
  return template
    .replaceAll('{name}', () => pick(NAMES, random))
    .replaceAll('{place}', () => pick(PLACES, random))
    .replaceAll('{adult}', () => pick(ADULTS, random))
    .replaceAll('{time}', () => `${twoDigits(random() * 24)}${twoDigits(random() * 60)}`);
}

function twoDigits(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

function pick(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? '';
}

/** The generator mulberry32: small, fast, and the same everywhere. Gives numbers from 0 up to 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
