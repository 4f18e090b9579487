import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';
import type { Candidate, Guard } from '../candidate.ts';
import { isAdopted } from './adoption.ts';

/** Up to this many words in quotation marks without a speaker are scare quotes, not speech. */
const SCARE_QUOTE_WORDS = 4;

/**
 * A quotation is evidence. Inside one: silent where a speaker is named, a question ("whose word?") where the marks only show distance.
 * Words in a Markdown quotation, a transcript or a code span are never the writer's.
 */
export const quotationGuard: Guard = (c) => {
  if (c.block.kind === 'quotation' || c.block.kind === 'code') return 'silence';
  const start = c.sentence.tokens.starts[c.match.spanFrom] as number;
  const end = c.sentence.tokens.ends[c.match.spanTo - 1] as number;
  const quotation = c.block.quotations.find(
    (q) => (start >= q.start && start < q.end) || (end > q.start && end <= q.end),
  );
  if (!quotation) return 'pass';
  const inside = start >= quotation.start && end <= quotation.end;
  // The pattern reaches over the mark: her "boyfriend" drove her.
  if (!inside && quotation.start > start && quotation.end - quotation.start < 40)
    return hasSpeaker(c, quotation) ? 'silence' : 'inform';
  // She "chose" to go: the marks stand inside what the pattern matched.
  const within = quotation.start > start - 2 && quotation.end < end;
  if (!inside && !within) return 'silence';
  if (isAdopted(c)) return 'keep';
  if (wordCount(c.block.text.slice(quotation.start, quotation.end)) > SCARE_QUOTE_WORDS) return 'silence';
  return hasSpeaker(c, quotation) ? 'silence' : 'soften';
};

function hasSpeaker(c: Candidate, quotation: { start: number; end: number }): boolean {
  const s = c.sentence;
  for (let i = s.from; i < s.to; i++) {
    const at = s.tokens.starts[i] as number;
    if (at >= quotation.start && at < quotation.end) continue;
    if (s.tags(i) & Tag.Speech && s.kind(i) === WordKind.Word) return true;
    if (/^(words?|quote|account|claim|version|view|term|label|wording|phrase|defence)$/.test(s.lower(i)))
      return true;
  }
  return false;
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
}
