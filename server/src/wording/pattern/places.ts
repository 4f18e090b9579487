import type { Sentence } from '../../people/sentence.ts';

/** Every place of a sentence. */
export const ANYWHERE = -1;
/** Bits in a set of places. */
const SHARED = 32;

/**
 * Where the symbols of one sentence stand, at a glance: a bit for each place, counted from the sentence's start. Places 32 words apart share a bit,
 * so a bit that is set says “perhaps”, one that is not says “certainly not”.
 */
export class Places {
  private sentence: Sentence | undefined;
  private bits = new Int32Array(0);
  private stamps = new Int32Array(0);
  private stamp = 0;

  /** Turns to a sentence; costs nothing where it was the last one. */
  read(sentence: Sentence): void {
    if (this.sentence === sentence) return;
    this.sentence = sentence;
    this.stamp++;
    for (let i = sentence.from; i < sentence.to; i++) {
      const symbols = sentence.tokens.words[i]?.symbols;
      if (!symbols) continue;
      const bit = 1 << (i - sentence.from);
      // Sorted, so the last is the largest.
      const largest = symbols[symbols.length - 1] ?? 0;
      if (largest >= this.bits.length) this.grow(largest);
      for (let k = 0; k < symbols.length; k++) {
        const symbol = symbols[k] as number;
        if (this.stamps[symbol] === this.stamp) this.bits[symbol] = (this.bits[symbol] as number) | bit;
        else {
          this.stamps[symbol] = this.stamp;
          this.bits[symbol] = bit;
        }
      }
    }
  }

  /** Where any of the symbols stands. */
  of(symbols: readonly number[]): number {
    let places = 0;
    for (let k = 0; k < symbols.length; k++) {
      const symbol = symbols[k] as number;
      if (this.stamps[symbol] === this.stamp) places |= this.bits[symbol] as number;
    }
    return places;
  }

  /**
   * Where a match can start that holds a word of every set, one after another: up to the last place from which all of them still follow.
   * Two sets may meet in one word ("isn't").
   */
  before(path: readonly (readonly number[])[]): number {
    const ordered = this.sentence !== undefined && this.sentence.to - this.sentence.from <= SHARED;
    let open = ANYWHERE;
    for (let k = path.length - 1; k >= 0; k--) {
      const places = this.of(path[k] as readonly number[]) & open;
      if (places === 0) return 0;
      if (ordered) open = ANYWHERE >>> Math.clz32(places);
    }
    return open;
  }

  private grow(symbol: number): void {
    const length = Math.max(symbol + 1, this.bits.length * 2);
    const bits = new Int32Array(length);
    const stamps = new Int32Array(length);
    bits.set(this.bits);
    stamps.set(this.stamps);
    this.bits = bits;
    this.stamps = stamps;
  }
}
