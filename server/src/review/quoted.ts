import { isKnownLabel } from './labels.ts';
import type { LineShape } from './shape.ts';

/**
 * Whether lines that begin with ">" are bullets, where Markdown would see a quotation: each says something by itself, and none reads like a sentence of
 * somebody else's letter.
 * @param run the text and shape of adjacent lines, ">" first on each
 */
export function areBullets(run: readonly { readonly line: string; readonly shape: LineShape }[]): boolean {
  const contents = run.map(({ line }) => line.replace(/^\s*>/, '').trim());
  if (contents.some((content) => content === '' || /^["“‘'>]/.test(content))) return false;
  const labelled = run.some(({ shape }) => {
    const first = shape.pieces[0];
    return first?.time !== undefined || (first?.label !== undefined && isKnownLabel(first.label.text));
  });
  if (labelled) return true;
  // Wrapped prose goes on in lower case or ends its lines with stops.
  const stopped = contents.filter((content) => /[.!?,"”]$/.test(content)).length;
  return run.length > 1 && stopped * 2 < run.length && contents.every((content) => /^[A-Z\d]/.test(content));
}
