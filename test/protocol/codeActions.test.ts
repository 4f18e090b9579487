import { describe, expect, it } from 'vitest';
import { type CodeAction, TextEdit, type WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../server/src/finding.ts';
import { Client, FULL, one, PLAIN, RISKY } from './client.ts';
import { always, finding, startInProcess } from './inProcess.ts';

const URI = 'file:///reviews/actions.review.md';
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const FIX_ALL = 'source.fixAll.supervisorReview';

/** Edits of an action in a document, whichever way they travel. */
function editsOf(edit: WorkspaceEdit | undefined): unknown[] {
  const [change] = edit?.documentChanges ?? [];
  return change && 'edits' in change ? change.edits : (edit?.changes?.[URI] ?? []);
}

/** The text after an action of plain edits. */
function apply(text: string, action: CodeAction | undefined): string {
  const document = TextDocument.create(URI, 'supervisor-review', 1, text);
  return TextDocument.applyEdits(document, editsOf(action?.edit).filter(TextEdit.is));
}

/** The actions that a client of these abilities gets for a text with these findings. */
async function actions(text: string, findings: Partial<Finding>[], capabilities = FULL, only?: string[]) {
  const client = await startInProcess(always(findings), capabilities);
  await client.open(URI, text);
  const diagnostics = capabilities === FULL ? await client.diagnostics(URI) : await pushed(client);
  return client.codeActions(URI, EVERYWHERE, diagnostics, only);
}

async function pushed(client: Client) {
  await client.until(() => client.published.length > 0);
  return client.published[0]?.diagnostics ?? [];
}

describe('quick fixes of the built server', () => {
  it('fill a blank by tab stop, tied to the version', async () => {
    const client = await Client.start(FULL);
    const text = `Amy goes out late and ${RISKY}.`;
    await client.open(URI, text);
    const found = one('AG06', await client.diagnostics(URI));
    const all = await client.codeActions(URI, found.range, [found], ['quickfix']);
    const withBlank = all.find(({ title }) => title.includes('['));
    expect(withBlank?.kind).toBe('quickfix');
    expect(withBlank?.diagnostics).toEqual([found]);
    expect(withBlank?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }]);
    expect(editsOf(withBlank?.edit)).toMatchObject([
      { snippet: { kind: 'snippet', value: expect.stringContaining('${1:') } },
    ]);
    await client.stop();
  });
});

describe('quick fixes', () => {
  const text = 'She chose to go.';
  const safe = { start: 4, end: 12, rewrites: [{ class: 'A', start: 4, end: 15, text: 'went' }] } as const;

  it('replace exactly what the rewrite says, which may be more than was underlined', async () => {
    const [action] = await actions(text, [safe], FULL, ['quickfix']);
    expect(action?.title).toBe('Change to “went”');
    expect(apply(text, action)).toBe('She went.');
  });

  it('are preferred when there is exactly one safe rewrite', async () => {
    const [only] = await actions(text, [safe], FULL, ['quickfix']);
    expect(only?.isPreferred).toBe(true);

    const [rewrite] = safe.rewrites;
    const blank = { ...rewrite, class: 'C', text: 'went because [why]' } as const;
    const mixed = await actions(text, [{ ...safe, rewrites: [blank, rewrite] }], FULL, ['quickfix']);
    expect(mixed.map(({ isPreferred }) => isPreferred ?? false)).toEqual([false, true]);

    const two = await actions(text, [{ ...safe, rewrites: [rewrite, { ...rewrite, text: 'left' }] }], FULL, [
      'quickfix',
    ]);
    expect(two.map(({ isPreferred }) => isPreferred ?? false)).toEqual([false, false]);
  });

  it('keep the square brackets for a client without tab stops', async () => {
    const blank = {
      ...safe,
      rewrites: [{ class: 'C', start: 4, end: 15, text: 'was taken by [who]' }],
    } as const;
    const [action] = await actions(text, [blank], PLAIN, ['quickfix']);
    expect(apply(text, action)).toBe('She was taken by [who].');
    expect(action?.edit?.documentChanges).toBeUndefined();
  });

  it('treat what looks like snippet syntax as text, and link blanks of one name', async () => {
    const rewrite = {
      class: 'C',
      start: 4,
      end: 15,
      text: 'paid $5 {x} \\ to [who], and [who] to [why]',
    } as const;
    const [action] = await actions(text, [{ ...safe, rewrites: [rewrite] }], FULL, ['quickfix']);
    expect(editsOf(action?.edit)).toMatchObject([
      { snippet: { value: `paid \\$5 {x\\} \\\\ to \${1:[who]}, and \${1:[who]} to \${2:[why]}` } },
    ]);
  });

  it('add an answer where it is missing', async () => {
    const missing = {
      kind: 'missing',
      start: 16,
      end: 16,
      rewrites: [{ class: 'C', start: 16, end: 16, text: '\nRisk: [grade]' }],
    } as const;
    const [action] = await actions(text, [missing], FULL, ['quickfix']);
    expect(action?.title).toBe('Add “Risk: [grade]”');
  });

  it('put the question after the sentence where there is no rewrite', async () => {
    const asks = {
      ...safe,
      rewrites: [],
      prompt: { class: 'Q', start: 16, end: 16, text: ' [Who made this possible?]' },
    } as const;
    const [action] = await actions(text, [asks], FULL, ['quickfix']);
    expect(action?.title).toBe('Ask in the text: [Who made this possible?]');
    expect(editsOf(action?.edit)).toMatchObject([
      { snippet: { value: ` \${1:[Who made this possible?]}$0` } },
    ]);
    const [plain] = await actions(text, [asks], PLAIN, ['quickfix']);
    expect(apply(text, plain)).toBe('She chose to go. [Who made this possible?]');
  });

  it('are not offered for a version that has passed', async () => {
    const client = await startInProcess(finding('chose to', { rewrites: safe.rewrites }));
    await client.open(URI, text);
    const old = await client.diagnostics(URI);
    await client.change(URI, { text: `Yesterday: ${text}` });
    expect(await client.codeActions(URI, EVERYWHERE, old, ['quickfix'])).toEqual([]);
    expect(
      await client.codeActions(URI, EVERYWHERE, await client.diagnostics(URI), ['quickfix']),
    ).toHaveLength(1);
  });

  it('leave the diagnostics of others alone', async () => {
    const client = await startInProcess(always([safe]));
    await client.open(URI, text);
    const range = EVERYWHERE;
    const strange = [
      { range, message: 'from a spelling checker' },
      { range, message: 'with other data', data: { rewrites: [{ text: 1 }], version: 1 } },
      { range, message: 'with a word', data: 'data' },
    ];
    expect(await client.codeActions(URI, EVERYWHERE, strange, ['quickfix'])).toEqual([]);
  });
});

