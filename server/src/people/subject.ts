import { Tag } from '../text/lexicon.ts';
import { isIrregularPast } from '../text/verbs.ts';
import { Shape, WordKind } from '../text/word.ts';
import type { Discourse } from './discourse.ts';
import type { Mention } from './mention.ts';
import type { Role } from './role.ts';
import type { Sentence } from './sentence.ts';

/** Who a verb or possessive is about. */
export interface Subject {
  /** undefined: nobody is named (a fragment); the document's default person is meant. */
  readonly role: Role | undefined;
  /** Two readings are possible and they differ. */
  readonly doubtful: boolean;
  readonly mention: Mention | undefined;
  /** The head stands in a relative clause or after a fronted participle: an in-place rewrite would read badly. */
  readonly embedded: boolean;
  /** Somebody makes or lets the child do it: "WEBB made her …". */
  readonly causer: Role | undefined;
  /** First token of the verb's group: auxiliaries and handed-on verbs included. */
  readonly groupStart: number;
}

const CAUSATIVE = new Set(
  'make makes made making let lets letting get gets got have had force forces forced tell tells told ask asks asked persuade persuades persuaded allow allows allowed encourage encourages encouraged want wants wanted pressure pressured order ordered'.split(
    ' ',
  ),
);

/** Walks left from a verb over its auxiliaries, negators, adverbs and the verbs that hand their subject on. */
export function verbGroupStart(s: Sentence, head: number): number {
  let start = head;
  let i = head - 1;
  while (i >= s.from) {
    const tags = s.tags(i);
    const kind = s.kind(i);
    const lower = s.lower(i);
    if (kind === WordKind.Clitic && lower !== "'s") start = i;
    else if (kind === WordKind.Clitic) {
      // "she's putting", "Ellie's chosen": is or has; not the possessive of "Ellie's putting".
      const owner = s.mentionEndingAt(i + 1);
      if (owner?.possessive) break;
      start = i;
    } else if (kind === WordKind.Joiner || kind === WordKind.Quote) {
      // passed over
    } else if (
      lower === 'to' ||
      lower === 'from' ||
      lower === 'by' ||
      lower === 'of' ||
      lower === 'on' ||
      lower === 'in'
    ) {
      // "to put", "persists in putting": part of the group only when a verb that hands its subject on stands before.
      const before = previousWord(s, i);
      if (lower !== 'to' && !(s.tags(before) & Tag.Catenative)) break;
      if (
        lower === 'to' &&
        before >= s.from &&
        !(s.tags(before) & (Tag.Catenative | Tag.Auxiliary | Tag.Modal | Tag.Adverb | Tag.Negator))
      )
        break;
      start = i;
    } else if (tags & (Tag.Auxiliary | Tag.Modal | Tag.Negator)) start = i;
    else if (tags & Tag.Catenative) start = i;
    else if (tags & Tag.Adverb && !(tags & Tag.Conjunction)) {
      // An adverb belongs to the group only if more of the group stands before it; it is passed over meanwhile.
    } else if (lower === 'than' && s.lower(i - 1) === 'more') {
      // "can more than hold his own"
      i--;
    } else if (kind === WordKind.Comma || kind === WordKind.Close || kind === WordKind.Dash) {
      const open = insertionStart(s, i);
      if (open === i || s.mentionEndingAt(i + 1)) break;
      i = open - 1;
      continue;
    } else break;
    i--;
  }
  return start;
}

/** "shes", "hes", "theyre" */
export function isPronounWithVerb(lower: string): boolean {
  return lower === 'shes' || lower === 'hes' || lower === 'theyre';
}

function previousWord(s: Sentence, i: number): number {
  let k = i - 1;
  while (
    k >= s.from &&
    (s.kind(k) === WordKind.Joiner ||
      s.kind(k) === WordKind.Quote ||
      (s.tags(k) & Tag.Adverb && !(s.tags(k) & (Tag.Catenative | Tag.Negator))))
  )
    k--;
  return k;
}

/** The opener of a short insertion that closes at `i`, or `i`. */
function insertionStart(s: Sentence, i: number): number {
  const closer = s.kind(i);
  for (let k = i - 1; k > Math.max(s.from - 1, i - 13); k--) {
    const kind = s.kind(k);
    const opens =
      closer === WordKind.Close
        ? kind === WordKind.Open
        : closer === WordKind.Comma
          ? kind === WordKind.Comma
          : kind === WordKind.Dash;
    if (opens) return s.insertionEnd(k) === i + 1 ? k : i;
    if (kind === WordKind.Stop || kind === WordKind.Clause) return i;
  }
  return i;
}

