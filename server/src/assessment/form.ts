import { NO_EXAMPLES, type RuleInfo } from '../rulebook/rulebook.ts';
import type { FieldSource, FormSource } from '../rulebook/source.ts';
import type { Program } from '../wording/pattern/program.ts';
import { aboutTheChild } from '../wording/question.ts';

export interface CompiledField {
  readonly info: RuleInfo;
  readonly source: FieldSource;
  /** Labels under which a writer may give it, lower case. */
  readonly labels: ReadonlySet<string>;
  /** Indices of patterns of which any one answers the field. */
  readonly answers: readonly number[];
  /** Indices of patterns of which one must be there for the field to be asked; empty: always. */
  readonly when: readonly number[];
  readonly nonAnswers: readonly RegExp[];
}

/** What a type of review must contain. */
export interface CompiledForm {
  readonly id: string;
  readonly title: string;
  /** Groups of pattern indices; one of each group must be in the text. */
  readonly recognise: readonly (readonly number[])[];
  readonly fields: readonly CompiledField[];
}

/** The patterns of all forms, indexed by their rare words. */
export interface FormIndex {
  readonly programs: readonly Program[];
  readonly byAnchor: ReadonlyMap<number, readonly number[]>;
}

/**
 * Compiles the forms.
 * @param pattern compiles one pattern and names the field in its errors
 */
export function compileForms(
  sources: readonly FormSource[],
  pattern: (rule: string, text: string) => Program,
): { forms: CompiledForm[]; index: FormIndex } {
  const programs: Program[] = [];
  const byAnchor = new Map<number, number[]>();
  const add = (rule: string, text: string): number => {
    const program = pattern(rule, text);
    const at = programs.push(program) - 1;
    for (const symbol of new Set(program.anchors))
      byAnchor.set(symbol, [...(byAnchor.get(symbol) ?? []), at]);
    return at;
  };
  const forms = sources.map((form) => ({
    id: form.id,
    title: form.title,
    recognise: form.recognise.map((p) => [add(form.id, p)]),
    fields: form.fields.map((field) => ({
      info: {
        id: field.id,
        alias: field.id,
        category: form.id,
        title: field.label,
        severity: field.severity,
        message: aboutTheChild(field.question),
        why: aboutTheChild(field.why),
        explain: '',
        preference: false,
        examples: NO_EXAMPLES,
        sources: field.sources,
      },
      source: field,
      labels: new Set([field.label, ...field.aliases].map((l) => l.toLowerCase())),
      answers: field.answers.map((p) => add(field.id, p)),
      when: (field.when ?? []).map((p) => add(field.id, p)),
      nonAnswers: (field['non-answers'] ?? []).map((text) => new RegExp(`^(?:${text})[.\\s]*$`, 'i')),
    })),
  }));
  return { forms, index: { programs, byAnchor } };
}
