import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Layout } from '../review/block.ts';
import { ageOn, findBirthDates } from '../timeline/age.ts';
import { elapsed, readTimeline } from '../timeline/timeline.ts';
import { currentReading } from './currentReading.ts';
import type { Session } from './session.ts';

/** Answers `textDocument/inlayHint`: time elapsed in a log, and a child's age from the date of birth. */
export function registerInlayHints(session: Session): void {
  session.connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }, token) => {
    const current = await currentReading(session, uri, token);
    if (!current) return [];
    const { document, report } = current;
    const from = document.offsetAt(range.start);
    const to = document.offsetAt(range.end);
    return hintsOf(report.analysis.layout, document).filter(({ position }) => {
      const at = document.offsetAt(position);
      return from <= at && at <= to;
    });
  });
}

/** All hints of a document. A pure function of text and layout: no clock is read, only times that the text records. */
export function hintsOf(layout: Layout, document: TextDocument): InlayHint[] {
  const text = document.getText();
  const hint = (at: number, label: string, tooltip: string): InlayHint => ({
    position: document.positionAt(at),
    label,
    tooltip,
    kind: InlayHintKind.Parameter,
    paddingLeft: true,
  });
  const timeline = readTimeline(text, layout);
  const [first] = [...timeline].sort((a, b) => a.minutes - b.minutes);
  const hints: InlayHint[] = [];
  timeline.forEach((entry, i) => {
    const before = timeline[i - 1];
    if (!before || !first || entry.minutes === before.minutes) return;
    const gap = elapsed(entry.minutes - before.minutes);
    const total = elapsed(entry.minutes - first.minutes);
    const sign = entry.minutes > before.minutes ? '+' : '−';
    const label = before === first || gap === total ? `${sign}${gap}` : `${sign}${gap}, ${total} in all`;
    hints.push(
      hint(entry.time.end, label, 'Time since the entry above, and since the first time recorded here.'),
    );
  });
  const reference = timeline.find(({ dated }) => dated)?.minutes;
  for (const { end, date } of findBirthDates(text)) {
    const age = reference === undefined ? undefined : ageOn(date, reference);
    if (age !== undefined)
      hints.push(hint(end, `aged ${age}`, 'Age on the first date that this review records.'));
  }
  return hints;
}
