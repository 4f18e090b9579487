import { describe, expect, it } from 'vitest';
import { analyser } from '../support/rulebook.ts';

/** Fields with an answer and a value that only looks like one. */
const ANSWERS: readonly (readonly [id: string, label: string, answer: string, none: string])[] = [
  [
    'risk-rationale',
    'Rationale',
    'High because she is 14, it is dark and 2C; would come down if she rings home',
    'as above',
  ],
  [
    'persons-of-concern',
    'Who with',
    'a man called Jay, about 22, of 14 Rowan St, PND checked, visit tasked',
    'boyfriend',
  ],
  ['last-seen', 'Last seen', '2030hrs on Carr Lane by her sister', 'this evening'],
  ['next-review', 'Next review', '2345hrs by Insp Dray, sooner if she rings', 'TBC'],
  ['intel-checks', 'Intel checks', 'PND, Niche and COMPACT 2135hrs, no trace', 'see log'],
];
const HEAD =
  'MISSING CHILD - INITIAL REVIEW\n\nTamsin, 14, was reported missing from home at 2118 by her mum. This is the review of PS 4417 Hallam at 2152hrs on 09/11/2025.\n\n';

const LAYOUTS: Readonly<Record<string, (label: string, value: string) => string>> = {
  'Label: value': (label, value) => `${label}: ${value}\n`,
  '**Label:** value': (label, value) => `**${label}:** ${value}\n`,
  'Label - value': (label, value) => `${label} - ${value}\n`,
  'CAPITALS and a line below': (label, value) => `${label.toUpperCase()}\n${value}\n\n`,
  'Markdown heading': (label, value) => `## ${label}\n\n${value}\n\n`,
  table: (label, value) => `| ${label} | ${value} |\n`,
  bullets: (label, value) => `- ${label}: ${value}\n`,
};

const assess = (text: string, form?: string) => {
  const { assessment } = analyser.analyse({ text, kind: 'review', ...(form !== undefined && { form }) });
  if (!assessment) throw new Error('no review');
  return assessment;
};
const state = (text: string, id: string) => assess(text).readings.get(id)?.state ?? 'absent';
const missing = (text: string) =>
  analyser.analyse({ text, kind: 'review' }).findings.filter((f) => f.kind === 'missing');

describe.each(Object.entries(LAYOUTS))('a review laid out as %s', (_, write) => {
  it.each(ANSWERS)('%s under its label is answered', (id, label, answer) => {
    expect(state(HEAD + write(label, answer), id)).toBe('answered');
  });

  it.each(ANSWERS)('%s is not answered by what says nothing', (id, label, _answer, none) => {
    expect(['empty', 'thin', 'absent']).toContain(state(HEAD + write(label, none), id));
  });
});

describe('an answer in a sentence', () => {
  const text =
    'Missing child, review 2200hrs. I am grading this high because she is twelve and has been messaging a man of nineteen who says he will collect her; she was last seen at 1950hrs outside the shop by her brother. ' +
    'PC Bello has checked the hospital and the bus station, both negative. I will look again at 2300.';

  it.each(['risk-grade', 'risk-rationale', 'last-seen', 'lines-of-enquiry', 'next-review'])(
    'counts as much as one under a label: %s',
    (id) => {
      expect(state(text, id)).toBe('answered');
    },
  );
});

describe('a value that is none of those allowed', () => {
  it.each(['Absent', 'Standard', 'Medium/High'])(
    '“%s” is asked about, with the grades to choose from',
    (value) => {
      const found = missing(`${HEAD}Risk grade: ${value}\nActions: PC Wain to visit by 2300\n`).find(
        (f) => f.quote === value,
      );
      expect(found?.rule).toBe('risk-grade');
      expect(found?.rewrites.map(({ text }) => text.toLowerCase())).toContain('high');
    },
  );
});