/**
 * Finds who does what the verb at `head` says.
 * @param head token index of the verb
 * @param reflexive the verb acts on a reflexive ("herself"): its subject is a person, whatever noun stands near
 */
export function subjectOf(s: Sentence, head: number, discourse: Discourse, reflexive: boolean): Subject {
  const groupStart = verbGroupStart(s, head);
  const result = (mention: Mention | undefined, extra: Partial<Subject> = {}): Subject => {
    const resolved = mention ? discourse.resolve(s, mention) : { role: undefined, doubtful: false };
    return {
      role: resolved.role,
      doubtful: resolved.doubtful,
      mention,
      embedded: false,
      causer: undefined,
      groupStart,
      ...extra,
    };
  };
  // "shes", "hes": pronoun and verb in one.
  const joined = isPronounWithVerb(s.lower(head)) ? s.mentionAt(head) : undefined;
  if (joined) return result(joined);
  const agent = agentOf(s, head);
  if (agent && !reflexive) return result(agent, { embedded: true });
  let i = groupStart - 1;
  // Adverbs, quotation marks and insertions between the subject and its verb.
  for (;;) {
    if (i < s.from) break;
    const kind = s.kind(i);
    if (s.mentionEndingAt(i + 1)) break;
    if (
      kind === WordKind.Quote ||
      kind === WordKind.Joiner ||
      (s.tags(i) & Tag.Adverb && !(s.tags(i) & Tag.Conjunction) && !s.mentionEndingAt(i + 1))
    )
      i--;
    else if (kind === WordKind.Comma || kind === WordKind.Close || kind === WordKind.Dash) {
      const open = insertionStart(s, i);
      if (open === i) break;
      i = open - 1;
    } else break;
  }
  if (i < s.from || s.kind(i) === WordKind.Clause) return frontedOrNone(s, head, result);
  // "went to a hotel with an adult male - not forced": after a lone dash the subject of what stands before goes on, never its last noun.
  if (s.kind(i) === WordKind.Dash) {
    const before = nearestLeft(s, i, true);
    return before ? result(before) : frontedOrNone(s, head, result);
  }

  const tags = s.tags(i);
  const lower = s.lower(i);
  // Relative clause: the man who put her at risk.
  if (
    tags & Tag.Relative &&
    !(tags & Tag.Subordinator && lower === 'that' && s.tags(i - 1) & (Tag.Speech | Tag.Belief))
  ) {
    let k = i - 1;
    while (k >= s.from && (s.kind(k) === WordKind.Comma || s.tags(k) & Tag.Preposition)) k--;
    const nearest = s.mentionEndingAt(k + 1) ?? nearestLeft(s, k + 1, false);
    const antecedent = nearest && outermost(s, nearest);
    // "She is a child who …": the indefinite noun says what she is.
    const named =
      antecedent && !antecedent.plural && isDescription(s, antecedent)
        ? nearestLeft(s, antecedent.from, true)
        : undefined;
    // "This is a young person who …": pointed at, so not children in general.
    if (
      antecedent &&
      !named &&
      antecedent.role === 'generic' &&
      !antecedent.plural &&
      isPointedAt(s, antecedent)
    )
      return result(antecedent, { role: 'child', embedded: true });
    if (antecedent) return result(named ?? antecedent, { embedded: true });
  }
  const direct = s.mentionEndingAt(i + 1);
  if (direct && !direct.possessive) {
    if (direct.kind === 'pronoun' && direct.grammaticalCase === 'object') {
      const causer = causerOf(s, direct, discourse);
      return result(direct, { causer: causer?.role, embedded: true });
    }
    return (
      coordinated(s, direct, discourse, result) ??
      headOfPhrase(s, direct, result, reflexive || /ing$/.test(s.lower(head)))
    );
  }
  if (tags & Tag.Conjunction || s.kind(i) === WordKind.Comma) {
    const shared = nearestLeft(s, i, true);
    if (shared) return coordinated(s, shared, discourse, result) ?? result(shared);
    return frontedOrNone(s, head, result);
  }
  // "to avoid putting", "by putting", "her decision to put": the nearest subject or owner to the left.
  if (
    tags & (Tag.Preposition | Tag.Subordinator) ||
    s.lower(groupStart) === 'to' ||
    /ing$/.test(s.lower(head))
  ) {
    // "put the girls at risk by giving him a key": who did the one did the other.
    const means =
      /ing$/.test(s.lower(head)) && /^(by|after|before|without|while|when|despite|through)$/.test(lower);
    const near = (means ? nearestLeft(s, i + 1, true) : undefined) ?? nearestLeft(s, i + 1, false);
    // "She made the report to get back at him": a thing does not act.
    const acting = near?.role === 'organisation' ? (nearestLeft(s, i + 1, true) ?? near) : near;
    if (acting) return result(acting, { embedded: true });
    return frontedOrNone(s, head, result);
  }
  // "Children who are being groomed often do not see": a participle of another clause stands before.
  if (s.tags(i) & (Tag.Influence | Tag.Auxiliary) || /(ed|en)$/.test(lower)) {
    const before = nearestLeft(s, i + 1, true);
    if (before) return result(before);
  }
  // A noun phrase that names no person is the subject: the hotel chain fails to see.
  const phrase = skipPhrase(s, i);
  if (phrase.person) return result(phrase.person);
  if (reflexive) {
    const near = nearestLeft(s, i + 1, true);
    return near ? result(near) : result(undefined);
  }
  if (phrase.thing) return result(undefined, { role: 'thing' });
  return frontedOrNone(s, head, result);
}

