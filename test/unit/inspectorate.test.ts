import { describe, expect, it } from 'vitest';
import { passage, review } from '../support/rulebook.ts';

/** The two comments that inspectors quoted, with other names, pronouns, tenses, order and interruptions. */
describe('the two phrases inspectors quoted', () => {
  it.each([
    ['Child does not understand her behaviour.', 'IN01'],
    ['Ellie has never really understood her own behaviour.', 'IN01'],
    ['He did not, in my view, understand his behaviour.', 'IN01'],
    ['They do not understand their behaviour.', 'IN01'],
    ['YP doesnt understant his behavour.', 'IN01'],
    ['Tyler, 14, still cannot understand his own actions.', 'IN01'],
    ['The young person is unable to understand her behaviour.', 'IN01'],
    ['Maisie engages in behaviour that is highly risky.', 'AG06'],
    ['He has been engaging, in my view, in behaviour that is extremely dangerous.', 'AG06'],
    ['They engaged in behaviour which is high risk.', 'AG06'],
    ['The behaviour Ellie engages in is highly risky.', 'AG06'],
    ['The child continues to engage in highly risky behaviour.', 'AG06'],
    ['YP enages in highly risky behavour.', 'AG06'],
  ])('%s', (text, rule) => {
    const found = passage(text).filter((f) => f.rule === rule || f.also.includes(rule));
    expect(found).toHaveLength(1);
    expect(found[0]?.severity).toBe('error');
  });

  it.each([
    ['Child does not understand her behaviour.', 'Child is at risk from [who].'],
    ['Ellie engages in behaviour that is highly risky.', 'Ellie is at high risk of harm from [who].'],
    ['They engaged in behaviour that is highly risky.', 'They were at high risk of harm from [who].'],
    [
      'He has been engaging in behaviour that is highly risky.',
      'He has been at high risk of harm from [who].',
    ],
    ['She may be engaging in behaviour that is highly risky.', 'She may be at high risk of harm from [who].'],
    [
      'She keeps engaging in behaviour that is highly risky.',
      'She is still at high risk of harm from [who].',
    ],
  ])('%s reads well when rewritten', (text, expected) => {
    const rewrite = passage(text)[0]?.rewrites[0];
    expect(rewrite && text.slice(0, rewrite.start) + rewrite.text + text.slice(rewrite.end)).toBe(expected);
  });

  it('finds both in one sentence, each with a rewrite', () => {
    const text = 'Child does not understand her behaviour and engages in behaviour that is highly risky.';
    const found = passage(text);
    expect(found.map((f) => f.rule)).toEqual(['IN01', 'AG06']);
    for (const f of found) expect(f.rewrites.length).toBeGreaterThan(0);
  });

  it('leaves them alone where they are quoted, rejected, or said of somebody else', () => {
    for (const text of [
      'WEBB does not understand his bail conditions.',
      'PC Lomas did not understand her behaviour; I have explained it to him.',
      'DOYLE engages in behaviour that is highly risky to children.',
      'It is wrong to say that she does not understand her behaviour.',
      'The first entry says she "engages in behaviour that is highly risky". I have asked for that to be reworded.',
      'Children do not understand their behaviour in the way adults do.',
      'Please take out "does not understand her behaviour".',
    ])
      expect(
        passage(text).filter((f) => f.severity !== 'information'),
        text,
      ).toEqual([]);
  });

  it('keeps to the same offsets with a BOM, CRLF and emoji before it', () => {
    const text = '\ufeffReview \ud83d\ude00\r\n\r\nEllie engages in behaviour that is highly risky.\r\n';
    const [finding] = review(text).filter((f) => f.kind === 'wording');
    expect(finding && text.slice(finding.start, finding.end)).toBe(
      'engages in behaviour that is highly risky',
    );
  });
});
