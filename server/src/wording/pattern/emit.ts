import type { PatternNode } from './parse.ts';
import {
  type FirstWords,
  type Instruction,
  NEGATIVE,
  Op,
  type Program,
  SLOTS,
  type SlotName,
  type WordClass,
} from './program.ts';

/** What a tree speaks of, as the compiler knows it. */
export interface Words {
  /** The symbol of a word in any inflection. */
  lemma(word: string): number;
  /** The symbol of one exact form. */
  exact(form: string): number;
  wordClass(name: string): WordClass;
  /** A part of a pattern as a program of its own. */
  program(tree: PatternNode): Program;
}

/** The instructions that match what a tree describes. */
export function instructionsOf(tree: PatternNode, words: Words): Instruction[] {
  const code: Instruction[] = [];
  emit(tree, code, words);
  code.push({ op: Op.Match });
  return code;
}

function emit(node: PatternNode, code: Instruction[], words: Words): void {
  switch (node.type) {
    case 'word':
      code.push({
        op: Op.Symbol,
        symbol: node.exact ? words.exact(node.word) : words.lemma(node.word),
        auxiliary: /^(be|have|is|has)$/.test(node.word),
        negative: NEGATIVE.test(node.word) || /n't$/.test(node.word),
        elliptic: node.word === 'be' && opensWithHead(code),
      });
      return;
    case 'class':
      if (SLOTS.has(node.name)) code.push({ op: Op.Slot, slot: node.name as SlotName });
      else code.push({ op: Op.Class, wordClass: words.wordClass(node.name) });
      return;
    case 'sequence':
      for (const item of node.items) emit(item, code, words);
      return;
    case 'choice':
      emitChoice(node.options, code, words);
      return;
    case 'optional': {
      const split = code.length;
      code.push({ op: Op.Match });
      emit(node.item, code, words);
      code[split] = { op: Op.Split, first: split + 1, second: code.length };
      return;
    }
    case 'gap':
      // Shortest first: the nearest continuation is the one meant.
      for (let k = 0; k < node.max; k++) {
        const split = code.length;
        code.push({ op: Op.Match }, { op: Op.Any, wide: node.wide });
        code[split] = { op: Op.Split, first: -1, second: split + 1 };
      }
      closeGap(code, node.max);
      return;
    case 'not':
      code.push({ op: Op.Not, program: words.program(node.item) });
      return;
    case 'head':
      code.push({ op: Op.Head });
      emit(node.item, code, words);
      return;
    case 'capture':
      code.push({ op: Op.CaptureStart, name: node.name });
      emit(node.item, code, words);
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

function emitChoice(options: readonly PatternNode[], code: Instruction[], words: Words): void {
  const jumps: number[] = [];
  options.forEach((option, k) => {
    if (k < options.length - 1) {
      const split = code.length;
      code.push({ op: Op.Match });
      emit(option, code, words);
      jumps.push(code.length);
      code.push({ op: Op.Match });
      code[split] = { op: Op.Split, first: split + 1, second: code.length };
    } else emit(option, code, words);
  });
  for (const jump of jumps) code[jump] = { op: Op.Jump, to: code.length };
}

/** Every split of a gap leaves to the instruction after the gap. */
function closeGap(code: Instruction[], max: number): void {
  const end = code.length;
  for (let k = 0; k < max; k++) {
    const at = end - 2 * (k + 1);
    code[at] = { op: Op.Split, first: end, second: at + 1 };
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

/** Follows every way into a program up to its first word. */
export function firstWords(code: readonly Instruction[]): FirstWords {
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
