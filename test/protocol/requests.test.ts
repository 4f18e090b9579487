import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, FULL, RISKY } from './client.ts';
import { always, startInProcess } from './inProcess.ts';

let client: Client;

beforeAll(async () => {
  client = await Client.start(FULL);
});
afterAll(() => client.stop());

const rulePage = (rule: unknown) =>
  client.connection.sendRequest<{ markdown: string } | null>('supervisorReview/rulePage', { rule });

describe('the page of a rule', () => {
  it('is found by code and by alias, in any case', async () => {
    const page = await rulePage('AG06');
    expect(page?.markdown).toMatch(/^# AG06 /);
    expect(page?.markdown).toContain('look at this before you sign');
    expect(page?.markdown).toContain('HM-CLE');
    const alias = /`([^`]+)`/.exec(page?.markdown ?? '')?.[1];
    expect(await rulePage(alias)).toEqual(page);
    expect(await rulePage('ag06')).toEqual(page);
  });

  it('is null where there is no such rule', async () => {
    expect(await rulePage('ZZ99')).toBeNull();
  });

  it('asks its question of any child', async () => {
    const page = await rulePage('AG06');
    expect(page?.markdown).toMatch(/^> .*\bthe child\b/m);
    expect(page?.markdown).not.toMatch(/\{\w+\}/);
  });

  it('needs a name', async () => {
    await expect(rulePage(7)).rejects.toMatchObject({ code: -32602 });
  });
});

describe('the summary of a document', () => {
  it('counts findings by kind', async () => {
    const other = await startInProcess(
      always([{ kind: 'wording' }, { kind: 'missing' }, { kind: 'missing' }]),
    );
    await other.open('file:///a.review', 'abc');
    const summary = await other.connection.sendRequest('supervisorReview/summary', {
      uri: 'file:///a.review',
    });
    expect(summary).toEqual({ wording: 1, missing: 2, check: 0 });
  });

  it('agrees with the diagnostics of the built server', async () => {
    const uri = 'file:///reviews/summary.review.md';
    await client.open(uri, `She ${RISKY}. He ${RISKY}.`);
    const kinds = (await client.diagnostics(uri)).map(({ data }) => data.kind);
    const summary = await client.connection.sendRequest<Record<string, number>>('supervisorReview/summary', {
      uri,
    });
    for (const kind of ['wording', 'missing', 'check']) {
      expect(summary[kind]).toBe(kinds.filter((other) => other === kind).length);
    }
    expect(summary.wording).toBeGreaterThan(0);
  });
});
