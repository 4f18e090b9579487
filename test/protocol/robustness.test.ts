import { describe, expect, it } from 'vitest';
import { LogMessageNotification, MessageType } from 'vscode-languageserver/node';
import type { Analyser } from '../../server/src/analysis.ts';
import { PLAIN } from './client.ts';
import { finding, startInProcess } from './inProcess.ts';

const URI = 'file:///reviews/robust.review.md';

/** An analyser that fails on texts that hold a certain word. */
function fragile(): Analyser {
  const sound = finding('risky');
  return {
    analyse(request) {
      if (request.text.includes('crash')) throw new Error('a check has failed');
      return sound.analyse(request);
    },
  };
}

describe('one version of a document', () => {
  it('is analysed once, however much is asked about it', async () => {
    const analyser = finding('risky');
    const client = await startInProcess(analyser);
    await client.open(URI, 'a risky thing');
    const diagnostics = await client.diagnostics(URI);
    const range = diagnostics[0]?.range ?? {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    };
    await client.hover(URI, range.start);
    await client.codeActions(URI, range, diagnostics);
    await client.pull(URI);
    await client.connection.sendRequest('supervisorReview/summary', { uri: URI });
    expect(analyser.calls).toBe(1);
    await client.change(URI, { text: 'another risky thing' });
    await client.diagnostics(URI);
    expect(analyser.calls).toBe(2);
  });
});

describe('a failure inside the analysis', () => {
  it('is logged once, the last good findings stay, and the next version is looked at afresh', async () => {
    const client = await startInProcess(fragile());
    const errors: string[] = [];
    client.connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type === MessageType.Error) errors.push(message);
    });
    await client.open(URI, 'a risky thing');
    const good = await client.pull(URI);

    await client.change(URI, { text: 'crash: a risky thing' });
    expect(await client.pull(URI, good.resultId)).toEqual({ kind: 'unchanged', resultId: good.resultId });
    await client.pull(URI, good.resultId);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(URI);
    expect(errors[0]).toContain('a check has failed');

    await client.change(URI, { text: 'again a risky thing' });
    const [found] = await client.diagnostics(URI);
    expect(
      client.textAt(
        URI,
        found?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      ),
    ).toBe('risky');
  });

  it('pushes nothing that would wipe the last good findings', async () => {
    const client = await startInProcess(fragile(), PLAIN);
    const other = 'file:///reviews/other.review.md';
    await client.open(URI, 'a risky thing');
    await client.open(other, 'fine');
    await client.until(() => client.published.length === 2);
    await client.change(URI, { text: 'crash: a risky thing' });
    await client.change(other, { text: 'still fine' });
    // What was changed later is published later: by now the failed version has had its turn.
    await client.until(() => client.published.some(({ uri, version }) => uri === other && version === 2));
    const ours = client.published.filter(({ uri }) => uri === URI);
    expect(ours.map(({ diagnostics }) => diagnostics.length)).toEqual([1]);
  });

  it('offers no edit from findings that are out of date', async () => {
    const client = await startInProcess(fragile());
    await client.open(URI, 'a risky thing');
    const old = await client.diagnostics(URI);
    await client.change(URI, { text: 'crash: a risky thing' });
    expect(
      await client.codeActions(
        URI,
        old[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        old,
      ),
    ).toEqual([]);
    expect(await client.hover(URI, { line: 0, character: 4 })).toBeNull();
  });
});
