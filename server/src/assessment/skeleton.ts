import type { CompiledField, CompiledForm, FormBook } from './form.ts';
import { skeletonOf } from './insertion.ts';

/**
 * A new review of this form as Markdown: a title, the fields that are always needed, in the form's order under the names of their groups, and blanks in
 * square brackets where the writer's answers go. It holds no facts.
 */
export function skeletonReview(form: CompiledForm, book: FormBook): string {
  const always = { fact: () => undefined, answered: () => false };
  const lines: string[] = [`# ${form.title}`, ''];
  const groups = new Map<string, CompiledField[]>();
  for (const { field, need } of form.fields) {
    const severity = need.severity(always);
    if (severity === undefined || severity === 'information') continue;
    groups.set(field.group, [...(groups.get(field.group) ?? []), field]);
  }
  for (const [id, fields] of groups) {
    const group = book.groups.find((g) => g.id === id);
    lines.push('', ...(group?.question === undefined ? [] : [`## ${group.title}`, '']));
    for (const field of fields) {
      const { label, text } = skeletonOf(field);
      lines.push(`${label}: ${text}`);
    }
  }
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}
