import type { Finding, Rewrite, Severity } from '../finding.ts';
import type { Mention } from '../people/mention.ts';
import { isOther } from '../people/role.ts';
import type { Sentence } from '../people/sentence.ts';
import {
  isPronounWithVerb,
  isSubjectPosition,
  type Subject,
  subjectOf,
  verbGroupStart,
} from '../people/subject.ts';
import { Tag } from '../text/lexicon.ts';
import { WordKind } from '../text/word.ts';
import { relationSeverity } from './ages.ts';
import { describesThing } from './attributive.ts';
import type { BlockContext, Candidate, Verdict } from './candidate.ts';
import { judge } from './guards/index.ts';
import { merge, type Ranked } from './merge.ts';
import type { Match } from './pattern/matcher.ts';
import type { Program } from './pattern/program.ts';
import { agree } from './rewrites/agreement.ts';
import { pronounsFor } from './rewrites/pronouns.ts';
import { renderRewrites } from './rewrites/render.ts';
import { bringsSlip } from './rewrites/slips.ts';
import { triggered } from './ruleIndex.ts';
import type { RuleIndex } from './rules.ts';
import { softer } from './severity.ts';
import { fitsTurn } from './turned.ts';

/**
 * All wording findings of one paragraph, merged. Offsets are relative to the paragraph's text.
 * Only sentences that hold a rare word of some rule are looked at closely.
 */
export function findWording(block: BlockContext, index: RuleIndex): Finding[] {
  const found: Ranked[] = [];
  block.sentences.forEach((sentence, k) => {
    for (const candidate of candidatesIn(block, sentence, k, index)) {
      const verdict = judge(candidate);
      if (verdict === 'silence') continue;
      found.push({
        finding: toFinding(candidate, verdict),
        rank: candidate.rule.isFrame ? 1 : 0,
        candidate,
        verdict,
      });
    }
  });
  const spoke = new Set(found.map(({ finding }) => finding.rule));
  return merge(found, block).map(({ finding, candidate, verdict }) => {
    const rewrites = mayRewrite(candidate, verdict)
      ? renderRewrites(candidate).filter((r) => isClean(block, r, index, finding.rule, spoke))
      : [];
    return rewrites.length > 0
      ? { ...finding, rewrites: rewrites.map((r) => coveringSpan(r, finding)) }
      : { ...finding, prompt: promptAfter(candidate.sentence, finding.message) };
  });
}

/** The question in brackets after the sentence: what the writer answers is theirs, nothing is invented. */
function promptAfter(s: Sentence, question: string): Rewrite {
  const end = s.tokens.ends[s.to - 1] as number;
  return { class: 'Q', start: end, end, text: ` [${question}]` };
}

/**
 * A rewrite is offered only where it reads well, ends the finding and brings no new one: it is put in its place and read again.
 * @param own the rule whose finding it answers
 * @param spoke rules that had something to say before
 */
function isClean(
  block: BlockContext,
  rewrite: Rewrite,
  index: RuleIndex,
  own: string,
  spoke: ReadonlySet<string>,
): boolean {
  const text = block.text.slice(0, rewrite.start) + rewrite.text + block.text.slice(rewrite.end);
  if (bringsSlip(block.text, text)) return false;
  const again = block.reread(text);
  const end = rewrite.start + rewrite.text.length;
  for (let k = 0; k < again.sentences.length; k++) {
    const s = again.sentences[k] as Sentence;
    if ((s.tokens.starts[s.from] as number) >= end || (s.tokens.ends[s.to - 1] as number) <= rewrite.start)
      continue;
    for (const candidate of candidatesIn(again, s, k, index)) {
      const start = s.tokens.starts[candidate.match.spanFrom] as number;
      const stop = s.tokens.ends[candidate.match.spanTo - 1] as number;
      const rule = candidate.rule.info.id;
      if (rule !== own && spoke.has(rule)) continue;
      if (start < end && stop > rewrite.start && judge(candidate) !== 'silence') return false;
    }
  }
  return true;
}

function mayRewrite(c: Candidate, verdict: Verdict): boolean {
  // "hes": pronoun and verb in one word, which a rewrite would swallow.
  const joined = isPronounWithVerb(c.sentence.lower(c.match.head));
  return verdict === 'pass' && !c.rule.tentative && !c.subject.embedded && !c.subject.doubtful && !joined;
}

