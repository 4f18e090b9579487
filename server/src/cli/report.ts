import type { Analysis } from '../analysis.ts';
import type { Finding } from '../finding.ts';
import { excerpt } from './excerpt.ts';
import { findLines, type Lines } from './lines.ts';
import { type Palette, printable } from './terminal.ts';

/** One checked input, or why it was not checked. */
export type Checked =
  | { readonly name: string; readonly text: string; readonly analysis: Analysis }
  | { readonly name: string; readonly error: string };

/** Writes results in one form. Each method gives the text to print at that moment. */
export interface Reporter {
  begin(): string;
  file(checked: Checked): string;
  end(totals: Totals): string;
}

export interface Totals {
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly failed: number;
}

/**
 * Results for people: place, severity, rule and question; the line with the span marked; what to write instead.
 * @param columns the width to keep to
 */
export function textReporter(colours: Palette, columns: number): Reporter {
  const file = (checked: Checked): string => {
    // A failure goes to standard error, where the caller looks for it.
    if ('error' in checked) return '';
    const { name, text, analysis } = checked;
    if (text.trim() === '') return `${colours.bold(printable(name))}: empty, nothing to check\n`;
    const lines = findLines(text);
    return analysis.findings
      .map((finding) => describe(name, text, lines, finding, colours, columns))
      .join('');
  };
  return { begin: () => '', file, end: (totals) => `${summary(totals)}\n` };
}

function describe(
  name: string,
  text: string,
  lines: Lines,
  finding: Finding,
  colours: Palette,
  columns: number,
): string {
  const { line, column } = lines.place(finding.start);
  const { source, marks } = excerpt(text, lines.span(line), finding, Math.max(40, columns - GUTTER.length));
  const colour = colours[finding.severity];
  const head = [
    `${colours.bold(`${printable(name)}:${line}:${column}:`)} ${colour(finding.severity)} ${finding.rule}`,
    printable(finding.message),
  ].join(' ');
  const body = [source, colour(marks), ...finding.rewrites.map(({ text }) => `instead: ${oneLine(text)}`)];
  return `${[head, ...body.map((row) => `${colours.dim(GUTTER)}${row}`)].join('\n')}\n\n`;
}

const GUTTER = '  | ';

function oneLine(text: string): string {
  return printable(text.replace(/\s*[\r\n]+\s*/g, ' / '));
}

function summary({ files, error, warning, information, failed }: Totals): string {
  const found = error + warning + information;
  const checked = `${count(files, 'file')} checked`;
  const findings =
    found === 0
      ? 'nothing found'
      : `${count(found, 'finding')} (${count(error, 'error')}, ${count(warning, 'warning')}, ${information} for information)`;
  return [checked, findings, ...(failed > 0 ? [`${count(failed, 'file')} could not be checked`] : [])].join(
    ', ',
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/**
 * Results for programs: one JSON array with one object per file, in the order given:
 *
 *     { "file", "form": id or null, "findings": [{ "rule", "alias", "kind", "category", "severity", "message", "why",
 *       "start", "end", "line", "column", "endLine", "endColumn", "quote",
 *       "rewrites": [{ "class", "start", "end", "text" }], "sources": [tag], "also": [rule] }] }
 *     { "file", "error": why it could not be checked }
 *
 * Offsets are UTF-16 units of the decoded text, without a byte order mark; lines and columns count from 1.
 */
export function jsonReporter(): Reporter {
  let separator = '';
  const file = (checked: Checked): string => {
    const row = JSON.stringify(
      'error' in checked ? { file: checked.name, error: checked.error } : record(checked),
    );
    const before = separator;
    separator = ',';
    return `${before}\n${row}`;
  };
  return { begin: () => '[', file, end: () => '\n]\n' };
}

function record({ name, text, analysis }: Extract<Checked, { text: string }>): object {
  const lines = findLines(text);
  const findings = analysis.findings.map((finding) => {
    const { rule, alias, kind, category, severity, message, why, start, end } = finding;
    const from = lines.place(start);
    const to = lines.place(end);
    return {
      ...{ rule, alias, kind, category, severity, message, why, start, end },
      ...{ line: from.line, column: from.column, endLine: to.line, endColumn: to.column },
      quote: finding.quote,
      rewrites: finding.rewrites.map(({ class: kind, start, end, text }) => ({
        class: kind,
        start,
        end,
        text,
      })),
      sources: finding.sources,
      also: finding.also,
    };
  });
  return { file: name, form: analysis.form, findings };
}
