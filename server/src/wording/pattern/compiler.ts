import { AnchorFinder } from './anchors.ts';
import type { Words } from './emit.ts';
import { LazyProgram } from './lazyProgram.ts';
import { PatternError, type PatternNode, parsePattern } from './parse.ts';
import { Op, type Program, SLOTS, type WordClass } from './program.ts';
import { REFLEXIVES } from './reflexives.ts';
import { turnedPatterns } from './turned.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A pattern as it was written, and its other orders once somebody asked for them. */
interface Compiled {
  readonly tree: PatternNode;
  readonly program: Program;
  turned: readonly Program[] | undefined;
}

/**
 * Compiles patterns over one vocabulary and one set of word classes. What a pattern's words are is settled at once, so that texts can be read;
 * its instructions are made when a text first asks for them: of thousands of patterns a review meets a few.
 */
export class PatternCompiler implements Words {
  private readonly classes = new Map<string, WordClass>();
  private readonly building = new Set<string>();
  /** By source: the shapes of a rule share what silences them. */
  private readonly compiled = new Map<string, Compiled>();
  private readonly compiledWide = new Map<string, Compiled>();
  private readonly anchors: AnchorFinder;

  /**
   * @param members class name to its members, each written in the pattern language
   * @param frequency how often a form stands in reviews, per 10,000 words
   */
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly members: ReadonlyMap<string, readonly string[]>,
    frequency: ReadonlyMap<string, number>,
  ) {
    this.anchors = new AnchorFinder(this, frequency);
    for (const word of [...REFLEXIVES, 'self']) vocabulary.exact(word);
  }

  /**
   * Compiles one pattern.
   * @throws PatternError when it does not parse or names a class that does not exist
   */
  compile(source: string): Program {
    return this.read(source).program;
  }

  /**
   * Compiles a pattern whose gaps reach over commas and dashes: log lines run on ("Bus station checked 2200, no trace").
   * @throws PatternError as `compile` does
   */
  compileWide(source: string): Program {
    return this.read(source, true).program;
  }

  /** The other orders of a pattern that compiles, as programs; those that nothing certain could find are left out. */
  turned(source: string): readonly Program[] {
    const compiled = this.read(source);
    compiled.turned ??= turnedPatterns(compiled.tree)
      .map(({ turn, tree }) => {
        this.meet(tree);
        return new LazyProgram(source, tree, turn, this, this.anchors);
      })
      .filter(({ anchors }) => anchors.length > 0);
    return compiled.turned;
  }

  lemma(word: string): number {
    return this.vocabulary.lemma(word);
  }

  exact(form: string): number {
    return this.vocabulary.exact(form);
  }

  program(tree: PatternNode): Program {
    return new LazyProgram('', tree, undefined, this, this.anchors);
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
      mayDeny: false,
      open: false,
      weight: 0,
    };
    this.vocabulary.imply(made.symbol, made.firstSymbol);
    for (const member of members.map(String)) this.addMember(made, member);
    this.building.delete(name);
    this.classes.set(name, made);
    return made;
  }

  private addMember(made: WordClass, member: string): void {
    const tree = this.readMember(made.name, member);
    if (tree.type === 'word') {
      this.vocabulary.imply(
        tree.exact ? this.vocabulary.exact(tree.word) : this.vocabulary.lemma(tree.word),
        made.symbol,
      );
      made.weight += this.anchors.frequencyOf(tree.word, tree.exact);
    } else if (tree.type === 'class' && !SLOTS.has(tree.name)) {
      const inner = this.wordClass(tree.name);
      this.vocabulary.imply(inner.symbol, made.symbol);
      this.vocabulary.imply(inner.phraseSymbol, made.phraseSymbol);
      this.vocabulary.imply(inner.firstSymbol, made.firstSymbol);
      for (const slot of inner.firstSlots) made.firstSlots.add(slot);
      made.startsAnywhere ||= inner.startsAnywhere;
      made.mayDeny ||= inner.mayDeny;
      made.open ||= inner.open;
      made.phrases.push(...inner.phrases);
      made.weight += inner.weight;
    } else {
      this.meet(tree);
      const program = new LazyProgram(member, tree, undefined, this, this.anchors);
      made.phrases.push(program);
      for (const anchor of program.anchors) this.vocabulary.imply(anchor, made.phraseSymbol);
      for (const symbol of program.first.symbols) this.vocabulary.imply(symbol, made.firstSymbol);
      for (const slot of program.first.slots) made.firstSlots.add(slot);
      made.startsAnywhere ||= program.first.any;
      made.mayDeny ||= program.code.some(
        (i) => i.op === Op.Class && (i.wordClass.negative || i.wordClass.mayDeny),
      );
      made.open ||= program.anchors.length === 0;
      made.weight += this.anchors.anchorSet(tree)?.weight ?? 0;
    }
  }

  private read(source: string, wide = false): Compiled {
    const known = wide ? this.compiledWide : this.compiled;
    let compiled = known.get(source);
    if (!compiled) {
      const tree = this.settle(parsePattern(source), wide);
      this.meet(tree);
      const program = new LazyProgram(source, tree, undefined, this, this.anchors);
      compiled = { tree, program, turned: undefined };
      known.set(source, compiled);
    }
    return compiled;
  }

  /** Makes the words and classes of a tree known: the vocabulary must be complete before a text is read. */
  private meet(node: PatternNode): void {
    switch (node.type) {
      case 'word':
        if (node.exact) this.vocabulary.exact(node.word);
        else this.vocabulary.lemma(node.word);
        return;
      case 'class':
        if (!SLOTS.has(node.name)) this.wordClass(node.name);
        return;
      case 'sequence':
        for (const item of node.items) this.meet(item);
        return;
      case 'choice':
        for (const option of node.options) this.meet(option);
        return;
      case 'optional':
      case 'head':
      case 'capture':
      case 'not':
        this.meet(node.item);
    }
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
      // A class is shared by all patterns, whatever their gaps.
      return this.settle(parsePattern(member), false);
    } catch (error) {
      if (error instanceof PatternError)
        throw new PatternError(`in word class ${name}, member “${member}”: ${error.message}`, 0);
      throw error;
    }
  }

  /**
   * Settles what the parser cannot know: how far gaps reach, and which capitals are a class. Short capitals that name no class are an acronym:
   * GP, SARC. Longer ones are a mistyped class, and are reported as such.
   */
  private settle(node: PatternNode, wide: boolean): PatternNode {
    switch (node.type) {
      case 'class':
        return SLOTS.has(node.name) || this.members.has(node.name) || !/^[A-Z0-9]{1,6}$/.test(node.name)
          ? node
          : { type: 'word', word: node.name.toLowerCase(), exact: false };
      case 'sequence':
        return { ...node, items: node.items.map((n) => this.settle(n, wide)) };
      case 'choice':
        return { ...node, options: node.options.map((n) => this.settle(n, wide)) };
      case 'optional':
      case 'head':
      case 'capture':
      case 'not':
        return { ...node, item: this.settle(node.item, wide) };
      case 'gap':
        return wide ? { ...node, wide: true } : node;
      default:
        return node;
    }
  }
}
