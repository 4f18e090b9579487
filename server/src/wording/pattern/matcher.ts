import type { Discourse } from '../../people/discourse.ts';
import type { Sentence } from '../../people/sentence.ts';
import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';
import { Denials } from './denials.ts';
import { breakEnds, isAuxiliaryUse, leavesOutBe, startsNewClause } from './grammar.ts';
import { carries, phrasesOpening } from './openings.ts';
import { Places } from './places.ts';
import { type Instruction, Op, type Program, type WordClass } from './program.ts';
import { SlotReader } from './slots.ts';
import { Visited } from './visited.ts';

/** Words that may stand between two words of a pattern without being written there. */
const MAX_SKIPS = 8;

/** One match of a pattern, in token indices; `to` and `spanTo` exclusive. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly spanFrom: number;
  readonly spanTo: number;
  /** The head verb, or -1 when the pattern has none. */
  readonly head: number;
  /** The possessive that POSS matched, or -1. */
  readonly possessive: number;
  /** The mention that CHILD matched, or -1. */
  readonly child: number;
  /** The pattern itself asked for a negation here: it is the fault, and rescues nothing. */
  readonly negated: boolean;
  /** A word of the pattern that affirms stands there with a negation of its own: "won't" for will. */
  readonly denied: boolean;
  /** The head "be" is left out, as in a log: "YP besotted with him". */
  readonly elided: boolean;
  readonly captures: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
}

interface Marks {
  readonly first: number;
  readonly last: number;
  readonly spanFrom: number;
  readonly spanTo: number;
  readonly head: number;
  readonly possessive: number;
  readonly child: number;
  readonly negated: boolean;
  readonly denied: boolean;
  readonly elided: boolean;
  readonly captures: ReadonlyMap<string, { from: number; to: number }>;
}

const PENDING = -2;
const NONE: ReadonlyMap<string, { from: number; to: number }> = new Map();

/**
 * Runs compiled patterns over one sentence. Each (instruction, position) is entered once per starting point, so the work is bounded by the
 * length of the pattern times the length of the stretch it can span: no input makes it explode.
 */
export class Matcher {
  private depth = 0;
  private readonly slots: SlotReader;
  private readonly denials: Denials;
  private readonly classEnds = new Map<WordClass, Map<number, number[]>>();

  constructor(
    readonly sentence: Sentence,
    readonly discourse: Discourse,
  ) {
    this.slots = new SlotReader(sentence, discourse);
    this.denials = new Denials(sentence);
  }

  /** All matches that do not overlap, left to right. */
  matches(program: Program): Match[] {
    const out: Match[] = [];
    const { from } = this.sentence;
    const starts = this.starts(program);
    if (starts === 0) return out;
    for (let i = from; i < this.sentence.to; i++) {
      if ((starts & (1 << (i - from))) === 0) continue;
      const match = this.matchAt(program, i);
      if (!match) continue;
      out.push(match);
      i = Math.max(i, match.to - 1);
    }
    return out;
  }

  /** True when the pattern matches somewhere in `[from, to)`. */
  occurs(program: Program, from: number, to: number): boolean {
    const starts = this.starts(program);
    if (starts === 0) return false;
    for (let i = from; i < to; i++) {
      if ((starts & (1 << (i - this.sentence.from))) === 0) continue;
      const match = this.matchAt(program, i);
      if (match && match.to <= to) return true;
    }
    return false;
  }

  /**
   * Where a match may start, as places of the sentence: where a first word stands and the certain words follow in their order. Slots and
   * negations have to be asked, so they may start it anywhere.
   */
  private starts(program: Program): number {
    PLACES.read(this.sentence);
    const open = PLACES.before(program.path);
    if (open === 0) return 0;
    const { first } = program;
    if (first.any || first.negative || first.slots.length > 0) return open;
    return open & PLACES.of(first.symbols);
  }

  matchAt(program: Program, start: number): Match | undefined {
    if (!this.canStart(program, start)) return undefined;
    const visited = this.borrow();
    const marks = this.run(
      program,
      0,
      start,
      {
        first: -1,
        last: start,
        spanFrom: -1,
        spanTo: -1,
        head: -1,
        possessive: -1,
        child: -1,
        negated: false,
        denied: false,
        elided: false,
        captures: NONE,
      },
      0,
      visited,
      start,
    );
    this.depth--;
    if (!marks || marks.first < 0) return undefined;
    return {
      from: marks.first,
      to: marks.last,
      spanFrom: marks.spanFrom >= 0 ? marks.spanFrom : marks.first,
      spanTo: marks.spanTo >= 0 ? marks.spanTo : marks.last,
      head: marks.head,
      possessive: marks.possessive,
      child: marks.child,
      negated: marks.negated,
      denied: marks.denied,
      elided: marks.elided,
      captures: marks.captures,
    };
  }

