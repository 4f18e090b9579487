import { NO_EXAMPLES, type RuleInfo } from '../rulebook/rulebook.ts';
import type { FieldGroup } from './form.ts';

const COMMON = { preference: false, sources: [], examples: NO_EXAMPLES } as const;

/** A blank that was inserted and never filled. */
export const BLANK_LEFT: RuleInfo = {
  ...COMMON,
  id: 'blank-left',
  alias: 'blank-left',
  category: 'Blanks',
  title: 'A blank left behind',
  severity: 'error',
  message: 'What belongs in this blank?',
  why: 'A blank in a saved review reads as an answer that nobody gave.',
  explain: 'Blanks come from quick fixes, completion and _New Review…_. Brackets of your own are left alone.',
};

/** An entry that decides nothing. */
export const BARE_REVIEW: RuleInfo = {
  ...COMMON,
  id: 'bare-review',
  alias: 'bare-review',
  category: 'Review',
  title: 'A review that decides nothing',
  severity: 'error',
  message: 'This entry says that a review happened. What did it decide, and why?',
  why: 'The next supervisor can only act on a grade, its reasons, and who does what by when.',
  explain:
    'Three lines can be enough: what is new or was tried, the grade and why it stands, who does what by when and the next review.',
  sources: ['COP-MP-SUP', 'COP-INV-SUP'],
};

/** The one question for a group of fields of which none is answered. */
export function groupInfo(group: FieldGroup): RuleInfo {
  const labels = group.fields.map(({ source }) => source.label.toLowerCase());
  return {
    ...COMMON,
    id: `group-${group.id}`,
    alias: `group-${group.id}`,
    category: group.title,
    title: group.title,
    severity: 'error',
    message: group.question ?? '',
    why: 'Nothing in the text answers any of what belongs here.',
    explain: `It may hold: ${labels.join(', ')}. The type of review and the facts of the case decide which of these are asked for.`,
    sources: [...new Set(group.fields.flatMap(({ info }) => info.sources))].slice(0, 6),
  };
}
