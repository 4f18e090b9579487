import type { Finding } from '../finding.ts';
import type { ReviewText } from './answers.ts';
import type { RequiredField } from './assessment.ts';
import { at } from './finding.ts';
import type { FormField } from './form.ts';
import { ofChild } from './pronouns.ts';

/** A value under its label that is none of those allowed, such as "absent" for a grade. */
export function wrongValue(
  review: ReviewText,
  { formField, reading, severity }: RequiredField,
): Finding | undefined {
  const { info, source } = formField.field;
  if (severity === undefined || !source.values || !reading.value || reading.value.end <= reading.value.start)
    return undefined;
  const value = review.text.slice(reading.value.start, reading.value.end);
  const head = firstWords(value);
  const words = ` ${head
    .toLowerCase()
    .replace(/[^a-z0-9/ -]+/g, ' ')
    .trim()} `;
  for (const { words: instead, question } of source['not-values'] ?? []) {
    if (!instead.some((w) => words.includes(` ${w.toLowerCase()} `) || words.trim() === w.toLowerCase()))
      continue;
    const start = reading.value.start + value.indexOf(head.trim());
    const place = { start, end: start + head.trim().length };
    return {
      ...at(review, place),
      rule: info.id,
      alias: info.alias,
      category: info.category,
      severity,
      message: question,
      why: ofChild(source.why, review.gender),
      sources: info.sources,
      also: [],
      rewrites: valuesOf(formField).map((v) => ({ class: 'C', ...place, text: asWritten(v, head.trim()) })),
    };
  }
  return undefined;
}

/** The values that a form allows in a field: its own choice of them, or all. */
export function valuesOf({ field, values }: Pick<FormField, 'field' | 'values'>): readonly string[] {
  return values ?? Object.keys(field.source.values ?? {});
}

/** The value proper: what stands before the first stop, comma, dash or line break. */
function firstWords(value: string): string {
  return /^[^\n\r.,;–—(]{0,40}/.exec(value)?.[0].split(/\s+-\s+|\s{2,}/)[0] ?? '';
}

/** In capitals where the writer's own value is. */
function asWritten(value: string, own: string): string {
  const plain = value.replaceAll('-', ' ');
  if (own.length > 1 && own === own.toUpperCase()) return plain.toUpperCase();
  return /^[A-Z]/.test(own) ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
}
