import type { RuleInfo } from '../rulebook/rulebook.ts';
import type { FieldSource, FormSource } from '../rulebook/source.ts';
import type { Program } from '../wording/pattern/program.ts';

export interface CompiledField {
  readonly info: RuleInfo;
  readonly source: FieldSource;
  /** Labels under which a writer may give it, lower case. */
  readonly labels: ReadonlySet<string>;
  readonly answers: readonly Program[];
  readonly when: readonly Program[];
  readonly nonAnswers: readonly RegExp[];
}

/** What a type of review must contain. */
export interface CompiledForm {
  readonly id: string;
  readonly title: string;
  readonly recognise: readonly Program[];
  readonly fields: readonly CompiledField[];
}

/** Compiles a form; `pattern` compiles one pattern and names the field in its errors. */
export function compileForm(form: FormSource, pattern: (rule: string, text: string) => Program): CompiledForm {
  return {
    id: form.id,
    title: form.title,
    recognise: form.recognise.map((p) => pattern(form.id, p)),
    fields: form.fields.map((field) => ({
      info: {
        id: field.id,
        alias: field.id,
        category: form.id,
        title: field.label,
        severity: field.severity,
        message: field.question,
        why: field.why,
        explain: '',
        sources: field.sources,
      },
      source: field,
      labels: new Set([field.label, ...field.aliases].map((l) => l.toLowerCase())),
      answers: field.answers.map((p) => pattern(field.id, p)),
      when: (field.when ?? []).map((p) => pattern(field.id, p)),
      nonAnswers: (field['non-answers'] ?? []).map((text) => new RegExp(`^(?:${text})[.\\s]*$`, 'i')),
    })),
  };
}
