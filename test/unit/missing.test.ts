import { describe, expect, it } from 'vitest';
import { analyser } from '../support/rulebook.ts';

/** A review that answers all six fields, in the layout given by `write`. */
const ANSWERS: readonly (readonly [string, string, string])[] = [
  ['risk-grade', 'Risk grade', 'High'],
  ['risk-rationale', 'Rationale', 'because she is 14, it is dark and 2C; would come down if she rings home'],
  ['persons-of-concern', 'Who with', 'a man called Jay, about 22, met through a game'],
  ['last-seen', 'Last seen', '2030hrs on Carr Lane by her sister'],
  ['enquiries', 'Enquiries', 'hospitals negative 2150; CCTV shows nothing'],
  ['return-interview', 'Return interview', 'requested 2200 from the local authority, due by Thursday'],
];
const HEAD =
  'MISSING CHILD - INITIAL REVIEW\n\nReported missing at 2118 by staff. Reviewed by PS 4417 Hallam at 2152hrs on 09/11/2025.\n\n';

const LAYOUTS: Readonly<Record<string, (label: string, value: string) => string>> = {
  'Label: value': (label, value) => `${label}: ${value}\n`,
  '**Label:** value': (label, value) => `**${label}:** ${value}\n`,
  'Label - value': (label, value) => `${label} - ${value}\n`,
  'CAPITALS and a line below': (label, value) => `${label.toUpperCase()}\n${value}\n\n`,
  'Markdown heading': (label, value) => `## ${label}\n\n${value}\n\n`,
  'numbered, with a full stop': (label, value) => `1. ${label}. ${value}\n`,
  table: (label, value) => `| ${label} | ${value} |\n`,
  bullets: (label, value) => `- ${label}: ${value}\n`,
};

const asked = (text: string) =>
  analyser
    .analyse({ text, kind: 'review' })
    .findings.filter((f) => f.kind === 'missing')
    .map((f) => f.rule);

describe.each(Object.entries(LAYOUTS))('a review laid out as %s', (_, write) => {
  it('is not asked for what it says', () => {
    expect(asked(HEAD + ANSWERS.map(([, label, value]) => write(label, value)).join(''))).toEqual([]);
  });

  it.each(ANSWERS.map(([id]) => id))('is asked for %s when it is not there', (id) => {
    const text =
      HEAD +
      ANSWERS.filter(([field]) => field !== id)
        .map(([, label, value]) => write(label, value))
        .join('');
    // What a reason says may answer the grade as well; every other field stands alone.
    if (id !== 'risk-grade' && id !== 'risk-rationale') expect(asked(text)).toEqual([id]);
    else expect(asked(text).every((rule) => rule === id)).toBe(true);
  });
});

describe('an answer in a sentence', () => {
  it('counts as much as one under a label', () => {
    const text =
      'Missing child, review 2200hrs. I am grading this high because she is twelve and has been messaging a man of nineteen who says he will collect her; she was last seen at 1950hrs outside the shop by her brother. ' +
      'PC Bello has checked the hospital and the bus station, both negative, and the man is being identified through PND. The return interview has been requested from the local authority.';
    expect(asked(text)).toEqual([]);
  });
});

describe('what only looks like an answer', () => {
  it.each(['TBC', 'n/a', 'as above', 'see log', '[high/medium/low]', ''])('“%s” does not count', (value) => {
    const text =
      HEAD + ANSWERS.map(([id, label, v]) => `${label}: ${id === 'last-seen' ? value : v}\n`).join('');
    expect(asked(text)).toEqual(['last-seen']);
  });

  it('a boyfriend without a name is no answer to who she may be with', () => {
    const text =
      HEAD +
      ANSWERS.map(([id, label, v]) => `${label}: ${id === 'persons-of-concern' ? 'boyfriend' : v}\n`).join(
        '',
      );
    expect(asked(text)).toEqual(['persons-of-concern']);
  });
});

describe('where nothing is asked', () => {
  it('a text that is no review of a missing child has no form', () => {
    const text =
      'Theft from a shop on the high street. The suspect was arrested at 1410hrs and taken to custody. CCTV has been collected and the file goes to the CPS. '.repeat(
        3,
      );
    expect(analyser.analyse({ text, kind: 'review' })).toEqual({ form: null, findings: [] });
  });

  it('a passage is read for wording only', () => {
    expect(analyser.analyse({ text: HEAD.repeat(4), kind: 'passage' })).toEqual({ form: null, findings: [] });
  });

  it('a review that has hardly begun is left in peace', () => {
    expect(asked('Missing child. Reported missing 2118.')).toEqual([]);
  });
});
