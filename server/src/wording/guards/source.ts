import type { Role } from '../../people/role.ts';
import type { Verdict } from '../candidate.ts';

/**
 * What words are worth that are somebody else's: the child's, a suspect's or a relative's are theirs; a colleague's label, carried over, still reads as the
 * writer's, more softly; what nobody owns ("it is felt that") is the writer's.
 */
export function sourceVerdict(source: { role: Role | undefined; nobody: boolean }): Verdict {
  if (source.nobody) return 'pass';
  switch (source.role) {
    case 'child':
    case 'suspect':
    case 'unknown':
    case 'mixed':
    case 'generic':
      return 'silence';
    case 'parent':
    case 'adult':
      return 'inform';
    case 'professional':
    case 'organisation':
      return 'soften';
    default:
      return 'pass';
  }
}
