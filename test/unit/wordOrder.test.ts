import { describe, expect, it } from 'vitest';
import { passage } from '../support/rulebook.ts';

const rulesOf = (text: string): string[] => passage(text).map(({ rule }) => rule);

describe('the order of the words', () => {
  it.each([
    ['Exploitation is something to which Oluchi has, on four dates since May, exposed herself.'],
    ['The risk, as with every other episode this month, is one she has very much placed herself in.'],
    ['Understanding of risk is something Poppy does not currently have.'],
    ['13 yo M, insight re risk – nil, referral made.'],
    ['Neither of the boys appears to grasp how dangerous the line is.'],
    ['Neither sister is prepared to keep herself safe.'],
    ['Retunred of own accrod at 0320.'],
    ['Every refferal that has been ofered was turnd down flat by hre.'],
  ])('is no way round a rule: %s', (text) => {
    expect(rulesOf(text)).not.toEqual([]);
  });

  it.each([
    ['Indecent images of Ellie were made by DOYLE.'],
    ['Allegations were made by Ellie and denied by PRICE.'],
    ['The people Ellie hangs out with are in her class.'],
    ['PRICE’s account does not add up: the ANPR has him in Hull.'],
  ])('makes no fault of other words: %s', (text) => {
    expect(rulesOf(text)).toEqual([]);
  });
});
