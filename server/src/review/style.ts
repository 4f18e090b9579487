import type { Block, Heading, Layout } from './block.ts';
import { lineBreakOf, plain } from './lines.ts';
import { isNumbering, nextMarker } from './markers.ts';

type Separator = 'colon' | 'bold-colon' | 'dash' | 'en-dash' | 'tab' | 'equals' | 'question' | 'angle';

/** How a field is written: by what stands between label and value, as a heading over it, or as a row. */
export type LabelForm =
  | Separator
  | `bullet-${Separator}`
  | `numbered-${Separator}`
  | 'caps-heading'
  | 'markdown-heading'
  | 'bold-heading'
  | 'numbered'
  | 'table-row';

/** How this writer writes labels, so that an inserted field looks like the writer's own. */
export interface LabelStyle {
  readonly form: LabelForm;
  /** Labels are in capitals. */
  readonly capitals: boolean;
  /** The bullet, or the number that comes next, for the forms that have one. */
  readonly marker: string | undefined;
  /** Of the headings that hold fields, 1 to 6; 2 where there are none. */
  readonly level: number;
  /** Cells in a row, where fields are rows. */
  readonly cells: number;
  /** Fields stand apart by an empty line. */
  readonly spaced: boolean;
  readonly lineEnding: string;
}

/** How a separator is written; emphasis and brackets around the label go before and after. */
const WRITTEN: Readonly<Record<Separator, readonly [before: string, after: string]>> = {
  colon: ['', ': '],
  'bold-colon': ['**', ':** '],
  dash: ['', ' - '],
  'en-dash': ['', ' – '],
  tab: ['', '\t'],
  equals: ['', ' = '],
  question: ['', '? '],
  angle: ['', '> '],
};

/**
 * The way in which most labels of a document are written. Where none is, headings decide; a text with neither gets `Label: value`.
 * @param layout what {@link readLayout} made of the text
 * @param text the document
 */
export function labelStyleOf(layout: Layout, text: string): LabelStyle {
  const votes = new Map<LabelForm, (Block | Heading)[]>();
  const vote = (form: LabelForm | undefined, by: Block | Heading): void => {
    if (!form) return;
    const voters = votes.get(form);
    if (voters) voters.push(by);
    else votes.set(form, [by]);
  };
  for (const block of layout.blocks) if (block.kind !== 'code') vote(formOf(block, text), block);
  // The first heading is the title: it says nothing of how sections are written, unless there are others.
  const headingBlocks = layout.blocks.filter((block) => block.kind === 'heading');
  layout.headings.forEach((heading, k) => {
    const block = headingBlocks[k];
    if (k > 0 && block) vote(headingForm(block, text), heading);
  });
  const [form, voters] = [...votes].reduce<[LabelForm, readonly (Block | Heading)[]]>(
    (best, next) => (next[1].length > best[1].length ? next : best),
    ['colon', []],
  );
  const blocks = voters.filter((v): v is Block => 'kind' in v);
  const levels = voters.filter((v): v is Heading => 'level' in v).map((heading) => heading.level);
  const voter = voters.at(-1);
  const last = voter && layout.blocks.find((block) => block.start === voter.start);
  return {
    form,
    capitals: form === 'caps-heading' || (voters.length > 0 && voters.every((v) => inCapitals(v))),
    marker: markerOf(form, last),
    level: mostCommon(levels) ?? 2,
    cells: form === 'table-row' && last ? cellsInLine(text, last) : 2,
    spaced: isSpaced(text, blocks, form),
    lineEnding: lineBreakOf(text),
  };
}

/**
 * A field in the writer's way: lines without a break before or after, so that the caller can place it between two lines.
 * @param label as the form words it; put in capitals where the writer does so
 * @param text the value, which may be empty or hold tab stops; its lines end as the document's do
 */
export function renderField(style: LabelStyle, label: string, text: string): string {
  const title = style.capitals ? label.toUpperCase() : label;
  const { lineEnding, marker } = style;
  const value = text.replace(/\r\n|\r|\n/g, lineEnding);
  switch (style.form) {
    case 'caps-heading':
      return `${label.toUpperCase()}${lineEnding}${value}`;
    case 'markdown-heading':
      return `${'#'.repeat(style.level)} ${title}${lineEnding}${lineEnding}${value}`;
    case 'bold-heading':
      return `**${title}**${lineEnding}${lineEnding}${value}`;
    case 'numbered':
      return `${marker ?? '1.'} ${title}${lineEnding}${value}`;
    case 'table-row':
      return `| ${title} | ${value.replace(/\s*[\r\n]+\s*/g, ' ')} |${'  |'.repeat(Math.max(0, style.cells - 2))}`;
  }
  const separator = style.form.replace(/^(?:bullet|numbered)-/, '') as Separator;
  const [before, after] = WRITTEN[separator];
  const mark = style.form === separator ? '' : `${marker ?? '-'} `;
  return `${mark}${before}${title}${after}${value}`;
}

function formOf(block: Block, text: string): LabelForm | undefined {
  const { labelSpan, start, valueStart } = block;
  if (!labelSpan) return undefined;
  if (block.kind === 'cell') return 'table-row';
  // A label lent from above has been counted where it stands.
  if (labelSpan.start < start) return undefined;
  const separator = separatorOf(plain(text.slice(labelSpan.end, valueStart)), text[labelSpan.start - 1]);
  if (!separator) return undefined;
  if (block.marker === undefined) return separator;
  return isNumbering(block.marker) ? `numbered-${separator}` : `bullet-${separator}`;
}

function separatorOf(between: string, before: string | undefined): Separator | undefined {
  if (/\*\*|__/.test(between) && (before === '*' || before === '_')) return 'bold-colon';
  if (between.includes(':')) return 'colon';
  if (between.includes('?')) return 'question';
  if (between.includes('=')) return 'equals';
  if (between.includes('–')) return 'en-dash';
  if (between.includes('-')) return 'dash';
  if (between.includes('>')) return 'angle';
  return /\t| {2}/.test(between) ? 'tab' : undefined;
}

function headingForm(block: Block, text: string): LabelForm {
  if (/^#/.test(block.marker ?? '')) return 'markdown-heading';
  if (block.marker === '**' || block.marker === '__') return 'bold-heading';
  if (block.marker !== undefined) return 'numbered';
  return /[a-z]/.test(text.slice(block.start, block.end)) ? 'markdown-heading' : 'caps-heading';
}

function inCapitals(voter: Block | Heading): boolean {
  const label = 'kind' in voter ? (voter.label ?? '') : voter.text;
  return /[A-Z]{2}/.test(label) && !/[a-z]/.test(label);
}

function markerOf(form: LabelForm, last: Block | undefined): string | undefined {
  if (last?.marker === undefined) return undefined;
  return form === 'numbered' || form.startsWith('bullet-') || form.startsWith('numbered-')
    ? nextMarker(last.marker)
    : undefined;
}

function cellsInLine(text: string, { outerStart }: Block): number {
  const line = /^[^\n\r]*/.exec(text.slice(outerStart, outerStart + 2_000)) as RegExpExecArray;
  return Math.max(2, line[0].split('|').length - 2);
}

function isSpaced(text: string, fields: readonly Block[], form: LabelForm): boolean {
  if (form === 'table-row') return false;
  if (fields.length < 2) return form.endsWith('heading') || form === 'numbered';
  const apart = fields.filter((field) =>
    /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(
      text.slice(Math.max(0, field.outerStart - 40), field.outerStart),
    ),
  );
  return apart.length * 2 > fields.length;
}

function mostCommon(levels: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
