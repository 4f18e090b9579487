import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { skeletonReview } from '../assessment/skeleton.ts';
import type { FindingKind } from '../finding.ts';
import { rulePage } from '../rulePage.ts';
import type { Session } from './session.ts';
import { toTabStops } from './snippet.ts';

/** Request for the page of one rule. */
export const RULE_PAGE = 'supervisorReview/rulePage';
/** The rule, by code or by alias. */
export interface RulePageParams {
  readonly rule: string;
}
/** Null when there is no such rule. */
export type RulePageResult = { readonly markdown: string } | null;

/** Request for the number of findings in an open document, by kind. */
export const SUMMARY = 'supervisorReview/summary';
export interface SummaryParams {
  readonly uri: string;
}
/** All zero when the document is switched off or not open. */
export type SummaryResult = Readonly<Record<FindingKind, number>>;

/** Request for the types of review, and for a new one of a type. */
export const FORMS = 'supervisorReview/forms';
export interface FormsResult {
  readonly forms: readonly { readonly id: string; readonly title: string; readonly description: string }[];
}
export const NEW_REVIEW = 'supervisorReview/newReview';
export interface NewReviewParams {
  readonly form: string;
}
/** The new review as an LSP snippet, or null when there is no such form. */
export type NewReviewResult = { readonly snippet: string } | null;

/** Request that sets the form of an open document; null lets it be recognised again. */
export const SET_FORM = 'supervisorReview/setForm';
export interface SetFormParams {
  readonly uri: string;
  readonly form: string | null;
}

/** Answers this server's own requests. */
export function registerRequests({ connection, documents, reports, rulebook, settings }: Session): void {
  connection.onRequest(RULE_PAGE, (params: unknown): RulePageResult => {
    const page = rulePage(stringParam(params, 'rule'), rulebook);
    return page === null ? null : { markdown: page };
  });
  connection.onRequest(
    FORMS,
    (): FormsResult => ({
      forms: rulebook.forms.forms.map(({ id, title, description }) => ({ id, title, description })),
    }),
  );
  connection.onRequest(NEW_REVIEW, (params: unknown): NewReviewResult => {
    const form = rulebook.forms.forms.find(({ id }) => id === stringParam(params, 'form'));
    return form ? { snippet: toTabStops(skeletonReview(form, rulebook.forms)) } : null;
  });
  connection.onRequest(SET_FORM, (params: unknown): null => {
    const { form } = params as Partial<SetFormParams>;
    reports.setForm(stringParam(params, 'uri'), form ?? undefined);
    return null;
  });
  connection.onRequest(SUMMARY, async (params: unknown): Promise<SummaryResult> => {
    const uri = stringParam(params, 'uri');
    const counts = { wording: 0, missing: 0, check: 0 };
    const asked = documents.get(uri) && (await settings.of(uri));
    const document = documents.get(uri);
    if (document && asked?.enabled)
      for (const { kind } of reports.of(document, asked).findings) counts[kind]++;
    return counts;
  });
}

function stringParam(params: unknown, name: string): string {
  const value =
    typeof params === 'object' && params !== null ? (params as Record<string, unknown>)[name] : null;
  if (typeof value === 'string') return value;
  throw new ResponseError(ErrorCodes.InvalidParams, `"${name}" must be a string`);
}
