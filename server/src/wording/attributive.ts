import type { Sentence } from '../people/sentence.ts';
import { Tag } from '../text/lexicon.ts';
import { isIrregularPast } from '../text/verbs.ts';
import { type Word, WordKind } from '../text/word.ts';
import type { Match } from './pattern/matcher.ts';

/** Nouns for what a child does or says, and for what sort of person somebody is: an adjective before them is still about the child. */
const THE_CHILDS = new Set(
  `behaviour behaviours behavior beh conduct attitude outburst outbursts manner manners demeanour nature episode episodes incident incidents temper mood moods
  streak tendency tendencies presentation language reaction reactions response responses answer answers reply replies account accounts story stories version
  outlook approach lifestyle choice choices decision decisions relationship friendship contact attack attacks assault assaults threat threats act acts action actions
  personality character history past presence influence interaction engagement tone words ways habits games tantrum tantrums meltdown meltdowns strop exit
  liar thief bully brat madam minx addict drunk flirt seeker seekers individual type sort one kid dressing clothes clothing excuse excuses lie lies claim claims allegation
  allegations statement disclosure denial denials remark remarks comments message mouth use usage`.split(
    /\s+/,
  ),
);

/** Endings and everyday words of adjectives, which go on with what the first one says: "aggressive abusive and rude". */
const ADJECTIVE =
  /(ive|ful|ous|able|ible|less|ish)$|^(rude|sullen|moody|stroppy|hostile|violent|angry|gobby|mouthy|drunk|lippy|cheeky|rowdy|feisty|lazy|sulky|surly|bolshy|flirty|needy|clingy|nasty|loud|difficult|emotional|upset|volatile|vague|immature|naive|physical|verbal|confrontational|defiant|arrogant|insolent|intolerant|reluctant|indifferent|non)$/;

/** "Silly hours", "a difficult night": not "aggressive on Friday". */
const SPELL = /^(hours|night|evening|morning|afternoon|day|week|weekend)$/;

/** Words of a noun phrase that are looked at. */
const NOUN_REACH = 3;

/**
 * "Aggressive marketing of vapes", "Volatile fumes were found": an adjective that opens a statement and has a noun straight after it describes that
 * noun, and not the child whom a fragment would be about.
 */
export function describesThing(s: Sentence, match: Match): boolean {
  const adjective = s.word(match.to - 1);
  if (adjective?.tags !== 0) return false;
  if (!match.elided && (match.to - match.from > 1 || adjective.verb || match.head >= 0)) return false;
  for (let i = match.from; i < match.to; i++)
    if (s.kind(i) !== WordKind.Word && s.kind(i) !== WordKind.Joiner) return false;
  if (!opensStatement(s, match.from)) return false;
  if (s.mentions.some((m) => m.from <= match.to && m.head >= match.to)) return false;
  let at = match.to;
  let noun: Word | undefined;
  while (at < s.to && at - match.to < NOUN_REACH) {
    const word = s.word(at);
    if (word?.kind !== WordKind.Word || (word.tags !== 0 && !SPELL.test(word.lower))) break;
    // "x2", "n": no nouns.
    if (!/^[a-z'-]{3,}$/.test(word.lower)) break;
    if (THE_CHILDS.has(word.lower)) return false;
    noun = word;
    at++;
  }
  if (!noun) return false;
  const first = s.word(match.to) as Word;
  if (at - match.to === 1) {
    const ends = endOf(s, at);
    if (ADJECTIVE.test(first.lower)) return ends === 'verb';
    if (/ing$/.test(first.lower) && first.verb) return ends === 'verb' || s.lower(at) === 'of';
    // "Volatile kicked off": a verb of the child's.
    if (first.verb && (/ed$/.test(first.lower) || isIrregularPast(first.lower))) return false;
    // "Aggressive shouts at staff"
    if (first.verb && /s$/.test(first.lower) && /^(at|to|towards?|her|his|their)$/.test(s.lower(at)))
      return false;
    return true;
  }
  return !ADJECTIVE.test(noun.lower);
}

/** Nothing but numbers, labels and signs stands before. */
function opensStatement(s: Sentence, from: number): boolean {
  let i = from;
  while (i > s.from && s.tags(i - 1) & (Tag.Adverb | Tag.Article)) i--;
  return i === s.from || s.kind(i - 1) !== WordKind.Word;
}

/** A finite auxiliary before the next clause makes what stands before it a subject: "Lazy drafting in the first log has been put right". */
function endOf(s: Sentence, from: number): 'verb' | 'other' {
  for (let i = from; i < s.to; i++) {
    if (s.kind(i) !== WordKind.Word && s.kind(i) !== WordKind.Number) return 'other';
    if (s.tags(i) & (Tag.Auxiliary | Tag.Modal)) return 'verb';
    if (s.tags(i) & (Tag.Conjunction | Tag.SubjectPronoun | Tag.Relative)) return 'other';
    if (s.tags(i) & Tag.Subordinator && !(s.tags(i) & Tag.Preposition)) return 'other';
  }
  return 'other';
}
