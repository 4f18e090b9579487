import type { Word } from '../../text/word.ts';
import type { Program, WordClass } from './program.ts';

interface Openings {
  /** Phrases that a slot or a negation may open, whatever the word. */
  readonly anywhere: readonly Program[];
  /** Kept as long as the vocabulary keeps the word. */
  readonly byWord: WeakMap<Word, readonly Program[]>;
}

const OPENINGS = new WeakMap<WordClass, Openings>();

/** The phrases of a class that a word may open: of a class with hundreds, a few. */
export function phrasesOpening(wordClass: WordClass, word: Word): readonly Program[] {
  let openings = OPENINGS.get(wordClass);
  if (!openings) {
    openings = { anywhere: wordClass.phrases.filter(opensAnywhere), byWord: new WeakMap() };
    OPENINGS.set(wordClass, openings);
  }
  if (!carries(word, wordClass.firstSymbol)) return openings.anywhere;
  let phrases = openings.byWord.get(word);
  if (!phrases) {
    phrases = wordClass.phrases.filter(
      (phrase) => opensAnywhere(phrase) || phrase.first.symbols.some((symbol) => carries(word, symbol)),
    );
    openings.byWord.set(word, phrases);
  }
  return phrases;
}

function opensAnywhere({ first }: Program): boolean {
  return first.any || first.negative || first.slots.length > 0;
}

/** The word carries the symbol; the symbols of a word are sorted. */
export function carries({ symbols }: Word, symbol: number): boolean {
  let low = 0;
  let high = symbols.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = symbols[middle] as number;
    if (found === symbol) return true;
    if (found < symbol) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
