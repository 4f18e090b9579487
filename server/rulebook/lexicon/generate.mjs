/**
 * Writes the generated word lists; run after rules gain new words: `npm run lexicon`. A test says when they are stale.
 *
 * real-words.txt: English words one edit away from a word of the rulebook, which must never be taken for a typing slip of it.
 * common-words.txt: everyday words, so that a capital at the start of a sentence does not make one a name.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonWords, neighbours } from './words.mjs';

const write = (name, words) => writeFileSync(join(import.meta.dirname, name), `${words.join('\n')}\n`);
write('common-words.txt', commonWords());
write('real-words.txt', await neighbours());
