import { describe, expect, it } from 'vitest';
import { skeletonOf } from '../../server/src/assessment/insertion.ts';
import { plainLabel } from '../../server/src/assessment/label.ts';
import { checkFact, checkField } from '../../server/src/rulebook/fieldExamples.ts';
import { analyser, rulebook, source } from '../support/rulebook.ts';

describe.each(source.fields.map((group) => [group.group, group] as const))('the fields of %s', (_, group) => {
  it.each(group.fields.map((field) => [field.id, field] as const))(
    '%s: what counts, and what does not',
    (_id, field) => {
      expect(checkField(analyser, field)).toEqual([]);
    },
  );

  it.each(group.fields.map((field) => [field.id, field] as const))(
    '%s is explained in few words',
    (_id, field) => {
      const words = (text: string) => text.split(/\s+/).length;
      expect(words(field.question)).toBeLessThanOrEqual(20);
      expect(words(field.why)).toBeLessThanOrEqual(25);
      expect(field.skeleton).toMatch(/\[[^\]]+\]/);
      expect(field.skeleton, 'a blank within a blank').not.toMatch(/\[[^\]]*\[/);
      expect(field.sources.length).toBeGreaterThan(0);
      for (const tag of field.sources) expect(rulebook.sources.has(tag), tag).toBe(true);
    },
  );
});

describe('a field that was inserted', () => {
  it.each([...rulebook.forms.fields.values()].map((field) => [field.id, field] as const))(
    '%s is known by the label that its skeleton gives it',
    (id, field) => {
      const known = rulebook.forms.byLabel.get(plainLabel(skeletonOf(field).label)) ?? [];
      expect(known.map((k) => k.id)).toContain(id);
    },
  );
});

describe('facts', () => {
  it.each(source.facts.map((fact) => [fact.id, fact] as const))('%s', (_id, fact) => {
    expect(checkFact(analyser, fact)).toEqual([]);
  });
});

/** Facts that the engine works out by itself (assessment/facts.ts). */
const COMPUTED = new Set(
  'under-10 under-13 under-16 age-16-17 over-10 pre-verbal school-age grade grade-changed grade-lowered suspect-adult suspect-child'.split(
    ' ',
  ),
);

describe.each(rulebook.forms.forms.map((form) => [form.id, form] as const))('the form %s', (_id, form) => {
  it('asks by facts and fields that exist', () => {
    for (const { need } of form.fields)
      for (const name of need.names)
        expect(
          COMPUTED.has(name) || rulebook.forms.facts.has(name) || rulebook.forms.fields.has(name),
          name,
        ).toBe(true);
  });
});
