import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { source } from '../support/rulebook.ts';

it('the README counts the rules of each category as they are', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| ([A-Z]+) +\| .* \| (\d+) +\|$/gm)].map(([, name, count]) => [
    name,
    Number(count),
  ]);
  const counts = new Map<string, number>();
  for (const { category, rules } of source.packs)
    counts.set(category, (counts.get(category) ?? 0) + rules.length);
  expect(rows.sort()).toEqual([...counts].sort());
});
