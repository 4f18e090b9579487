import type { Finding, Rewrite, Severity } from '../finding.ts';
import { type FieldReading, type ReviewText, readAnswers } from './answers.ts';
import { type Facts, readFacts } from './facts.ts';
import type { FormBook, FormField } from './form.ts';
import { insertInto } from './insertion.ts';
import { type MissingLimits, missingFindings } from './missing.ts';
import type { Known } from './need.ts';
import { type FormMatch, recogniseForms } from './recognise.ts';

/** A field that the review's form asks for, as this text stands. */
export interface RequiredField {
  readonly formField: FormField;
  /** How much it is needed here, or undefined when the facts do not call for it. */
  readonly severity: Severity | undefined;
  readonly reading: FieldReading;
  /** It needs nothing more. */
  readonly done: boolean;
}

/** A review held against its forms. */
export interface Assessment {
  /** Empty for a text that is no review. */
  readonly forms: readonly FormMatch[];
  readonly facts: Facts;
  /** In the forms' order, each field once. */
  readonly required: readonly RequiredField[];
  /** Every field that the text answers, touches or labels, whether asked for or not. */
  readonly readings: ReadonlyMap<string, FieldReading>;
  readonly findings: readonly Finding[];
  /** Findings beyond the limit, which are not shown. */
  readonly hidden: number;
  /** Every field that is needed and that the writer has no label for, as new fields in the form's order; undefined when there is none. */
  readonly addAll: { readonly fields: number; readonly edit: Rewrite } | undefined;
}

/**
 * Holds a review against the forms it is of.
 * @param requested a form id that the writer chose, or undefined to recognise the form
 */
export function assess(
  review: ReviewText,
  book: FormBook,
  requested: string | undefined,
  limits: MissingLimits,
): Assessment {
  const forms = recogniseForms(review, book, requested);
  const readings = readAnswers(review, book);
  const facts = readFacts(review, book);
  const known: Known = {
    fact: (id) => facts.values.get(id),
    answered: (id) => isDone(readings.get(id)),
  };
  const required = new Map<string, RequiredField>();
  for (const { form } of forms) {
    const settled = form.isSettled?.(known) === true;
    for (const formField of form.fields) {
      const { field, need, pointer } = formField;
      if (required.has(field.id)) continue;
      const reading = readings.get(field.id) ?? {
        field,
        state: 'absent',
        label: undefined,
        value: undefined,
        words: undefined,
      };
      required.set(field.id, {
        formField,
        severity: settled ? undefined : need.severity(known),
        reading,
        done: isDone(reading) || (pointer && reading.state === 'pointer'),
      });
    }
  }
  const all = [...required.values()];
  const { findings, hidden } = missingFindings(review, book, forms, all, limits);
  const open = all.filter(
    ({ done, severity, reading }) =>
      !done && severity !== undefined && severity !== 'information' && reading.label === undefined,
  );
  const edit =
    findings.length > 0 ? insertInto(review, all).all(open, forms[0]?.form.title ?? '') : undefined;
  const addAll = edit && { fields: open.length, edit };
  return { forms, facts, required: all, readings, findings, hidden, addAll };
}

function isDone(reading: FieldReading | undefined): boolean {
  return reading?.state === 'answered';
}
