import { describe, expect, it } from 'vitest';
import type { MarkupContent, Position } from 'vscode-languageserver/node';
import { Client, FULL, one, PLAIN, RISKY } from './client.ts';
import { always, startInProcess } from './inProcess.ts';

const URI = 'file:///reviews/hover.review.md';

/** What the client shows at a position; fails when that is nothing. */
async function shown(client: Client, position: Position): Promise<MarkupContent> {
  const hover = await client.hover(URI, position);
  if (!hover) throw new Error('Nothing is shown here.');
  return hover.contents as MarkupContent;
}

describe('hovering', () => {
  it('over a finding of the built server explains it; elsewhere it says nothing', async () => {
    const client = await Client.start(FULL, { rulePages: 'https://example.org/rules/' });
    await client.open(URI, `Amy goes out late.\n\nShe ${RISKY}.`);
    const found = one('AG06', await client.diagnostics(URI));
    const hover = await client.hover(URI, found.range.start);
    const { kind, value } = await shown(client, found.range.start);
    expect(kind).toBe('markdown');
    expect(value).toContain('https://example.org/rules/AG06.md');
    expect(value).toContain('HM\\-CLE');
    expect(value).toContain('Instead: “');
    expect(hover?.range).toEqual(found.range);
    expect(await client.hover(URI, { line: 1, character: 0 })).toBeNull();
    await client.stop();
  });

  it('shows the document’s words as words, whatever they look like', async () => {
    const nasty = '[x](command:evil) <img src=x> **b** `c` $(alert) http://a.example';
    const client = await startInProcess(
      always([{ start: 0, end: 3, why: nasty, rewrites: [{ class: 'A', start: 0, end: 3, text: nasty }] }]),
    );
    await client.open(URI, 'abc');
    const { value } = await shown(client, { line: 0, character: 1 });
    expect(value).not.toMatch(/(?<!\\)[[\]<>`]|(?<!\\)\$\(|http:|command:|[^*\\]\*\*b/);
    expect(value).toContain('\\[x\\]\\(command\\:evil\\)');
  });

  it('names source, publisher and year', async () => {
    const client = await startInProcess(always([{ start: 0, end: 3, sources: ['SRC', 'UNKNOWN'] }]));
    await client.open(URI, 'abc');
    const { value } = await shown(client, { line: 0, character: 0 });
    expect(value).toContain('Source: A \\<title\\>, A \\*publisher\\*, 2025 \\(SRC\\)');
    expect(value).toContain('Source: UNKNOWN');
  });

  it('names the other rules that the same words offend', async () => {
    const client = await startInProcess(always([{ start: 0, end: 3, also: ['XX02', 'XX03'] }]));
    await client.open(URI, 'abc');
    expect((await shown(client, { line: 0, character: 0 })).value).toContain('Also: XX02, XX03');
  });

  it('gives plain text to a client that shows no Markdown', async () => {
    const client = await startInProcess(
      always([{ start: 0, end: 3, message: 'A *question*?', sources: ['SRC'] }]),
      PLAIN,
    );
    await client.open(URI, 'abc');
    expect(await shown(client, { line: 0, character: 0 })).toEqual({
      kind: 'plaintext',
      value: [
        'A *question*?',
        'It may not be.',
        'Rule: XX01 x-rule',
        'Source: A <title>, A *publisher*, 2025 (SRC)',
      ].join('\n'),
    });
  });

  it('explains every finding at one place', async () => {
    const client = await startInProcess(
      always([
        { start: 0, end: 3, why: 'First' },
        { start: 2, end: 5, why: 'Second' },
        { start: 4, end: 5, why: 'Third' },
      ]),
    );
    await client.open(URI, 'abcdef');
    const { value } = await shown(client, { line: 0, character: 2 });
    expect(value).toMatch(/First.*---.*Second/s);
    expect(value).not.toContain('Third');
  });
});
