/** Plain text as Markdown that shows exactly that text: no markup, links, HTML or icons arise from it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~&:@$=^]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ');
}
