/**
 * Writes real-words.txt: the English words one edit away from a word of the rulebook, which must never be taken for a typing slip of it.
 * Run after rules gain new words: `npm run lexicon`. A test says when it is stale.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { neighbours } from './neighbours.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const english = createRequire(import.meta.url)('an-array-of-english-words');
writeFileSync(join(here, 'real-words.txt'), `${(await neighbours(english)).join('\n')}\n`);
