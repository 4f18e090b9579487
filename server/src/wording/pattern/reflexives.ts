/** The reflexives of a third person, as they are written and miswritten: what SELF stands for, apart from a bare "self". */
export const REFLEXIVES: ReadonlySet<string> = new Set([
  'herself',
  'himself',
  'themself',
  'themselves',
  'theirself',
  'theirselves',
  'hisself',
]);
