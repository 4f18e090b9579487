import type { Finding } from '../finding.ts';
import type { ReviewText } from './answers.ts';

const BRACKETS = /\[([^[\]\r\n]{1,120})\]/g;

/** The blanks that a text of the rulebook holds, without brackets. */
export function blanksIn(text: string): string[] {
  return [...text.matchAll(BRACKETS)].map((match) => match[1] as string);
}

/**
 * Blanks that were inserted and never filled: one finding for each paragraph that holds some. Other brackets are the writer's own.
 * @param known every blank of the rulebook
 */
export function leftBlanks({ text, layout }: ReviewText, known: ReadonlySet<string>): Finding[] {
  return layout.blocks.flatMap(({ kind, start, end }) => {
    if (kind === 'code') return [];
    const left = [...text.slice(start, end).matchAll(BRACKETS)].filter(
      ({ 1: blank = '', index, 0: whole }) =>
        (known.has(blank) || blank.endsWith('?')) && text[start + index + whole.length] !== '(',
    );
    const [first] = left;
    if (!first) return [];
    const from = start + first.index;
    const to = from + first[0].length;
    return [
      {
        rule: 'blank-left',
        alias: 'blank-left',
        kind: 'missing',
        category: 'Blanks',
        severity: 'error',
        message:
          left.length === 1
            ? 'What belongs in this blank?'
            : `What belongs in this blank, and the ${left.length - 1} after it?`,
        why: 'A blank in a saved review reads as an answer that nobody gave.',
        start: from,
        end: to,
        quote: text.slice(from, to),
        rewrites: [],
        sources: [],
        also: [],
      },
    ];
  });
}
