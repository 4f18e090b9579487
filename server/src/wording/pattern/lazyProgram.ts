import type { AnchorFinder } from './anchors.ts';
import { firstWords, instructionsOf, type Words } from './emit.ts';
import type { PatternNode } from './parse.ts';
import type { FirstWords, Instruction, Program, SlotName } from './program.ts';
import type { Turn } from './turned.ts';

/** A pattern whose parts are made when they are first asked for, from the words its tree speaks of. */
export class LazyProgram implements Program {
  private madeCode: readonly Instruction[] | undefined;
  private madeFirst: FirstWords | undefined;
  private madePath: readonly (readonly number[])[] | undefined;
  private madeSelf: boolean | undefined;
  private madePoss: boolean | undefined;
  private madeSets: readonly (readonly number[])[] | undefined;

  constructor(
    readonly source: string,
    private readonly tree: PatternNode,
    readonly turn: Turn | undefined,
    private readonly words: Words,
    private readonly finder: AnchorFinder,
  ) {}

  get code(): readonly Instruction[] {
    this.madeCode ??= instructionsOf(this.tree, this.words);
    return this.madeCode;
  }

  get first(): FirstWords {
    this.madeFirst ??= firstWords(this.code);
    return this.madeFirst;
  }

  get anchors(): readonly number[] {
    return this.sets[0] ?? [];
  }

  get required(): readonly (readonly number[])[] {
    return this.sets.slice(1);
  }

  get path(): readonly (readonly number[])[] {
    this.readCertain();
    return this.madePath as readonly (readonly number[])[];
  }

  get captures(): readonly string[] {
    return capturesOf(this.tree);
  }

  get hasSelf(): boolean {
    this.madeSelf ??= speaksOf(this.tree, 'SELF');
    return this.madeSelf;
  }

  get hasPoss(): boolean {
    this.madePoss ??= speaksOf(this.tree, 'POSS');
    return this.madePoss;
  }

  /** The certain words, the rarest first. */
  private get sets(): readonly (readonly number[])[] {
    this.readCertain();
    return this.madeSets as readonly (readonly number[])[];
  }

  private readCertain(): void {
    if (this.madeSets) return;
    const certain = this.finder.requiredOf(this.tree);
    this.madePath = certain.filter(({ loose }) => !loose).map(({ symbols }) => symbols);
    this.madeSets = certain.sort((a, b) => a.weight - b.weight).map(({ symbols }) => symbols);
  }
}

function capturesOf(node: PatternNode): string[] {
  switch (node.type) {
    case 'capture':
      return [node.name, ...capturesOf(node.item)];
    case 'sequence':
      return node.items.flatMap(capturesOf);
    case 'choice':
      return node.options.flatMap(capturesOf);
    case 'optional':
    case 'head':
      return capturesOf(node.item);
    default:
      return [];
  }
}

/** The pattern asks for that slot, other than to exclude it. */
function speaksOf(node: PatternNode, slot: SlotName): boolean {
  switch (node.type) {
    case 'class':
      return node.name === slot;
    case 'sequence':
      return node.items.some((n) => speaksOf(n, slot));
    case 'choice':
      return node.options.some((n) => speaksOf(n, slot));
    case 'optional':
    case 'head':
    case 'capture':
      return speaksOf(node.item, slot);
    default:
      return false;
  }
}
