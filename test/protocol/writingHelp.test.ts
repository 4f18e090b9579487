import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  type DocumentLink,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  type SelectionRange,
  SelectionRangeRequest,
} from 'vscode-languageserver/node';
import { Client, FULL } from './client.ts';

const URI = 'file:///reviews/help.review.md';
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** A fictional first review that leaves much open. */
const REVIEW = `# Missing child: initial review

PS 4417 Hallam, 09/11/2025. Tamsin Orrell, DOB 04/02/2010, see tamsin-march.review.md and Working Together 2023.

## Risk

Risk grade: Standard
Rationale: because she is 15, it is 3c and dark, and she has no coat.
Last seen: 2030hrs in her room by Jo Penn

## Log

09/11/2025 2118hrs reported missing by staff
2145hrs home searched, no trace
0256hrs still missing, hospital checks negative
`;

let client: Client;
beforeAll(async () => {
  client = await Client.start(FULL);
  await client.open(URI, REVIEW);
});
afterAll(() => client.stop());

/** The position just after a piece of the review's text. */
function behind(piece: string, text = REVIEW): { line: number; character: number } {
  const at = text.indexOf(piece) + piece.length;
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe('the outline', () => {
  it('holds headings as they nest, with fields and log entries below them', async () => {
    const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: URI },
    })) as DocumentSymbol[];
    expect(symbols.map(({ name }) => name)).toEqual(['Missing child: initial review']);
    const sections = symbols[0]?.children ?? [];
    expect(sections.map(({ name }) => name)).toEqual(['Risk', 'Log']);
    expect(sections[0]?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['Risk grade', 'Standard'],
      ['Rationale', expect.stringContaining('because she is 15')],
      ['Last seen', '2030hrs in her room by Jo Penn'],
    ]);
    expect(sections[1]?.children?.map(({ name }) => name)).toEqual([
      '09/11/2025 2118hrs',
      '2145hrs',
      '0256hrs',
    ]);
  });
});

describe('folding', () => {
  it('folds each section', async () => {
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, {
      textDocument: { uri: URI },
    });
    expect(folds?.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [0, 14],
      [4, 8],
      [10, 14],
    ]);
  });
});

describe('selection', () => {
  it('grows from the word to the value, the field, the section and the document', async () => {
    const [selection] = (await client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument: { uri: URI },
      positions: [behind('2030hrs in her ro')],
    })) as SelectionRange[];
    const texts: string[] = [];
    for (let at: SelectionRange | undefined = selection; at; at = at.parent)
      texts.push(client.textAt(URI, at.range));
    expect(texts.slice(0, 3)).toEqual([
      'room',
      '2030hrs in her room by Jo Penn',
      'Last seen: 2030hrs in her room by Jo Penn',
    ]);
    expect(texts.at(-2)).toMatch(/^## Risk|^(?:# )?Missing child/);
    expect(texts.at(-1)).toBe(REVIEW);
  });
});

describe('completion', () => {
  const complete = async (position: { line: number; character: number }) =>
    (await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: URI },
      position,
    })) as CompletionItem[];

  it('offers the allowed values after a label', async () => {
    const items = await complete(behind('Risk grade: Stan'));
    expect(items.slice(0, 4).map(({ label }) => label)).toEqual([
      'High',
      'Medium',
      'Low',
      'No apparent risk',
    ]);
  });

  it('offers the fields that are still open at the head of a line, as the writer lays them out', async () => {
    const items = await complete({ line: 9, character: 0 });
    const next = items.find(({ label }) => label === 'Next review');
    expect(next?.detail).toBe('needed');
    expect(next?.textEdit).toMatchObject({ newText: expect.stringMatching(/^Next review: .*\$\{1:\[/) });
    expect(next?.documentation).toMatchObject({ kind: 'markdown' });
    const seen = items.find(({ label }) => label === 'Last seen');
    expect(seen?.detail).toBe('answered');
    expect(String(next?.sortText) < String(seen?.sortText)).toBe(true);
  });

  it('offers phrases of good practice in prose', async () => {
    const items = await complete(behind('because she'));
    expect(items.every(({ label }) => label !== 'Next review')).toBe(true);
  });
});

