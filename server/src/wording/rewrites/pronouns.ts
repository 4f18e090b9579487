import type { Gender } from '../../people/role.ts';
import type { Candidate } from '../candidate.ts';

/** The child's pronouns, as the writer uses them. */
export interface Pronouns {
  readonly subject: 'she' | 'he' | 'they';
  readonly object: 'her' | 'him' | 'them';
  readonly possessive: 'her' | 'his' | 'their';
  readonly reflexive: 'herself' | 'himself' | 'themself';
  /** The writer uses them; otherwise nothing tells which they are. */
  readonly known: boolean;
}

const FEMININE: Pronouns = {
  subject: 'she',
  object: 'her',
  possessive: 'her',
  reflexive: 'herself',
  known: true,
};
const MASCULINE: Pronouns = {
  subject: 'he',
  object: 'him',
  possessive: 'his',
  reflexive: 'himself',
  known: true,
};
const NEUTRAL: Pronouns = {
  subject: 'they',
  object: 'them',
  possessive: 'their',
  reflexive: 'themself',
  known: true,
};
const UNKNOWN: Pronouns = { ...NEUTRAL, known: false };

function of(gender: Gender | undefined): Pronouns {
  return gender === 'female' ? FEMININE : gender === 'male' ? MASCULINE : UNKNOWN;
}

/**
 * Takes the child's pronouns from the match itself, then from the subject, then from the document; never from a name.
 */
export function pronounsFor(c: Candidate): Pronouns {
  const s = c.sentence;
  for (let i = c.match.from; i < c.match.to; i++) {
    const lower = s.lower(i);
    if (/^(herself|hers)$/.test(lower) || (lower === 'her' && !isOtherPerson(c, i))) return FEMININE;
    if (/^(himself|hisself)$/.test(lower) || (lower === 'his' && i === c.match.possessive)) return MASCULINE;
    if (
      /^(themself|themselves|theirself|theirselves)$/.test(lower) ||
      (lower === 'their' && i === c.match.possessive)
    )
      return NEUTRAL;
  }
  const mention = c.subject.mention;
  if (mention?.kind === 'pronoun') return mention.plural ? NEUTRAL : of(mention.gender);
  return of(mention?.gender ?? c.block.discourse.cast.childGender);
}

function isOtherPerson(c: Candidate, i: number): boolean {
  const m = c.sentence.mentions.find((x) => x.head === i);
  if (!m) return false;
  const role = c.block.discourse.resolve(c.sentence, m).role;
  return role !== undefined && role !== 'child';
}
