import type { Block, Layout } from '../review/block.ts';
import type { Role } from './role.ts';

/** Titles remembered. */
const MEMORY = 20_000;

const NO_TITLE = '';
const roleOfTitle = new Map<string, Role>();

/** Whom a sentence without a subject is about: the child, or the suspect under a heading or label of his. */
export function defaultRoleOf(block: Block, layout: Layout): Role {
  const heading = block.kind === 'heading' ? NO_TITLE : (layout.headings[block.heading]?.text ?? NO_TITLE);
  const byLabel = block.label === undefined ? 'child' : roleOf(block.label, true);
  return byLabel === 'child' && roleOf(heading, false) === 'suspect' ? 'suspect' : byLabel;
}

/** Whom a label or heading is about; looked up once for each. */
function roleOf(title: string, isLabel: boolean): Role {
  if (title === NO_TITLE) return 'child';
  let role = roleOfTitle.get(title);
  if (role === undefined) {
    role = isSuspectLabel(title) ? 'suspect' : isAdultLabel(title) ? 'parent' : 'child';
    if (roleOfTitle.size >= MEMORY) roleOfTitle.clear();
    roleOfTitle.set(title, role);
  }
  return role === 'parent' && !isLabel ? 'child' : role;
}

function isSuspectLabel(text: string): boolean {
  return /\b(suspects?|offenders?|perpetrators?|susp|nominals?|persons? (?:of concern|posing)|poc|occupants?|adult male)\b/i.test(
    text,
  );
}

function isAdultLabel(text: string): boolean {
  return (
    /\b(occupier|landlord|informant|parents?|mum|mother|father|dad|carers?|feedback|officers?|staff|address)\b/i.test(
      text,
    ) && !/\b(child|misper|subject)\b/i.test(text)
  );
}