describe('the hover on a label', () => {
  it('says what a complete answer holds, why, and by what source', async () => {
    const hover = await client.hover(URI, behind('Last se'));
    expect(hover?.contents).toMatchObject({
      value: expect.stringMatching(/Last seen.*\n\n.*\n\n_For example:_[\s\S]*Answered[\s\S]*Source/),
    });
  });
});

describe('the line above the title', () => {
  it('says how far the review is and what type it is', async () => {
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: URI } });
    expect(lenses?.map(({ command }) => command?.title)).toEqual([
      expect.stringMatching(/^Answered \d+ of \d+; \d+ questions/),
      expect.stringMatching(/^Missing child/),
    ]);
  });

  it('follows the type that the writer chose', async () => {
    await client.connection.sendRequest('supervisorReview/setForm', { uri: URI, form: 'cce' });
    const titles = async () =>
      (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: URI } }))?.map(
        ({ command }) => command?.title,
      );
    expect((await titles())?.[1]).not.toMatch(/^Missing child/);
    await client.connection.sendRequest('supervisorReview/setForm', { uri: URI, form: null });
    expect((await titles())?.[1]).toMatch(/^Missing child/);
  });
});

describe('links', () => {
  it('lead to other reviews of the folder', async () => {
    const links = (await client.connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: { uri: URI },
    })) as DocumentLink[];
    expect(links.map(({ range, target }) => [client.textAt(URI, range), target])).toContainEqual([
      'tamsin-march.review.md',
      'file:///reviews/tamsin-march.review.md',
    ]);
  });
});

describe('inlay hints', () => {
  it('give the age and the time elapsed, past midnight too', async () => {
    const hints = await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri: URI },
      range: EVERYWHERE,
    });
    expect(hints?.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['aged 15', '+27 min', '+5 h 11, 5 h 38 in all']),
    );
  });
});

describe('quick fixes for what is missing', () => {
  it('put one field where it belongs, or all of them, in the writer’s layout', async () => {
    const missing = (await client.diagnostics(URI)).filter(
      ({ code }) => code === 'next-review' || code === 'action-plan',
    );
    const actions = await client.codeActions(URI, EVERYWHERE, missing, ['quickfix']);
    const titles = actions.map(({ title }) => title);
    expect(titles).toContain('Add “Next review”');
    expect(titles.filter((title) => /^Add all \d+ missing fields$/.test(title))).toHaveLength(1);
    const one = actions.find(({ title }) => title === 'Add “Next review”');
    expect(one?.edit?.documentChanges).toMatchObject([
      { edits: [{ snippet: { value: expect.stringMatching(/^\nNext review: \$\{1:\[.*\$\{2:\[/) } }] },
    ]);
  });

  it('choose among the allowed values', async () => {
    const found = (await client.diagnostics(URI)).find(
      ({ code, range }) => code === 'risk-grade' && client.textAt(URI, range) === 'Standard',
    );
    if (!found) throw new Error('nothing was said of “Standard”');
    const actions = await client.codeActions(URI, found.range, [found], ['quickfix']);
    expect(actions.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Rewrite as “High”', 'Rewrite as “Medium”', 'Rewrite as “Low”']),
    );
  });
});

describe('a new review', () => {
  it.each([
    'missing-initial',
    'missing-ongoing',
    'missing-return',
    'cse',
    'cce',
    'online-csa',
    'child-protection',
    'crime-child-victim',
  ])(
    'of type %s holds a tab stop for every blank, and its blanks are questions until they are filled',
    async (form) => {
      const answer = await client.connection.sendRequest<{ snippet: string } | null>(
        'supervisorReview/newReview',
        { form },
      );
      const snippet = answer?.snippet ?? '';
      expect(snippet).toMatch(/^# /);
      const text = snippet.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1').replace(/\\([$}\\])/g, '$1');
      const uri = `file:///reviews/new-${form}.review.md`;
      await client.open(uri, text);
      const diagnostics = await client.diagnostics(uri);
      const blanks = diagnostics.filter(({ code }) => code === 'blank-left');
      expect(blanks.length).toBeGreaterThan(10);
      expect(diagnostics.filter(({ data }) => (data as { kind: string }).kind === 'wording')).toEqual([]);
      await client.close(uri);
    },
  );

  it('of an unknown type is none', async () => {
    expect(await client.connection.sendRequest('supervisorReview/newReview', { form: 'nothing' })).toBeNull();
  });
});
