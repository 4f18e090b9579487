import type { CodeLens, Command } from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import { titleOf } from '../assessment/place.ts';
import { currentReading } from './currentReading.ts';
import { rangeOf } from './diagnostic.ts';
import type { Session } from './session.ts';

/** Command of the client: shows the findings of a document, or its forms to choose from. */
export const SHOW_FINDINGS = 'supervisorReview.showFindings';
export const CHOOSE_FORM = 'supervisorReview.chooseForm';

/** Answers `textDocument/codeLens`: one line above the title that says how far the review is. */
export function registerCodeLens(session: Session): void {
  session.connection.onCodeLens(async ({ textDocument: { uri } }, token): Promise<CodeLens[]> => {
    const current = await currentReading(session, uri, token);
    if (!current) return [];
    const { analysis } = current.report;
    const title = summaryOf(analysis);
    if (title === undefined || !analysis.assessment) return [];
    const { start } = titleOf({
      text: current.document.getText(),
      layout: analysis.layout,
      observed: [],
      ages: [],
      gender: undefined,
    });
    const range = rangeOf({ start, end: start }, current.document);
    const lens = (command: Command): CodeLens => ({ range, command });
    const [form] = analysis.assessment.forms;
    return [
      lens({ title, command: SHOW_FINDINGS, arguments: [uri] }),
      lens({
        title: form
          ? `${form.form.title}${form.confidence === 'possible' ? '?' : ''}`
          : 'Choose the type of review',
        command: CHOOSE_FORM,
        arguments: [uri],
      }),
    ];
  });
}

/**
 * "Risk grade and 12 of 31 points answered; 3 questions; 2 wording". Undefined for a text without anything to say of it.
 */
export function summaryOf({ assessment, findings }: Analysis): string | undefined {
  if (!assessment) return undefined;
  const needed = assessment.required.filter(
    ({ severity, done }) =>
      severity === 'error' || severity === 'warning' || (severity !== undefined && done),
  );
  const done = needed.filter((field) => field.done).length;
  const count = (kind: string): number => findings.filter((finding) => finding.kind === kind).length;
  const wording = count('wording');
  const questions = count('missing') + count('check');
  const parts = [
    needed.length > 0 ? `Answered ${done} of ${needed.length}` : '',
    questions > 0
      ? `${questions} question${questions === 1 ? '' : 's'}${assessment.hidden > 0 ? ` and ${assessment.hidden} more` : ''}`
      : '',
    wording > 0 ? `${wording} wording` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join('; ') : undefined;
}
