import type { BlockContext } from '../wording/candidate.ts';
import { candidatesIn } from '../wording/find.ts';
import { questionGuard } from '../wording/guards/circumstance.ts';
import { judge } from '../wording/guards/index.ts';
import type { RuleIndex } from '../wording/rules.ts';
import type { ObservedKind } from './observed.ts';

/** A topic or fact that a paragraph speaks of. Offsets are UTF-16, relative to the paragraph. */
export interface Observation {
  readonly kind: ObservedKind;
  /** The field, fact or signal. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The statement is negated or set aside: for a fact, that it is not so. */
  readonly denied: boolean;
}

/** What one paragraph says that a form may ask for. */
export interface Observations {
  readonly said: readonly Observation[];
  /** Ages given to the child, in years, in the order of the text. */
  readonly childAges: readonly number[];
  /** Somebody is spoken of in the child's part: by name, as the misper, the victim. */
  readonly child: boolean;
  /** … by a word that only a child is called. */
  readonly young: boolean;
  /** Ages given to a suspect, or to somebody whose part is not known, in years. */
  readonly suspectAges: readonly number[];
}

/** All that a paragraph says of fields and facts, by the wording engine's own patterns, people and guards. */
export function observe(block: BlockContext, index: RuleIndex): Observations {
  const said: Observation[] = [];
  const childAges: number[] = [];
  const suspectAges: number[] = [];
  let child = false;
  let young = false;
  block.sentences.forEach((sentence, k) => {
    for (const candidate of candidatesIn(block, sentence, k, index)) {
      // What the rule stands for, as observedRule() put it there.
      const { category, title: id } = candidate.rule.info;
      const kind = category as ObservedKind;
      // "Is she looked after?", "if she is in care": nobody has said so.
      if (kind === 'fact' && questionGuard(candidate) !== 'pass') continue;
      const verdict = judge(candidate);
      const denied = verdict === 'silence' && kind === 'fact' && deniedOnly(candidate);
      if (verdict === 'silence' && !denied) continue;
      said.push({
        kind,
        id,
        start: sentence.tokens.starts[candidate.match.spanFrom] as number,
        end: sentence.tokens.ends[candidate.match.spanTo - 1] as number,
        denied,
      });
    }
    for (const mention of sentence.mentions) {
      if (mention.role === 'child') {
        child = true;
        young ||= YOUNG.test(sentence.lower(mention.head));
      }
      if (mention.age === undefined) continue;
      const { role } = block.discourse.resolve(sentence, mention);
      if (role === 'child' && mention.age < 18) child = true;
      if (role === 'child' && mention.age < 18) childAges.push(mention.age);
      else if (role === 'suspect' || role === 'unknown') suspectAges.push(mention.age);
    }
  });
  return { said, childAges, child, young, suspectAges };
}

/** Nouns of a child's; a "misper" or "victim" may be an adult. */
const YOUNG =
  /^(?:child(?:ren)?|kids?|girls?|boys?|lads?|lass(?:es)?|teen(?:ager)?s?|youngsters?|yps?|y\/p|cyp|pupils?|students?|schoolgirl|schoolboy|daughter|son|minor|juvenile|toddler|infant)$/;

/** Nothing but its negation silences the statement: "no injuries" says that there are none. */
function deniedOnly(candidate: Parameters<typeof judge>[0]): boolean {
  const rule = { ...candidate.rule, guardsOff: new Set([...candidate.rule.guardsOff, 'negation' as const]) };
  return judge({ ...candidate, rule }) !== 'silence';
}
