import type { PatternNode } from './parse.ts';

/** How the words of a turned pattern stand to those of the pattern it was made from. */
export type Turn = 'object-first' | 'value-last' | 'owner-last';

/** The name under which a turned pattern keeps the words that were moved to the front. */
export const FRONTED = 'fronted';

/** Words between the object and its verb: "… is something to which, on four dates, Ellie has …". */
const REACH = 8;
/** Words between a noun and what is said of it: "engagement with the team has been nil". */
const VALUE_REACH = 5;
/** Words between a noun and the one it is of. */
const OWNER_REACH = 3;

/**
 * The other orders in which a sentence may say what a pattern says. Passive, cleft and relative clauses and fronting all bring the object
 * before the verb; log English writes the value after its noun ("insight – nil"). Whether the words between allow it is for the matcher's
 * caller to say (`fitsTurn`).
 * @returns the turned trees, none where the pattern has no object or no value that could move
 */
export function turnedPatterns(tree: PatternNode): { turn: Turn; tree: PatternNode }[] {
  const items = flat(tree);
  const head = items.findIndex((item) => item.type === 'head');
  if (head >= 0) return objectFirst(items, head);
  return [...valueLast(items), ...ownerLast(items)];
}

function objectFirst(items: readonly PatternNode[], head: number): { turn: Turn; tree: PatternNode }[] {
  const before = items.slice(0, head);
  const after = items.slice(head + 1).filter((item) => item.type !== 'not');
  if (!before.every((item) => item.type === 'not' || item.type === 'optional' || isDenial(item))) return [];
  if (mayBe(items[head] as PatternNode, LIGHT) || !after.some((item) => item.type !== 'optional')) return [];
  const out: { turn: Turn; tree: PatternNode }[] = [];
  let at = 0;
  while (at < after.length && staysWithVerb(after[at] as PatternNode)) at++;
  for (const split of new Set([at, afterPreposition(after)])) {
    const kept = after
      .slice(0, split)
      .map((item) => (isParticle(item) && !mayBe(item, ADVERBIAL) ? optional(item) : item));
    const moved = withoutLead(after.slice(split));
    const first = moved[0];
    if (!first || !moved.some((item) => item.type !== 'optional') || !startsNoun(first)) continue;
    out.push({
      turn: 'object-first',
      tree: {
        type: 'sequence',
        items: [
          { type: 'capture', name: FRONTED, item: { type: 'sequence', items: moved } },
          { type: 'gap', max: REACH, wide: false },
          ...before.filter(isDenial),
          items[head] as PatternNode,
          ...kept,
        ],
      },
    });
  }
  return out;
}

/** "no insight into risk" → "insight into risk – nil" */
function valueLast(items: readonly PatternNode[]): { turn: Turn; tree: PatternNode }[] {
  const [value, ...rest] = items.filter((item) => item.type !== 'not');
  if (!value || !isValue(value)) return [];
  const noun = withoutLead(rest.filter((item) => !(item.type === 'optional' && mayBe(item.item, FILLER))));
  if (!noun[0] || !startsNoun(noun[0]) || noun.some((item) => item.type === 'gap' && item.max > 4)) return [];
  return [
    {
      turn: 'value-last',
      tree: {
        type: 'sequence',
        items: [
          { type: 'capture', name: FRONTED, item: { type: 'sequence', items: noun } },
          { type: 'gap', max: VALUE_REACH, wide: false },
          { type: 'break' },
          { type: 'class', name: 'LOW-VALUE' },
        ],
      },
    },
  ];
}

/** "her ignorance of the risk" → "ignorance of the risk on the part of this child" */
function ownerLast(items: readonly PatternNode[]): { turn: Turn; tree: PatternNode }[] {
  const [owner, ...rest] = items.filter((item) => item.type !== 'not');
  if (owner?.type !== 'class' || owner.name !== 'POSS') return [];
  const noun = withoutLead(rest);
  if (!noun[0] || !startsNoun(noun[0]) || noun.length > 5 || noun.some((item) => mayBe(item, VERBAL)))
    return [];
  return [
    {
      turn: 'owner-last',
      tree: {
        type: 'sequence',
        items: [
          { type: 'capture', name: FRONTED, item: { type: 'sequence', items: noun } },
          { type: 'gap', max: OWNER_REACH, wide: false },
          {
            type: 'choice',
            options: [word('by'), { type: 'sequence', items: ['on', 'part', 'of'].map(word) }],
          },
          { type: 'class', name: 'CHILD' },
        ],
      },
    },
  ];
}