/** Every pattern that matches in a sentence, before the guards. */
export function candidatesIn(
  block: BlockContext,
  sentence: Sentence,
  k: number,
  index: RuleIndex,
): Candidate[] {
  const programs = triggered(sentence, index);
  if (programs.length === 0) return [];
  const out: Candidate[] = [];
  const matcher = block.matcherOf(sentence);
  for (const { rule, shape, program } of programs) {
    if (rule.info.preference && !block.preferences) continue;
    for (const match of matcher.matches(program)) {
      if (shape.unless.length > 0) {
        const clause = sentence.clauseAround(match.head >= 0 ? match.head : match.spanFrom);
        const start = Math.min(clause.from, match.from);
        const end = sentence.dependentsEnd(Math.max(clause.to, match.to));
        if (shape.unless.some((p) => matcher.occurs(p, start, end))) continue;
      }
      if (shape.needs.length > 0 && !shape.needs.some((p) => matcher.occurs(p, sentence.from, sentence.to)))
        continue;
      if (standsNearby(block, k, shape.unlessNearby)) continue;
      if (shape.needsNearby.length > 0 && !standsNearby(block, k, shape.needsNearby)) continue;
      const found = aboutWhom(sentence, match, block, program.hasSelf);
      if (program.turn && !fitsTurn(sentence, program.turn, match, found)) continue;
      if (shape.subject === 'child' && !found.mention && describesThing(sentence, match)) continue;
      // A rewrite is written for the pattern's own order.
      const subject = program.turn ? { ...found, embedded: true } : found;
      out.push({ rule, shape, program, match, sentence, index: k, block, subject });
    }
  }
  return out;
}

/** One of the patterns matches in sentence `k` of the paragraph or in a neighbour. */
function standsNearby(block: BlockContext, k: number, patterns: readonly Program[]): boolean {
  if (patterns.length === 0) return false;
  for (let at = k - 1; at <= k + 1; at++) {
    const s = block.sentences[at];
    if (s && patterns.some((p) => block.matcherOf(s).occurs(p, s.from, s.to))) return true;
  }
  return false;
}

