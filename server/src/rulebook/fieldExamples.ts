import type { Analyser, Analysis } from '../analysis.ts';
import type { FactSource, FieldSource } from './source.ts';

/** An example of a field or fact that does not hold. */
export interface TopicFailure {
  readonly id: string;
  readonly text: string;
  /** What was expected. */
  readonly problem: string;
}

/**
 * Runs the examples of a field. A text that counts must answer it, by itself or under the field's label; one that does not count must answer it neither way.
 */
export function checkField(analyser: Analyser, field: FieldSource): TopicFailure[] {
  const answers = (text: string): boolean =>
    read(analyser, text).assessment?.readings.get(field.id)?.state === 'answered';
  const labelled = (text: string): string => `${field.label}: ${text}`;
  return [
    ...field.counts
      .filter((text) => !answers(text) && !answers(labelled(text)))
      .map((text) => ({ id: field.id, text, problem: 'does not answer the field' })),
    ...field['does-not-count']
      .filter((text) => answers(text) || answers(labelled(text)))
      .map((text) => ({
        id: field.id,
        text,
        problem: `answers the field${answers(text) ? '' : ' under its label'}`,
      })),
    ...(field.passing ?? [])
      .filter(answers)
      .map((text) => ({ id: field.id, text, problem: 'answers the field in passing' })),
  ];
}

/** Runs the examples of a fact. */
export function checkFact(analyser: Analyser, fact: FactSource): TopicFailure[] {
  const holds = (text: string): boolean =>
    read(analyser, text).assessment?.facts.values.get(fact.id) === true;
  return [
    ...fact.true
      .filter((text) => !holds(text))
      .map((text) => ({ id: fact.id, text, problem: 'is not read as the fact' })),
    ...fact.false.filter(holds).map((text) => ({ id: fact.id, text, problem: 'is read as the fact' })),
  ];
}

function read(analyser: Analyser, text: string): Analysis {
  return analyser.analyse({ text, kind: 'review' });
}
