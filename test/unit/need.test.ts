import { describe, expect, it } from 'vitest';
import { parseCondition, parseNeed } from '../../server/src/assessment/need.ts';

const knowing = (facts: Record<string, boolean | string>, answered: string[] = []) => ({
  fact: (id: string) => facts[id],
  answered: (id: string) => answered.includes(id),
});

describe('a condition', () => {
  it.each<[string, Record<string, boolean | string>, boolean | undefined]>([
    ['in-care', { 'in-care': true }, true],
    ['in-care', { 'in-care': false }, false],
    ['in-care', {}, undefined],
    ['not in-care', {}, undefined],
    ['not in-care', { 'in-care': false }, true],
    ['grade=high', { grade: 'high' }, true],
    ['grade=high', { grade: 'low' }, false],
    ['grade=high', {}, undefined],
    ['in-care or grade=high', { grade: 'high' }, true],
    ['in-care and grade=high', { grade: 'low' }, false],
    ['in-care and grade=high', { grade: 'high' }, undefined],
    [
      'images-involved and (suspect-child or child-made-images)',
      { 'images-involved': true, 'child-made-images': true },
      true,
    ],
    ['a and not (b or c)', { a: true, b: false, c: false }, true],
  ])('%s with %j is %s', (source, facts, expected) => {
    expect(parseCondition(source)(knowing(facts))).toBe(expected);
  });

  it('may ask whether a field is answered', () => {
    expect(parseCondition('rhi?')(knowing({}, ['rhi']))).toBe(true);
    expect(parseCondition('rhi?')(knowing({}))).toBe(false);
  });

  it.each(['in-care and', 'or in-care', '(in-care', 'in-care)', 'a b', ''])('“%s” is refused', (source) => {
    expect(() => parseCondition(source)).toThrow();
  });
});

describe('a need', () => {
  const need = parseNeed('warning; error if in-care or under-13; information if nrm?');

  it('is as grave as the gravest clause that holds', () => {
    expect(need.severity(knowing({}))).toBe('warning');
    expect(need.severity(knowing({ 'under-13': true }))).toBe('error');
    expect(need.severity(knowing({ 'under-13': false, 'in-care': false }, ['nrm']))).toBe('warning');
  });

  it('is none where no clause holds: what is not known asks for nothing', () => {
    expect(parseNeed('error if suspect-released').severity(knowing({}))).toBeUndefined();
  });

  it('names its facts and fields', () => {
    expect([...need.names]).toEqual(['in-care', 'under-13', 'nrm']);
  });

  it('says what it cannot read', () => {
    expect(() => parseNeed('E if in-care')).toThrow('E if in-care');
  });
});
