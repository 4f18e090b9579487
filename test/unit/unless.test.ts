import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../server/src/analysis.ts';
import { compileRulebook } from '../../server/src/rulebook/compile.ts';
import { source } from '../support/rulebook.ts';

const pack = source.packs[0] as (typeof source.packs)[number];
const rule = {
  ...(pack.rules[0] as (typeof pack.rules)[number]),
  patterns: ['~be runner'],
  unless: ['athletics', 'frightened of OFFENDER'],
  shapes: [],
};
const analyser = createAnalyser(compileRulebook({ ...source, packs: [{ ...pack, rules: [rule] }] }));
const found = (text: string) =>
  analyser.analyse({ text, kind: 'passage' }).findings.map(({ rule: id }) => id);

describe('unless', () => {
  it.each([
    'Ellie is a runner in the athletics team.',
    'Ellie is a runner because she loves athletics.',
    'Ellie is a runner if she has an athletics meeting.',
    'Ellie is a runner because she is frightened of WEBB.',
  ])('silences from the clause and from its reason or condition: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    'Ellie is a runner and her brother does athletics.',
    'Ellie is a runner; she gave up athletics.',
    'Ellie is a runner because she is bored, but she liked athletics.',
  ])('does not reach into another statement: %s', (text) => {
    expect(found(text)).toEqual([rule.id]);
  });
});
