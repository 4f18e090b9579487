import { readAge } from '../../people/ages.ts';
import type { Discourse } from '../../people/discourse.ts';
import type { Mention } from '../../people/mention.ts';
import { mayBeOffender } from '../../people/role.ts';
import type { Sentence } from '../../people/sentence.ts';
import { verbGroupStart } from '../../people/subject.ts';
import { Tag } from '../../text/lexicon.ts';
import { type Word, WordKind } from '../../text/word.ts';
import { type Instruction, NEGATIVE, Op, type Program, type SlotName, type WordClass } from './program.ts';
import { REFLEXIVES } from './reflexives.ts';

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
  private denial: boolean | undefined;
  private readonly classEnds = new Map<WordClass, Map<number, number[]>>();

  constructor(
    readonly sentence: Sentence,
    readonly discourse: Discourse,
  ) {}

  /** All matches that do not overlap, left to right. */
  matches(program: Program): Match[] {
    const out: Match[] = [];
    for (let i = this.sentence.from; i < this.sentence.to; i++) {
      const match = this.matchAt(program, i);
      if (!match) continue;
      out.push(match);
      i = Math.max(i, match.to - 1);
    }
    return out;
  }

  /** True when the pattern matches somewhere in `[from, to)`. */
  occurs(program: Program, from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const match = this.matchAt(program, i);
      if (match && match.to <= to) return true;
    }
    return false;
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
    if (first.negative && (this.isNegativelyInverted(pos) || this.hasNegativeSubject(pos))) return true;
    const word = this.sentence.word(pos);
    if (!word) return false;
    for (let k = 0; k < first.symbols.length; k++) if (carries(word, first.symbols[k] as number)) return true;
    for (const slot of first.slots) if (this.slotEnds(slot, pos).length > 0) return true;
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
          if (pos < this.sentence.to && !(marks.head === PENDING && this.isAuxiliaryUse(pos))) {
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
          // "be NEG": both in one word, "isn't".
          if (
            instruction.op === Op.Class &&
            instruction.wordClass.negative &&
            marks.last === pos &&
            pos > start &&
            /n'?t$/.test(this.sentence.lower(pos - 1)) &&
            this.sentence.tags(pos - 1) & Tag.Negator
          ) {
            const found = this.run(
              program,
              pc + 1,
              pos,
              { ...marks, negated: true, denied: false },
              0,
              visited,
              start,
            );
            if (found) return found;
          }
          // "Never once has she accepted …": the negation stands at the head of the sentence.
          if (
            instruction.op === Op.Class &&
            instruction.wordClass.negative &&
            marks.first < 0 &&
            (this.isNegativelyInverted(pos) || this.hasNegativeSubject(pos))
          ) {
            const found = this.run(
              program,
              pc + 1,
              pos,
              { ...marks, negated: true, denied: false },
              0,
              visited,
              start,
            );
            if (found) return found;
          }
          if (
            instruction.op === Op.Symbol &&
            instruction.elliptic &&
            marks.first < 0 &&
            this.leavesOutBe(pos)
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
      negated: marks.negated || this.isNegation(instruction, pos, end),
      denied: marks.denied || this.isDenied(instruction, pos),
      elided: marks.elided,
      captures,
    };
  }

  /** A word or class of the pattern, not a gap, stands for a negation. */
  private isNegation(instruction: Instruction, pos: number, end: number): boolean {
    if (instruction.op === Op.Symbol) return instruction.negative;
    if (instruction.op !== Op.Class) return false;
    if (instruction.wordClass.negative) return true;
    // A phrase of the class may deny by itself ("not fussed"); "isn't" for "is" does not.
    for (let i = pos; i < end; i++) {
      const lower = this.sentence.lower(i);
      if (NEGATIVE.test(lower) || (this.sentence.tags(i) & Tag.Negator && !/n'?t$/.test(lower))) return true;
    }
    return false;
  }

  /** "won't" where the pattern says will. */
  private isDenied(instruction: Instruction, pos: number): boolean {
    return (
      instruction.op === Op.Symbol &&
      !instruction.negative &&
      (this.sentence.tags(pos) & (Tag.Modal | Tag.Negator)) === (Tag.Modal | Tag.Negator) &&
      !/^(cannot|cant)$/.test(this.sentence.lower(pos))
    );
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
        if (this.startsNewClause(pos)) return NO_ENDS;
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
        return this.breakEnds(pos);
      case Op.Slot:
        return this.slotEnds(instruction.slot, pos);
      default:
        return NO_ENDS;
    }
  }

  /** A predicate without its verb: at the start of a log line, or straight after the person. */
  private leavesOutBe(pos: number): boolean {
    const s = this.sentence;
    // "YP co-offender with ROACH": a noun that says what the person before it is; any other person starts afresh.
    if (
      s.mentions.some(
        (m) => m.from <= pos && m.to > pos && (m.from < pos || m.kind !== 'noun' || !s.mentionEndingAt(pos)),
      )
    )
      return false;
    if (s.tags(pos) & Tag.Article) return false;
    // "YP put himself forward": there is a verb already.
    if (
      /^(put|puts|went|goes|kept|came|comes|took|takes|gave|gives|let|lets|made|makes|told|said|says|ran)$/.test(
        s.lower(s.skipAdverbs(pos)),
      )
    )
      return false;
    let first = pos;
    while (first > s.from && s.tags(first - 1) & Tag.Adverb) first--;
    if (first === s.from) return true;
    const before = s.kind(pos - 1);
    if (before === WordKind.Number || before === WordKind.Clause || before === WordKind.Dash) return true;
    const m = s.mentionEndingAt(pos);
    if (!m || m.possessive || m.grammaticalCase === 'object' || s.tags(m.from - 1) & Tag.Preposition)
      return false;
    return this.discourse.resolve(s, m).role === 'child';
  }

  /** The verb at `pos` follows its subject in a sentence that a negative adverbial opens: "at no point has Ellie stopped". */
  private isNegativelyInverted(pos: number): boolean {
    const s = this.sentence;
    let before = pos;
    while (before > s.from && s.tags(before - 1) & (Tag.Adverb | Tag.Auxiliary)) before--;
    const subject = s.mentionEndingAt(before);
    if (!subject || subject.possessive || !(s.tags(subject.from - 1) & (Tag.Auxiliary | Tag.Modal)))
      return false;
    let first = s.from;
    while (first < subject.from && s.kind(first) !== WordKind.Word) first++;
    const opening = `${s.lower(first)} ${s.lower(first + 1)}`;
    return /^(never|rarely|seldom|hardly|neither|nor) |^(not once|not one|not a|at no|in no|on no|under no|by no|no longer)$/.test(
      opening,
    );
  }

  /** "Neither of the boys appears to grasp", "none of the girls will": the subject of the verb at `pos` denies it. */
  private hasNegativeSubject(pos: number): boolean {
    const s = this.sentence;
    if (!this.deniesSomebody()) return false;
    const subject = s.mentionEndingAt(verbGroupStart(s, pos));
    return subject !== undefined && !subject.possessive && /^(neither|none)$/.test(s.lower(subject.from));
  }

  private deniesSomebody(): boolean {
    this.denial ??= this.sentence.mentions.some((m) => /^(neither|none)$/.test(this.sentence.lower(m.from)));
    return this.denial;
  }

  /** "has been living": an auxiliary is no head verb. */
  private isAuxiliaryUse(pos: number): boolean {
    const s = this.sentence;
    if (!/^(has|have|had|'ve|having)$/.test(s.lower(pos))) return false;
    // "has been having sexualised conversations": a verb of its own.
    if (s.lower(pos) === 'having' && s.tags(s.from + Math.max(0, pos - 1 - s.from)) & Tag.Auxiliary)
      return false;
    let next = pos + 1;
    while (s.tags(next) & (Tag.Adverb | Tag.Negator)) next++;
    return s.lower(next) === 'been' || (s.tags(next) === 0 && /[^e]ed$/.test(s.lower(next)));
  }

  /** A gap stays in its clause: "but", "so", and an "and" that brings another verb or subject end it. */
  private startsNewClause(pos: number): boolean {
    const s = this.sentence;
    if (!(s.tags(pos) & Tag.Conjunction)) return false;
    const lower = s.lower(pos);
    if (lower === 'but' || lower === 'so' || lower === 'then' || lower === 'yet') return true;
    if (lower !== 'and' && lower !== '&' && lower !== 'or' && lower !== '+') return false;
    const next = s.skipAdverbs(pos + 1);
    if (s.tags(next) & (Tag.SubjectPronoun | Tag.Auxiliary | Tag.Modal | Tag.Negator | Tag.Catenative))
      return true;
    return (
      /(s|ed)$/.test(s.lower(next)) &&
      (s.tags(next + 1) & (Tag.Preposition | Tag.Determiner | Tag.Reflexive | Tag.ObjectPronoun)) !== 0
    );
  }

  /** What joins a noun to its value: "insight – nil", "engagement: none", "decision making = poor", "has been nil", or nothing in log English. */
  private breakEnds(pos: number): readonly number[] {
    const s = this.sentence;
    const kind = s.kind(pos);
    if (kind === WordKind.Dash || kind === WordKind.Joiner || s.lower(pos) === ':' || s.lower(pos) === '=')
      return [pos + 1];
    return /^(is|are|was|were|be|been|being|remains?|remained|seems?|appears?)$/.test(s.lower(pos))
      ? [pos + 1]
      : [pos];
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
    // The longest phrase first: "keep on" before "keep".
    for (const phrase of wordClass.phrases) {
      const match = this.matchAt(phrase, pos);
      if (match && match.from === pos && !ends.includes(match.to)) ends.push(match.to);
    }
    ends.sort((a, b) => b - a);
    if (single && !ends.includes(pos + 1)) ends.push(pos + 1);
    byPosition.set(pos, ends);
    return ends;
  }

  private slotEnds(slot: SlotName, pos: number): readonly number[] {
    const s = this.sentence;
    const word = s.word(pos);
    if (!word) return NO_ENDS;
    switch (slot) {
      case 'SELF':
        return this.selfEnds(pos);
      case 'POSS':
        return this.possessiveEnds(pos);
      case 'CHILD':
        return this.personEnds(pos, (role) => role === 'child' || role === undefined || role === 'mixed');
      case 'OFFENDER':
        return this.personEnds(
          pos,
          (role) => role !== undefined && (mayBeOffender(role) || role === 'adult'),
          (m) => !/^(nobody|noone|everyone|everybody|whoever)$/.test(s.lower(m.head)),
        );
      case 'NAMED-OFFENDER':
        return this.personEnds(
          pos,
          (role) => role !== undefined && mayBeOffender(role),
          (m) => m.kind === 'name' || m.age !== undefined,
        );
      case 'PERSON':
        return this.personEnds(pos, () => true);
      case 'VERB':
        return word.kind === WordKind.Word && !(word.tags & NOT_A_VERB) && /^[a-z]/.test(word.lower)
          ? [pos + 1]
          : NO_ENDS;
      case 'ING':
        return word.kind === WordKind.Word && /.{2}ing?$/.test(word.lower) && word.lower.endsWith('ing')
          ? [pos + 1]
          : NO_ENDS;
      case 'NUMBER':
        return word.kind === WordKind.Number || NUMBERS.has(word.lower) ? [pos + 1] : NO_ENDS;
      case 'AGE': {
        const age = readAge(s.tokens, pos, s.to);
        if (age) return [age.to];
        return word.kind === WordKind.Number && /^\d{1,2}$/.test(word.lower) ? [pos + 1] : NO_ENDS;
      }
      case 'QUOTE':
        return word.kind === WordKind.Quote ? [pos + 1] : NO_ENDS;
      case 'WORD':
        return word.kind === WordKind.Word ? [pos + 1] : NO_ENDS;
    }
  }

  /** herself, her self, her-self, self; not self-harm, not myself. */
  private selfEnds(pos: number): readonly number[] {
    const s = this.sentence;
    const lower = s.lower(pos);
    if (REFLEXIVES.has(lower)) return s.kind(pos + 1) === WordKind.Joiner ? NO_ENDS : [pos + 1];
    if (lower === 'self') return s.kind(pos + 1) === WordKind.Joiner ? NO_ENDS : [pos + 1];
    if (
      lower === 'her' ||
      lower === 'his' ||
      lower === 'him' ||
      lower === 'their' ||
      lower === 'them' ||
      lower === 'own'
    ) {
      let k = pos + 1;
      if (s.kind(k) === WordKind.Joiner || s.lower(k) === 'own') k++;
      if ((s.lower(k) === 'self' || s.lower(k) === 'selves') && s.kind(k + 1) !== WordKind.Joiner)
        return [k + 1];
    }
    return NO_ENDS;
  }

  /** A possessive that may be the child's. */
  private possessiveEnds(pos: number): readonly number[] {
    const s = this.sentence;
    const m =
      s.mentions.find((x) => x.from === pos && x.possessive) ??
      s.mentions.find((x) => x.head === pos && x.possessive);
    if (!m) return NO_ENDS;
    const role = this.discourse.resolve(s, m).role;
    if (role !== undefined && role !== 'child' && role !== 'mixed' && role !== 'unknown') return NO_ENDS;
    // A pattern may name "own" itself ("POSS own fault") or leave it to the possessive.
    return s.lower(m.to) === 'own' ? [m.to + 1, m.to] : [m.to];
  }

  private personEnds(
    pos: number,
    accept: (role: ReturnType<Discourse['resolve']>['role']) => boolean,
    fits: (m: Mention) => boolean = () => true,
  ): readonly number[] {
    const s = this.sentence;
    const ends: number[] = [];
    for (const m of s.mentions) {
      if ((m.from !== pos && m.head !== pos) || m.possessive || ends.includes(m.to) || !fits(m)) continue;
      if (accept(this.discourse.resolve(s, m).role)) ends.push(m.to);
    }
    return ends.sort((a, b) => b - a);
  }
}

function isCurrency(lower: string): boolean {
  return lower === '£' || lower === '€' || lower === '$';
}

/** The symbols of a word are sorted. */
function carries({ symbols }: Word, symbol: number): boolean {
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

/** The (instruction, position) pairs an attempt has entered. Clearing it costs nothing, whatever it held. */
class Visited {
  private entries = new Int32Array(1024);
  private generation = 0;

  clear(): void {
    this.generation++;
  }

  /** False when it was entered before. */
  enter(key: number): boolean {
    if (key >= this.entries.length) {
      const larger = new Int32Array(Math.max(key + 1, this.entries.length * 2));
      larger.set(this.entries);
      this.entries = larger;
    }
    if (this.entries[key] === this.generation) return false;
    this.entries[key] = this.generation;
    return true;
  }
}

/** One for each depth of nesting; no meaning outlives an attempt. */
const VISITED: Visited[] = [];

const NO_ENDS: readonly number[] = [];
const NOT_A_VERB =
  Tag.Article |
  Tag.Preposition |
  Tag.Conjunction |
  Tag.Possessive |
  Tag.SubjectPronoun |
  Tag.ObjectPronoun |
  Tag.Reflexive |
  Tag.Relative |
  Tag.Modal;
const NUMBERS = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty several few couple dozen umpteen'.split(
    ' ',
  ),
);
