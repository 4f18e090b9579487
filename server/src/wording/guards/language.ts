import type { Sentence } from '../../people/sentence.ts';
import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';
import type { Candidate, Guard } from '../candidate.ts';
import type { Program } from '../pattern/program.ts';
import { attributedBefore, attributionAfter } from './attribution.ts';
import { wordsAsTopic } from './topic.ts';

/**
 * Text about wording: feedback to an officer, training, a list of words to avoid. The correction may stand in the same sentence or in the next one.
 * Adopted wording ("as PC Lomas rightly says") is not spared.
 */
export const languageGuard: Guard = (c) => {
  if (c.block.label && /words? to avoid|terms? to avoid|language|wording|phrases/.test(c.block.label))
    return 'silence';
  const { edit, wordingNoun } = c.block.grammar;
  const m = c.block.matcherOf(c.sentence);
  const { from, to } = c.sentence;
  if (struckThrough(c) || beforeArrow(c)) return 'silence';
  const edits = opensBefore(c, edit) || m.occurs(edit, c.match.to, to);
  const quoted = isQuoted(c);
  const aboutWords = m.occurs(wordingNoun, from, c.match.from) || m.occurs(wordingNoun, c.match.to, to);
  if (edits && (quoted || aboutWords || addressed(c))) return 'silence';
  if (aboutWords && (quoted || attributedBefore(c) || wordedAs(c))) return 'silence';
  if (
    /\b(words?|terms?|phrases?|language)\b[^.]{0,30}:/.test(
      c.block.text.slice(0, c.sentence.tokens.starts[c.match.from]),
    )
  )
    return 'silence';
  if (edits && toldNotTo(c)) return 'silence';
  // "attention seeking tells me nothing": the words themselves are the subject.
  if (c.match.head < 0 && m.matchAt(c.block.grammar.saysNothing, c.match.to)) return 'silence';
  if (isTakenBack(c, quoted)) return 'silence';
  return wordsAsTopic(c);
};

/** The pattern matches before the words: "stop putting 'complicit'", where "putting" is part of what was found, but the words begin at the mark. */
function opensBefore(c: Candidate, pattern: Program): boolean {
  const s = c.sentence;
  const m = c.block.matcherOf(s);
  let words = c.match.from;
  for (let i = c.match.from; i < c.match.to; i++) if (s.kind(i) === WordKind.Quote) words = i;
  for (let i = s.from; i <= c.match.from; i++) {
    const found = m.matchAt(pattern, i);
    // "Take 'frequent flyer' off": before it and after it.
    if (found && ((i < words && found.to <= words) || found.to > c.match.to)) return true;
  }
  return false;
}

/** Somebody else's words, or words in quotation marks, that the writer then puts right. */
function isTakenBack(c: Candidate, quoted: boolean): boolean {
  const decision = c.rule.info.category === 'ASSUME' && c.match.head < 0;
  const next = c.block.sentences[c.index + 1];
  const after = takenBackAfter(c);
  const wrong = judgedWrong(c);
  if (wrong && decision) return true;
  if (!after && !wrong && !next) return false;
  const foreign = attributedBefore(c) || attributionAfter(c) !== undefined;
  if (foreign && (after || wrong)) return true;
  if (!next || !(quoted || foreign)) return false;
  const n = c.block.matcherOf(next);
  if (n.occurs(c.block.grammar.edit, next.from, next.to) || deniedBy(next)) return true;
  if (n.matchAt(c.block.grammar.judgedWrong, next.from)) return true;
  return opensWithWriter(next) && n.occurs(c.block.grammar.takeBack, next.from, next.to);
}

/** "… and that was wrong", "…, which was a mistake" */
function judgedWrong(c: Candidate): boolean {
  const s = c.sentence;
  const m = c.block.matcherOf(s);
  for (let i = c.match.to; i < s.to; i++) {
    if (s.kind(i) !== WordKind.Comma && s.kind(i) !== WordKind.Clause && !/^(and|but)$/.test(s.lower(i)))
      continue;
    if (m.matchAt(c.block.grammar.judgedWrong, i + 1)?.from === i + 1) return true;
  }
  return false;
}

function opensWithWriter(s: Sentence): boolean {
  return s.mentionAt(s.skipAdverbs(s.from))?.role === 'writer';
}

/** "Officers should avoid telling her that …": what is not to be said. */
function toldNotTo(c: Candidate): boolean {
  const m = c.block.matcherOf(c.sentence);
  for (let i = c.sentence.from; i < c.match.from; i++) {
    const edit = m.matchAt(c.block.grammar.edit, i);
    if (!edit) continue;
    for (let k = edit.to; k < Math.min(edit.to + 3, c.match.from); k++)
      if (c.sentence.tags(k) & Tag.Speech) return true;
  }
  return false;
}

