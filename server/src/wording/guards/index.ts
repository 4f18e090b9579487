import { type Candidate, type Guard, quieter, type Verdict } from '../candidate.ts';
import type { GuardName } from '../rules.ts';
import { influenceGuard, questionGuard } from './circumstance.ts';
import { adultGuard, generalGuard, labelGuard, statuteGuard } from './general.ts';
import { languageGuard } from './language.ts';
import { negationGuard } from './negation.ts';
import { quotationGuard } from './quotation.ts';
import { reportedGuard } from './reported.ts';
import { subjectGuard } from './subject.ts';

/** The guards in the order of hard-negatives 4.4: the cheap and the final ones first. */
const GUARDS: readonly (readonly [GuardName, Guard])[] = [
  ['label', labelGuard],
  ['subject', subjectGuard],
  ['statute', statuteGuard],
  ['quotation', quotationGuard],
  ['reported', reportedGuard],
  ['language', languageGuard],
  ['negation', negationGuard],
  ['general', generalGuard],
  ['adult', adultGuard],
  ['influence', influenceGuard],
  ['question', questionGuard],
];

/** What all guards together say of a candidate: the quietest of their verdicts. */
export function judge(candidate: Candidate): Verdict {
  let verdict: Verdict = 'pass';
  for (const [name, guard] of GUARDS) {
    if (candidate.rule.guardsOff.has(name)) continue;
    verdict = quieter(verdict, guard(candidate));
    if (verdict === 'silence') return verdict;
  }
  return verdict;
}

/** The guard that silences a candidate, for explaining a decision to a rule's author; undefined when none does. */
export function silencedBy(candidate: Candidate): GuardName | undefined {
  return GUARDS.find(
    ([name, guard]) => !candidate.rule.guardsOff.has(name) && guard(candidate) === 'silence',
  )?.[0];
}
