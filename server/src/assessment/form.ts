import type { Severity } from '../finding.ts';
import type { RuleInfo } from '../rulebook/rulebook.ts';
import type {
  FactSource,
  FieldGroupSource,
  FieldSource,
  FormSource,
  NeedSource,
} from '../rulebook/source.ts';
import type { Program } from '../wording/pattern/program.ts';
import { aboutTheChild } from '../wording/question.ts';
import type { CompiledRule, GuardName } from '../wording/rules.ts';
import { blanksIn } from './blanks.ts';
import { plainLabel } from './label.ts';
import { type Condition, type Need, parseCondition, parseNeed } from './need.ts';
import { observedRule } from './observed.ts';

/** A topic that a form may ask for. */
export interface CompiledField {
  readonly id: string;
  readonly info: RuleInfo;
  readonly source: FieldSource;
  /** Id of its group. */
  readonly group: string;
}

/** Fields of which none is answered are asked for together. */
export interface FieldGroup {
  readonly id: string;
  readonly title: string;
  /** With the child's pronouns as slots: `{she}`. */
  readonly question: string | undefined;
  readonly fields: readonly CompiledField[];
}

/** A field as one form needs it. */
export interface FormField {
  readonly field: CompiledField;
  readonly need: Need;
  /** "As in the review of 1200, which stands" is a full answer. */
  readonly pointer: boolean;
  /** Of a coded field's values, those that this form allows; undefined: all. */
  readonly values: readonly string[] | undefined;
}

/** What a type of review must contain. */
export interface CompiledForm {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Lower case. */
  readonly names: ReadonlySet<string>;
  readonly rank: number;
  /** Labels that show a text to be of this form, plain. */
  readonly labels: ReadonlySet<string>;
  readonly fields: readonly FormField[];
  /** Holds where what is answered settles the review; undefined where nothing does short of all fields. */
  readonly isSettled: Condition | undefined;
}

/** All that is known of forms, fields and facts. */
export interface FormBook {
  /** In the order in which they are offered. */
  readonly forms: readonly CompiledForm[];
  readonly fields: ReadonlyMap<string, CompiledField>;
  readonly groups: readonly FieldGroup[];
  /** Plain label -> fields it may head. */
  readonly byLabel: ReadonlyMap<string, readonly CompiledField[]>;
  /** Ids of the facts that the text is searched for. */
  readonly facts: ReadonlySet<string>;
  /** Facts that do not hold while nothing is said of them. */
  readonly unsaidFalse: ReadonlySet<string>;
  /** Every blank that the rulebook may put into a text, without its brackets. */
  readonly blanks: ReadonlySet<string>;
}

/** Compiles one pattern and names field, fact or form in its errors. */
export type PatternReader = (owner: string, text: string, wide?: boolean) => Program;

/** Guards that have no say about answers: an answer may be negative, reported, quoted, planned or a question with an owner. */
const NO_GUARD_FOR_ANSWERS: readonly GuardName[] = [
  'quotation',
  'reported',
  'language',
  'negation',
  'label',
  'statute',
  'general',
  'influence',
  'question',
];

/** Facts may be reported ("mum says she has asthma"), quoted and stand in a heading or a label's value. */
const NO_GUARD_FOR_FACTS: readonly GuardName[] = [
  'quotation',
  'reported',
  'language',
  'label',
  'statute',
  'influence',
];

/**
 * Compiles fields, facts and forms into one book and the rules that observe them.
 * @param templates texts of the rulebook, besides skeletons, that hold blanks
 * @throws Error naming field, fact or form and what is wrong with it
 */
export function compileForms(
  source: {
    readonly forms: readonly FormSource[];
    readonly fields: readonly FieldGroupSource[];
    readonly facts: readonly FactSource[];
  },
  templates: readonly string[],
  pattern: PatternReader,
): { book: FormBook; rules: CompiledRule[] } {
  const rules: CompiledRule[] = [];
  const fields = new Map<string, CompiledField>();
  const groups = source.fields.map((group) => ({
    id: group.group,
    title: group.title,
    question: group.question,
    fields: group.fields.map((field) => {
      if (fields.has(field.id)) throw new Error(`${field.id}: this field is defined twice`);
      const made = { id: field.id, info: infoOf(field, group.title), source: field, group: group.group };
      fields.set(field.id, made);
      rules.push(...rulesOf(field, pattern));
      return made;
    }),
  }));
  for (const fact of source.facts) {
    rules.push(
      observedRule({
        kind: 'fact',
        id: fact.id,
        subject: fact.about ?? 'anyone',
        programs: fact.patterns.map((p) => pattern(fact.id, p)),
        unless: (fact.unless ?? []).map((p) => pattern(fact.id, p)),
        guardsOff: [...NO_GUARD_FOR_FACTS, ...(fact['guards-off'] ?? [])],
      }),
    );
  }
  const forms = [...source.forms].sort((a, b) => a.place - b.place).map((form) => formOf(form, fields));
  for (const form of source.forms) rules.push(...signalsOf(form, pattern));
  const byLabel = new Map<string, CompiledField[]>();
  for (const field of fields.values()) {
    for (const label of new Set([field.source.label, ...field.source.aliases].map(plainLabel)))
      byLabel.set(label, [...(byLabel.get(label) ?? []), field]);
  }
  return {
    book: {
      forms,
      fields,
      groups,
      byLabel,
      facts: new Set(source.facts.map(({ id }) => id)),
      unsaidFalse: new Set(source.facts.filter(({ unsaid }) => unsaid === false).map(({ id }) => id)),
      blanks: new Set(
        [...templates, ...source.fields.flatMap((g) => g.fields.map((f) => f.skeleton))].flatMap(blanksIn),
      ),
    },
    rules,
  };
}

