import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, FULL, one, RISKY } from './client.ts';

let client: Client;

beforeAll(async () => {
  client = await Client.start(FULL);
});
afterAll(() => client.stop());

const ON = 'file:///reviews/on.review.md';
const OFF = 'file:///reviews/off.review.md';
const TEXT = `She ${RISKY}.`;

describe('settings', () => {
  it('switch one document off and leave another on', async () => {
    client.configuration.set(OFF, { enable: false });
    await client.open(ON, TEXT);
    await client.open(OFF, TEXT);
    const found = one('AG06', await client.diagnostics(ON));
    expect(await client.diagnostics(OFF)).toEqual([]);
    expect(await client.hover(OFF, found.range.start)).toBeNull();
    expect(await client.connection.sendRequest('supervisorReview/summary', { uri: OFF })).toEqual({
      wording: 0,
      missing: 0,
      check: 0,
    });
  });

  it('take effect when they change, and the client is asked to look again', async () => {
    const uri = 'file:///reviews/changing.review.md';
    await client.open(uri, TEXT);
    const { resultId } = await client.pull(uri);
    const before = client.refreshes;

    client.configuration.set(uri, { enable: false });
    await client.configurationChanged();
    await client.until(() => client.refreshes > before);
    expect(await client.pull(uri, resultId)).toMatchObject({ kind: 'full', items: [] });

    client.configuration.set(uri, { enable: true });
    await client.configurationChanged();
    await client.until(() => client.refreshes > before + 1);
    one('AG06', await client.diagnostics(uri));
  });

  it('let rules that are a matter of preference speak where they are switched on, and only there', async () => {
    const asks = 'file:///reviews/asks.review.md';
    const quiet = 'file:///reviews/quiet.review.md';
    const text = 'Returned to placement at 2140; PC Lomas saw her there.';
    client.configuration.set(asks, { preferences: true });
    await client.open(asks, text);
    await client.open(quiet, text);
    one('CA02', await client.diagnostics(asks));
    expect((await client.diagnostics(quiet)).filter(({ code }) => code === 'CA02')).toEqual([]);
  });
});
