/** Typing slips in the distinctive words of the rulebook: one edit away, and never a real word of English. */

/** Shorter words are too easily hit by chance, unless the very same letters are there. */
const MIN_LENGTH = 6;
/** From this length on, two neighbouring letters that changed places are put right. */
const MIN_SWAPPED = 4;

/**
 * Finds the one form that a mistyped word stands for. A form is reached by one insertion, deletion, substitution or transposition; a short one
 * by a transposition only.
 * Look-up by deletion neighbourhood: the cost depends on the length of the word, not on the size of the rulebook.
 */
export class SlipIndex {
  private readonly byDeletion = new Map<string, string | null>();
  /** Short forms by the words that two of their letters changing places make of them; null where two forms meet. */
  private readonly bySwap = new Map<string, string | null>();

  /**
   * @param forms the forms of the pattern vocabulary
   * @param realWords words of English near to a form, which are what they are
   */
  constructor(
    forms: Iterable<string>,
    private readonly realWords: ReadonlySet<string>,
  ) {
    for (const form of forms) {
      if (form.length < MIN_SWAPPED || !/^[a-zà-ÿ]+$/.test(form)) continue;
      if (form.length < MIN_LENGTH) {
        for (const swapped of swaps(form)) this.bySwap.set(swapped, this.bySwap.has(swapped) ? null : form);
        continue;
      }
      this.note(form, form);
      for (const shorter of deletions(form)) this.note(shorter, form);
    }
  }

  /** The form `word` (lower case) is a slip for, or undefined when there is none or more than one that differs in stem. */
  correct(word: string): string | undefined {
    if (this.realWords.has(word) || !/^[a-zà-ÿ]+$/.test(word)) return undefined;
    const swapped = word.length < MIN_LENGTH ? this.bySwap.get(word) : undefined;
    if (swapped) return swapped;
    if (word.length < MIN_LENGTH - 1) return undefined;
    let best: string | undefined;
    for (const key of [word, ...deletions(word)]) {
      const form = this.byDeletion.get(key);
      if (form === undefined || form === null) continue;
      if (form === word || !withinOneEdit(word, form) || form.length < MIN_LENGTH) continue;
      if (best !== undefined && best !== form) {
        // Two inflections of one word are no doubt: "puttin" is putting, not another word.
        if (!sharesStem(best, form)) return undefined;
        if (form.length <= best.length) continue;
      }
      best = form;
    }
    return best;
  }

  private note(key: string, form: string): void {
    const known = this.byDeletion.get(key);
    if (known === undefined) this.byDeletion.set(key, form);
    else if (known !== null && known !== form && !sharesStem(known, form)) this.byDeletion.set(key, null);
  }
}

function sharesStem(a: string, b: string): boolean {
  const n = Math.max(4, Math.min(a.length, b.length) - 3);
  return a.slice(0, n) === b.slice(0, n);
}

function deletions(word: string): string[] {
  const out: string[] = [];
  // The first letter is nearly always typed right; leaving it alone keeps look-alikes such as "unseen/seen" apart.
  for (let i = 1; i < word.length; i++) out.push(word.slice(0, i) + word.slice(i + 1));
  return out;
}

/** Every word that two neighbouring letters changing places make, the first letter apart. */
function swaps(word: string): string[] {
  const out: string[] = [];
  for (let i = 1; i < word.length - 1; i++)
    if (word[i] !== word[i + 1]) out.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  return out;
}

/** True for distance 0 or 1, a transposition of neighbours counting as one edit. */
export function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length === b.length) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}
