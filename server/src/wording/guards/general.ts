import type { Sentence } from '../../people/sentence.ts';
import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';
import type { Candidate, Guard } from '../candidate.ts';

/** General statements ("children do not choose …", "no child can …") are not about this child. */
export const generalGuard: Guard = (c) => {
  if (c.subject.role === 'generic') return 'silence';
  // A noun without an owner in a sentence about children in general.
  if (
    c.match.head < 0 &&
    !c.program.hasPoss &&
    c.sentence.mentions.length > 0 &&
    c.sentence.mentions.every(
      (m) => m.role === 'generic' || m.role === 'organisation' || m.role === 'professional',
    ) &&
    c.sentence.mentions.some((m) => m.role === 'generic')
  )
    return 'silence';
  return 'pass';
};

/** A statute, a recorded offence, an outcome code: the words are fixed. */
export const statuteGuard: Guard = (c) => {
  if (c.block.label && RECORDED_VALUE.test(c.block.label) && isRecordedValue(c.sentence, c.block.labelEnd))
    return 'silence';
  return c.block.matcherOf(c.sentence).occurs(c.block.grammar.statute, c.sentence.from, c.sentence.to)
    ? 'silence'
    : 'pass';
};

const RECORDED_VALUE = /^(offence|offences|crime|charge|outcome|code|classification|legislation|act)\b/;
/** A recorded value is a code or a few words; more is prose. */
const VALUE_WORDS = 4;

function isRecordedValue(s: Sentence, labelEnd: number): boolean {
  let words = 0;
  for (let i = s.from; i < s.to; i++) {
    if ((s.tokens.starts[i] as number) < labelEnd) continue;
    if (s.kind(i) === WordKind.Number) return true;
    if (s.kind(i) === WordKind.Word) words++;
  }
  return words <= VALUE_WORDS;
}

/** Headings, titles of documents and template hints are labels, unless a heading is itself a clause about the child. */
export const labelGuard: Guard = (c) => {
  if (c.block.kind === 'heading') {
    const personal = c.program.hasPoss || c.program.hasSelf || c.subject.role === 'child';
    return personal ? 'keep' : 'silence';
  }
  // The form chose the words of its labels; what the writer answers to them counts.
  if (c.block.labelEnd > 0 && (c.sentence.tokens.ends[c.match.to - 1] as number) <= c.block.labelEnd) {
    if (isProse(c)) return 'pass';
    return namesSomebody(c) || isAffirmed(c) ? 'soften' : 'silence';
  }
  if (isTickBox(c)) return 'silence';
  if (titleCase(c)) return 'silence';
  if (templateHint(c)) return 'silence';
  return c.block.kind === 'cell' || c.block.kind === 'field' ? (c.match.head < 0 ? 'keep' : 'pass') : 'pass';
};

/** "One ring to the unit settled it: …": a clause with a subject or an object of its own is nobody's label. */
function isProse(c: Candidate): boolean {
  const s = c.sentence;
  // "PRICE's account does not add up: …"
  if (s.mentions.some((m) => m.role !== undefined && m.role !== 'child' && m.from < c.match.from))
    return false;
  for (let i = s.from; i < s.to && (s.tokens.ends[i] as number) <= c.block.labelEnd; i++)
    if (s.tags(i) & (Tag.SubjectPronoun | Tag.ObjectPronoun | Tag.Auxiliary | Tag.Modal)) return true;
  return false;
}

/** "Gang links – yes": what the writer answers makes the label a claim. */
function isAffirmed(c: Candidate): boolean {
  const s = c.sentence;
  let i = s.from;
  while (i < s.to && (s.tokens.starts[i] as number) < c.block.labelEnd) i++;
  return /^(yes|y|confirmed|present|✓|✔)$/.test(s.lower(i));
}

/** "Boyfriend: Marcus, 31": the label says who he is taken to be, and the value says that there is somebody. */
function namesSomebody(c: Candidate): boolean {
  if (c.rule.info.category !== 'RELATION') return false;
  return c.sentence.mentions.some(
    (m) =>
      (c.sentence.tokens.starts[m.from] as number) >= c.block.labelEnd &&
      (m.kind === 'name' || m.age !== undefined),
  );
}

/** "[x] Sexually active [ ] Pregnant": the form's words. */
function isTickBox(c: Candidate): boolean {
  const start = c.sentence.tokens.starts[c.match.from] as number;
  return /\[[ xX✓✔]?\]\s*$/.test(c.block.text.slice(Math.max(0, start - 6), start));
}

/** Title Case run with a document noun: Risk-Taking Behaviour Toolkit. */
function titleCase(c: Candidate): boolean {
  let capitals = 0;
  let words = 0;
  for (let i = c.match.spanFrom; i < c.match.spanTo; i++) {
    const word = c.sentence.word(i);
    if (word?.kind !== WordKind.Word || word.tags & (Tag.Article | Tag.Preposition)) continue;
    words++;
    if (word.surface[0] !== word.surface[0]?.toLowerCase()) capitals++;
  }
  if (words < 2 || capitals < words) return false;
  for (let i = c.match.spanTo; i < Math.min(c.match.spanTo + 4, c.sentence.to); i++)
    if (DOCUMENT_NOUNS.has(c.sentence.lower(i))) return true;
  return false;
}

const DOCUMENT_NOUNS = new Set(
  'policy toolkit protocol procedure guidance guide strategy plan form template leaflet poster module course training slide report audit act order bill code schedule pathway matrix project helpline charity team unit hub panel conference operation workshop e-learning learning assessment tool screening'.split(
    ' ',
  ),
);

/** "[e.g. boyfriend, online friend]", "High/Medium/Low (delete)". */
function templateHint(c: Candidate): boolean {
  const start = c.sentence.tokens.starts[c.match.spanFrom] as number;
  const open = c.block.text.lastIndexOf('[', start);
  if (open < 0) return false;
  const close = c.block.text.indexOf(']', open);
  return close > start;
}

/** An adult victim or witness: another guide applies. */
export const adultGuard: Guard = (c) =>
  c.shape.subject === 'child' && (c.subject.role === 'adult' || (c.subject.mention?.age ?? 0) >= 18)
    ? 'silence'
    : 'pass';
