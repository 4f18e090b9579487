const BLANK = /\[([^[\]\r\n]+)\]/g;

/**
 * A rewrite's text as an LSP snippet: each blank in square brackets becomes a tab stop, brackets included, so that one left behind can be seen;
 * blanks of the same name are linked. Everything else is literal.
 */
export function toSnippet(text: string): string {
  const stops = new Map<string, number>();
  let snippet = '';
  let from = 0;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(BLANK)) {
    const stop = stops.get(name) ?? stops.size + 1;
    stops.set(name, stop);
    snippet += `${escapeSnippet(text.slice(from, index))}\${${stop}:${escapeSnippet(whole)}}`;
    from = index + whole.length;
  }
  return snippet + escapeSnippet(text.slice(from));
}

/** The same, each blank a stop of its own, also where two have the same name: in a whole review "[time]" is another time in every field. */
export function toTabStops(text: string): string {
  let stop = 0;
  let snippet = '';
  let from = 0;
  for (const { 0: whole, index } of text.matchAll(BLANK)) {
    stop += 1;
    snippet += `${escapeSnippet(text.slice(from, index))}\${${stop}:${escapeSnippet(whole)}}`;
    from = index + whole.length;
  }
  return snippet + escapeSnippet(text.slice(from));
}

/** A question as an LSP snippet: one tab stop that holds it with its brackets, so that one left behind can be seen. */
export function toQuestion(text: string): string {
  const from = text.indexOf('[');
  return `${escapeSnippet(text.slice(0, from))}\${1:${escapeSnippet(text.slice(from))}}$0`;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
