/** The part a person or body plays in a review. */
export type Role =
  /** The child the review is about, or another individual child. */
  | 'child'
  /** Suspect, or an adult the child should be protected from. */
  | 'suspect'
  /** A person whose part is not known: a friend, a male, a name that nothing explains. */
  | 'unknown'
  /** Parent, relative, neighbour: a lay adult. */
  | 'parent'
  /** Another adult: an adult victim, a witness, a husband. */
  | 'adult'
  | 'professional'
  | 'organisation'
  /** Children in general. */
  | 'generic'
  /** The writer, or the police as "we". */
  | 'writer'
  /** Not a person. */
  | 'thing'
  /** A child together with somebody else: "she and WEBB". */
  | 'mixed';

export type Gender = 'female' | 'male';

/** Roles whose conduct a wording rule does not speak of. */
export function isOther(role: Role): boolean {
  return role !== 'child' && role !== 'mixed' && role !== 'unknown';
}

/** Roles that may be the person a child should be protected from. */
export function mayBeOffender(role: Role): boolean {
  return role === 'suspect' || role === 'unknown' || role === 'mixed';
}
