import {
  createTextDocument,
  DocumentValidator,
  getDefaultBundledSettingsAsync,
  validateText,
} from 'cspell-lib';
import writeGoodChecker from 'write-good';

/**
 * cSpell by its fastest way: settings and dictionaries are worked out once, then only the text is checked. (Its editor
 * extension works them out again for each version of a document.)
 * @param {string[]} words words that it shall know, so that it is not slowed down by reporting them
 * @returns {Promise<(text: string) => Promise<number>>} checks a text; gives the number of issues
 */
export async function cSpell(words) {
  const document = createTextDocument({ uri: 'file:///review.txt', content: '', languageId: 'plaintext' });
  const settings = {
    ...(await getDefaultBundledSettingsAsync()),
    language: 'en,en-GB',
    words,
    // Its limits would let it stop early.
    maxNumberOfProblems: 1_000_000,
    maxDuplicateProblems: 1_000_000,
  };
  const validator = new DocumentValidator(document, { noConfigSearch: true }, settings);
  await validator.prepare();
  const prepared = validator.getFinalizedDocSettings();
  return async (text) => (await validateText(text, prepared)).length;
}

/** @returns {Promise<(text: string) => Promise<number>>} checks a text; gives the number of suggestions */
export async function writeGood() {
  return async (text) => writeGoodChecker(text).length;
}