function word(text: string): PatternNode {
  return { type: 'word', word: text, exact: true };
}

function flat(node: PatternNode): PatternNode[] {
  if (node.type === 'span-start' || node.type === 'span-end') return [];
  if (node.type === 'sequence') return node.items.flatMap(flat);
  if (node.type === 'capture') return flat(node.item);
  return [plain(node)];
}

/** Without braces and names: a turned match has no rewrites. */
function plain(node: PatternNode): PatternNode {
  switch (node.type) {
    case 'sequence':
      return { type: 'sequence', items: node.items.flatMap(flat) };
    case 'choice':
      return { ...node, options: node.options.map(plain) };
    case 'capture':
      return plain(node.item);
    case 'optional':
    case 'head':
      return { ...node, item: plain(node.item) };
    default:
      return node;
  }
}

function optional(item: PatternNode): PatternNode {
  return item.type === 'optional' ? item : { type: 'optional', item };
}

/** What may stand or be missing before a noun is no part of it when it opens the sentence. */
function withoutLead(items: readonly PatternNode[]): readonly PatternNode[] {
  const first = items.findIndex((item) => item.type !== 'gap' && item.type !== 'optional');
  return first < 0 ? [] : items.slice(first);
}

function isDenial(item: PatternNode): boolean {
  return mayBe(item, (name) => name === 'NEG' || name === 'SELDOM' || /^(not|never)$/.test(name));
}

function isValue(item: PatternNode): boolean {
  return mayBe(item, (name) => /^(LIMIT|NEG|POOR-ADJ|no|nil|zero|zilch|poor|little|low|limited)$/.test(name));
}

const LIGHT = (name: string): boolean => /^(be|do|seem|appear|get|become)$/.test(name);
const VERBAL = (name: string): boolean =>
  /^(be|have|do|will|would|can|could|should|must|that|to|NEG|own|mum|VERB|WORD)$/.test(name);
/** "make up", "run out": without it another verb. */
const ADVERBIAL = (name: string): boolean => /^(up|down|out|off|away|over|back)$/.test(name);
const FILLER = (name: string): boolean => /^(any|real|true|much|of|to|or|and|LIMIT)$/.test(name);

/** The node is, or offers, a word or class of that kind. */
function mayBe(node: PatternNode, test: (name: string) => boolean): boolean {
  switch (node.type) {
    case 'word':
      return test(node.word);
    case 'class':
      return test(node.name);
    case 'choice':
      return node.options.some((option) => mayBe(option, test));
    case 'head':
    case 'optional':
    case 'capture':
      return mayBe(node.item, test);
    default:
      return false;
  }
}

const PARTICLE =
  /^(up|down|out|off|on|in|away|over|back|to|at|with|into|about|of|for|from|through|by|around|round|onto|toward|towards|under|among|near|against|after)$/;

function isParticle(item: PatternNode): boolean {
  if (item.type === 'optional') return isParticle(item.item);
  if (item.type === 'word') return PARTICLE.test(item.word);
  return (
    item.type === 'choice' && item.options.every((option) => isParticle(option) || opensWithParticle(option))
  );
}

/** "out of", "in the way of" */
function opensWithParticle(item: PatternNode): boolean {
  return (
    item.type === 'sequence' &&
    item.items.length < 4 &&
    item.items[0] !== undefined &&
    isParticle(item.items[0])
  );
}

function staysWithVerb(item: PatternNode): boolean {
  if (item.type === 'optional') return staysWithVerb(item.item);
  return isParticle(item) || (item.type === 'class' && item.name === 'SELF');
}

/** Where the last preposition's object starts: "show little regard for | her welfare". */
function afterPreposition(after: readonly PatternNode[]): number {
  for (let k = after.length - 1; k > 0; k--) if (isParticle(after[k - 1] as PatternNode)) return k;
  return after.length;
}

/** What may open a noun phrase; a verb after "to" or a clause does not move. */
function startsNoun(node: PatternNode): boolean {
  switch (node.type) {
    case 'word':
      return !/^(to|that|how|why|what|where|when|if|as|and|or|be|not|no|so|too|:|,)$/.test(node.word);
    case 'class':
      return !/^(VERB|ING|SELF|WORD|QUOTE|NUMBER|AGE|NEG|SELDOM|CHILD|PERSON)$/.test(node.name);
    case 'choice':
      return node.options.every(startsNoun);
    case 'sequence':
      return node.items[0] !== undefined && startsNoun(node.items[0]);
    case 'optional':
    case 'capture':
      return startsNoun(node.item);
    default:
      return false;
  }
}