describe('what is missing', () => {
  const text = `${HEAD}Risk grade: Medium\nEnquiries: ongoing\nActions: TBC\n`;

  it('is asked for by the gravest first, at most twelve at a time', () => {
    const found = missing(text);
    expect(found.length).toBeGreaterThan(3);
    expect(found.length).toBeLessThanOrEqual(12);
    expect(found.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('is asked for as one where a whole group is open', () => {
    const groups = missing(text).filter(({ rule }) => rule.startsWith('group-'));
    expect(groups.length).toBeGreaterThan(0);
    expect(new Set(groups.map(({ rule }) => rule)).size).toBe(groups.length);
  });

  it('is put where it belongs: an empty label gets its skeleton, in the child’s own pronouns', () => {
    const actions = missing(text).find(({ rule }) => rule === 'action-plan' || rule === 'group-control');
    expect(actions?.prompt?.text).toContain('[');
    expect(missing(text).every(({ message }) => !message.includes('{'))).toBe(true);
  });
});

describe('a blank that was left behind', () => {
  it('is an error of its own, and its field is not asked for besides', () => {
    const found = missing(`${HEAD}Next review: [time/date] by [rank/role], sooner if [trigger]\n`);
    expect(found.filter(({ rule }) => rule === 'blank-left')).toHaveLength(1);
    expect(found.some(({ rule }) => rule === 'next-review')).toBe(false);
  });

  it('is not any bracket: the writer may use them', () => {
    expect(
      missing(`${HEAD}She said he was “a mate” [sic] and [redacted] was there.\n`).some(
        ({ rule }) => rule === 'blank-left',
      ),
    ).toBe(false);
  });
});

describe('where nothing is asked', () => {
  it('a text that is no review of a child has no form', () => {
    const text =
      'Theft from a shop on the high street. The suspect was arrested at 1410hrs and taken to custody. CCTV has been collected and the file goes to the CPS. '.repeat(
        3,
      );
    expect(analyser.analyse({ text, kind: 'review' })).toMatchObject({ form: null, findings: [] });
  });

  it('a passage is read for wording only', () => {
    expect(analyser.analyse({ text: HEAD.repeat(4), kind: 'passage' })).toMatchObject({
      form: null,
      findings: [],
      assessment: null,
    });
  });

  it('a review that has hardly begun is left in peace', () => {
    expect(missing('Missing child. Reported missing 2118.')).toEqual([]);
  });

  it('an entry that only says that it happened gets one question', () => {
    const bare = missing(
      `MISPER REVIEW\nReviewed, agree with the officer in the case, continue with enquiries as they are on the log and in the plan that was made, for early turn, nothing further from me at this time and no changes to be made to what is there.\n`,
    );
    expect(bare.map(({ rule }) => rule)).toEqual(['bare-review']);
  });
});

describe('what must not be demanded (risk-forms 7)', () => {
  const ongoing = `INSP DRAY 0200 REVIEW 3 - KIERAN HOBBS, 16, STILL MISSING
Nothing further since 2330: the two hostels and his cousin's were tried, nobody has seen him. DC Ferris has asked for the CCTV of the services.
I keep this at medium. He is 16, he took a coat and his inhaler and told his nan he would ring; if he has not by 0400 I will make it high.
PC Bello goes to the services now. Nan is rung hourly by control. I look again at 0400.
`;

  it('three lines can be enough for a further review at medium', () => {
    expect(missing(ongoing)).toEqual([]);
  });

  it('is asked for all the same at high, or without a next review', () => {
    expect(missing(ongoing.replace('I keep this at medium', 'I keep this at high'))).not.toEqual([]);
    expect(
      missing(ongoing.replace(' I look again at 0400.', '').replace(/; if he has not[^.]*/, '')),
    ).not.toEqual([]);
  });

  it('nothing about an adult', () => {
    const adult = `MISSING PERSON - INITIAL REVIEW\n\nMisper is a 45 yr old man, Paul Reece, last seen 1700hrs at work by his manager. His wife rang at 2210. Graded medium because he has missed his tablets and it is cold. PC Wain to visit his brother by 2330. Next review 0100 by night Insp.\n`;
    expect(missing(adult)).toEqual([]);
  });

  it('no finding of harm, and no return interview, while the child is missing', () => {
    const asked = new Set(
      missing(`${HEAD}Risk grade: Medium\nEnquiries: ongoing\nActions: TBC\n`).flatMap(({ rule, also }) => [
        rule,
        ...also,
      ]),
    );
    for (const id of ['harm-check', 'rhi', 'prevention-interview', 'seen-in-person'])
      expect(asked.has(id), id).toBe(false);
  });

  it('no reason argued with: “considered, not done because” ends the matter', () => {
    expect(
      state(
        `${HEAD}Publicity: considered, not yet, because it may alert the man she is with\n`,
        'publicity-alert',
      ),
    ).toBe('answered');
    expect(state(`${HEAD}Publicity: n/a\n`, 'publicity-alert')).not.toBe('answered');
  });
});
