import { Tag } from '../text/lexicon.ts';
import type { Tokens } from '../text/tokens.ts';
import { type Word, WordKind } from '../text/word.ts';
import type { Cast } from './cast.ts';
import type { PersonLexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { findMentions } from './mentions.ts';

const MAX_INSERTION = 10;

/** One sentence with its people, read only when somebody asks. */
export class Sentence {
  private people: Mention[] | undefined;

  constructor(
    readonly tokens: Tokens,
    readonly from: number,
    readonly to: number,
    private readonly cast: Cast,
    private readonly lexicon: PersonLexicon,
  ) {}

  get mentions(): readonly Mention[] {
    this.people ??= findMentions(this.tokens, this.from, this.to, this.cast, this.lexicon);
    return this.people;
  }

  word(i: number): Word | undefined {
    return i >= this.from && i < this.to ? this.tokens.words[i] : undefined;
  }

  lower(i: number): string {
    return this.word(i)?.lower ?? '';
  }

  tags(i: number): number {
    return this.word(i)?.tags ?? 0;
  }

  kind(i: number): WordKind | undefined {
    return this.word(i)?.kind;
  }

  /** The widest mention that starts at token `i`. */
  mentionAt(i: number): Mention | undefined {
    let best: Mention | undefined;
    for (const m of this.mentions) if (m.from === i && (!best || m.to > best.to)) best = m;
    return best;
  }

  /** The mention that ends just before token `i`. */
  mentionEndingAt(i: number): Mention | undefined {
    let best: Mention | undefined;
    for (const m of this.mentions) if (m.to === i && (!best || m.from < best.from)) best = m;
    return best;
  }

  /**
   * What may be skipped between two words of a pattern: the index after the filler at `i`, or `i` when nothing may be skipped.
   * Fillers: articles, adverbs, hyphens and quotation marks, and short insertions between commas, dashes or brackets.
   */
  skip(i: number): number {
    const word = this.word(i);
    if (!word) return i;
    switch (word.kind) {
      case WordKind.Joiner:
      case WordKind.Quote:
        return i + 1;
      case WordKind.Word:
        if (word.lower === 'in' && this.isOpinion(i)) return i + 3;
        return word.tags & (Tag.Article | Tag.Adverb) && !(word.tags & Tag.Negator) ? i + 1 : i;
      case WordKind.Comma:
      case WordKind.Dash:
      case WordKind.Open:
        return this.insertionEnd(i);
      case WordKind.Symbol:
        return /^[*_£€$]$/.test(word.lower) ? i + 1 : i;
      case WordKind.Stop:
        // Inside a sentence a full stop only ends an abbreviation: "cont. to see".
        return word.lower === '.' && i > this.from && i + 1 < this.to ? i + 1 : i;
      default:
        return i;
    }
  }

  /** "in my view", "in our opinion", without commas. */
  private isOpinion(i: number): boolean {
    return (
      /^(my|our|his|her|their)$/.test(this.lower(i + 1)) &&
      /^(view|opinion|judgement|judgment|experience|assessment|estimation)$/.test(this.lower(i + 2))
    );
  }

  /** The index after a short insertion that opens at `i`, or `i`. An insertion with a subject pronoun and verb of its own is a clause, not an insertion. */
  insertionEnd(i: number): number {
    const opener = this.kind(i);
    if (opener !== WordKind.Open && opener !== WordKind.Comma && opener !== WordKind.Dash) return i;
    for (let k = i + 1; k < Math.min(i + MAX_INSERTION + 2, this.to); k++) {
      const kind = this.kind(k);
      const closes =
        opener === WordKind.Open
          ? kind === WordKind.Close
          : opener === WordKind.Comma
            ? kind === WordKind.Comma
            : kind === WordKind.Dash;
      if (closes) return k - i > 1 ? k + 1 : i;
      if (kind === WordKind.Stop || kind === WordKind.Clause) return i;
      if (
        opener !== WordKind.Open &&
        !(this.tags(i + 1) & Tag.Preposition) &&
        this.tags(k) & (Tag.Auxiliary | Tag.Modal) &&
        k > i + 1 &&
        this.mentionEndingAt(k)?.grammaticalCase === 'subject'
      )
        return i;
    }
    return i;
  }

  /** Where the clause that holds token `i` starts and ends: bounded by semicolons, colons, dashes, and by conjunctions that bring a new subject. */
  clauseAround(i: number): { from: number; to: number } {
    let from = i;
    while (from > this.from && !this.startsClause(from)) from--;
    let to = i + 1;
    while (to < this.to && !this.startsClause(to)) to++;
    return { from, to };
  }

  /** Where the clauses end that hang on what ends at `i`: "… because she is scared of him", "… if he comes back". */
  dependentsEnd(i: number): number {
    let to = i;
    while (to < this.to && DEPENDENT.test(this.lower(to))) {
      to++;
      while (to < this.to && !this.startsClause(to)) to++;
    }
    return to;
  }

  private startsClause(i: number): boolean {
    const before = this.kind(i - 1);
    if (before === WordKind.Clause || before === WordKind.Dash || before === WordKind.Stop) return true;
    const tags = this.tags(i);
    const lower = this.lower(i);
    if (before === WordKind.Comma && tags & Tag.SubjectPronoun && !(tags & Tag.Relative)) return true;
    // "Mum and her partner are …": two subjects of one clause.
    if (/^(and|&|or|nor)$/.test(lower)) {
      const joined = this.mentionEndingAt(i);
      if (joined && (joined.from === this.from || this.kind(joined.from - 1) !== WordKind.Word)) return false;
    }
    if (tags & (Tag.Conjunction | Tag.Subordinator) && lower !== '&' && lower !== '+' && lower !== 'as') {
      // "and she", "but WEBB", "because he": a new subject.
      const next = this.mentionAt(this.skipAdverbs(i + 1));
      if (next && next.grammaticalCase !== 'object' && this.verbFollows(next.to)) return true;
      if (
        tags & Tag.Subordinator &&
        lower !== 'that' &&
        lower !== 'so' &&
        lower !== 'what' &&
        lower !== 'since'
      )
        return next !== undefined;
      if (lower === 'but') return true;
    }
    return false;
  }

  skipAdverbs(i: number): number {
    while (i < this.to && this.tags(i) & Tag.Adverb) i++;
    return i;
  }

  /** A verb or auxiliary stands at `i`, adverbs apart. Unknown words count when they have the shape of a verb. */
  verbFollows(i: number): boolean {
    const k = this.skipAdverbs(i);
    const word = this.word(k);
    if (!word) return false;
    if (word.kind === WordKind.Clitic) return true;
    if (word.kind !== WordKind.Word) return false;
    if (
      word.tags &
      (Tag.Auxiliary | Tag.Modal | Tag.Negator | Tag.Catenative | Tag.Speech | Tag.Belief | Tag.Influence)
    )
      return true;
    if (word.tags !== 0) return false;
    return word.verb || /(s|ed)$/.test(word.lower) || COMMON_PAST.has(word.lower);
  }
}

/** Opens the clause of a reason or a condition. */
const DEPENDENT = /^(because|if)$/;

const COMMON_PAST = new Set(
  'went came got took gave made met left ran rang told said saw found put let kept led sent sat stood spoke drove brought bought thought felt knew slept spent lost paid held heard hid hit hurt lay rose sold sought taught threw understood woke wore wrote go come get take give make meet leave run ring tell say see find keep lead send know'.split(
    ' ',
  ),
);
