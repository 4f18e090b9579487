import type { Sentence } from '../people/sentence.ts';
import type { AnchorGroup, CompiledRule, GrammarClasses, IndexedProgram, RuleIndex } from './rules.ts';

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
  const filed: (Map<number, { required: number; rest: number[][]; programs: number[] }> | undefined)[] =
    new Array(symbols);
  for (const rule of rules) {
    for (const shape of rule.shapes) {
      for (const program of [...shape.programs, ...shape.turned]) {
        const at = programs.push({ rule, shape, program, order: programs.length }) - 1;
        const [next = NOTHING_ELSE, ...rest] = program.required.map((set) => sets.numberOf(set));
        for (const symbol of new Set(program.anchors)) {
          filed[symbol] ??= new Map();
          const groups = filed[symbol] as NonNullable<(typeof filed)[number]>;
          const group = groups.get(next);
          if (group) {
            group.programs.push(at);
            group.rest.push(rest);
          } else groups.set(next, { required: next, rest: [rest], programs: [at] });
        }
      }
    }
  }
  return {
    rules,
    programs,
    byAnchor: filed.map((groups): readonly AnchorGroup[] | undefined => groups && [...groups.values()]),
    sets: sets.all,
    grammar,
    lastSeen: new Int32Array(symbols),
    lastTried: new Int32Array(programs.length),
    lastAsked: new Int32Array(sets.all.length),
    lastHeld: new Int32Array(sets.all.length),
  };
}

/** The group's patterns need no word besides their rarest. */
const NOTHING_ELSE = -1;

/** Gives equal sets of symbols one number. */
class NumberedSets {
  readonly all: (readonly number[])[] = [];
  private readonly numbers = new Map<string, number>();
  /** Most sets are the very array of a word or class. */
  private readonly known = new Map<readonly number[], number>();

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
  const { lastSeen, lastTried, byAnchor, programs } = index;
  const words = sentence.tokens.words;
  const stamp = ++sentenceCount;
  const met: (readonly AnchorGroup[])[] = [];
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
  for (const groups of met) {
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g] as AnchorGroup;
      if (group.required !== NOTHING_ELSE && !holds(group.required, index, stamp)) continue;
      for (let n = 0; n < group.programs.length; n++) {
        const p = group.programs[n] as number;
        if (lastTried[p] === stamp) continue;
        lastTried[p] = stamp;
        if (holdsAll(group.rest[n] as readonly number[], index, stamp)) found.push(p);
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
  const { lastAsked, lastHeld, lastSeen } = index;
  if (lastAsked[set] === stamp) return lastHeld[set] === stamp;
  lastAsked[set] = stamp;
  const symbols = index.sets[set] as readonly number[];
  for (let k = 0; k < symbols.length; k++) {
    if (lastSeen[symbols[k] as number] !== stamp) continue;
    lastHeld[set] = stamp;
    return true;
  }
  return false;
}

/** Numbers sentences, so that the index's working space need not be cleared between them. */
let sentenceCount = 0;
