import { inflections } from '../../text/verbs.ts';
import type { Words } from './emit.ts';
import type { PatternNode } from './parse.ts';
import { SLOTS } from './program.ts';
import { REFLEXIVES } from './reflexives.ts';

/** Symbols of which every match holds one, and how often any of them is to be expected, per 10,000 words. */
export interface AnchorSet {
  readonly symbols: readonly number[];
  readonly weight: number;
  /** A match may do without, or hold it elsewhere: a negation at the head of the sentence, a form of be left out. */
  readonly loose: boolean;
}

/** What a word that is not on the frequency list counts as, per 10,000 words. */
const RARE = 0.2;
const REFLEXIVES_PER_10_000 = 5;
const PUNCTUATION = 800;

/** Finds the words by which a pattern is looked up: those of which every match holds one, the rarest by preference. */
export class AnchorFinder {
  /** Frequencies of words in all their inflections, once worked out. */
  private readonly weights = new Map<string, number>();
  /** By node of a word, by name of a class: patterns share them. */
  private readonly known = new Map<PatternNode | string, AnchorSet>();

  /** @param frequency how often a form stands in reviews, per 10,000 words */
  constructor(
    private readonly words: Words,
    private readonly frequency: ReadonlyMap<string, number>,
  ) {}

  /** The certain parts of a pattern, each as the symbols that can stand for it. */
  requiredOf(tree: PatternNode): AnchorSet[] {
    const items = tree.type === 'sequence' ? tree.items : [tree];
    const sets: AnchorSet[] = [];
    for (const item of items) {
      if (item.type === 'sequence') sets.push(...this.requiredOf(item));
      else {
        const found = this.anchorSet(item);
        if (found) sets.push(found);
      }
    }
    return sets;
  }

  /** How often a word is to be expected, per 10,000 words. */
  frequencyOf(word: string, exact: boolean): number {
    if (!/[a-z0-9]/.test(word)) return PUNCTUATION;
    if (exact) return RARE + (this.frequency.get(word) ?? 0);
    let weight = this.weights.get(word);
    if (weight === undefined) {
      weight = inflections(word).reduce((sum, form) => sum + (this.frequency.get(form) ?? 0), RARE);
      this.weights.set(word, weight);
    }
    return weight;
  }

  /** The rarest certain part of a pattern; undefined when nothing is certain. */
  anchorSet(node: PatternNode): AnchorSet | undefined {
    switch (node.type) {
      case 'word':
        return this.once(node, () => ({
          symbols: [node.exact ? this.words.exact(node.word) : this.words.lemma(node.word)],
          weight: this.frequencyOf(node.word, node.exact),
          loose: node.word === 'be',
        }));
      case 'class': {
        if (node.name === 'SELF')
          return this.once(node.name, () => ({
            symbols: [...REFLEXIVES, 'self'].map((w) => this.words.exact(w)),
            weight: REFLEXIVES_PER_10_000,
            loose: false,
          }));
        if (SLOTS.has(node.name)) return undefined;
        const c = this.words.wordClass(node.name);
        if (c.open) return undefined;
        return this.once(c.name, () => ({
          symbols: [c.symbol, c.phraseSymbol],
          weight: c.weight,
          loose: c.negative || c.mayDeny,
        }));
      }
      case 'sequence': {
        let best: AnchorSet | undefined;
        for (const item of node.items) {
          const found = this.anchorSet(item);
          if (found && (!best || found.weight < best.weight)) best = found;
        }
        return best;
      }
      case 'choice': {
        const symbols: number[] = [];
        let weight = 0;
        let loose = false;
        for (const option of node.options) {
          const found = this.anchorSet(option);
          if (!found) return undefined;
          symbols.push(...found.symbols);
          weight += found.weight;
          loose ||= found.loose;
        }
        return { symbols, weight, loose };
      }
      case 'head':
        // Log English leaves it out.
        return mayBeBe(node.item) ? undefined : this.anchorSet(node.item);
      case 'capture':
        return this.anchorSet(node.item);
      default:
        return undefined;
    }
  }

  private once(key: PatternNode | string, make: () => AnchorSet): AnchorSet {
    let set = this.known.get(key);
    if (!set) {
      set = make();
      this.known.set(key, set);
    }
    return set;
  }
}

function mayBeBe(node: PatternNode): boolean {
  if (node.type === 'word') return node.word === 'be';
  return node.type === 'choice' && node.options.some(mayBeBe);
}