function rulesOf(field: FieldSource, pattern: PatternReader): CompiledRule[] {
  const common = {
    id: field.id,
    subject: field.about ?? ('anyone' as const),
    unless: (field.unless ?? []).map((p) => pattern(field.id, p)),
    guardsOff: field['own-words']
      ? NO_GUARD_FOR_ANSWERS.filter((guard) => guard !== 'quotation')
      : NO_GUARD_FOR_ANSWERS,
  };
  const rule = (kind: 'answer' | 'thin', patterns: readonly string[]): CompiledRule[] =>
    patterns.length === 0
      ? []
      : [
          observedRule({
            ...common,
            kind,
            // What is no full answer touches the topic all the same.
            unless: kind === 'thin' ? [] : common.unless,
            programs: patterns.map((p) => pattern(field.id, p, true)),
          }),
        ];
  return [...rule('answer', field.answers), ...rule('thin', field.thin ?? [])];
}

/** What in a title or a text shows the form. */
function signalsOf(form: FormSource, pattern: PatternReader): CompiledRule[] {
  const rule = (part: 'title' | 'body' | 'unless', patterns: readonly string[]): CompiledRule[] =>
    patterns.map((p, i) =>
      observedRule({
        kind: 'signal',
        id: `${form.id}/${part}/${i}`,
        subject: 'anyone',
        programs: [pattern(form.id, p)],
        unless: [],
        guardsOff: [
          ...NO_GUARD_FOR_FACTS,
          ...(part === 'unless' ? [] : (['negation', 'question', 'general'] as const)),
        ],
      }),
    );
  const { title, body, unless } = form.recognise;
  return [...rule('title', title), ...rule('body', body), ...rule('unless', unless ?? [])];
}

function formOf(form: FormSource, fields: ReadonlyMap<string, CompiledField>): CompiledForm {
  return {
    id: form.id,
    title: form.title,
    description: form.description,
    names: new Set([form.id, form.title, ...form.names].map((name) => name.toLowerCase())),
    rank: form.rank,
    labels: new Set(form.recognise.labels.map(plainLabel)),
    isSettled: settledWhen(form, fields),
    fields: Object.entries(form.fields).map(([id, need]) => {
      const field = fields.get(id);
      if (!field) throw new Error(`${form.id}: there is no field ${id}`);
      return fieldOf(form.id, field, need);
    }),
  };
}

/** Three lines can be enough (risk-forms 7.1). */
function settledWhen(
  { id, enough }: FormSource,
  fields: ReadonlyMap<string, CompiledField>,
): Condition | undefined {
  if (!enough) return undefined;
  const unknown = enough.fields.find((field) => !fields.has(field));
  if (unknown !== undefined) throw new Error(`${id}: there is no field ${unknown}`);
  try {
    return parseCondition([`(${enough.if})`, ...enough.fields.map((field) => `${field}?`)].join(' and '));
  } catch (error) {
    throw new Error(`${id}, enough: ${error instanceof Error ? error.message : error}`);
  }
}

function fieldOf(form: string, field: CompiledField, source: NeedSource): FormField {
  const { need, pointer = false, values } = typeof source === 'string' ? { need: source } : source;
  const unknown = values?.find((value) => !(value in (field.source.values ?? {})));
  if (unknown !== undefined) throw new Error(`${form}: ${field.id} has no value ${unknown}`);
  try {
    return { field, need: parseNeed(need), pointer, values };
  } catch (error) {
    throw new Error(`${form}, ${field.id}: ${error instanceof Error ? error.message : error}`);
  }
}

function infoOf(field: FieldSource, category: string): RuleInfo {
  const severity: Severity = 'warning';
  return {
    id: field.id,
    alias: field.id,
    category,
    title: field.label,
    severity,
    preference: false,
    message: aboutTheChild(field.question),
    why: aboutTheChild(field.why),
    explain: `A skeleton: ${field.skeleton}`,
    sources: field.sources,
    examples: { found: field['does-not-count'].slice(0, 2), left: field.counts.slice(0, 2), rewritten: null },
  };
}
