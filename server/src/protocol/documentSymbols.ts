import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Block, Layout, Span } from '../review/block.ts';
import { currentReading } from './currentReading.ts';
import { rangeOf } from './diagnostic.ts';
import type { Session } from './session.ts';

/** So much of a field's value is shown beside its label, in UTF-16 units. */
const DETAIL = 60;

/** Answers `textDocument/documentSymbol`: headings as they nest, with their fields and log entries; the outline and the breadcrumbs show it. */
export function registerDocumentSymbols(session: Session): void {
  session.connection.onDocumentSymbol(async ({ textDocument: { uri } }, token) => {
    const current = await currentReading(session, uri, token);
    return current ? symbolsOf(current.report.analysis.layout, current.document) : [];
  });
}

/** The outline of a document. A pure function of its layout. */
export function symbolsOf(layout: Layout, document: TextDocument): DocumentSymbol[] {
  const text = document.getText();
  const roots: DocumentSymbol[] = [];
  const open: { level: number; symbol: DocumentSymbol }[] = [];
  const add = (symbol: DocumentSymbol): void => {
    const parent = open.at(-1)?.symbol;
    if (parent) parent.children?.push(symbol);
    else roots.push(symbol);
  };
  let label = -1;
  layout.blocks.forEach((block, k) => {
    if (block.kind === 'heading') {
      const heading = layout.headings[block.heading];
      if (!heading || heading.text.trim() === '') return;
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= heading.level) open.pop();
      const end = sectionEnd(layout, block.heading, text);
      const symbol = symbolOf(
        heading.text.trim(),
        '',
        SymbolKind.Namespace,
        { start: block.outerStart, end },
        heading,
        document,
      );
      add(symbol);
      open.push({ level: heading.level, symbol });
      return;
    }
    if (block.labelSpan && block.label !== undefined) {
      if (block.labelSpan.start === label) return;
      label = block.labelSpan.start;
      const name = block.label.trim();
      if (name === '') return;
      const whole = { start: Math.min(block.labelSpan.start, block.start), end: lastOfLabel(layout, k).end };
      add(
        symbolOf(
          name,
          shorten(text.slice(block.valueStart, block.end)),
          SymbolKind.Field,
          whole,
          block.labelSpan,
          document,
        ),
      );
    } else if (block.time) {
      const name = text.slice(block.time.start, block.time.end).trim();
      if (name !== '')
        add(
          symbolOf(
            name,
            shorten(text.slice(block.start, block.end)),
            SymbolKind.Event,
            { start: block.time.start, end: block.end },
            block.time,
            document,
          ),
        );
    }
  });
  return roots;
}

/** Where the section of a heading ends: before the next heading of its level or above. UTF-16 offset. */
export function sectionEnd(layout: Layout, heading: number, text: string): number {
  const level = layout.headings[heading]?.level ?? 1;
  const next = layout.headings.findIndex((h, i) => i > heading && h.level <= level);
  const end = layout.headings[next]?.start ?? text.length;
  const block = layout.blocks.findLast(
    (b) => b.end <= end && b.heading >= heading && (next < 0 || b.heading < next),
  );
  return Math.max(block?.end ?? 0, layout.headings[heading]?.end ?? 0);
}

function lastOfLabel(layout: Layout, from: number): Block {
  const start = layout.blocks[from]?.labelSpan?.start;
  let k = from;
  while (layout.blocks[k + 1]?.labelSpan?.start === start) k++;
  return layout.blocks[k] as Block;
}

function symbolOf(
  name: string,
  detail: string,
  kind: SymbolKind,
  whole: Span,
  own: Span,
  document: TextDocument,
): DocumentSymbol {
  return {
    name,
    detail,
    kind,
    range: rangeOf({ start: Math.min(whole.start, own.start), end: Math.max(whole.end, own.end) }, document),
    selectionRange: rangeOf(own, document),
    children: [],
  };
}

function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > DETAIL ? `${[...line].slice(0, DETAIL).join('')}…` : line;
}