describe('the kinds that are asked for', () => {
  const found = { start: 0, end: 3, rewrites: [{ class: 'A', start: 0, end: 3, text: 'He' }] } as const;
  const kinds = async (only?: string[]) =>
    (await actions('She left.', [found], FULL, only)).map(({ kind }) => kind);

  it.each([
    [undefined, ['quickfix', FIX_ALL]],
    [['quickfix'], ['quickfix']],
    [['source'], [FIX_ALL]],
    [['source.fixAll'], [FIX_ALL]],
    [[FIX_ALL], [FIX_ALL]],
    [['source.fixAll.eslint'], []],
    [['source.organizeImports', 'refactor'], []],
    [['quick'], []],
  ])('%j gives %j', async (only, expected) => {
    expect(await kinds(only)).toEqual(expected);
  });
});

describe('fixing everything that is safe', () => {
  it('needs no diagnostics: it looks at the document as it is now', async () => {
    const client = await startInProcess(
      finding('chose to', { rewrites: [{ class: 'A', start: 0, end: 8, text: 'did' }] }),
    );
    await client.open(URI, 'Nothing yet.');
    await client.change(URI, { text: 'chose to go' });
    const [action] = await client.codeActions(URI, EVERYWHERE, [], ['source.fixAll']);
    expect(apply('chose to go', action)).toBe('did go');
    expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 2 } }]);
  });

  it('takes the plainest safe rewrite of each finding and no blank', async () => {
    const text = 'one two three';
    const [action] = await actions(
      text,
      [
        { start: 0, end: 3, rewrites: [{ class: 'C', start: 0, end: 3, text: '[which]' }] },
        {
          start: 4,
          end: 7,
          rewrites: [
            { class: 'C', start: 4, end: 7, text: '[2]' },
            { class: 'A', start: 4, end: 7, text: 'TWO' },
            { class: 'A', start: 4, end: 7, text: 'second' },
          ],
        },
      ],
      FULL,
      [FIX_ALL],
    );
    expect(apply(text, action)).toBe('one TWO three');
  });

  it('drops the later of two rewrites that overlap', async () => {
    const text = 'abcdef';
    const [action] = await actions(
      text,
      [
        { rewrites: [{ class: 'A', start: 2, end: 5, text: 'Y' }] },
        { rewrites: [{ class: 'A', start: 0, end: 3, text: 'X' }] },
        { rewrites: [{ class: 'A', start: 5, end: 6, text: 'Z' }] },
      ],
      FULL,
      [FIX_ALL],
    );
    expect(apply(text, action)).toBe('XdeZ');
  });

  it('touches no more than it must, and never half a character', async () => {
    const text = 'She 😀 is putting herself at risk.';
    const [action] = await actions(
      text,
      [
        { rewrites: [{ class: 'A', start: 4, end: 6, text: '😁' }] },
        { rewrites: [{ class: 'A', start: 7, end: 17, text: 'is placing' }] },
      ],
      FULL,
      [FIX_ALL],
    );
    expect(editsOf(action?.edit)).toEqual([
      { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 6 } }, newText: '😁' },
      { range: { start: { line: 0, character: 11 }, end: { line: 0, character: 14 } }, newText: 'lac' },
    ]);
    expect(apply(text, action)).toBe('She 😁 is placing herself at risk.');
  });

  it('is not offered when there is nothing to do', async () => {
    expect(await actions('abc', [{ rewrites: [] }], FULL, [FIX_ALL])).toEqual([]);
  });
});