  /** Working space for one attempt; attempts nest where a class or a `!` has patterns of its own. */
  private borrow(): Visited {
    const visited = VISITED[this.depth] ?? new Visited();
    VISITED[this.depth++] = visited;
    visited.clear();
    return visited;
  }

  /** A cheap look at the first word, before anything is tried. */
  private canStart(program: Program, pos: number): boolean {
    const { first } = program;
    if (first.any) return true;
    if (first.negative && this.denials.areAhead(pos)) return true;
    const word = this.sentence.word(pos);
    if (!word) return false;
    for (let k = 0; k < first.symbols.length; k++) if (carries(word, first.symbols[k] as number)) return true;
    for (const slot of first.slots) if (this.slots.ends(slot, pos).length > 0) return true;
    return false;
  }

  private run(
    program: Program,
    pc: number,
    pos: number,
    marks: Marks,
    skips: number,
    visited: Visited,
    start: number,
  ): Marks | undefined {
    const code = program.code;
    for (;;) {
      const instruction = code[pc] as Instruction;
      switch (instruction.op) {
        case Op.Match:
          return marks;
        case Op.Jump:
          pc = instruction.to;
          continue;
        case Op.Split: {
          const found = this.run(program, instruction.first, pos, marks, skips, visited, start);
          if (found) return found;
          pc = instruction.second;
          continue;
        }
        case Op.Head:
          marks = { ...marks, head: PENDING };
          pc++;
          continue;
        case Op.SpanStart:
          marks = { ...marks, spanFrom: PENDING };
          pc++;
          continue;
        case Op.SpanEnd:
          marks = { ...marks, spanTo: marks.last };
          pc++;
          continue;
        case Op.CaptureStart:
          marks = {
            ...marks,
            captures: new Map(marks.captures).set(instruction.name, { from: PENDING, to: PENDING }),
          };
          pc++;
          continue;
        case Op.CaptureEnd: {
          const open = marks.captures.get(instruction.name);
          if (open && open.from >= 0)
            marks = {
              ...marks,
              captures: new Map(marks.captures).set(instruction.name, { from: open.from, to: marks.last }),
            };
          pc++;
          continue;
        }
        case Op.Not: {
          let at = pos;
          for (let k = 0; k < MAX_SKIPS; k++) {
            if (this.matchAt(instruction.program, at)) return undefined;
            const next = this.sentence.skip(at);
            if (next === at) break;
            at = next;
          }
          pc++;
          continue;
        }
        default: {
          const key = (pos - start) * code.length + pc;
          if (!visited.enter(key)) return undefined;
          if (pos < this.sentence.to && !(marks.head === PENDING && isAuxiliaryUse(this.sentence, pos))) {
            for (const end of this.ends(instruction, pos)) {
              const found = this.run(
                program,
                pc + 1,
                end,
                this.consumed(marks, instruction, pos, end),
                0,
                visited,
                start,
              );
              if (found) return found;
            }
          }
          if (
            instruction.op === Op.Class &&
            instruction.wordClass.negative &&
            this.deniedWithoutWord(marks, pos, start)
          ) {
            const denied = { ...marks, negated: true, denied: false };
            const found = this.run(program, pc + 1, pos, denied, 0, visited, start);
            if (found) return found;
          }
          if (
            instruction.op === Op.Symbol &&
            instruction.elliptic &&
            marks.first < 0 &&
            leavesOutBe(this.sentence, pos, this.discourse)
          ) {
            const bare = { ...marks, elided: true };
            const found = this.run(program, pc + 1, pos, bare, 0, visited, start);
            if (found) return found;
          }
          if (marks.first < 0 || skips >= MAX_SKIPS) return undefined;
          const next = this.sentence.skip(pos);
          if (next === pos) return undefined;
          pos = next;
          skips++;
        }
      }
    }
  }

