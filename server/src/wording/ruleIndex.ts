import type { Sentence } from '../people/sentence.ts';
import type { CompiledRule, GrammarClasses, IndexedProgram, RuleIndex } from './rules.ts';

/**
 * Files every pattern under its rarest words. Patterns with the same rarest word are grouped by the next word they need, so that one look at the
 * sentence passes over all of a group.
 * @param symbols how many symbols the vocabulary has
 */
export function indexRules(
  rules: readonly CompiledRule[],
  grammar: GrammarClasses,
  symbols: number,
): RuleIndex {
  const programs: IndexedProgram[] = [];
  const sets = new NumberedSets();
  const rest: number[][] = [];
  const filed: (Map<number, number[]> | undefined)[] = new Array(symbols);
  for (const rule of rules) {
    for (const shape of rule.shapes) {
      for (const program of [...shape.programs, ...shape.turned]) {
        const at = programs.push({ rule, shape, program, order: programs.length }) - 1;
        const [next = NOTHING_ELSE, ...others] = program.required.map((set) => sets.numberOf(set));
        rest.push(others);
        for (const symbol of new Set(program.anchors)) {
          filed[symbol] ??= new Map();
          const groups = filed[symbol] as Map<number, number[]>;
          const group = groups.get(next);
          if (group) group.push(at);
          else groups.set(next, [at]);
        }
      }
    }
  }
  return {
    rules,
    programs,
    byAnchor: filed.map((groups) => groups && flat(groups)),
    rest,
    ...sets.flat(),
    grammar,
    lastSeen: new Int32Array(symbols),
    lastTried: new Int32Array(programs.length),
    lastAsked: new Int32Array(sets.size),
  };
}

/** The symbols that an index asks a sentence for. */
export function symbolsOf({ byAnchor, members }: RuleIndex): number[] {
  return [...members, ...byAnchor.flatMap((groups, symbol) => (groups ? [symbol] : []))];
}

/** Groups one after another: number of the set, size, patterns. */
function flat(groups: ReadonlyMap<number, readonly number[]>): Int32Array {
  let length = 0;
  for (const patterns of groups.values()) length += 2 + patterns.length;
  const out = new Int32Array(length);
  let at = 0;
  for (const [set, patterns] of groups) {
    out[at++] = set;
    out[at++] = patterns.length;
    out.set(patterns, at);
    at += patterns.length;
  }
  return out;
}

/** The group's patterns need no word besides their rarest. */
const NOTHING_ELSE = -1;

/** Gives equal sets of symbols one number. */
class NumberedSets {
  private readonly all: (readonly number[])[] = [];
  private readonly numbers = new Map<string, number>();
  /** Most sets are the very array of a word or class. */
  private readonly known = new Map<readonly number[], number>();

  get size(): number {
    return this.all.length;
  }

  flat(): { members: Int32Array; setStarts: Int32Array } {
    const setStarts = new Int32Array(this.all.length + 1);
    this.all.forEach((set, n) => {
      setStarts[n + 1] = (setStarts[n] as number) + set.length;
    });
    return { members: Int32Array.from(this.all.flat()), setStarts };
  }

  numberOf(set: readonly number[]): number {
    let number = this.known.get(set);
    if (number !== undefined) return number;
    const key = set.join();
    number = this.numbers.get(key);
    if (number === undefined) {
      number = this.all.push(set) - 1;
      this.numbers.set(key, number);
    }
    this.known.set(set, number);
    return number;
  }
}

/** The patterns whose certain words all stand in a sentence, in the order of the rulebook. */
export function triggered(sentence: Sentence, index: RuleIndex): readonly IndexedProgram[] {
  const { lastSeen, lastTried, byAnchor, programs, rest } = index;
  const words = sentence.tokens.words;
  const stamp = ++sentenceCount;
  const met: Int32Array[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const symbols = words[i]?.keys;
    if (!symbols) continue;
    for (let k = 0; k < symbols.length; k++) {
      const symbol = symbols[k] as number;
      if (lastSeen[symbol] === stamp) continue;
      lastSeen[symbol] = stamp;
      const groups = byAnchor[symbol];
      if (groups) met.push(groups);
    }
  }
  // Only now is every word of the sentence known.
  const found: number[] = [];
  for (let m = 0; m < met.length; m++) {
    const groups = met[m] as Int32Array;
    for (let at = 0; at < groups.length; ) {
      const set = groups[at] as number;
      const first = at + 2;
      at = first + (groups[at + 1] as number);
      if (set !== NOTHING_ELSE && !holds(set, index, stamp)) continue;
      for (let n = first; n < at; n++) {
        const p = groups[n] as number;
        if (lastTried[p] === stamp) continue;
        lastTried[p] = stamp;
        if (holdsAll(rest[p] as readonly number[], index, stamp)) found.push(p);
      }
    }
  }
  return found.sort((a, b) => a - b).map((p) => programs[p] as IndexedProgram);
}

function holdsAll(sets: readonly number[], index: RuleIndex, stamp: number): boolean {
  for (let i = 0; i < sets.length; i++) if (!holds(sets[i] as number, index, stamp)) return false;
  return true;
}

/** A symbol of the set stands in the sentence; looked for once a sentence, for many patterns need the same. */
function holds(set: number, index: RuleIndex, stamp: number): boolean {
  const { lastAsked, lastSeen, members, setStarts } = index;
  const asked = lastAsked[set];
  if (asked === stamp) return true;
  if (asked === -stamp) return false;
  const end = setStarts[set + 1] as number;
  for (let k = setStarts[set] as number; k < end; k++) {
    if (lastSeen[members[k] as number] !== stamp) continue;
    lastAsked[set] = stamp;
    return true;
  }
  lastAsked[set] = -stamp;
  return false;
}

/** Numbers sentences, so that the index's working space need not be cleared between them. */
let sentenceCount = 0;
