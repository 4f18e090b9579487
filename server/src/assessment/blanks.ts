import type { Finding } from '../finding.ts';
import type { ReviewText } from './answers.ts';
import { BLANK_LEFT } from './ownFindings.ts';

const BRACKETS = /\[([^[\]\r\n]{1,120})\]/g;

/** The blanks that a text of the rulebook holds, without brackets. */
export function blanksIn(text: string): string[] {
  return [...text.matchAll(BRACKETS)].map((match) => match[1] as string);
}

/** Whether a stretch of a text, UTF-16 offsets, holds a known blank. */
export function holdsBlank(text: string, start: number, end: number, known: ReadonlySet<string>): boolean {
  const open = text.indexOf('[', start);
  return open >= 0 && open < end && knownBlanks(text.slice(open, end), known).length > 0;
}

/** Places of known blanks in a stretch of text, relative to it: those of the rulebook, and questions put in brackets. */
export function knownBlanks(text: string, known: ReadonlySet<string>): { start: number; end: number }[] {
  return [...text.matchAll(BRACKETS)].flatMap(({ 0: whole, 1: blank = '', index }) => {
    const end = index + whole.length;
    // "[text](address)" is a link of the writer's.
    return (known.has(blank) || blank.endsWith('?')) && text[end] !== '(' ? [{ start: index, end }] : [];
  });
}

/**
 * Blanks that were inserted and never filled: one finding for each paragraph that holds some. Other brackets are the writer's own.
 * @param known every blank of the rulebook
 */
export function leftBlanks({ text, layout }: ReviewText, known: ReadonlySet<string>): Finding[] {
  if (!text.includes('[')) return [];
  return layout.blocks.flatMap(({ kind, start, end }) => {
    if (kind === 'code') return [];
    const left = knownBlanks(text.slice(start, end), known);
    const [first] = left;
    if (!first) return [];
    const from = start + first.start;
    const to = start + first.end;
    return [
      {
        rule: 'blank-left',
        alias: 'blank-left',
        kind: 'missing',
        category: BLANK_LEFT.category,
        severity: BLANK_LEFT.severity,
        message:
          left.length === 1
            ? 'What belongs in this blank?'
            : `What belongs in this blank, and the ${left.length - 1} after it?`,
        why: BLANK_LEFT.why,
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
