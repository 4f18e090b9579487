import type { Sentence } from '../people/sentence.ts';
import { isSubjectPosition, type Subject } from '../people/subject.ts';
import { Tag } from '../text/lexicon.ts';
import { WordKind } from '../text/word.ts';
import type { Match } from './pattern/matcher.ts';
import { FRONTED, type Turn } from './pattern/turned.ts';

/**
 * A turned pattern finds the right words in another order; this says whether they are so joined that they mean the same. An object before
 * its verb is one where the child stands between the two ("the choices he is making") or acts by a passive ("made by him"), and where the verb
 * has no other object.
 */
export function fitsTurn(s: Sentence, turn: Turn, match: Match, subject: Subject): boolean {
  const fronted = match.captures.get(FRONTED);
  if (!fronted) return false;
  if (turn === 'value-last') return closesPhrase(s, match.to) && !otherVerb(s, fronted.to, match.to - 1);
  if (turn === 'owner-last') return subject.role === 'child' && !otherVerb(s, fronted.to, match.to - 1);
  const m = subject.mention;
  if (!m || m.possessive || (subject.role !== 'child' && subject.role !== undefined)) return false;
  if (m.from >= match.head) return s.lower(m.from - 1) === 'by' && !opensClause(s, fronted.to, match.head);
  // "images of Ellie were made by DOYLE": neither of a noun's own, nor with another who did it.
  if (s.tags(m.from - 1) & Tag.Preposition || s.lower(match.to) === 'by') return false;
  if (m.from < fronted.to || !isSubjectLike(s, m.from)) return false;
  if (!isBridge(s, fronted.to, m.from)) return false;
  // "The people Ellie hangs out with are in her class": says who is meant, not what she does.
  if (s.mentionEndingAt(fronted.to)?.kind === 'noun' && !holdsBe(s, fronted.to, m.from)) return false;
  // "told the school that Paul will walk …": what is told, not which school.
  if (s.lower(fronted.to) === 'that' && tellsBefore(s, fronted.from)) return false;
  return closesPhrase(s, match.to) || (s.lower(match.to - 1) !== 'to' && s.verbFollows(match.to));
}

/** A verb of saying or thinking stands directly before the phrase that starts at `from`, or is its first word. */
function tellsBefore(s: Sentence, from: number): boolean {
  let i = from;
  while (i > s.from && s.tags(i - 1) & (Tag.Article | Tag.Adverb | Tag.Possessive)) i--;
  return ((s.tags(i - 1) | s.tags(from)) & (Tag.Speech | Tag.Belief)) !== 0;
}

function isSubjectLike(s: Sentence, from: number): boolean {
  const m = s.mentionAt(from);
  return m !== undefined && m.grammaticalCase !== 'object' && !m.possessive;
}

/** No noun or determiner follows: what stands here is all that is said. */
function closesPhrase(s: Sentence, at: number): boolean {
  const word = s.word(at);
  if (!word || word.kind !== WordKind.Word)
    return word?.kind !== WordKind.Joiner && word?.kind !== WordKind.Number;
  if (word.tags & (Tag.Determiner | Tag.Possessive | Tag.ObjectPronoun | Tag.Reflexive | Tag.Negator))
    return false;
  return (
    (word.tags &
      (Tag.Preposition | Tag.Adverb | Tag.Conjunction | Tag.Subordinator | Tag.Relative | Tag.TimeNoun)) !==
      0 && word.lower !== 'to'
  );
}

const BRIDGE =
  /^(something|thing|things|one|what|who|whom|that|which|where|how|all|is|are|was|were|has|have|had|been|be|did|does|do|'s|not|,|certainly)$/;

/** Between object and subject: "is something to which", "that", "was what", "has", or nothing. */
function isBridge(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const next = s.skip(i);
    if (next > i) {
      for (let k = i; k < next; k++) if (s.tags(k) & Tag.SubjectPronoun) return false;
      i = next - 1;
      continue;
    }
    if (s.kind(i) === WordKind.Comma && i + 1 === to) continue;
    if (!BRIDGE.test(s.lower(i)) && !(s.tags(i) & (Tag.Preposition | Tag.Modal))) return false;
    if (/^(because|when|if|while|after|before|since|until)$/.test(s.lower(i))) return false;
  }
  return true;
}

function holdsBe(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(is|are|was|were|'s)$/.test(s.lower(i))) return true;
  return false;
}

/** A conjunction or another person with a verb between the fronted words and the head. */
function opensClause(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (s.tags(i) & Tag.Subordinator && !/^(that|where|since|as)$/.test(s.lower(i))) return true;
    const m = s.mentionAt(i);
    if (m && isSubjectPosition(s, m)) return true;
  }
  return false;
}

function otherVerb(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = s.word(i);
    if (s.kind(i) === WordKind.Stop || s.lower(i) === ';') return true;
    if (word?.verb && word.tags === 0 && /(s|ed)$/.test(word.lower)) return true;
    if (s.tags(i) & (Tag.SubjectPronoun | Tag.Modal | Tag.Negator | Tag.Subordinator)) return true;
  }
  return false;
}
