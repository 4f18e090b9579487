import { expect, it } from 'vitest';
import { readLayout } from '../../server/src/review/layout.ts';
import { labelStyleOf, renderField } from '../../server/src/review/style.ts';

it.each([
  ['nothing yet', '', 'Next review: 2300'],
  ['a colon', 'Risk: High\nPlan: visit', 'Next review: 2300'],
  ['labels in capitals', 'RISK: High\nPLAN: visit', 'NEXT REVIEW: 2300'],
  ['bold', '**Risk:** High\n**Plan:** visit', '**Next review:** 2300'],
  ['a dash', 'Risk - High\nPlan - visit', 'Next review - 2300'],
  ['an en dash', 'Risk – High\nPlan – visit', 'Next review – 2300'],
  ['an equals sign', 'Risk = High\nPlan = visit', 'Next review = 2300'],
  ['a tab', 'Risk\tHigh\nPlan\tvisit', 'Next review\t2300'],
  ['bullets', '- Risk: High\n- Plan: visit', '- Next review: 2300'],
  ['numbered fields', '1. Risk: High\n2. Plan: visit', '3. Next review: 2300'],
  ['capitals over the text', 'REVIEW\nRISK\nHigh\nPLAN\nvisit', 'NEXT REVIEW\n2300'],
  ['Windows line ends', 'REVIEW\r\nRISK\r\nHigh\r\nPLAN\r\nvisit', 'NEXT REVIEW\r\n2300'],
  ['Markdown headings', '# Review\n\n### Risk\n\nHigh\n\n### Plan\n\nvisit', '### Next review\n\n2300'],
  ['a table', '| Risk | High |\n| Plan | visit |', '| Next review | 2300 |'],
  [
    'a table of three columns',
    '| Risk | High | 2147 |\n| Plan | visit | 2200 |',
    '| Next review | 2300 |  |',
  ],
])('a field is written in the style of a review with %s', (_, text, field) => {
  expect(renderField(labelStyleOf(readLayout(text), text), 'Next review', '2300')).toBe(field);
});

it('says whether fields stand apart', () => {
  const spaced = 'Risk: High\n\nPlan: visit\n\nReview: 2300';
  expect(labelStyleOf(readLayout(spaced), spaced).spaced).toBe(true);
  const close = spaced.replace(/\n\n/g, '\n');
  expect(labelStyleOf(readLayout(close), close).spaced).toBe(false);
});
