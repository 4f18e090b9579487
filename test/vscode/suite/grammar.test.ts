import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { equal, ok } from './assert.ts';
import { extension } from './helpers.ts';

/** Text that a line must colour as its key's scope: `scope: [text…]`. */
type Expected = Record<string, string[]>;

const heading = 'markup.heading';
const field = 'entity.name.tag.field';
const time = 'constant.numeric.time';
const date = 'constant.numeric.date';
const grade = 'constant.language.risk-grade';
const quoted = 'string.quoted';
const reference = 'constant.other.reference';
const every = [heading, field, time, date, grade, quoted, reference];

const lines: [string, Expected][] = [
  ['# Rationale', { [heading]: ['# Rationale'] }],
  ['RISK ASSESSMENT', { [heading]: ['RISK ASSESSMENT'] }],
  ['LOG', { [heading]: ['LOG'] }],
  ['2. RATIONALE:', { [heading]: ['2. RATIONALE'] }],
  ['3.2 Who the child may be with', { [heading]: ['3.2 Who the child may be with'] }],
  ['Last seen: Carr Lane', { [field]: ['Last seen'] }],
  ['- Last seen: Carr Lane', { [field]: ['Last seen'] }],
  ['**Last seen:** Carr Lane', { [field]: ['Last seen'] }],
  ['**Last seen**: Carr Lane', { [field]: ['Last seen'] }],
  ['Enquiries - hospitals called', { [field]: ['Enquiries'] }],
  ['Risk level: High', { [field]: ['Risk level'], [grade]: ['High'] }],
  ['**Grade:** medium', { [field]: ['Grade'], [grade]: ['medium'] }],
  ['High', { [grade]: ['High'] }],
  ['She is graded as high risk.', { [grade]: ['high'] }],
  ['There is no apparent risk at this time.', { [grade]: ['no apparent risk'] }],
  ['2147hrs staff called', { [time]: ['2147hrs'] }],
  ['2147  Reported by staff', { [time]: ['2147'] }],
  ['Seen at 21:47 on 09/11/2025.', { [time]: ['21:47'], [date]: ['09/11/2025'] }],
  ['09/11/2025 2147 PC Tarn attends', { [date]: ['09/11/2025'], [time]: ['2147'] }],
  [
    'Mother said “she has gone” and "will not be back".',
    { [quoted]: ['“she has gone”', '"will not be back"'] },
  ],
  ["He said 'she isn't here' to staff.", { [quoted]: ["'she isn't here'"] }],
  ['See CR/1234/25 and NICHE 4412345678.', { [reference]: ['CR/1234/25', 'NICHE 4412345678'] }],
  ['Powers under section 46 and s.17(10).', { [reference]: ['section 46', 's.17(10)'] }],
  ["The child's mother hasn't called; the staff's view is unchanged.", {}],
  ['She missed 3 meals in 2025 and spent £20.50.', {}],
  ['The high street is low lit.', {}],
];

suite('Grammar', () => {
  let grammar: IGrammar;

  suiteSetup(async () => {
    grammar = await loadGrammar();
  });

  for (const [line, expected] of lines) {
    test(line, () => {
      const coloured: Expected = {};
      for (const { startIndex, endIndex, scopes } of grammar.tokenizeLine(line, INITIAL).tokens) {
        const scope = every.find((name) => scopes.some((found) => found.startsWith(name)));
        if (!scope) continue;
        const text = line.slice(startIndex, endIndex);
        const before = coloured[scope]?.at(-1);
        // A scope may go over several tokens, e.g. a Markdown heading.
        if (before !== undefined && line.slice(0, startIndex).endsWith(before))
          coloured[scope]?.splice(-1, 1, before + text);
        else coloured[scope] = [...(coloured[scope] ?? []), text];
      }
      equal(sorted(coloured), sorted(expected));
    });
  }

  test('keeps Markdown: emphasis inside a paragraph', () => {
    const { tokens } = grammar.tokenizeLine('She is *not* at home.', INITIAL);
    ok(
      tokens.some(({ scopes }) => scopes.some((scope) => scope.startsWith('markup.italic'))),
      'no emphasis',
    );
  });
});

function sorted(expected: Expected): Expected {
  return Object.fromEntries(Object.entries(expected).sort(([a], [b]) => a.localeCompare(b)));
}

/** Our grammar, with the Markdown that this VS Code ships. */
async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const markdown = vscode.extensions.getExtension('vscode.markdown');
  ok(markdown, 'VS Code has no Markdown');
  const files: Record<string, string> = {
    'text.supervisor-review': path.join(
      extension().extensionPath,
      'syntaxes/supervisor-review.tmLanguage.json',
    ),
    'text.html.markdown': path.join(markdown.extensionPath, 'syntaxes/markdown.tmLanguage.json'),
  };
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const file = files[scope];
      return file ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
  });
  const grammar = await registry.loadGrammar('text.supervisor-review');
  ok(grammar, 'the grammar does not load');
  return grammar;
}