/** The subject of the head verb; without one, the owner of the possessive; without either, the subject of the clause. */
function aboutWhom(s: Sentence, match: Match, block: BlockContext, reflexive: boolean): Subject {
  if (match.head >= 0) return subjectOf(s, match.head, block.discourse, reflexive);
  const none = { embedded: false, causer: undefined, groupStart: match.spanFrom };
  if (match.possessive >= 0) {
    const m = s.mentions.find(
      (x) => (x.from === match.possessive || x.head === match.possessive) && x.possessive,
    );
    if (m) {
      const { role, doubtful } = block.discourse.resolve(s, m);
      return { role, doubtful, mention: m, ...none };
    }
  }
  if (reflexive) return subjectOf(s, match.from, block.discourse, true);
  if (match.child >= 0) {
    const m = s.mentions.find((x) => (x.from === match.child || x.head === match.child) && !x.possessive);
    if (m) return { ...block.discourse.resolve(s, m), mention: m, ...none };
  }
  const topic = topicSubject(s, match);
  if (topic) return { ...block.discourse.resolve(s, topic), mention: topic, ...none };
  // "a streetwise advice worker": what describes a worker or a body is said of them.
  const described = s.mentions.find(
    (m) =>
      m.kind === 'noun' &&
      m.from <= match.spanFrom &&
      m.head >= match.spanTo &&
      !s.word(match.spanTo)?.verb &&
      (m.role === 'professional' || m.role === 'organisation'),
  );
  if (described) return { ...block.discourse.resolve(s, described), mention: described, ...none };
  // "mothers boyfriend": a person just before the noun owns it, apostrophe or not.
  if (LAY_OWNER.test(s.lower(match.spanFrom - 1)))
    return { role: 'parent', doubtful: false, mention: undefined, ...none };
  const owner = s.mentionEndingAt(match.spanFrom);
  if (
    owner?.possessive &&
    (owner.kind !== 'noun' || (owner.role !== undefined && isOther(owner.role) && owner.role !== 'suspect'))
  )
    return { ...block.discourse.resolve(s, owner), mention: owner, ...none };
  if (owner?.kind === 'noun' && owner.role !== undefined && isOther(owner.role) && owner.role !== 'suspect')
    return { ...block.discourse.resolve(s, owner), mention: owner, ...none };
  // "how promiscuous she has become"
  const after = s.lower(match.spanFrom - 1) === 'how' ? s.mentionAt(match.spanTo) : undefined;
  if (after && after.grammaticalCase !== 'object' && !after.possessive)
    return { ...block.discourse.resolve(s, after), mention: after, ...none };
  // "The suspect's messages are manipulative": whose the subject is.
  const copula = copulaBefore(s, match.spanFrom);
  if (copula >= 0) {
    const owner = s.mentions.find(
      (m) =>
        m.possessive && m.from >= s.clauseAround(copula).from && m.to < copula && !s.mentionEndingAt(copula),
    );
    const whose = owner && block.discourse.resolve(s, owner);
    if (owner && whose?.role !== undefined && isOther(whose.role))
      return { ...whose, mention: owner, ...none };
  }
  // The object of a verb belongs to the verb's subject: "the line holder makes poor choices".
  const verb = governingVerb(s, match.spanFrom);
  if (verb >= 0) {
    const governed = subjectOf(s, verb, block.discourse, false);
    if (
      governed.role !== 'thing' &&
      (governed.role !== undefined || governed.mention) &&
      !observes(s, verb, governed)
    )
      return { ...governed, ...none };
  }
  // "poor choices, all of them by professionals"
  const agent = s.mentions.find((x) => x.from >= match.spanTo && s.lower(x.from - 1) === 'by');
  if (
    agent?.role !== undefined &&
    isOther(agent.role) &&
    sameStatement(s, match.spanTo, agent.from) &&
    !isPassiveBetween(s, match.spanTo, agent.from)
  )
    return { ...block.discourse.resolve(s, agent), mention: agent, ...none };
  // A noun phrase: whoever the clause is about, if anybody.
  const clause = s.clauseAround(match.spanFrom);
  const m =
    s.mentions.find((x) => x.from >= clause.from && x.to <= match.spanFrom && isSubjectPosition(s, x)) ??
    // Fronted: "Despite advice from police, the hotel let the men in."
    (s.mentions.some((x) => x.to <= match.spanFrom)
      ? undefined
      : s.mentions.find(
          (x) => x.from >= match.spanTo && s.kind(x.from - 1) === WordKind.Comma && isSubjectPosition(s, x),
        ));
  if (!m) return { role: undefined, doubtful: false, mention: undefined, ...none };
  const { role, doubtful } = block.discourse.resolve(s, m);
  if (m.to <= match.spanFrom && observes(s, s.skipAdverbs(m.to), { role }))
    return { role: undefined, doubtful: false, mention: undefined, ...none };
  return { role, doubtful, mention: m, ...none };
}

/** "Manipulative is what he is": whom the words that open the sentence are said of. */
function topicSubject(s: Sentence, match: Match): Mention | undefined {
  if (!/^(is|was)$/.test(s.lower(match.to)) || s.lower(match.to + 1) !== 'what') return undefined;
  const m = s.mentionAt(match.to + 2);
  return m && /^(is|was|does|did)$/.test(s.lower(m.to)) ? m : undefined;
}

/** "Officers noted sexualised behaviour", "staff describe her as …": the one who observes or says it is not the one it is about. */
function observes(s: Sentence, verb: number, { role }: Pick<Subject, 'role'>): boolean {
  return (
    (role === 'professional' || role === 'organisation') &&
    ((s.tags(verb) & (Tag.Speech | Tag.Belief)) !== 0 || OBSERVING.test(s.lower(verb)))
  );
}

const OBSERVING =
  /^(not(e|es|ed|ing)|observ(e|es|ed|ing)|record(s|ed|ing)?|report(s|ed|ing)?|rais(e|es|ed|ing)|flag(s|ged|ging)?|identif(y|ies|ied|ying)|highlight(s|ed|ing)?|document(s|ed|ing)?|log(s|ged|ging)?|cit(e|es|ed|ing)|witness(es|ed|ing)?|s(ee|ees|aw|een)|notice(s|d)?)$/;

/** "mums boyfriend", without its apostrophe. */
const LAY_OWNER =
  /^(mums|mothers|dads|fathers|sisters|brothers|officers|carers|nans|parents|aunts|uncles|landlords)$/;

/** No subordinate clause and no person stands between. */
function sameStatement(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (
      s.tags(i) & (Tag.Subordinator | Tag.Relative) ||
      s.kind(i) === WordKind.Clause ||
      (s.mentionAt(i) && s.mentionAt(i)?.kind !== 'pronoun')
    )
      return i >= to - 1;
  }
  return true;
}

