/** Typing slips in the distinctive words of the rulebook: one edit away, and never a real word of English. */

/** Shorter words are too easily hit by chance, unless the very same letters are there. */
const MIN_LENGTH = 6;
/** From this length on, two neighbouring letters that changed places are put right. */
const MIN_SWAPPED = 4;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Words by membership: the forms of the rulebook, or real words. */
export interface WordSet {
  has(word: string): boolean;
}

/**
 * Finds the one form that a mistyped word stands for. A form is reached by one insertion, deletion, substitution or transposition; a short one
 * by a transposition only. The edits of the word are tried one by one, so nothing has to be built before the first word is read.
 */
export class Slips {
  /**
   * @param forms the forms of the pattern vocabulary, lower case
   * @param realWords words of English near to a form, which are what they are
   */
  constructor(
    private readonly forms: WordSet,
    private readonly realWords: WordSet,
  ) {}

  /** The form `word` (lower case) is a slip for, or undefined when there is none or more than one that differs in stem. */
  correct(word: string): string | undefined {
    if (word.length < MIN_SWAPPED || this.realWords.has(word) || !/^[a-zà-ÿ]+$/.test(word)) return undefined;
    if (word.length < MIN_LENGTH - 1) return this.only(word, swaps(word));
    // The likelier slip first: letters that changed places, one left out, one too many, a wrong one.
    for (const edits of [swaps, insertions, deletions, substitutions]) {
      const found = this.only(word, edits(word));
      if (found !== undefined) return found === AMBIGUOUS ? undefined : found;
    }
    return undefined;
  }

  /** The one form among the edits of a word; `AMBIGUOUS` when two differ in stem. */
  private only(word: string, edits: Iterable<string>): string | undefined {
    let best: string | undefined;
    for (const form of edits) {
      if (form === word || !this.forms.has(form)) continue;
      if (form.length < MIN_LENGTH && (form.length !== word.length || !isSwap(word, form))) continue;
      if (best !== undefined && best !== form) {
        // Two inflections of one word are no doubt: "puttin" is putting, not another word.
        if (!sharesStem(best, form)) return word.length < MIN_LENGTH - 1 ? undefined : AMBIGUOUS;
        if (form.length <= best.length) continue;
      }
      best = form;
    }
    return best;
  }
}

/** No form is written so. */
const AMBIGUOUS = '?';

function sharesStem(a: string, b: string): boolean {
  const n = Math.max(4, Math.min(a.length, b.length) - 3);
  return a.slice(0, n) === b.slice(0, n);
}

/** Every word with one letter more. The first letter is nearly always typed right; leaving it alone keeps look-alikes such as "unseen/seen" apart. */
function* insertions(word: string): Generator<string> {
  for (let i = 1; i <= word.length; i++)
    for (const letter of LETTERS) yield word.slice(0, i) + letter + word.slice(i);
}

/** Every word with one letter less. */
function* deletions(word: string): Generator<string> {
  for (let i = 1; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
}

/** Every word with another letter in one place. */
function* substitutions(word: string): Generator<string> {
  for (let i = 1; i < word.length; i++)
    for (const letter of LETTERS) yield word.slice(0, i) + letter + word.slice(i + 1);
}

/** Every word that two neighbouring letters changing places make, the first letter apart. */
function* swaps(word: string): Generator<string> {
  for (let i = 1; i < word.length - 1; i++)
    if (word[i] !== word[i + 1]) yield word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
}

/** The same letters in another order: of words one edit apart, two that changed places. */
function isSwap(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}
