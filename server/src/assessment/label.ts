/** Words that change nothing of what a label asks for (risk-forms 4.1, G10). */
const IDLE = /\b(?:current|initial|updated|police|mfh|misper|sgt|supervisor's|supervisors)\s+(?=\S)/g;

const KEPT = 20_000;
const plainOf = new Map<string, string>();

/** A label as it is compared: lower case, without numbering, emphasis, punctuation and idle words. Worked out once for each. */
export function plainLabel(label: string): string {
  const known = plainOf.get(label);
  if (known !== undefined) return known;
  const plain = makePlain(label);
  if (plainOf.size >= KEPT) plainOf.clear();
  plainOf.set(label, plain);
  return plain;
}

function makePlain(label: string): string {
  const bare = label
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/^[\s*_#>•-]*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]\s*)?/, '')
    .replace(/[\s*_:=>?.–—-]+$/, '')
    .replace(/[*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare.replace(IDLE, '') || bare;
}
