import type { Rewrite } from '../finding.ts';
import { type LabelStyle, labelStyleOf, renderField } from '../review/style.ts';
import type { ReviewText } from './answers.ts';
import type { RequiredField } from './assessment.ts';
import type { CompiledField } from './form.ts';
import { plainLabel } from './label.ts';
import { nextMarkers } from './numbering.ts';

/** Puts skeletons into a review where they belong, in the writer's own way of writing labels. */
export interface Inserter {
  /** One field: after its empty label, behind a thin answer, or as a new field after those that come before it in the form. */
  one(field: RequiredField): Rewrite;
  /**
   * All of these as new fields, in the form's order, set apart at the end of the document.
   * @param title what they are together
   */
  all(fields: readonly RequiredField[], title: string): Rewrite | undefined;
}

/**
 * @param required all fields of the review's forms, in their order
 */
export function insertInto(review: ReviewText, required: readonly RequiredField[]): Inserter {
  const { text, layout } = review;
  let known: LabelStyle | undefined;
  const style = (): LabelStyle => {
    known ??= labelStyleOf(layout, text);
    return known;
  };

  return {
    one(asked) {
      const { reading, formField } = asked;
      const { value } = reading;
      const { source } = formField.field;
      const blanks = skeletonOf(formField.field).text;
      const fill = (start: number, end: number, filling: string): Rewrite => ({
        class: 'C',
        start,
        end,
        text: filling,
        title: `Fill in “${source.label}”`,
      });
      if (value && reading.state === 'empty' && text.slice(value.start, value.end).trim() !== '')
        return fill(value.start, trimEnd(text, value.start, value.end), blanks);
      if (value && reading.state === 'empty')
        return fill(value.start, value.start, spaced(text, value.start, blanks));
      if (value && value.end > value.start) {
        const at = trimEnd(text, value.start, value.end);
        return fill(at, at, `${/[.!?]$/.test(text.slice(value.start, at)) ? '' : '.'} ${blanks}`);
      }
      return { ...insertAt(placeFor(asked), [formField.field], false), title: `Add “${source.label}”` };
    },
    all(fields, title) {
      const absent = fields.map(({ formField }) => formField.field);
      if (absent.length === 0) return undefined;
      return {
        ...insertAt(endOfDocument(), absent, true),
        title: `Add ${absent.length === 1 ? 'the field' : `the ${absent.length} fields`} of “${title}”`,
      };
    },
  };

  /** After the nearest labelled field that comes before it in the form, else at the end of the document. */
  function placeFor(asked: RequiredField): number {
    const at = required.indexOf(asked);
    const before = required
      .slice(0, at)
      .findLast(({ reading }) => reading.label !== undefined && reading.value);
    return before?.reading.value
      ? endOfLine(Math.max(before.reading.value.end, before.reading.label?.end ?? 0))
      : endOfDocument();
  }

  function endOfDocument(): number {
    const last = layout.blocks.at(-1);
    return last ? endOfLine(last.end) : text.length;
  }

  function endOfLine(at: number): number {
    const found = text.slice(at).search(/[\n\r\u2028\u2029]/);
    return found < 0 ? text.length : at + found;
  }

  function insertAt(at: number, fields: readonly CompiledField[], apart: boolean): Rewrite {
    const s = style();
    const between = s.spaced ? s.lineEnding + s.lineEnding : s.lineEnding;
    const markers = nextMarkers(s.marker, fields.length);
    const lines = fields.map((field, i) => {
      const { label, text: blanks } = skeletonOf(field);
      return renderField({ ...s, marker: markers[i] }, label, blanks);
    });
    const lead = at === 0 ? '' : apart && s.form !== 'table-row' ? s.lineEnding + s.lineEnding : between;
    return { class: 'C', start: at, end: at, text: lead + lines.join(between) };
  }
}

/** "Last seen: [time] at [place]" taken apart at its label. */
export function skeletonOf({ source }: CompiledField): { label: string; text: string } {
  const at = source.skeleton.indexOf(':');
  const bracket = source.skeleton.indexOf('[');
  // A numbered list or a sentence ("Graded [grade] because …") has no label of its own.
  if (at < 0 || (bracket >= 0 && bracket < at)) return { label: source.label, text: source.skeleton };
  const own = source.skeleton.slice(0, at);
  // What is inserted must be known again by its label.
  const isKnown = [source.label, ...source.aliases].some((label) => plainLabel(label) === plainLabel(own));
  return { label: isKnown ? own : source.label, text: source.skeleton.slice(at + 1).trim() };
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] as string)) at--;
  return at;
}

/** A space after the label, unless one stands there or the value begins a line. */
function spaced(text: string, at: number, value: string): string {
  return at === 0 || /\s/.test(text[at - 1] as string) ? value : ` ${value}`;
}
