import { inflections } from '../../text/verbs.ts';
import { PatternError, type PatternNode, parsePattern } from './parse.ts';
import { REFLEXIVES } from './reflexives.ts';
import { type Turn, turnedPatterns } from './turned.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Slots that look at more than one word, or at who is meant. */
export type SlotName =
  | 'SELF'
  | 'POSS'
  | 'CHILD'
  | 'OFFENDER'
  | 'NAMED-OFFENDER'
  | 'PERSON'
  | 'VERB'
  | 'ING'
  | 'NUMBER'
  | 'AGE'
  | 'WORD'
  | 'QUOTE';

const SLOTS: ReadonlySet<string> = new Set<SlotName>([
  'SELF',
  'POSS',
  'CHILD',
  'OFFENDER',
  'NAMED-OFFENDER',
  'PERSON',
  'VERB',
  'ING',
  'NUMBER',
  'AGE',
  'WORD',
  'QUOTE',
]);

export enum Op {
  Symbol = 0,
  Class = 1,
  Slot = 2,
  Split = 3,
  Jump = 4,
  Any = 5,
  Not = 6,
  Head = 7,
  SpanStart = 8,
  SpanEnd = 9,
  CaptureStart = 10,
  CaptureEnd = 11,
  Match = 12,
  Break = 13,
}

export type Instruction =
  | {
      readonly op: Op.Symbol;
      readonly symbol: number;
      /** be or have: never the 's of a possessive. */
      readonly auxiliary: boolean;
      /** The word itself denies. */
      readonly negative: boolean;
      /** The head "be", which log English leaves out: "YP besotted with him". */
      readonly elliptic: boolean;
    }
  | { readonly op: Op.Class; readonly wordClass: WordClass }
  | { readonly op: Op.Slot; readonly slot: SlotName }
  | { readonly op: Op.Split; readonly first: number; readonly second: number }
  | { readonly op: Op.Jump; readonly to: number }
  | {
      readonly op: Op.Any;
      /** It may be a comma, dash or slash as well, and may begin a new clause; a colon ends it, as what stands before may be a label. */
      readonly wide: boolean;
    }
  | { readonly op: Op.Break }
  | { readonly op: Op.Not; readonly program: Program }
  | { readonly op: Op.Head | Op.SpanStart | Op.SpanEnd | Op.Match }
  | { readonly op: Op.CaptureStart | Op.CaptureEnd; readonly name: string };

/** A compiled pattern: a small machine whose work per position is bounded by its length. */
export interface Program {
  readonly source: string;
  readonly code: readonly Instruction[];
  /** Some token of every match carries one of these symbols; empty when the pattern has no rare word to look for. */
  readonly anchors: readonly number[];
  /** Further sets of symbols of which a sentence must hold one each, the rarest first; cheap to test before looking closely. */
  readonly required: readonly (readonly number[])[];
  /** What the first word of a match can be. */
  readonly first: FirstWords;
  /** Names under which the pattern captures words. */
  readonly captures: readonly string[];
  readonly hasHead: boolean;
  readonly hasSelf: boolean;
  readonly hasPoss: boolean;
  /** Made from a pattern by changing its order; undefined for a pattern as it was written. */
  readonly turn: Turn | undefined;
}

/** Symbols of which every match holds one, and how often any of them is to be expected, per 10,000 words. */
interface AnchorSet {
  readonly symbols: number[];
  readonly weight: number;
}

/** The symbols and slots a match can start with. */
export interface FirstWords {
  readonly symbols: readonly number[];
  readonly slots: readonly SlotName[];
  /** A match can start with any word. */
  readonly any: boolean;
  /** A match can start with a negation. */
  readonly negative: boolean;
}

/** A word class: single words are a symbol on the token, phrases are programs of their own. */
export interface WordClass {
  readonly name: string;
  readonly symbol: number;
  /** Carried by a word of each phrase, so that the class can be an anchor. */
  readonly phraseSymbol: number;
  readonly phrases: Program[];
  /** It is, or holds, the negations. */
  readonly negative: boolean;
  /** Carried by every word a member can start with. */
  readonly firstSymbol: number;
  /** Slots a member can start with. */
  readonly firstSlots: Set<SlotName>;
  /** A member can start with any word. */
  startsAnywhere: boolean;
  /** A member is a bare slot: no word of the class is certain to stand in a match. */
  open: boolean;
  /** How often one of its words, or the rarest word of one of its phrases, is to be expected, per 10,000 words. */
  weight: number;
}

