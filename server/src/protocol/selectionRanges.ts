import type { SelectionRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Layout, Span } from '../review/block.ts';
import { currentReading } from './currentReading.ts';
import { rangeOf } from './diagnostic.ts';
import { sectionEnd } from './documentSymbols.ts';
import type { Session } from './session.ts';

/** Answers `textDocument/selectionRange`: word, sentence, value, field, section, entry, document. */
export function registerSelectionRanges(session: Session): void {
  session.connection.onSelectionRanges(async ({ textDocument: { uri }, positions }, token) => {
    const current = await currentReading(session, uri, token);
    if (!current) return [];
    const { document, report } = current;
    return positions.map((position) =>
      selectionAt(report.analysis.layout, document, document.offsetAt(position)),
    );
  });
}

/** What a selection at a UTF-16 offset grows to, the smallest first. A pure function of the layout. */
export function selectionAt(layout: Layout, document: TextDocument, offset: number): SelectionRange {
  const text = document.getText();
  const spans: Span[] = [{ start: 0, end: text.length }];
  const add = (span: Span | undefined): void => {
    const outer = spans.at(-1) as Span;
    if (!span || span.start > offset || span.end < offset || span.start < outer.start || span.end > outer.end)
      return;
    if (span.start !== outer.start || span.end !== outer.end) spans.push(span);
  };
  add(layout.entries.find(({ start, end }) => start <= offset && offset <= end));
  layout.headings.forEach(({ start }, h) => {
    add({ start, end: sectionEnd(layout, h, text) });
  });
  const block = layout.blocks.find(({ start, end }) => start <= offset && offset <= end);
  if (block) {
    const { labelSpan } = block;
    add({ start: Math.min(block.start, labelSpan?.start ?? block.start), end: block.end });
    add({ start: block.start, end: block.end });
    add({ start: block.valueStart, end: block.end });
    add(sentenceAt(text, block, offset));
  }
  add(wordAt(text, offset));
  return spans.reduce<SelectionRange | undefined>(
    (parent, span) => ({ range: rangeOf(span, document), ...(parent && { parent }) }),
    undefined,
  ) as SelectionRange;
}

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

function sentenceAt(text: string, block: Span, offset: number): Span {
  const { segment, index } = SENTENCES.segment(text.slice(block.start, block.end)).containing(
    Math.min(offset, block.end - 1) - block.start,
  ) ?? { segment: '', index: 0 };
  return { start: block.start + index, end: block.start + index + segment.trimEnd().length };
}

function wordAt(text: string, offset: number): Span | undefined {
  const isPart = (at: number): boolean => /[\p{L}\p{N}'’-]/u.test(text[at] ?? '');
  let start = offset;
  let end = offset;
  while (start > 0 && isPart(start - 1)) start--;
  while (end < text.length && isPart(end)) end++;
  return end > start ? { start, end } : undefined;
}
