import { describe, expect, it } from 'vitest';
import { nearest } from '../../server/src/cli/nearest.ts';
import { run } from './cliRun.ts';

describe('explain', () => {
  it('prints the page of a rule, by code or by name', async () => {
    const page = await run(['explain', 'ag06']);
    expect(page.status).toBe(0);
    expect(page.stdout).toMatch(/^# AG06 /);
    const alias = /`([^`]+)`/.exec(page.stdout)?.[1] ?? '';
    expect(await run(['explain', alias])).toEqual(page);
  });

  it('names what comes near to a rule that it does not know', async () => {
    const { status, stdout, stderr } = await run(['explain', 'AG006']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('There is no rule “AG006”. Near it:');
    expect(stderr).toContain('AG06');
  });

  it('does not guess when nothing is near', async () => {
    expect((await run(['explain', 'qwertyuiop'])).stderr).toBe('There is no rule “qwertyuiop”.\n');
  });
});

describe('names near to what was typed', () => {
  const near = (typed: string) =>
    nearest(typed, ['AG06', 'AG07', 'RE01', 'lifestyle-choice'], (name) => [name]);

  it('are those within a slip or two, the nearest first', () => {
    expect(near('AG6')).toEqual(['AG06']);
    expect(near('lifestile choice')).toEqual(['lifestyle-choice']);
    expect(near('lifestyle')).toEqual(['lifestyle-choice']);
  });

  it('are none when nothing is near', () => {
    expect(near('zzzz')).toEqual([]);
    expect(near('')).toEqual([]);
  });
});
