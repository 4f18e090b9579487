import { readAge } from '../../people/ages.ts';
import type { Discourse } from '../../people/discourse.ts';
import type { Mention } from '../../people/mention.ts';
import { mayBeOffender } from '../../people/role.ts';
import type { Sentence } from '../../people/sentence.ts';
import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';
import type { SlotName } from './program.ts';
import { REFLEXIVES } from './reflexives.ts';

/** Reads what the slots of patterns stand for in one sentence: people, reflexives, ages, kinds of words. */
export class SlotReader {
  constructor(
    private readonly sentence: Sentence,
    private readonly discourse: Discourse,
  ) {}

  /** Where the slot may end when it starts at `pos`. */
  ends(slot: SlotName, pos: number): readonly number[] {
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
