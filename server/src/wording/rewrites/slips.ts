/** What a rewrite in the wrong place or form would make. None of it is good English anywhere. */
const SLIPS: readonly RegExp[] = [
  /\b(?!had\b|that\b|do\b|very\b|so\b|time\b|no\b|\d)([a-z']+) \1\b/i,
  /\b(she|he|it) (are|were|have|do)\b/i,
  /\bthey (is|was|has|does)\b/i,
  /\b(is|are|was|were|be|been|being|am) (is|are|was|were|be|been|am|has|have|had)\b/i,
  /\bto (is|was|has|are|been|were|had)\b/i,
  /\b(may|will|can|must|should|could|would|might) (is|was|are|were|has|been|being|had)\b/i,
  /\b(has|have|had|having) (is|was|be|being|are|were|has|have)\b/i,
  /\b(did|does|do|doesn't|didn't) (is|was|has|been)\b/i,
  /\b(a|an) (is|are|was|were|has)\b/i,
  /\bnot not\b/i,
  / {2,}/,
  / [,.;:?!](?!\.)/,
];

/**
 * Whether a rewrite brings a slip of grammar into its sentence. The last net under the templates: what a writer typed in a way that no template
 * foresaw gets no rewrite rather than a bad one.
 * @param before the sentence as typed
 * @param after the sentence with the rewrite in its place
 */
export function bringsSlip(before: string, after: string): boolean {
  return SLIPS.some((slip) => slip.test(after) && !slip.test(before));
}
