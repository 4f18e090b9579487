import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, FULL, ofRule, one, RISKY } from './client.ts';

let client: Client;
let documents = 0;

beforeAll(async () => {
  client = await Client.start(FULL, { rulePages: 'https://example.org/rules' });
});
afterAll(() => client.stop());

/** Opens a document that no other test uses. @returns its address */
async function open(text: string): Promise<string> {
  const uri = `file:///reviews/pull-${++documents}.review.md`;
  await client.open(uri, text);
  return uri;
}

describe('diagnostics that are asked for', () => {
  it('carry the rule, its page, the severity and the question', async () => {
    const uri = await open(`Amy goes out late and ${RISKY}.`);
    const found = one('AG06', await client.diagnostics(uri));
    expect(found).toMatchObject({
      severity: 1,
      source: 'Supervisor Review',
      codeDescription: { href: 'https://example.org/rules/AG06.md' },
      data: { version: 1, kind: 'wording' },
    });
    expect(found.message).not.toBe('');
    expect(client.textAt(uri, found.range)).toContain(RISKY);
  });

  it('are reported as unchanged for as long as nothing has changed', async () => {
    const uri = await open(`She ${RISKY}.`);
    const first = await client.pull(uri);
    expect(first.kind).toBe('full');
    const again = await client.pull(uri, first.resultId);
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });

    await client.change(uri, { text: `He ${RISKY}.` });
    const changed = await client.pull(uri, first.resultId);
    expect(changed.kind).toBe('full');
    expect(changed.resultId).not.toBe(first.resultId);
  });

  it('follow incremental edits, version by version', async () => {
    const uri = await open(`Log\n\nShe ${RISKY}.\n`);
    const before = one('AG06', await client.diagnostics(uri));
    const start = { line: 0, character: 0 };
    const version = await client.change(uri, { range: { start, end: start }, text: 'A new first line.\n' });
    const after = one('AG06', await client.diagnostics(uri));
    expect(after.range.start).toEqual({ ...before.range.start, line: before.range.start.line + 1 });
    expect(after.data).toMatchObject({ version });
    await client.change(uri, { range: after.range, text: 'met friends' });
    expect(ofRule('AG06', await client.diagnostics(uri))).toEqual([]);
  });

  it('do not name a result of a document’s earlier life', async () => {
    const uri = await open('The log is complete.');
    const { resultId } = await client.pull(uri);
    await client.close(uri);
    await client.open(uri, `She ${RISKY}.`);
    const report = await client.pull(uri, resultId);
    expect(report.kind).toBe('full');
  });

  it('are none for a document that is not open', async () => {
    const uri = await open(`She ${RISKY}.`);
    one('AG06', await client.diagnostics(uri));
    await client.close(uri);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  it('are never pushed as well', async () => {
    const uri = await open(`She ${RISKY}.`);
    one('AG06', await client.diagnostics(uri));
    expect(client.published).toEqual([]);
  });
});