/** What a word that is not on the frequency list counts as, per 10,000 words. */
const RARE = 0.2;
const REFLEXIVES_PER_10_000 = 5;
const PUNCTUATION = 800;

/** Words that deny, whatever their form. */
export const NEGATIVE = /^(not|never|no|nobody|nothing|without|nil|neg|zero|cannot|cant|neither|nor|none)$/;

/** Compiles patterns over one vocabulary and one set of word classes. */
export class PatternCompiler {
  private readonly classes = new Map<string, WordClass>();
  private readonly building = new Set<string>();
  /** Gaps compiled now are wide. */
  private wide = false;
  /** Frequencies of words in all their inflections, once worked out. */
  private readonly weights = new Map<string, number>();

  /**
   * @param members class name to its members, each written in the pattern language
   * @param frequency how often a form stands in reviews, per 10,000 words
   */
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly members: ReadonlyMap<string, readonly string[]>,
    private readonly frequency: ReadonlyMap<string, number>,
  ) {}

  /**
   * Compiles one pattern.
   * @throws PatternError when it does not parse or names a class that does not exist
   */
  compile(source: string): Program {
    return this.assemble(source, this.readAcronyms(parsePattern(source)));
  }

  /**
   * Compiles a pattern whose gaps reach over commas and dashes: log lines run on ("Bus station checked 2200, no trace").
   * @throws PatternError as `compile` does
   */
  compileWide(source: string): Program {
    const tree = this.readAcronyms(parsePattern(source));
    this.wide = true;
    try {
      return this.assemble(source, tree);
    } finally {
      this.wide = false;
    }
  }

  /** The other orders of a pattern that compiles, as programs; those that nothing certain could find are left out. */
  turned(source: string): Program[] {
    return turnedPatterns(this.readAcronyms(parsePattern(source)))
      .map(({ turn, tree }) => this.assemble(source, tree, turn))
      .filter(({ anchors }) => anchors.length > 0);
  }

  private assemble(source: string, tree: PatternNode, turn?: Turn): Program {
    const code: Instruction[] = [];
    this.emit(tree, code);
    code.push({ op: Op.Match });
    return {
      source,
      code,
      anchors: this.anchorsOf(tree) ?? [],
      required: this.requiredOf(tree)
        .sort((a, b) => a.weight - b.weight)
        // The rarest is the anchor: it stands there already.
        .slice(1)
        .map(({ symbols }) => symbols),
      first: firstWords(code),
      captures: code.flatMap((i) => (i.op === Op.CaptureStart ? [i.name] : [])),
      hasHead: has(tree, (n) => n.type === 'head'),
      hasSelf: has(tree, (n) => n.type === 'class' && n.name === 'SELF'),
      hasPoss: has(tree, (n) => n.type === 'class' && n.name === 'POSS'),
      turn,
    };
  }

  /** The class of that name. @throws PatternError when there is none or it contains itself */
  wordClass(name: string): WordClass {
    const known = this.classes.get(name);
    if (known) return known;
    const members = this.members.get(name);
    if (!members) throw new PatternError(`no word class is called ${name}`, 0);
    if (this.building.has(name)) throw new PatternError(`word class ${name} contains itself`, 0);
    this.building.add(name);
    const made: WordClass = {
      name,
      symbol: this.vocabulary.classSymbol(name),
      phraseSymbol: this.vocabulary.classSymbol(`${name}…`),
      phrases: [],
      negative: this.isNegative(name),
      firstSymbol: this.vocabulary.classSymbol(`${name}^`),
      firstSlots: new Set(),
      startsAnywhere: false,
      open: false,
      weight: 0,
    };
    this.vocabulary.imply(made.symbol, made.firstSymbol);
    for (const member of members.map(String)) {
      const tree = this.readMember(name, member);
      if (tree.type === 'word') {
        this.vocabulary.imply(
          tree.exact ? this.vocabulary.exact(tree.word) : this.vocabulary.lemma(tree.word),
          made.symbol,
        );
        made.weight += this.frequencyOf(tree.word, tree.exact);
      } else if (tree.type === 'class' && !SLOTS.has(tree.name)) {
        const inner = this.wordClass(tree.name);
        this.vocabulary.imply(inner.symbol, made.symbol);
        this.vocabulary.imply(inner.phraseSymbol, made.phraseSymbol);
        this.vocabulary.imply(inner.firstSymbol, made.firstSymbol);
        for (const slot of inner.firstSlots) made.firstSlots.add(slot);
        made.startsAnywhere ||= inner.startsAnywhere;
        made.open ||= inner.open;
        made.phrases.push(...inner.phrases);
        made.weight += inner.weight;
      } else {
        const program = this.assemble(member, tree);
        made.phrases.push(program);
        for (const anchor of program.anchors) this.vocabulary.imply(anchor, made.phraseSymbol);
        for (const symbol of program.first.symbols) this.vocabulary.imply(symbol, made.firstSymbol);
        for (const slot of program.first.slots) made.firstSlots.add(slot);
        made.startsAnywhere ||= program.first.any;
        made.open ||= program.anchors.length === 0;
        made.weight += this.anchorSet(tree)?.weight ?? 0;
      }
    }
    this.building.delete(name);
    this.classes.set(name, made);
    return made;
  }

  /** A class that is, or holds, the negations: a pattern with it is about what the child does not do. */
  private isNegative(name: string, depth = 0): boolean {
    if (name === 'NEG' || name === 'SELDOM') return true;
    if (depth > 4) return false;
    return (this.members.get(name) ?? []).some(
      (m) => /^[A-Z][A-Z-]+$/.test(String(m)) && this.isNegative(String(m), depth + 1),
    );
  }

  private readMember(name: string, member: string): PatternNode {
    try {
      return this.readAcronyms(parsePattern(member));
    } catch (error) {
      if (error instanceof PatternError)
        throw new PatternError(`in word class ${name}, member “${member}”: ${error.message}`, 0);
      throw error;
    }
  }

  /** Short capitals that name no class are an acronym: GP, SARC. Longer ones are a mistyped class, and are reported as such. */
  private readAcronyms(node: PatternNode): PatternNode {
    switch (node.type) {
      case 'class':
        return SLOTS.has(node.name) || this.members.has(node.name) || !/^[A-Z0-9]{1,6}$/.test(node.name)
          ? node
          : { type: 'word', word: node.name.toLowerCase(), exact: false };
      case 'sequence':
        return { ...node, items: node.items.map((n) => this.readAcronyms(n)) };
      case 'choice':
        return { ...node, options: node.options.map((n) => this.readAcronyms(n)) };
      case 'optional':
      case 'head':
      case 'capture':
      case 'not':
        return { ...node, item: this.readAcronyms(node.item) };
      default:
        return node;
    }
  }

  private emit(node: PatternNode, code: Instruction[]): void {
    switch (node.type) {
      case 'word':
        code.push({
          op: Op.Symbol,
          symbol: node.exact ? this.vocabulary.exact(node.word) : this.vocabulary.lemma(node.word),
          auxiliary: /^(be|have|is|has)$/.test(node.word),
          negative: NEGATIVE.test(node.word) || /n't$/.test(node.word),
          elliptic: node.word === 'be' && opensWithHead(code),
        });
        return;
      case 'class':
        if (SLOTS.has(node.name)) code.push({ op: Op.Slot, slot: node.name as SlotName });
        else code.push({ op: Op.Class, wordClass: this.wordClass(node.name) });
        return;
      case 'sequence':
        for (const item of node.items) this.emit(item, code);
        return;
      case 'choice':
        this.emitChoice(node.options, code);
        return;
      case 'optional': {
        const split = code.length;
        code.push({ op: Op.Match });
        this.emit(node.item, code);
        code[split] = { op: Op.Split, first: split + 1, second: code.length };
        return;
      }
      case 'gap':
        // Shortest first: the nearest continuation is the one meant.
        for (let k = 0; k < node.max; k++) {
          const split = code.length;
          code.push({ op: Op.Match }, { op: Op.Any, wide: this.wide });
          code[split] = { op: Op.Split, first: -1, second: split + 1 };
        }
        this.closeGap(code, node.max);
        return;
      case 'not':
        code.push({ op: Op.Not, program: this.assemble('', node.item) });
        return;
      case 'head':
        code.push({ op: Op.Head });
        this.emit(node.item, code);
        return;
      case 'capture':
        code.push({ op: Op.CaptureStart, name: node.name });
        this.emit(node.item, code);
        code.push({ op: Op.CaptureEnd, name: node.name });
        return;
      case 'break':
        code.push({ op: Op.Break });
        return;
      case 'span-start':
        code.push({ op: Op.SpanStart });
        return;
      case 'span-end':
        code.push({ op: Op.SpanEnd });
        return;
    }
  }

  private emitChoice(options: readonly PatternNode[], code: Instruction[]): void {
    const jumps: number[] = [];
    options.forEach((option, k) => {
      if (k < options.length - 1) {
        const split = code.length;
        code.push({ op: Op.Match });
        this.emit(option, code);
        jumps.push(code.length);
        code.push({ op: Op.Match });
        code[split] = { op: Op.Split, first: split + 1, second: code.length };
      } else this.emit(option, code);
    });
    for (const jump of jumps) code[jump] = { op: Op.Jump, to: code.length };
  }

  /** Every split of a gap leaves to the instruction after the gap. */
  private closeGap(code: Instruction[], max: number): void {
    const end = code.length;
    for (let k = 0; k < max; k++) {
      const at = end - 2 * (k + 1);
      code[at] = { op: Op.Split, first: end, second: at + 1 };
    }
  }

  /** The certain parts of a pattern, each as the symbols that can stand for it. */
  private requiredOf(tree: PatternNode): AnchorSet[] {
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

  private frequencyOf(word: string, exact: boolean): number {
    if (!/[a-z0-9]/.test(word)) return PUNCTUATION;
    if (exact) return RARE + (this.frequency.get(word) ?? 0);
    let weight = this.weights.get(word);
    if (weight === undefined) {
      weight = inflections(word).reduce((sum, form) => sum + (this.frequency.get(form) ?? 0), RARE);
      this.weights.set(word, weight);
    }
    return weight;
  }

  /** Symbols of which every match holds one; undefined when nothing is certain. The rarest choice wins. */
  private anchorsOf(node: PatternNode): number[] | undefined {
    return this.anchorSet(node)?.symbols;
  }

  private anchorSet(node: PatternNode): AnchorSet | undefined {
    switch (node.type) {
      case 'word':
        return {
          symbols: [node.exact ? this.vocabulary.exact(node.word) : this.vocabulary.lemma(node.word)],
          weight: this.frequencyOf(node.word, node.exact),
        };
      case 'class': {
        if (node.name === 'SELF')
          return {
            symbols: [...REFLEXIVES, 'self'].map((w) => this.vocabulary.exact(w)),
            weight: REFLEXIVES_PER_10_000,
          };
        if (SLOTS.has(node.name)) return undefined;
        const c = this.wordClass(node.name);
        return c.open ? undefined : { symbols: [c.symbol, c.phraseSymbol], weight: c.weight };
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
        for (const option of node.options) {
          const found = this.anchorSet(option);
          if (!found) return undefined;
          symbols.push(...found.symbols);
          weight += found.weight;
        }
        return { symbols, weight };
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
}

/** Nothing but the head's own marks stands before. */
function opensWithHead(code: readonly Instruction[]): boolean {
  return (
    code.length > 0 &&
    code.every(
      ({ op }) =>
        op === Op.Head || op === Op.Split || op === Op.Match || op === Op.SpanStart || op === Op.CaptureStart,
    ) &&
    code.some(({ op }) => op === Op.Head)
  );
}

function mayBeBe(node: PatternNode): boolean {
  if (node.type === 'word') return node.word === 'be';
  return node.type === 'choice' && node.options.some(mayBeBe);
}

/** Follows every way into a program up to its first word. */
function firstWords(code: readonly Instruction[]): FirstWords {
  const symbols = new Set<number>();
  const slots = new Set<SlotName>();
  let any = false;
  let negative = false;
  const seen = new Set<number>();
  const visit = (pc: number): void => {
    if (seen.has(pc)) return;
    seen.add(pc);
    const instruction = code[pc] as Instruction;
    switch (instruction.op) {
      case Op.Symbol:
        symbols.add(instruction.symbol);
        if (instruction.elliptic) visit(pc + 1);
        return;
      case Op.Class: {
        symbols.add(instruction.wordClass.firstSymbol);
        for (const slot of instruction.wordClass.firstSlots) slots.add(slot);
        any ||= instruction.wordClass.startsAnywhere;
        negative ||= instruction.wordClass.negative;
        return;
      }
      case Op.Slot:
        slots.add(instruction.slot);
        return;
      case Op.Any:
      case Op.Break:
        any = true;
        return;
      case Op.Split:
        visit(instruction.first);
        visit(instruction.second);
        return;
      case Op.Jump:
        visit(instruction.to);
        return;
      case Op.Match:
        return;
      default:
        visit(pc + 1);
    }
  };
  visit(0);
  return { symbols: [...symbols], slots: [...slots], any, negative };
}

function has(node: PatternNode, test: (node: PatternNode) => boolean): boolean {
  if (test(node)) return true;
  switch (node.type) {
    case 'sequence':
      return node.items.some((n) => has(n, test));
    case 'choice':
      return node.options.some((n) => has(n, test));
    case 'optional':
    case 'head':
    case 'capture':
      return has(node.item, test);
    default:
      return false;
  }
}
