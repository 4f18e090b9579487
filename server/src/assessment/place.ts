import type { Span } from '../review/block.ts';
import type { ReviewText } from './answers.ts';
import type { RequiredField } from './assessment.ts';

/** Where a question about a field is put: at its own label, at the words that touch it, else at the title. */
export function placeOf(review: ReviewText, { reading }: RequiredField): Span {
  if (reading.label) return trimmed(review, reading.label);
  if (reading.words) return reading.words;
  return titleOf(review);
}

/** A line or two may stand before the title: a marking, a date. */
const BEFORE_TITLE = 2;

/** What tells a title from the heading of a first section. */
const TITLE = /\b(?:reviews?|missing|misper|supervis\w*|report)\b/i;

/** Where a question about the whole review is placed: its title, or its first line. */
export function titleOf({ text, layout }: ReviewText): Span {
  const first = layout.blocks[0];
  if (!first) return { start: 0, end: 0 };
  const near = layout.blocks.slice(0, BEFORE_TITLE + 1);
  const heading = layout.headings.find(
    ({ start, text: title }) =>
      start <= first.start || (TITLE.test(title) && near.some((block) => block.start === start)),
  );
  if (heading) return { start: heading.start, end: heading.end };
  const lineEnd = /[\r\n]/.exec(text.slice(first.outerStart));
  return {
    start: first.outerStart,
    end: Math.min(first.end, lineEnd ? first.outerStart + lineEnd.index : text.length),
  };
}

/** Without the spaces and signs after a label. */
function trimmed({ text }: ReviewText, { start, end }: Span): Span {
  const label = text.slice(start, end).replace(/[\s:=–—|-]+$/, '');
  const lead = label.length - label.replace(/^[\s*_|>#-]+/, '').length;
  return label.length > lead ? { start: start + lead, end: start + label.length } : { start, end };
}
