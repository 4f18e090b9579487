import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, FULL, one, RISKY } from './client.ts';

let client: Client;

beforeAll(async () => {
  client = await Client.start(FULL);
});
afterAll(() => client.stop());

/** Where the phrase stands in a text, by a way of its own: line, and UTF-16 units before it. */
function place(text: string): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(RISKY)).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe.each([
  ['LF', `# Review\n\nAmy goes out late and ${RISKY}.\n`],
  ['CRLF', `# Review\r\n\r\nAmy goes out late and ${RISKY}.\r\nShe is home.\r\n`],
  ['CR', `# Review\r\rAmy goes out late and ${RISKY}.\r`],
  ['emoji before the phrase', `😀👩‍👧 Amy goes out late 🕙 and ${RISKY}.\n`],
  ['a no-break space and a combining accent', `Zoe\u0301\u00a0goes out late and ${RISKY}.`],
  ['lone surrogates', `\ud83d and \ude00: Amy goes out late and ${RISKY}.`],
])('ranges with %s', (name, text) => {
  it('are exact, in UTF-16 units', async () => {
    const uri = `file:///c%3A/Reviews/${encodeURIComponent(name)}.review.txt`;
    await client.open(uri, text);
    const found = one('AG06', await client.diagnostics(uri));
    const { line, character } = place(text);
    expect(found.range.start).toEqual({ line, character });
    expect(client.textAt(uri, found.range)).toContain(RISKY);
  });
});

describe('a document on a Windows drive', () => {
  it('keeps its address in edits, as the client spelt it', async () => {
    const uri = 'file:///c%3A/My%20Reviews/caf%C3%A9.review.txt';
    await client.open(uri, `Amy is 14.\r\nShe ${RISKY}.\r\n`);
    const found = one('AG06', await client.diagnostics(uri));
    const [action] = await client.codeActions(uri, found.range, [found]);
    expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
  });

  it('stays exact through edits that cross its line ends', async () => {
    const uri = 'file:///c%3A/edits.review.txt';
    await client.open(uri, `One 😀\r\nTwo\r\nShe ${RISKY}.`);
    await client.change(
      uri,
      { range: { start: { line: 0, character: 6 }, end: { line: 1, character: 0 } }, text: ' ' },
      { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 6 } }, text: '😀😀\r\n' },
    );
    const found = one('AG06', await client.diagnostics(uri));
    expect(found.range.start).toEqual({ line: 2, character: 4 });
    expect(client.textAt(uri, found.range)).toContain(RISKY);
  });
});
