import type { Analysis } from '../analysis.ts';
import type { FieldReading } from '../assessment/answers.ts';
import type { Span } from '../review/block.ts';

const STATE_WORDS: Readonly<Record<FieldReading['state'], string>> = {
  answered: 'Answered.',
  pointer: 'Points to an earlier entry that stands.',
  thin: 'Touched on, not yet answered.',
  empty: 'Nothing here yet.',
  absent: 'Not in the text yet.',
};

/** What is known of a label under the pointer. */
export interface FieldHover {
  readonly reading: FieldReading;
  readonly span: Span;
  readonly state: string;
}

/** The field whose label stands at a UTF-16 offset, if a form knows it. */
export function fieldAt({ assessment }: Analysis, offset: number): FieldHover | undefined {
  if (!assessment) return undefined;
  const at = (reading: FieldReading): boolean =>
    reading.label !== undefined && reading.label.start <= offset && offset < reading.label.end;
  // A label may head several fields; the one that the form asks for is meant.
  const reading =
    assessment.required.map((r) => r.reading).find(at) ?? [...assessment.readings.values()].find(at);
  if (!reading?.label) return undefined;
  return { reading, span: reading.label, state: STATE_WORDS[reading.state] };
}
