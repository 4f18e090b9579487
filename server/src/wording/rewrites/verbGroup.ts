import type { Sentence } from '../../people/sentence.ts';
import { Tag } from '../../text/lexicon.ts';
import { isIrregularPast, verbForms } from '../../text/verbs.ts';
import { WordKind } from '../../text/word.ts';

/** The grammatical place a verb stands in; decides the form of whatever takes its place. */
export type VerbPlace =
  | 'present-singular'
  | 'present-plural'
  | 'past-singular'
  | 'past-plural'
  | 'base'
  | 'ing'
  | 'participle';

/** How a verb with its auxiliaries is to be said again with another verb. */
export interface VerbGroup {
  /** First token to be replaced; auxiliaries before it stay. */
  readonly from: number;
  readonly place: VerbPlace;
  /** A form of be carried the verb: "is putting". */
  readonly progressive: boolean;
  /** "keeps putting", "continues to put": said again as "still". */
  readonly persistent: boolean;
  /** Index of has, have, had before a participle, or -1. */
  readonly have: number;
  /** "hasn't": the auxiliary without its negation, which the new text must say again. */
  readonly restated?: string;
}

const PERSIST =
  /^(keep|keeps|kept|keeping|continue|continues|continued|continuing|persist|persists|persisted|insist|insists|insisted|carry|carries|carried)$/;
