import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { analyser } from '../support/rulebook.ts';

/** What a careful reader finds in a review: field ids by state, and where the engine is known to read otherwise. */
interface Expected {
  readonly form: string | null;
  readonly also?: readonly string[];
  readonly answered?: readonly string[];
  readonly thin?: readonly string[];
  readonly absent?: readonly string[];
  readonly misread?: readonly string[];
}

const folder = new URL('../fixtures/forms/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.expected.yaml'))
  .map((file) => file.replace('.expected.yaml', ''));
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const analyse = (name: string) => analyser.analyse({ text: read(`${name}.txt`), kind: 'review' });

describe.each(names)('the fictional review %s', (name) => {
  const expected: Expected = parse(read(`${name}.expected.yaml`));

  it('is recognised', () => {
    expect([expected.form, ...(expected.also ?? [])]).toContain(analyse(name).form);
  });

  it('is read field by field as a careful reader reads it', () => {
    const { assessment } = analyse(name);
    const isAnswered = (id: string) => assessment?.readings.get(id)?.state === 'answered';
    const otherwise = [
      ...(expected.answered ?? []).filter((id) => !isAnswered(id)),
      ...[...(expected.thin ?? []), ...(expected.absent ?? [])].filter(isAnswered),
    ];
    expect(otherwise.sort()).toEqual([...(expected.misread ?? [])].sort());
  });
});

describe('texts that are no reviews of a child', () => {
  const others = readdirSync(folder).filter((file) => file.startsWith('none-'));

  it.each(others)('%s has no form and is asked for nothing', (file) => {
    const { form, findings } = analyser.analyse({ text: read(file), kind: 'review' });
    expect(form).toBeNull();
    expect(findings.filter(({ kind }) => kind === 'missing')).toEqual([]);
  });
});
