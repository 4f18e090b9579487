import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyser } from '../support/rulebook.ts';

const folder = new URL('../examples/', import.meta.url);
const files = readdirSync(folder).filter((name) => /\.review(\.md|\.txt)?$/.test(name));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const findings = (name: string) => analyser.analyse({ text: read(name), kind: 'review' }).findings;

describe('the example reviews', () => {
  it('are at least eight, and say that they are fictional', () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
    for (const name of files) expect(read(name), name).toMatch(/fictional/i);
  });

  it.each(files.filter((name) => Number(name.slice(0, 2)) >= 8))(
    '%s, an excellent one, is asked about no word and at most one thing that is missing',
    (name) => {
      const found = findings(name);
      expect(found.filter((f) => f.kind === 'wording').map((f) => `${f.rule} “${f.quote}”`)).toEqual([]);
      expect(found.length).toBeLessThanOrEqual(1);
    },
  );

  it('the seed case is asked about both inspectors’ phrases, the house, and what is not there', () => {
    const rules = findings('01-first-episode-medium.review.txt').map((f) => f.rule);
    expect(rules).toEqual(
      expect.arrayContaining(['IN01', 'AG06', 'RE20', 'persons-of-concern', 'where-been', 'rhi']),
    );
  });

  it('every poor one is asked about something', () => {
    for (const name of files.filter((file) => Number(file.slice(0, 2)) <= 4))
      expect(findings(name), name).not.toEqual([]);
  });
});
