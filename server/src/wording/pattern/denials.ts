import type { Sentence } from '../../people/sentence.ts';
import { verbGroupStart } from '../../people/subject.ts';
import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';
import { type Instruction, NEGATIVE, Op } from './program.ts';

/** Tells where a sentence denies what a pattern says, or says by itself what a pattern's negation asks for. */
export class Denials {
  private denial: boolean | undefined;

  constructor(private readonly sentence: Sentence) {}

  /** The negation of the verb at `pos` stands at the head of the sentence or in its subject. */
  areAhead(pos: number): boolean {
    return this.isNegativelyInverted(pos) || this.hasNegativeSubject(pos);
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

  /** A word or class of the pattern, not a gap, stands for a negation. */
  isNegation(instruction: Instruction, pos: number, end: number): boolean {
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
  isDenied(instruction: Instruction, pos: number): boolean {
    return (
      instruction.op === Op.Symbol &&
      !instruction.negative &&
      (this.sentence.tags(pos) & (Tag.Modal | Tag.Negator)) === (Tag.Modal | Tag.Negator) &&
      !/^(cannot|cant)$/.test(this.sentence.lower(pos))
    );
  }
}