const BE = /^(am|is|are|was|were|be|been|being)$/;
const HAVE = /^(has|have|had|having|'ve)$/;

/**
 * Reads the group of a head verb.
 * @param start first token of the group, as the subject finder gives it
 * @param negated the pattern holds the negation, so the group is replaced as a whole: "does not understand" -> "is"
 * @param plural the subject is plural or "they"
 * @param hasSubject a subject stands before the verb
 */
export function readVerbGroup(
  s: Sentence,
  start: number,
  head: number,
  negated: boolean,
  plural: boolean,
  hasSubject = false,
): VerbGroup {
  const parts: number[] = [];
  for (let i = start; i < head; i++) {
    const tags = s.tags(i);
    const kind = s.kind(i);
    const insertion = s.insertionEnd(i);
    if (insertion > i && insertion <= head && kind !== WordKind.Word) {
      i = insertion - 1;
      continue;
    }
    if (
      kind === WordKind.Clitic ||
      tags & (Tag.Auxiliary | Tag.Modal | Tag.Catenative) ||
      s.lower(i) === 'to' ||
      tags & Tag.Preposition ||
      (negated && tags & Tag.Negator)
    )
      parts.push(i);
  }
  return negated
    ? negatedGroup(s, parts, start, head, plural)
    : affirmedGroup(s, parts, head, plural, hasSubject);
}

function affirmedGroup(
  s: Sentence,
  parts: readonly number[],
  head: number,
  plural: boolean,
  hasSubject: boolean,
): VerbGroup {
  const at = (k: number): string => (k >= 0 ? s.lower(parts[k] as number) : '');
  const n = parts.length - 1;
  const last = at(n);
  const lower = s.lower(head);
  const group = (from: number, place: VerbPlace, extra: Partial<VerbGroup> = {}): VerbGroup => ({
    from,
    place,
    progressive: false,
    persistent: false,
    have: -1,
    ...extra,
  });
  if (isIng(lower)) {
    if (BE.test(last) || isBeClitic(s, parts[n])) {
      const before = at(n - 1);
      return group(parts[n] as number, placeOfBe(last, plural), {
        progressive: true,
        have: HAVE.test(before) || before === "'s" ? (parts[n - 1] as number) : -1,
      });
    }
    const persistAt = last === 'on' || last === 'in' || last === 'with' ? n - 1 : n;
    if (persistAt >= 0 && PERSIST.test(at(persistAt))) return persistent(s, parts, persistAt, plural);
    // "YP putting self at risk": log English leaves the auxiliary out.
    if (n < 0 && hasSubject) return group(head, plural ? 'present-plural' : 'present-singular');
    return group(head, 'ing');
  }
  if (last === 'to') {
    if (PERSIST.test(at(n - 1))) return persistent(s, parts, n - 1, plural);
    return group(head, 'base');
  }
  if (n >= 0 && s.tags(parts[n] as number) & Tag.Modal) return group(head, 'base');
  if (/^(do|does|did)$/.test(last))
    return group(
      parts[n] as number,
      last === 'did' ? past(plural) : last === 'does' ? 'present-singular' : 'present-plural',
    );
  if (
    HAVE.test(last) ||
    (last === "'s" && isParticipleForm(lower)) ||
    (last === "'d" && isParticipleForm(lower))
  )
    return group(head, 'participle', { have: parts[n] as number });
  return group(head, finitePlace(lower, plural));
}

/** "keeps putting" is replaced from "keeps" on; its own form gives tense and number. */
function persistent(s: Sentence, parts: readonly number[], at: number, plural: boolean): VerbGroup {
  const lower = s.lower(parts[at] as number);
  const before = at > 0 ? s.lower(parts[at - 1] as number) : '';
  const base = { from: parts[at] as number, progressive: false, persistent: true, have: -1 };
  if (BE.test(before)) return { ...base, from: parts[at - 1] as number, place: placeOfBe(before, plural) };
  if (HAVE.test(before)) return { ...base, place: 'participle', have: parts[at - 1] as number };
  if (before === 'to' || (at > 0 && s.tags(parts[at - 1] as number) & Tag.Modal))
    return { ...base, place: 'base' };
  return { ...base, place: finitePlace(lower, plural) };
}

/** The pattern's own negation goes with the verb: the first finite word gives tense and number. */
function negatedGroup(
  s: Sentence,
  parts: readonly number[],
  start: number,
  head: number,
  plural: boolean,
): VerbGroup {
  const base = { from: start, progressive: false, persistent: false, have: -1 };
  const first = parts[0];
  if (first === undefined || first >= head)
    return { ...base, from: head, place: finitePlace(s.lower(head), plural) };
  const lower = s.lower(first).replace(/n'?t$/, '');
  if (/^(do|does)$/.test(lower))
    return {
      ...base,
      place:
        lower === 'does' && !plural ? 'present-singular' : plural ? 'present-plural' : 'present-singular',
    };
  if (lower === 'did') return { ...base, place: past(plural) };
  if (HAVE.test(lower))
    return lower === s.lower(first)
      ? { ...base, from: first + 1, place: 'participle', have: first }
      : { ...base, from: first, place: 'participle', have: first, restated: lower };
  if (/^(can|cannot|ca|will|wo|shall)$/.test(lower))
    return { ...base, place: plural ? 'present-plural' : 'present-singular' };
  if (/^(could|would)$/.test(lower)) return { ...base, place: past(plural) };
  if (s.tags(first) & Tag.Modal) return { ...base, from: first + 1, place: 'base' };
  if (BE.test(lower)) return { ...base, place: placeOfBe(lower, plural) };
  if (s.kind(first) === WordKind.Clitic) return { ...base, place: placeOfBe(lower, plural) };
  return { ...base, place: finitePlace(lower, plural) };
}

function isIng(lower: string): boolean {
  return /.{2}ing?$/.test(lower) && lower.endsWith('ing');
}

function isBeClitic(s: Sentence, i: number | undefined): boolean {
  if (i === undefined || s.kind(i) !== WordKind.Clitic) return false;
  return s.lower(i) === "'s" || s.lower(i) === "'re" || s.lower(i) === "'m";
}

function placeOfBe(form: string, plural: boolean): VerbPlace {
  switch (form) {
    case 'is':
    case "'s":
      return 'present-singular';
    case 'are':
    case "'re":
    case 'am':
      return 'present-plural';
    case 'was':
      return plural ? 'past-plural' : 'past-singular';
    case 'were':
      return 'past-plural';
    case 'be':
      return 'base';
    case 'been':
      return 'participle';
    default:
      return 'ing';
  }
}

function past(plural: boolean): VerbPlace {
  return plural ? 'past-plural' : 'past-singular';
}

/** "puts", "put", "chose": a finite form by itself. A form that could be present or past ("they put") is read as past, the tense of a log. */
function finitePlace(lower: string, plural: boolean): VerbPlace {
  if (isIng(lower)) return 'ing';
  if (/^(was|were)/.test(lower)) return past(plural || lower.startsWith('were'));
  if (/ed$/.test(lower) || isIrregularPast(lower)) return past(plural);
  if (/s$/.test(lower) && !/ss$/.test(lower)) return 'present-singular';
  return plural ? 'present-plural' : 'present-singular';
}

function isParticipleForm(lower: string): boolean {
  return /(ed|en|wn)$/.test(lower) || isIrregularPast(lower);
}

const BE_FORMS: Record<VerbPlace, string> = {
  'present-singular': 'is',
  'present-plural': 'are',
  'past-singular': 'was',
  'past-plural': 'were',
  base: 'be',
  ing: 'being',
  participle: 'been',
};

/** A form of be for the group's place: "is", "was", "been"; with "still" where the writer said "keeps". */
export function formOfBe(group: VerbGroup): string {
  const form = BE_FORMS[group.place];
  if (!group.persistent) return form;
  return group.place === 'base' ? 'still be' : group.place === 'participle' ? 'still been' : `${form} still`;
}

/** A progressive form of be, for a passive: "is being", "has been", "may be". */
export function formOfBeing(group: VerbGroup): string {
  const be = formOfBe(group);
  return group.place === 'base' || group.place === 'participle' || group.place === 'ing' ? be : `${be} being`;
}

/** A form of have for the group's place; after "has been …ing" the "has" that already stands there. */
export function formOfHave(group: VerbGroup): string {
  switch (group.place) {
    case 'present-singular':
      return 'has';
    case 'present-plural':
    case 'base':
      return 'have';
    case 'ing':
      return 'having';
    case 'participle':
      return '';
    default:
      return 'had';
  }
}

/** Any verb in the group's tense and number: "chose to meet" -> "met", "is choosing to meet" -> "is meeting". */
export function formOfVerb(group: VerbGroup, base: string): string {
  const forms = verbForms(base);
  if (group.progressive) return `${BE_FORMS[group.place]} ${forms.ing}`;
  const still = group.persistent ? 'still ' : '';
  switch (group.place) {
    case 'present-singular':
      return still + forms.s;
    case 'present-plural':
    case 'base':
      return still + forms.base;
    case 'ing':
      return still + forms.ing;
    case 'participle':
      return still + forms.participle;
    default:
      return still + forms.past;
  }
}