/** "Staff describe her as …; I have challenged that.": the writer's own clause puts it right. */
function takenBackAfter(c: Candidate): boolean {
  const s = c.sentence;
  for (let k = c.match.to; k < s.to; k++) {
    const opens = s.kind(k) === WordKind.Clause || /^(but|and)$/.test(s.lower(k));
    if (opens && s.mentionAt(k + 1)?.role === 'writer')
      return (
        c.block.matcherOf(s).occurs(c.block.grammar.edit, k, s.to) ||
        c.block.matcherOf(s).occurs(c.block.grammar.takeBack, k, s.to)
      );
  }
  return false;
}

/** "It is not.": the next sentence takes the reported one back. */
function deniedBy(next: Sentence): boolean {
  const first = next.lower(next.from);
  if (!/^(it|this|that|she|he|they)$/.test(first)) return false;
  const second = next.lower(next.from + 1);
  return (
    /^(isn't|wasn't|isnt|doesn't|didn't)$/.test(second) ||
    (/^(is|was|does|did)$/.test(second) && next.lower(next.from + 2) === 'not') ||
    (/^(has|had|'s)$/.test(second) &&
      /^(gone|went)$/.test(next.lower(next.from + 2)) &&
      /^(it|this|that)$/.test(first))
  );
}

/** "The phrase on the form was child puts self at risk": what follows is what it said. */
function wordedAs(c: Candidate): boolean {
  const s = c.sentence;
  const m = c.block.matcherOf(s);
  for (let i = s.from; i < c.match.from; i++) {
    if (!m.matchAt(c.block.grammar.wordingNoun, i)) continue;
    // "Word is she works the streets": rumour, not wording.
    if (s.lower(i) === 'word' && !(s.tags(i - 1) & (Tag.Article | Tag.Determiner | Tag.Possessive))) continue;
    for (let k = i + 1; k < c.match.from; k++) {
      // "several entries that Keira is …": the clause has a subject of its own.
      if (s.lower(k) === 'that' || s.mentionAt(k)?.role === 'child') break;
      if (/^(is|was|are|were|like|as|reads|read|being)$/.test(s.lower(k))) return true;
    }
  }
  return false;
}

/** The words stand in quotation marks or back-ticks, or reach into them. */
function isQuoted(c: Candidate): boolean {
  const start = c.sentence.tokens.starts[c.match.spanFrom] as number;
  const end = c.sentence.tokens.ends[c.match.spanTo - 1] as number;
  return c.block.quotations.some(
    (q) => (start >= q.start - 1 && start < q.end) || (end > q.start && end <= q.end),
  );
}

/** "Please …", "You wrote …", "I have asked for that to be …": said to a colleague about an entry. */
function addressed(c: Candidate): boolean {
  const first = c.sentence.lower(c.sentence.from);
  // "Reworded: she …": what follows is the new wording.
  if (/^(reworded|amended|now)$/.test(first) && c.sentence.kind(c.sentence.from + 1) === WordKind.Clause)
    return false;
  if (first === 'please' || first === 'reworded' || first === 'amended' || first === 'do') return true;
  for (let i = c.sentence.from; i < c.match.from; i++)
    if (/^(you|your|please|feedback)$/.test(c.sentence.lower(i))) return true;
  // "We should not write that …"
  for (let i = c.sentence.from; i < c.match.from; i++)
    if (/^(write|writing|describe|record)$/.test(c.sentence.lower(i)) && deniedByWriter(c, i)) return true;
  const edit = c.block.grammar.edit;
  // An instruction without a subject: "Take out …", "All: avoid …".
  const start = c.sentence.from + (c.sentence.kind(c.sentence.from + 1) === WordKind.Clause ? 2 : 0);
  return c.block.matcherOf(c.sentence).matchAt(edit, start) !== undefined;
}

function deniedByWriter(c: Candidate, verb: number): boolean {
  let denied = false;
  for (let i = verb - 1; i >= Math.max(c.sentence.from, verb - 4); i--) {
    if (c.sentence.tags(i) & Tag.Negator || /^(stop|stopped|avoid|avoided)$/.test(c.sentence.lower(i)))
      denied = true;
    if (denied && c.sentence.mentionAt(i)?.role === 'writer') return true;
  }
  return false;
}

function struckThrough(c: Candidate): boolean {
  const start = c.sentence.tokens.starts[c.match.spanFrom] as number;
  const before = c.block.text.slice(0, start);
  return (before.match(/~~/g)?.length ?? 0) % 2 === 1;
}

/** Old wording → new wording: silent left of the arrow. */
function beforeArrow(c: Candidate): boolean {
  for (let i = c.match.to; i < c.sentence.to; i++) {
    const word = c.sentence.word(i);
    if (word?.kind === WordKind.Symbol && (word.lower === '→' || word.lower === '⇒')) return true;
  }
  // "reworded from A to B"
  for (let i = c.sentence.from; i < c.match.from; i++)
    if (
      c.sentence.lower(i) === 'from' &&
      /^(reworded|changed|amended|rephrased)$/.test(c.sentence.lower(i - 1))
    )
      return true;
  return false;
}