  /** The negation a pattern asks for is no word of its own here. */
  private deniedWithoutWord(marks: Marks, pos: number, start: number): boolean {
    // "Never once has she accepted …": it stands at the head of the sentence.
    if (marks.first < 0) return this.denials.areAhead(pos);
    // "be NEG": both in one word, "isn't".
    const s = this.sentence;
    return (
      marks.last === pos &&
      pos > start &&
      /n'?t$/.test(s.lower(pos - 1)) &&
      (s.tags(pos - 1) & Tag.Negator) !== 0
    );
  }

  private consumed(marks: Marks, instruction: Instruction, pos: number, end: number): Marks {
    let captures = marks.captures;
    for (const [name, range] of captures) {
      if (range.from === PENDING) {
        captures = new Map(captures).set(name, { from: pos, to: end });
        break;
      }
    }
    return {
      first: marks.first < 0 ? pos : marks.first,
      last: end,
      spanFrom: marks.spanFrom === PENDING ? pos : marks.spanFrom,
      spanTo: marks.spanTo,
      head: marks.head === PENDING ? pos : marks.head,
      possessive:
        instruction.op === Op.Slot && instruction.slot === 'POSS' && marks.possessive < 0
          ? pos
          : marks.possessive,
      child:
        instruction.op === Op.Slot && instruction.slot === 'CHILD' && marks.child < 0 ? pos : marks.child,
      negated: marks.negated || this.denials.isNegation(instruction, pos, end),
      denied: marks.denied || this.denials.isDenied(instruction, pos),
      elided: marks.elided,
      captures,
    };
  }

  /** Where a consuming instruction may end when it starts at `pos`. */
  private ends(instruction: Instruction, pos: number): readonly number[] {
    switch (instruction.op) {
      case Op.Symbol:
        return this.carries(pos, instruction.symbol) &&
          !(instruction.auxiliary && this.isPossessiveClitic(pos))
          ? [pos + 1]
          : NO_ENDS;
      case Op.Class:
        return this.classEndsAt(instruction.wordClass, pos);
      case Op.Any: {
        const kind = this.sentence.kind(pos);
        if (instruction.wide && this.sentence.word(pos) && kind !== WordKind.Stop)
          return this.sentence.lower(pos) === ':' ? NO_ENDS : [pos + 1];
        if (startsNewClause(this.sentence, pos)) return NO_ENDS;
        return kind === WordKind.Word ||
          kind === WordKind.Number ||
          kind === WordKind.Clitic ||
          kind === WordKind.Joiner ||
          kind === WordKind.Quote ||
          isCurrency(this.sentence.lower(pos))
          ? [pos + 1]
          : NO_ENDS;
      }
      case Op.Break:
        return breakEnds(this.sentence, pos);
      case Op.Slot:
        return this.slots.ends(instruction.slot, pos);
      default:
        return NO_ENDS;
    }
  }

  private isPossessiveClitic(pos: number): boolean {
    return (
      this.sentence.kind(pos) === WordKind.Clitic &&
      this.sentence.mentionEndingAt(pos + 1)?.possessive === true
    );
  }

  private carries(pos: number, symbol: number): boolean {
    const word = this.sentence.word(pos);
    return word !== undefined && carries(word, symbol);
  }

  private classEndsAt(wordClass: WordClass, pos: number): readonly number[] {
    const single = this.carries(pos, wordClass.symbol);
    if (wordClass.phrases.length === 0) return single ? [pos + 1] : NO_ENDS;
    let byPosition = this.classEnds.get(wordClass);
    if (!byPosition) {
      byPosition = new Map();
      this.classEnds.set(wordClass, byPosition);
    }
    const known = byPosition.get(pos);
    if (known) return known;
    const ends: number[] = [];
    const word = this.sentence.word(pos);
    if (!word) return NO_ENDS;
    const place = 1 << (pos - this.sentence.from);
    for (const phrase of phrasesOpening(wordClass, word)) {
      if ((this.starts(phrase) & place) === 0) continue;
      const match = this.matchAt(phrase, pos);
      if (match && match.from === pos && !ends.includes(match.to)) ends.push(match.to);
    }
    // The longest phrase first: "keep on" before "keep".
    ends.sort((a, b) => b - a);
    if (single && !ends.includes(pos + 1)) ends.push(pos + 1);
    byPosition.set(pos, ends);
    return ends;
  }
}

function isCurrency(lower: string): boolean {
  return lower === '£' || lower === '€' || lower === '$';
}

/** One for each depth of nesting; no meaning outlives an attempt. */
const VISITED: Visited[] = [];

/** No meaning outlives a look. */
const PLACES = new Places();

const NO_ENDS: readonly number[] = [];