/** "She is a child who …", "he is someone who …": says what somebody is. */
function isDescription(s: Sentence, m: Mention): boolean {
  return m.role === 'generic' || /^(someone|somebody|one|person|individual)$/.test(s.lower(m.head));
}

/** "This is a …", "here we have a …" */
function isPointedAt(s: Sentence, m: Mention): boolean {
  const first = s.lower(firstWord(s));
  return /^(this|that|it|here|we|clearly)$/.test(first) && m.from - firstWord(s) <= 5;
}

/** Who feels so is the one it is about: "besotted by him". */
const FELT =
  /^(besotted|infatuated|smitten|obsessed|flattered|impressed|seduced|swayed|tempted|attracted|excited|taken)$/;

/** "the lifestyle led by this child", "was undone by her": the real subject of a passive. */
function agentOf(s: Sentence, head: number): Mention | undefined {
  const lower = s.lower(head);
  if (FELT.test(lower) || (!/(ed|en)$/.test(lower) && !isIrregularPast(lower))) return undefined;
  let by = s.skipAdverbs(head + 1);
  // "was run up by him", "made, again and again, by her"
  if (/^(up|out|off|down|over|away|on|in)$/.test(s.lower(by))) by = s.skipAdverbs(by + 1);
  if (s.kind(by) === WordKind.Comma || s.kind(by) === WordKind.Open) by = s.insertionEnd(by);
  if (s.lower(by) !== 'by') return undefined;
  return s.mentions.find((m) => m.from === by + 1 && !m.possessive);
}

type Result = (mention: Mention | undefined, extra?: Partial<Subject>) => Subject;

/** "Having chosen to stay, she …": the subject of the main clause; otherwise nobody is named. */
function frontedOrNone(s: Sentence, head: number, result: Result): Subject {
  const first = firstWord(s);
  const participle =
    /ing$/.test(s.lower(first)) ||
    (s.tags(first) & Tag.Negator && /ing$/.test(s.lower(s.skipAdverbs(first + 1)))) ||
    PREDICATE_ADJECTIVE.test(s.lower(first)) ||
    (first === head && isAdjective(s, head)) ||
    s.lower(first) === 'having' ||
    (first === head && /(ed|en|t)$/.test(s.lower(head)));
  const fronted = participle || s.tags(first) & (Tag.Preposition | Tag.Subordinator);
  if (fronted) {
    for (let k = head + 1; k < s.to; k++) {
      if (s.kind(k) !== WordKind.Comma) continue;
      const next = s.mentionAt(s.skipAdverbs(k + 1));
      if (!next || next.grammaticalCase === 'object' || next.possessive || !s.verbFollows(next.to)) continue;
      const main = result(next, { embedded: true });
      if (main.role === 'child' || main.role === undefined) return main;
      return first === head && isOwnStatement(s, head, next) ? result(undefined) : main;
    }
  }
  return result(undefined);
}

/**
 * In log English what opens a line stands by itself and is the child's, whoever acts next: "Absconded at 2140, staff informed control",
 * "Reluctant to engage, SW informed", "Abusive on the phone, mum hung up".
 */
