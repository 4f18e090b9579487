const BE_HAVE_DO = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
]);

/**
 * Makes verbs agree with "they" in a text written for "she": "whom they calls" -> "whom they call", "is they" -> "are they".
 */
export function agree(text: string): string {
  return text
    .replace(/\b(they) ([a-z]+)\b/gi, (_, they: string, verb: string) => `${they} ${pluralVerb(verb)}`)
    .replace(/\b(is|was|has|does) they\b/gi, (_, verb: string) => {
      const plural = BE_HAVE_DO.get(verb.toLowerCase()) as string;
      return `${verb[0] === verb[0]?.toUpperCase() ? plural.charAt(0).toUpperCase() + plural.slice(1) : plural} they`;
    });
}

function pluralVerb(verb: string): string {
  const known = BE_HAVE_DO.get(verb);
  if (known) return known;
  if (!verb.endsWith('s') || verb.endsWith('ss')) return verb;
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  if (/(sh|ch|x|ss|o)es$/.test(verb)) return verb.slice(0, -2);
  return verb.slice(0, -1);
}
