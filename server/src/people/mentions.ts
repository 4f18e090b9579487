import { Tag } from '../text/lexicon.ts';
import type { Tokens } from '../text/tokens.ts';
import { Shape, type Word, WordKind } from '../text/word.ts';
import { readAge } from './ages.ts';
import type { Cast } from './cast.ts';
import type { PersonLexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { readNameMention, withName } from './nameMention.ts';
import { isCapitalsProse } from './nameShape.ts';
import { isTopic, isVerbUse, readNoun } from './nounMention.ts';
import { readPronoun } from './pronounMention.ts';

/**
 * Finds the mentions of people in one sentence, left to right: pronouns, names of the cast, noun phrases headed by a noun for a person.
 * "Ellie's mum" is a mention of mum that holds a possessive mention of Ellie.
 */
export function findMentions(
  tokens: Tokens,
  from: number,
  to: number,
  cast: Cast,
  lexicon: PersonLexicon,
): Mention[] {
  const mentions: Mention[] = [];
  const capitals = isCapitalsProse(tokens, from, to);
  let phraseStart = -1;
  for (let i = from; i < to; i++) {
    const word = tokens.words[i] as Word;
    if (
      word.kind === WordKind.Number ||
      (tokens.words[i + 1]?.kind === WordKind.Joiner && tokens.words[i + 2]?.lower === 'year')
    ) {
      const aged = readAgedPerson(tokens, phraseStart < 0 ? i : phraseStart, i, to, lexicon);
      if (aged) {
        mentions.push(aged);
        i = aged.to - 1;
        phraseStart = -1;
        continue;
      }
      phraseStart = phraseStart < 0 ? i : phraseStart;
      if (word.kind === WordKind.Number) continue;
    }
    if (word.kind === WordKind.Joiner) continue;
    if (word.kind !== WordKind.Word) {
      phraseStart = -1;
      continue;
    }
    const lower = word.lower;
    const pronoun = readPronoun(tokens, i, to, capitals);
    if (pronoun) {
      mentions.push(pronoun);
      phraseStart = pronoun.possessive ? i : -1;
      continue;
    }
    const name = readNameMention(tokens, i, from, to, cast, lexicon, capitals);
    if (name) {
      mentions.push(name);
      phraseStart = name.possessive ? (phraseStart < 0 ? i : phraseStart) : -1;
      i = name.to - 1;
      continue;
    }
    const pair = i + 1 < to ? lexicon.pair(lower, (tokens.words[i + 1] as Word).lower) : undefined;
    const two =
      pair &&
      readNoun(
        tokens,
        phraseStart < 0 ? i : phraseStart,
        i + 1,
        to,
        pair.role,
        pair.gender,
        pair.plural,
        lexicon,
      );
    if (two) {
      mentions.push(two);
      phraseStart = two.possessive ? i : -1;
      i = two.to - 1;
      continue;
    }
    const noun =
      word.shape === Shape.Upper && !capitals && lower.length > 2 && !lexicon.noun(lower)
        ? undefined
        : lexicon.noun(lower);
    if (noun && !isVerbUse(tokens, i, to) && !isTopic(tokens, i, to)) {
      const start = phraseStart < 0 ? i : phraseStart;
      const mention = readNoun(tokens, start, i, to, noun.role, noun.gender, noun.plural, lexicon);
      if (mention) {
        const titled = withName(tokens, mention, to, cast, capitals);
        if (titled) {
          mentions.push(titled);
          i = titled.to - 1;
          phraseStart = titled.possessive ? start : -1;
          continue;
        }
        mentions.push(mention);
        i = Math.max(i, mention.head);
        phraseStart = mention.possessive ? start : -1;
        if (mention.possessive) i = mention.to - 1;
        continue;
      }
    }
    if (word.tags & (Tag.Determiner | Tag.Quantifier)) phraseStart = i;
    else if (
      word.tags &
      (Tag.Preposition | Tag.Conjunction | Tag.Subordinator | Tag.Auxiliary | Tag.Modal | Tag.Relative)
    )
      phraseStart = -1;
    else if (
      phraseStart < 0 &&
      (word.tags === 0 || /^(known|alleged|suspected|used|like-minded)$/.test(lower))
    )
      phraseStart = i;
  }
  return mentions;
}

/** "a 25 year old" without a noun. */
/** "a 25 year old" without a noun. */
function readAgedPerson(
  tokens: Tokens,
  start: number,
  i: number,
  to: number,
  lexicon: PersonLexicon,
): Mention | undefined {
  const reading = readAge(tokens, i, to);
  if (!reading || !/^(old|yo|y\/o|f|m)$/.test((tokens.words[reading.to - 1] as Word).lower)) return undefined;
  const next = reading.to < to ? (tokens.words[reading.to] as Word) : undefined;
  const sexed = /^[fm]$/.test((tokens.words[reading.to - 1] as Word).lower);
  if (
    !sexed &&
    (next?.kind === WordKind.Joiner ||
      (next?.kind === WordKind.Word &&
        next.tags === 0 &&
        (lexicon.noun(next.lower) !== undefined || !/(s|ed)$/.test(next.lower))))
  )
    return undefined;
  return {
    from: start,
    to: reading.to,
    head: reading.to - 1,
    kind: 'noun',
    role: reading.years < 18 ? 'child' : 'suspect',
    gender: undefined,
    plural: false,
    possessive: false,
    grammaticalCase: 'either',
    name: undefined,
    age: reading.years,
  };
}
