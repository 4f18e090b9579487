import { NO_EXAMPLES } from '../rulebook/rulebook.ts';
import type { Program } from '../wording/pattern/program.ts';
import type { CompiledRule, GuardName, SubjectKind } from '../wording/rules.ts';

/** What a pattern of a form stands for. */
export type ObservedKind = 'answer' | 'thin' | 'fact' | 'signal';

/** A rule that finds nothing wrong: it only sees that something is said. */
export interface ObservedSource {
  readonly kind: ObservedKind;
  /** Field or fact. */
  readonly id: string;
  readonly subject: SubjectKind;
  readonly programs: readonly Program[];
  readonly unless: readonly Program[];
  readonly guardsOff: readonly GuardName[];
}

/** Makes it a rule of the wording engine, so that the same matcher, people and guards read it. */
export function observedRule(source: ObservedSource): CompiledRule {
  const id = `${source.kind}:${source.id}`;
  return {
    info: {
      id,
      alias: id,
      category: source.kind,
      title: source.id,
      severity: 'information',
      preference: false,
      message: '',
      why: '',
      explain: '',
      sources: [],
      examples: NO_EXAMPLES,
    },
    question: '',
    shapes: [
      {
        programs: source.programs,
        turned: [],
        captures: new Set(),
        unless: source.unless,
        needs: [],
        unlessNearby: [],
        needsNearby: [],
        rewrites: [],
        severity: 'information',
        subject: source.subject,
      },
    ],
    guardsOff: new Set(source.guardsOff),
    tentative: false,
    ageAware: false,
    isFrame: false,
  };
}
