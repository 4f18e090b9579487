import type { Finding } from '../finding.ts';
import type { Span } from '../review/block.ts';
import type { ReviewText } from './answers.ts';

/** The part of a finding about missing content that its place decides. */
export function at(
  review: ReviewText,
  { start, end }: Span,
): Pick<Finding, 'kind' | 'start' | 'end' | 'quote' | 'rewrites'> {
  return {
    kind: 'missing',
    start,
    end,
    quote: review.text.slice(start, end),
    rewrites: [],
  };
}