function isOwnStatement(s: Sentence, head: number, next: Mention): boolean {
  if (!isAdjective(s, head)) return /(ed|t)$/.test(s.lower(head)) && s.lower(head + 1) !== 'by';
  if (!PREDICATE_ADJECTIVE.test(s.lower(head)) && next.role !== 'suspect') return true;
  const verb = s.skipAdverbs(next.to);
  if (next.role !== 'suspect' && s.tags(verb) & (Tag.Speech | Tag.Belief)) return true;
  return next.kind === 'noun' && next.from === next.head && /ed$/.test(s.lower(verb));
}

/** No form of a verb: "reluctant", "evasive". */
function isAdjective(s: Sentence, head: number): boolean {
  const lower = s.lower(head);
  if (PREDICATE_ADJECTIVE.test(lower)) return true;
  return s.tags(head) === 0 && !s.word(head)?.verb && !/(ed|ing|s)$/.test(lower) && !isIrregularPast(lower);
}

/** "Old enough to know the area, the driver …": describes the subject that follows. */
const PREDICATE_ADJECTIVE =
  /^(old|young|unaware|aware|oblivious|naive|too|keen|desperate|unwilling|reluctant|unable|clueless|scared|afraid|angry|upset)$/;

function firstWord(s: Sentence): number {
  let k = s.from;
  while (k < s.to && s.kind(k) !== WordKind.Word) k++;
  return k;
}

/** "She and WEBB", "Ellie, Maisie and two men": more than one person before the verb. */
function coordinated(s: Sentence, last: Mention, discourse: Discourse, result: Result): Subject | undefined {
  const joint = s.lower(last.from - 1);
  if (joint !== 'and' && joint !== '&' && joint !== 'nor' && joint !== 'or') return undefined;
  const other = s.mentionEndingAt(last.from - 1);
  if (!other || other.possessive || other.grammaticalCase === 'object') return undefined;
  // "WEBB collected her and she put …": a verb between the two means two clauses.
  if (!isSubjectPosition(s, other) && s.tags(other.from - 1) & Tag.Preposition) return undefined;
  const a = discourse.resolve(s, other).role ?? 'child';
  const b = discourse.resolve(s, last).role ?? 'child';
  if (a === b) return undefined;
  if (a === 'child' || b === 'child') return result(last, { role: 'mixed', doubtful: true });
  return undefined;
}

/** "the adults around Kian who …": the relative clause belongs to the adults. */
function outermost(s: Sentence, m: Mention): Mention {
  let mention = m;
  while (s.tags(mention.from - 1) & Tag.Preposition) {
    const outer = s.mentionEndingAt(mention.from - 1);
    if (!outer || outer.possessive) break;
    mention = outer;
  }
  return mention;
}

/** A mention after a preposition hangs on the noun before it: "the man with Ellie", "staff at the home". */
function headOfPhrase(s: Sentence, m: Mention, result: Result, person: boolean): Subject {
  let mention = m;
  for (let guard = 0; guard < 4; guard++) {
    const p = mention.from - 1;
    if (!(s.tags(p) & Tag.Preposition) || s.tags(p) & Tag.Subordinator) break;
    const outer = s.mentionEndingAt(p);
    if (outer && !outer.possessive) {
      mention = outer;
      continue;
    }
    // "a pattern of Ellie putting herself at risk"
    if (person && s.lower(p) === 'of') return result(m);
    // "the behaviour of Ellie puts": a thing.
    const before = s.word(p - 1);
    if (
      before?.kind === WordKind.Word &&
      before.tags === 0 &&
      before.shape === Shape.Lower &&
      p - 1 > s.from &&
      s.lower(p) === 'of'
    )
      return result(undefined, { role: 'thing' });
    break;
  }
  return result(mention);
}

/** The nearest mention to the left that can be a subject or, if `strict` is false, an owner or object. */
function nearestLeft(s: Sentence, before: number, strict: boolean): Mention | undefined {
  let fallback: Mention | undefined;
  for (let k = s.mentions.length - 1; k >= 0; k--) {
    const m = s.mentions[k] as Mention;
    if (m.to > before) continue;
    if (crossesHardBoundary(s, m.to, before)) break;
    if (isSubjectPosition(s, m)) return m;
    if (!strict) {
      if (m.possessive || m.grammaticalCase === 'object' || !(s.tags(m.from - 1) & Tag.Preposition)) return m;
      fallback ??= m;
    }
  }
  return strict ? firstSubject(s, before) : fallback;
}

