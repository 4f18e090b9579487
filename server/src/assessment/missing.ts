import type { Finding, Severity } from '../finding.ts';
import type { ReviewText } from './answers.ts';
import type { RequiredField } from './assessment.ts';
import { leftBlanks } from './blanks.ts';
import { hasWords, lengthOf, mostAt, shareAnswered } from './extent.ts';
import { at } from './finding.ts';
import type { FieldGroup, FormBook } from './form.ts';
import { insertInto } from './insertion.ts';
import { BARE_REVIEW } from './ownFindings.ts';
import { placeOf, titleOf } from './place.ts';
import { ofChild } from './pronouns.ts';
import type { FormMatch } from './recognise.ts';
import { wrongValue } from './values.ts';

/** How much is said at once. */
export interface MissingLimits {
  /** Findings at most; the rest is counted. Default 12 (risk-forms 7.9). */
  readonly findings: number;
  /** Prompts of good practice are shown too. */
  readonly prompts: boolean;
  /** The writer asked: short drafts are read as well. */
  readonly always: boolean;
}

/** Prompts shown at once (risk-forms 7.9). */
const MOST_PROMPTS = 3;

/** Shorter texts are still being written; nothing is asked of them (risk-forms 7.11). UTF-16 units. */
const SHORTEST = 200;

/** A review of so few words that answers hardly anything says that it happened, not what it decided (risk-forms 7.10). */
const BARE_WORDS = 60;
const BARE_ANSWERS = 2;

/** So many fields of a group must be open for one question to stand for them. */
const GROUP_SIZE = 3;

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

interface Ask {
  readonly field: RequiredField;
  readonly severity: Severity;
}

/**
 * What the forms ask for and nothing answers: the gravest first, then in the form's order, one question for a whole group of which nothing is there.
 */
export function missingFindings(
  review: ReviewText,
  book: FormBook,
  forms: readonly FormMatch[],
  required: readonly RequiredField[],
  limits: MissingLimits,
): { findings: Finding[]; hidden: number } {
  const blanks = leftBlanks(review, book.blanks);
  if (forms.length === 0) return { findings: blanks, hidden: 0 };
  if (lengthOf(review.text) < SHORTEST && !limits.always) return { findings: blanks, hidden: 0 };
  const wrong = required.flatMap((r) => wrongValue(review, r) ?? []);
  const asked = required
    .map((field) => ({ field, severity: severityOf(field) }))
    .filter(
      (ask): ask is Ask =>
        ask.severity !== undefined &&
        !wrong.some(({ rule }) => rule === ask.field.formField.field.id) &&
        !isBeingFilled(ask.field, blanks),
    );
  const grave = asked.filter(({ severity }) => severity !== 'information');
  if (isBare(review, required, grave)) return { findings: [bareEntry(review)], hidden: 0 };
  const inserter = insertInto(review, required);
  const findings: Finding[] = [...blanks, ...wrong];
  const grouped = new Set<string>();
  const groupsAsked = new Set<string>();
  for (const ask of asked) {
    const { id, group } = ask.field.formField.field;
    if (grouped.has(id) || (ask.severity === 'information' && groupsAsked.has(group))) continue;
    const whole = openGroup(book, group, required, grave);
    if (!whole) {
      findings.push({ ...askFor(review, ask), prompt: inserter.one(ask.field) });
      continue;
    }
    groupsAsked.add(group);
    for (const { field } of whole.asks) grouped.add(field.formField.field.id);
    const prompt = inserter.all(whole.asks.map(({ field }) => field).filter(isNew), whole.group.title);
    findings.push({ ...askForGroup(review, whole), ...(prompt && { prompt }) });
  }
  findings.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  const prompts = findings.filter(({ severity }) => severity === 'information');
  const full = mostAt(shareAnswered(required), review.text);
  const untouched = new Set(
    required.filter(({ reading }) => reading.state === 'absent').map(({ formField }) => formField.field.id),
  );
  const others = findings.filter(
    (f) =>
      f.severity !== 'information' &&
      // A full review is asked only about what must be there and of which it says nothing at all.
      (full > 1 ||
        blanks.includes(f) ||
        wrong.includes(f) ||
        (f.severity === 'error' && untouched.has(f.rule))),
  );
  const most = Math.min(limits.findings, full) + blanks.length;
  const shown = [...others.slice(0, most), ...(limits.prompts ? prompts.slice(0, MOST_PROMPTS) : [])];
  return { findings: shown, hidden: Math.max(0, others.length - most) };
}

