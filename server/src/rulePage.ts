import type { Severity } from './finding.ts';
import type { Rulebook, RuleInfo } from './rulebook/rulebook.ts';

/** What of a rulebook is for people to read. */
export type RuleTexts = Pick<Rulebook, 'rules' | 'sources'>;

/** Severities in the words that supervisors read. */
export const SEVERITY_WORDS: Record<Severity, string> = {
  error: 'look at this before you sign',
  warning: 'worth another look',
  information: 'for thought',
};

/** The rule with this code or alias, in any case; undefined when there is none. */
export function findRule(name: string, rulebook: RuleTexts): RuleInfo | undefined {
  const wanted = name.trim().toLowerCase();
  for (const rule of rulebook.rules.values()) {
    if (rule.id.toLowerCase() === wanted || rule.alias.toLowerCase() === wanted) return rule;
  }
  return undefined;
}

/**
 * The page of one rule, in Markdown: what it asks, why, what to write instead, who says so.
 * @param name code or alias
 * @returns null when there is no such rule
 */
export function rulePage(name: string, rulebook: RuleTexts): string | null {
  const rule = findRule(name, rulebook);
  if (!rule) return null;
  const parts = [
    `# ${rule.id} ${rule.title}`,
    `\`${rule.alias}\` in ${rule.category}: ${SEVERITY_WORDS[rule.severity]}`,
    `> ${ofAnyChild(rule.message)}`,
    ofAnyChild(rule.why),
    rule.explain.trim(),
    rule.preference ? 'A matter of preference: off unless preferences are switched on in the settings.' : '',
    examples(rule),
    sources(rule, rulebook),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A question or reason as it is put about a child whose pronoun is not known. */
function ofAnyChild(text: string): string {
  return text
    .replace(/\{(?:she|her)\}/g, 'the child')
    .replace(/\{She\}/g, 'The child')
    .replace(/\{poss\}/g, "the child's")
    .replace(/\{self\}/g, 'themselves');
}

function examples({ examples: { found, left, rewritten } }: RuleInfo): string {
  const items = [
    ...found.map((text) => `- Asked about: ${text}`),
    ...left.map((text) => `- Left alone: ${text}`),
    ...(rewritten ? [`- Before: ${rewritten.before}\n- After: ${rewritten.after}`] : []),
  ];
  return items.length > 0 ? `## For example\n\n${items.join('\n')}` : '';
}

function sources(rule: RuleInfo, rulebook: RuleTexts): string {
  if (rule.sources.length === 0) return '';
  const items = rule.sources.map((tag) => {
    const source = rulebook.sources.get(tag);
    if (!source) return `- ${tag}`;
    const { title, publisher, year, url } = source;
    const from = [publisher, year].filter((part) => part !== '').map((part) => `, ${part}`);
    return `- ${tag}: *${title}*${from.join('')}${url && `. <${url}>`}`;
  });
  return `## Sources\n\n${items.join('\n')}`;
}
