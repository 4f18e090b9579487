import { type Analyser, createAnalyser } from '../analysis.ts';
import type { Finding } from '../finding.ts';
import { compileRulebook } from './compile.ts';
import type { PackSource, RulebookSource, RuleSource } from './source.ts';

/** One example of a rule that does not hold. */
export interface ExampleFailure {
  readonly rule: string;
  readonly kind: 'catch' | 'leave' | 'fix';
  readonly text: string;
  /** What was expected and what came instead. */
  readonly problem: string;
}

/** An example with its expected span taken out of the braces. */
export interface SpanExample {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Takes the braces out of a `catch` example. Without braces the whole sentence is the span. */
export function readSpan(example: string): SpanExample {
  const start = example.indexOf('{');
  const end = example.lastIndexOf('}');
  if (start < 0 || end < start) return { text: example, start: 0, end: example.length };
  return {
    text: example.slice(0, start) + example.slice(start + 1, end) + example.slice(end + 1),
    start,
    end: end - 1,
  };
}

/**
 * Runs every example of every rule: what must be caught, what must be left alone, what rewrites make of a sentence, and that no rewrite makes a new finding.
 * Sentences are read as passages on their own.
 */
export function checkExamples(source: RulebookSource): { failures: ExampleFailure[]; examples: number } {
  const analyser = createAnalyser(compileRulebook(source));
  const failures: ExampleFailure[] = [];
  let examples = 0;
  for (const pack of source.packs) {
    for (const rule of pack.rules) {
      examples += (rule.catch?.length ?? 0) + (rule.leave?.length ?? 0) + (rule.fixes?.length ?? 0);
      failures.push(...checkRule(analyser, pack, rule));
    }
  }
  return { failures, examples };
}

/** Runs the examples of one rule. */
export function checkRule(analyser: Analyser, pack: PackSource, rule: RuleSource): ExampleFailure[] {
  const failures = (rule.catch ?? []).flatMap((example) => checkCatch(analyser, rule, example));
  for (const text of rule.leave ?? []) {
    const hit = passage(analyser, text, rule).find((f) => f.category === pack.category);
    if (hit)
      failures.push({
        rule: rule.id,
        kind: 'leave',
        text,
        problem: `${hit.rule} (${hit.severity}) speaks of “${hit.quote}”`,
      });
  }
  for (const { from, to, rewrite = 1 } of rule.fixes ?? [])
    failures.push(...checkFix(analyser, rule, from, to, rewrite - 1));
  return failures;
}

/** Reads a sentence as those do who are asked about what the rule asks. */
function passage(analyser: Analyser, text: string, { preference = false }: RuleSource): readonly Finding[] {
  return analyser.analyse({ text, kind: 'passage', preferences: preference }).findings;
}

function checkCatch(analyser: Analyser, rule: RuleSource, example: string): ExampleFailure[] {
  const { text, start, end } = readSpan(example);
  const findings = passage(analyser, text, rule);
  const failures: ExampleFailure[] = [];
  const own = findings.find(
    (f) => (f.rule === rule.id || f.also.includes(rule.id)) && f.start < end && f.end > start,
  );
  if (!own)
    failures.push({
      rule: rule.id,
      kind: 'catch',
      text,
      problem:
        findings.length === 0
          ? 'nothing found'
          : `only ${findings.map((f) => `${f.rule} “${f.quote}”`).join(', ')}`,
    });
  for (const finding of findings) {
    for (const rewrite of finding.rewrites) {
      const after = text.slice(0, rewrite.start) + rewrite.text + text.slice(rewrite.end);
      const fresh = passage(analyser, after, rule).filter(
        (f) =>
          f.start < rewrite.start + rewrite.text.length &&
          f.end > rewrite.start &&
          (f.rule === finding.rule || !findings.some((g) => g.rule === f.rule || g.also.includes(f.rule))),
      );
      if (fresh[0])
        failures.push({
          rule: finding.rule,
          kind: 'fix',
          text: after,
          problem: `the rewrite is itself found by ${fresh[0].rule}: “${fresh[0].quote}”`,
        });
    }
  }
  return failures;
}

function checkFix(
  analyser: Analyser,
  rule: RuleSource,
  from: string,
  to: string,
  which: number,
): ExampleFailure[] {
  const finding = passage(analyser, from, rule).find((f) => f.rule === rule.id);
  const rewrite = finding?.rewrites[which];
  if (!rewrite)
    return [
      {
        rule: rule.id,
        kind: 'fix',
        text: from,
        problem: finding ? 'no rewrite is offered' : 'nothing found',
      },
    ];
  const after = from.slice(0, rewrite.start) + rewrite.text + from.slice(rewrite.end);
  return after === to
    ? []
    : [{ rule: rule.id, kind: 'fix', text: from, problem: `becomes “${after}”, not “${to}”` }];
}
