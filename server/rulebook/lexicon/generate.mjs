/**
 * Writes the generated word lists; run after rules gain new words: `npm run lexicon`. A test says when they are stale.
 *
 * real-words.txt: English words one edit away from a word of the rulebook, which must never be taken for a typing slip of it.
 * common-words.txt: everyday words, so that a capital at the start of a sentence does not make one a name.
 * frequent-words.txt: how often a word stands in reviews, per 10,000 words, so that each pattern is looked for by its rarest word.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonWords, frequentWords, neighbours } from './words.mjs';

const write = (name, words) => writeFileSync(join(import.meta.dirname, name), `${words.join('\n')}\n`);
write('common-words.txt', commonWords());
write('frequent-words.txt', frequentWords());
write('real-words.txt', await neighbours());