function firstSubject(s: Sentence, before: number): Mention | undefined {
  for (const m of s.mentions) {
    if (m.to > before) break;
    if (!m.possessive && m.grammaticalCase !== 'object' && !(s.tags(m.from - 1) & Tag.Preposition)) return m;
  }
  return undefined;
}

function crossesHardBoundary(s: Sentence, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (s.kind(k) === WordKind.Stop || (s.kind(k) === WordKind.Clause && s.lower(k) === ';')) return true;
  return false;
}

/** A mention stands as the subject of a clause: at its start, and with a verb, a relative or a conjunction after it. */
export function isSubjectPosition(s: Sentence, m: Mention): boolean {
  if (m.possessive || m.grammaticalCase === 'object') return false;
  if (m.grammaticalCase === 'subject') return true;
  const p = m.from - 1;
  const tags = s.tags(p);
  const kind = s.kind(p);
  const opens =
    p < s.from ||
    kind !== WordKind.Word ||
    (tags &
      (Tag.Conjunction |
        Tag.Subordinator |
        Tag.Relative |
        Tag.Adverb |
        Tag.Speech |
        Tag.Belief |
        Tag.TimeNoun)) !==
      0;
  if (!opens || (tags & Tag.Preposition && !(tags & Tag.Subordinator))) return false;
  const next = m.to;
  // "accepted a stranger, and …": what a verb of saying or thinking takes is its object unless a verb follows.
  const thought = kind === WordKind.Word && tags & (Tag.Speech | Tag.Belief);
  return s.verbFollows(next) || (!thought && followsSubject(s, next));
}

function followsSubject(s: Sentence, next: number): boolean {
  return (
    (s.tags(next) & (Tag.Relative | Tag.Conjunction)) !== 0 ||
    s.kind(next) === WordKind.Comma ||
    s.kind(next) === WordKind.Open ||
    (s.tags(next) & Tag.Preposition) !== 0
  );
}

/** "WEBB made her put …": who makes, lets or tells the object of the causative. */
function causerOf(
  s: Sentence,
  object: Mention,
  discourse: Discourse,
): { role: Role | undefined } | undefined {
  const verb = object.from - 1;
  if (!CAUSATIVE.has(s.lower(verb))) return undefined;
  const subject = subjectOf(s, verb, discourse, false);
  return { role: subject.role };
}

/** Reads the noun phrase that ends at `i` backwards: prepositional phrases and times are passed over until a person or a thing is found. */
function skipPhrase(s: Sentence, i: number): { person?: Mention; thing?: boolean } {
  let k = i;
  for (let guard = 0; guard < 5 && k >= s.from; guard++) {
    // Back to the start of this simple noun phrase.
    let start = k;
    while (start > s.from) {
      const before = s.word(start - 1);
      if (
        !before ||
        (before.kind !== WordKind.Word && before.kind !== WordKind.Joiner && before.kind !== WordKind.Number)
      )
        break;
      if (
        before.tags &
        (Tag.Preposition |
          Tag.Conjunction |
          Tag.Auxiliary |
          Tag.Modal |
          Tag.Relative |
          Tag.Subordinator |
          Tag.SubjectPronoun |
          Tag.ObjectPronoun)
      )
        break;
      if (s.mentionEndingAt(start) && !s.mentionEndingAt(start)?.possessive) break;
      start--;
    }
    const before = start - 1;
    const time = s.tags(k) & Tag.TimeNoun;
    if (s.tags(before) & Tag.Preposition || time) {
      k = s.tags(before) & Tag.Preposition ? before - 1 : before;
      while (k >= s.from && (s.tags(k) === Tag.Adverb || s.kind(k) === WordKind.Comma)) k--;
      const person = s.mentionEndingAt(k + 1);
      if (person && !person.possessive) return { person };
      if (k < s.from) return {};
      continue;
    }
    const person = s.mentionEndingAt(start);
    if (person && !person.possessive && time) return { person };
    const atStart = start <= s.from || s.kind(start - 1) !== WordKind.Word;
    const determined = (s.tags(start) & (Tag.Determiner | Tag.Quantifier)) !== 0;
    const word = s.word(k);
    if (word?.kind === WordKind.Word && word.tags === 0 && (determined || atStart)) return { thing: true };
    if (person && !person.possessive) return { person };
    return {};
  }
  return {};
}
