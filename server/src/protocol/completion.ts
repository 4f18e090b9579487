import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type Position,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis.ts';
import type { FormBook } from '../assessment/form.ts';
import { skeletonOf } from '../assessment/insertion.ts';
import { plainLabel } from '../assessment/label.ts';
import { valuesOf } from '../assessment/values.ts';
import { labelStyleOf, renderField } from '../review/style.ts';
import type { Phrase } from '../rulebook/source.ts';
import { currentReading } from './currentReading.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Session } from './session.ts';
import { toSnippet, toTabStops } from './snippet.ts';

/** What may be offered: the forms' fields, and phrases of good practice. */
export interface Offers {
  readonly book: FormBook;
  readonly phrases: readonly Phrase[];
}

/** Answers `textDocument/completion`: field names at the head of a line, allowed values after a label, phrases of good practice in prose. */
export function registerCompletion(session: Session): void {
  session.connection.onCompletion(async ({ textDocument: { uri }, position }, token) => {
    const current = await currentReading(session, uri, token);
    if (!current) return [];
    return completionsAt(
      current.document,
      position,
      current.report.analysis,
      { book: session.rulebook.forms, phrases: session.rulebook.phrases },
      session.client.snippetEdits,
    );
  });
}

/** A label that the line begins with, and the value so far. */
const LABELLED =
  /^[ \t>*•-]*(?:\d{1,2}[.)][ \t]*)?\**([A-Za-z][A-Za-z /&'-]{0,40}?)\**[ \t]*(?::\**|[ \t][-–=])[ \t]*([A-Za-z /-]{0,20})$/;
/** The head of a line: nothing but marks and the beginning of a name. */
const HEAD = /^[ \t>*•#-]*(?:\d{1,2}[.)][ \t]*)?\**([A-Za-z][A-Za-z /&'-]{0,30})?$/;
/** The words before the cursor that a phrase may continue. */
const WORDS = /(?:[A-Za-z][A-Za-z'’-]*[ ]){0,3}[A-Za-z][A-Za-z'’-]{2,}$/;

/** What may be written at a position. A pure function of document and analysis. */
export function completionsAt(
  document: TextDocument,
  position: Position,
  analysis: Analysis,
  { book, phrases }: Offers,
  snippets: boolean,
): CompletionItem[] {
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  const after = document.getText({ start: position, end: { line: position.line + 1, character: 0 } }).trim();
  const labelled = LABELLED.exec(line);
  if (labelled) {
    const values = valuesFor(labelled[1] as string, labelled[2] as string, position, analysis, book);
    if (values.length > 0) return values;
  }
  const head = after === '' ? HEAD.exec(line) : null;
  const start = head && { line: position.line, character: line.length - (head[1]?.length ?? 0) };
  return [
    ...(head && start
      ? fieldsFor(document, analysis, book, { start, end: position }, head[0], snippets)
      : []),
    ...phrasesFor(line, position, phrases, snippets),
  ];
}

function valuesFor(
  label: string,
  typed: string,
  position: Position,
  { assessment }: Analysis,
  book: FormBook,
): CompletionItem[] {
  const field = (book.byLabel.get(plainLabel(label)) ?? []).find(({ source }) => source.values);
  if (!field) return [];
  const range = { start: { ...position, character: position.character - typed.length }, end: position };
  const capital = typed === '' || /^[A-Z]/.test(typed);
  const own = assessment?.required.find(({ formField }) => formField.field === field)?.formField;
  return valuesOf(own ?? { field, values: undefined }).map((value, i) => {
    const plain = value.replaceAll('-', ' ');
    const written = capital ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
    return {
      label: written,
      kind: CompletionItemKind.EnumMember,
      detail: field.source.label,
      documentation: field.info.why,
      sortText: String(i),
      textEdit: { range, newText: written },
    };
  });
}

/** Fields of the form that are still open come first, then the others that the form knows. */
function fieldsFor(
  document: TextDocument,
  { assessment, layout }: Analysis,
  book: FormBook,
  range: { start: Position; end: Position },
  head: string,
  snippets: boolean,
): CompletionItem[] {
  const required = assessment?.required ?? [];
  const fields =
    required.length > 0
      ? required.map((r) => ({
          field: r.formField.field,
          open: !r.done && r.severity !== undefined,
          grave: r.severity,
        }))
      : [...book.fields.values()].map((field) => ({ field, open: true, grave: undefined }));
  // In an empty mark or heading only the label is wanted: the writer has begun to lay it out.
  const marked = /[>*•#\d-]/.test(head);
  const style = labelStyleOf(layout, document.getText());
  return fields.map(({ field, open, grave }, i) => {
    const { label, text } = skeletonOf(field);
    const state = open ? (grave === 'error' ? 'needed' : 'not answered yet') : 'answered';
    const whole = marked
      ? `${label}${head.includes('#') ? '' : `: ${text}`}`
      : renderField(style, label, text);
    return {
      label: field.source.label,
      kind: CompletionItemKind.Field,
      // Shown beside every name in the list, not only beside the chosen one.
      labelDetails: { description: state },
      detail: state,
      documentation: {
        kind: MarkupKind.Markdown,
        value: `${escapeMarkdown(field.info.message)}\n\n${escapeMarkdown(field.info.why)}\n\n_For example:_ ${escapeMarkdown(field.source.counts[0] ?? field.source.skeleton)}`,
      },
      filterText: `${field.source.label} ${field.source.aliases.slice(0, 8).join(' ')}`,
      sortText: `${open ? 0 : 1}${String(i).padStart(3, '0')}`,
      textEdit: { range, newText: snippets ? toTabStops(whole) : whole },
      ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
    };
  });
}

/** Phrases that begin with, or are about, the words just typed. */
function phrasesFor(
  line: string,
  position: Position,
  phrases: readonly Phrase[],
  snippets: boolean,
): CompletionItem[] {
  const typed = WORDS.exec(line)?.[0];
  if (typed === undefined) return [];
  const word = typed.split(' ').at(-1) as string;
  const range = { start: { ...position, character: position.character - word.length }, end: position };
  return phrases
    .filter(({ text, keys }) =>
      [text, ...keys].some((key) => key.toLowerCase().startsWith(word.toLowerCase())),
    )
    .map(({ text, about, keys }, i) => ({
      label: text.length > 60 ? `${text.slice(0, 57)}…` : text,
      kind: CompletionItemKind.Text,
      detail: about,
      documentation: text,
      filterText: [text, ...keys].find((key) => key.toLowerCase().startsWith(word.toLowerCase())) ?? text,
      sortText: `9${String(i).padStart(3, '0')}`,
      textEdit: { range, newText: snippets ? toSnippet(text) : text },
      ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
    }));
}
