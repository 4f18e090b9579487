import type { Candidate, Guard } from '../candidate.ts';

/**
 * Who the words are about decides most of all. The child: go on. Somebody else: silent. Both, or a pronoun that could be either: softer.
 * A fragment without any subject speaks of the document's default person.
 */
export const subjectGuard: Guard = (c) => {
  if (c.shape.subject === 'anyone') return 'pass';
  if (c.shape.subject === 'parent') return ofParent(c);
  if (c.shape.subject === 'suspect') return ofSuspect(c);
  const { role, doubtful, causer } = c.subject;
  if (causer === 'suspect' || causer === 'unknown') return 'inform';
  switch (role) {
    case 'child':
      return doubtful ? 'soften' : 'pass';
    case 'mixed':
      return 'soften';
    case 'unknown':
      return unknownName(c) ? 'soften' : 'silence';
    case undefined:
      return nobodyNamed(c);
    default:
      return 'silence';
  }
};

/** Parents, carers, relatives. A fragment without a subject is about the child, not about them. */
function ofParent(c: Candidate): 'pass' | 'soften' | 'silence' {
  if (c.subject.role !== 'parent') return 'silence';
  return c.subject.doubtful ? 'soften' : 'pass';
}

/** A suspect, or somebody whose part is not known. */
function ofSuspect(c: Candidate): 'pass' | 'soften' | 'silence' {
  const { role, doubtful } = c.subject;
  if (role !== 'suspect' && role !== 'unknown' && role !== 'mixed') return 'silence';
  return doubtful || role === 'mixed' ? 'soften' : 'pass';
}

/** A name nothing explains may be another child. */
function unknownName(c: Candidate): boolean {
  return c.subject.mention?.kind === 'name';
}

function nobodyNamed(c: Candidate): 'pass' | 'keep' | 'soften' | 'silence' {
  if (c.block.defaultRole !== 'child') return 'silence';
  // A pronoun that nothing before it explains is the child.
  if (c.subject.mention) return 'pass';
  if (c.match.head < 0) return 'pass';
  if (c.program.hasSelf || c.program.hasPoss || c.block.isReview) return 'keep';
  return 'soften';
}
