import type { FoldingRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Layout, Span } from '../review/block.ts';
import { currentReading } from './currentReading.ts';
import { sectionEnd } from './documentSymbols.ts';
import type { Session } from './session.ts';

/** Answers `textDocument/foldingRange`: sections, entries, and fields or log lines that run over several lines. */
export function registerFoldingRanges(session: Session): void {
  session.connection.onFoldingRanges(async ({ textDocument: { uri } }, token) => {
    const current = await currentReading(session, uri, token);
    return current ? foldsOf(current.report.analysis.layout, current.document) : [];
  });
}

/** What can be folded, in the order of the text, each first line once. A pure function of the layout. */
export function foldsOf(layout: Layout, document: TextDocument): FoldingRange[] {
  const text = document.getText();
  const spans: Span[] = [
    ...layout.headings.map(({ start }, h) => ({ start, end: sectionEnd(layout, h, text) })),
    ...(layout.entries.length > 1 ? layout.entries : []),
    ...labelledRuns(layout),
    ...layout.blocks.filter(({ kind }) => kind === 'log' || kind === 'bullet'),
  ];
  const folds = new Map<number, number>();
  for (const { start, end } of spans) {
    const first = document.positionAt(start).line;
    const last = document.positionAt(end).line;
    if (last > first) folds.set(first, Math.max(last, folds.get(first) ?? 0));
  }
  return [...folds].sort(([a], [b]) => a - b).map(([startLine, endLine]) => ({ startLine, endLine }));
}

/** A label with all that stands under it. */
function labelledRuns({ blocks }: Layout): Span[] {
  const runs = new Map<number, Span>();
  for (const { labelSpan, start, end } of blocks) {
    if (!labelSpan) continue;
    const known = runs.get(labelSpan.start);
    runs.set(labelSpan.start, {
      start: Math.min(known?.start ?? start, labelSpan.start),
      end: Math.max(known?.end ?? 0, end),
    });
  }
  return [...runs.values()];
}