/** Its blanks stand under its label: they are asked about, not the field. */
function isBeingFilled({ reading: { value } }: RequiredField, blanks: readonly Finding[]): boolean {
  return value !== undefined && blanks.some(({ start }) => value.start <= start && start < value.end);
}

/** The writer has no label for it yet. */
function isNew({ reading }: RequiredField): boolean {
  return reading.label === undefined;
}

/** A bare pointer is half an answer: it lowers a warning to a prompt, and does not settle what must be there. */
function severityOf({ severity, reading, done }: RequiredField): Severity | undefined {
  if (severity === undefined || done) return undefined;
  if (reading.state === 'pointer') return severity === 'error' ? 'warning' : undefined;
  return severity;
}

function isBare(review: ReviewText, required: readonly RequiredField[], grave: readonly Ask[]): boolean {
  const answered = required.filter(({ severity, done }) => severity !== undefined && done).length;
  return !hasWords(review.text, BARE_WORDS) && answered <= BARE_ANSWERS && grave.length > GROUP_SIZE;
}

interface OpenGroup {
  readonly group: FieldGroup;
  readonly asks: readonly Ask[];
}

/** The group when none of its fields is answered and several are asked for. */
function openGroup(
  book: FormBook,
  id: string,
  required: readonly RequiredField[],
  grave: readonly Ask[],
): OpenGroup | undefined {
  const group = book.groups.find((g) => g.id === id);
  if (group?.question === undefined) return undefined;
  const isMember = ({ formField }: RequiredField): boolean => formField.field.group === id;
  if (required.some((r) => isMember(r) && r.done)) return undefined;
  const asks = grave.filter(({ field }) => isMember(field));
  return asks.length >= GROUP_SIZE ? { group, asks } : undefined;
}

function askFor(review: ReviewText, { field, severity }: Ask): Finding {
  const { info, source } = field.formField.field;
  return {
    ...at(review, placeOf(review, field)),
    rule: info.id,
    alias: info.alias,
    category: info.category,
    severity,
    message: ofChild(source.question, review.gender),
    why: ofChild(source.why, review.gender),
    sources: info.sources,
    also: [],
  };
}

function askForGroup(review: ReviewText, { group, asks }: OpenGroup): Finding {
  const [first] = asks as [Ask];
  const gravest = asks.reduce((a, b) => (GRAVITY[b.severity] < GRAVITY[a.severity] ? b : a));
  return {
    ...at(review, placeOf(review, first.field)),
    rule: `group-${group.id}`,
    alias: `group-${group.id}`,
    category: group.title,
    severity: gravest.severity,
    message: ofChild(group.question as string, review.gender),
    why: `Not answered yet: ${asks.map(({ field }) => field.formField.field.source.label.toLowerCase()).join(', ')}.`,
    sources: [...new Set(asks.flatMap(({ field }) => field.formField.field.info.sources))],
    also: asks.map(({ field }) => field.formField.field.id),
  };
}

function bareEntry(review: ReviewText): Finding {
  const { id, alias, category, severity, message, why, sources } = BARE_REVIEW;
  return {
    ...at(review, titleOf(review)),
    rule: id,
    alias,
    category,
    severity,
    message,
    why,
    sources,
    also: [],
  };
}