/** "The couple were found by officers": they found, it is not theirs; but "poor choices were made by officers" is. */
function isPassiveBetween(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (!(s.tags(i) & Tag.Auxiliary)) continue;
    let verb = i + 1;
    while (s.tags(verb) & (Tag.Auxiliary | Tag.Adverb | Tag.Negator)) verb++;
    return !/^(made|taken|done|committed|shown|displayed|reached|given|written|used)$/.test(s.lower(verb));
  }
  return false;
}

/** The form of be directly before a predicate, adverbs and articles apart, or -1. */
function copulaBefore(s: Sentence, spanFrom: number): number {
  let i = spanFrom - 1;
  while (i >= s.from && s.tags(i) & (Tag.Article | Tag.Adverb) && !(s.tags(i) & Tag.Auxiliary)) i--;
  return /^(is|are|was|were|been|being|be)$/.test(s.lower(i)) ? i : -1;
}

/** The verb directly before a noun phrase, articles and adverbs apart, or -1. */
function governingVerb(s: Sentence, spanFrom: number): number {
  let i = spanFrom - 1;
  while (i >= s.from && s.tags(i) & (Tag.Article | Tag.Adverb) && !(s.tags(i) & Tag.Negator)) i--;
  const word = s.word(i);
  if (!word || word.kind !== WordKind.Word || s.mentionEndingAt(i + 1)) return -1;
  if (
    word.tags &
    (Tag.Preposition | Tag.Conjunction | Tag.Determiner | Tag.Auxiliary | Tag.Modal | Tag.Negator)
  )
    return -1;
  return i > s.from && s.verbFollows(i) ? i : -1;
}

function toFinding(c: Candidate, verdict: Verdict): Finding {
  const { info } = c.rule;
  const s = c.sentence;
  let severity: Severity = c.shape.severity;
  if (c.rule.tentative) severity = softer(severity);
  if (c.rule.ageAware) severity = relationSeverity(c, severity);
  if (verdict === 'soften') severity = softer(severity);
  if (verdict === 'inform') severity = 'information';
  const from = spanStart(c);
  const start = s.tokens.starts[from] as number;
  const end = s.tokens.ends[c.match.spanTo - 1] as number;
  return {
    rule: info.id,
    alias: info.alias,
    kind: 'wording',
    category: info.category,
    severity,
    message: fill(c.rule.question, c),
    why: fill(info.why, c),
    start,
    end,
    quote: c.block.text.slice(start, end),
    rewrites: [],
    sources: info.sources,
    also: [],
  };
}

/** The underline starts at the verb's auxiliaries, so that what is underlined is what a rewrite replaces. */
function spanStart(c: Candidate): number {
  const { head, spanFrom, spanTo } = c.match;
  if (head < spanFrom || head >= spanTo) return spanFrom;
  let start = Math.min(spanFrom, verbGroupStart(c.sentence, head));
  while (start < spanFrom && c.sentence.word(start)?.lower.startsWith("'")) start++;
  return start;
}

/** A question takes the child's pronoun from the text; where the text gives none it says "the child". */
function fill(message: string, c: Candidate): string {
  if (!message.includes('{')) return message;
  const p = pronounsFor(c);
  const known = p.known;
  return agree(
    message
      .replaceAll('{she}', known ? p.subject : 'the child')
      .replaceAll('{She}', known ? p.subject.charAt(0).toUpperCase() + p.subject.slice(1) : 'The child')
      .replaceAll('{her}', known ? p.object : 'the child')
      .replaceAll('{poss}', known ? p.possessive : "the child's")
      .replaceAll('{self}', p.reflexive),
  );
}

/** "has not understood it" is the finding, "not understood it" what changes: a rewrite says the whole again, so that it reads by itself. */
function coveringSpan(rewrite: Rewrite, { start, end, quote }: Finding): Rewrite {
  const before = quote.slice(0, Math.max(0, rewrite.start - start));
  const after = quote.slice(Math.min(quote.length, rewrite.end - start));
  if (before === '' && after === '') return rewrite;
  return {
    ...rewrite,
    start: Math.min(rewrite.start, start),
    end: Math.max(rewrite.end, end),
    text: before + rewrite.text + after,
  };
}
