import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, ofRule, one, PLAIN, RISKY } from './client.ts';

let client: Client;
let documents = 0;

beforeAll(async () => {
  client = await Client.start(PLAIN);
});
afterAll(() => client.stop());

/** Opens a document that no other test uses. @returns its address */
async function open(text: string): Promise<string> {
  const uri = `file:///reviews/push-${++documents}.review.md`;
  await client.open(uri, text);
  return uri;
}

/** What was published for a document, once a version has been reached. */
async function published(uri: string, version: number) {
  const all = () => client.published.filter((published) => published.uri === uri);
  await client.until(() => all().some((published) => published.version === version));
  return all();
}

describe('diagnostics for a client that cannot ask', () => {
  it('come with the version they belong to', async () => {
    const uri = await open(`She ${RISKY}.`);
    const [first] = await published(uri, 1);
    one('AG06', first?.diagnostics ?? []);
  });

  it('are never empty in between, and end at the last version', async () => {
    const uri = await open(`\n\nShe ${RISKY}.`);
    let version = 1;
    for (const letter of 'a long addition') {
      const start = { line: 0, character: 0 };
      version = await client.change(uri, { range: { start, end: start }, text: letter });
    }
    const all = await published(uri, version);
    for (const { diagnostics } of all) expect(ofRule('AG06', diagnostics)).toHaveLength(1);
    expect(all.at(-1)?.version).toBe(version);
  });

  it('gather quick changes into few messages in order', async () => {
    const uri = await open('Nothing of note.');
    await published(uri, 1);
    let version = 1;
    for (let i = 0; i < 50; i++) version = await client.change(uri, { text: `Line ${i}: she ${RISKY}.` });
    const versions = (await published(uri, version)).map((published) => published.version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions.length).toBeLessThan(50);
  });

  it('are taken back when the document is closed', async () => {
    const uri = await open(`She ${RISKY}.`);
    await published(uri, 1);
    await client.close(uri);
    await client.until(
      () => client.published.at(-1)?.uri === uri && client.published.at(-1)?.version === undefined,
    );
    expect(client.published.at(-1)?.diagnostics).toEqual([]);
  });

  it('are none where the client’s settings say so, and come back', async () => {
    const uri = await open(`She ${RISKY}.`);
    const first = (await published(uri, 1)).length;
    const count = () => client.published.filter((published) => published.uri === uri).length;
    await client.configurationChanged({ supervisorReview: { enable: false } });
    await client.until(() => count() > first);
    expect(client.published.at(-1)?.diagnostics).toEqual([]);
    await client.configurationChanged({ supervisorReview: { enable: true } });
    await client.until(() => count() > first + 1);
    one('AG06', client.published.filter((published) => published.uri === uri).at(-1)?.diagnostics ?? []);
  });
});
