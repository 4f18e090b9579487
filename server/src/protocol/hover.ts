import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Finding } from '../finding.ts';
import type { RuleTexts } from '../rulePage.ts';
import { rangeOf } from './diagnostic.ts';
import { type FieldHover, fieldAt } from './fieldHover.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Session } from './session.ts';

/** Answers `textDocument/hover`: every finding under the pointer, explained. */
export function registerHover(session: Session): void {
  const { connection, client, documents, reports, rulebook, settings } = session;
  connection.onHover(async ({ textDocument: { uri }, position }, token): Promise<Hover | null> => {
    const asked = documents.get(uri) && (await settings.of(uri));
    const document = documents.get(uri);
    if (!asked?.enabled || !document || token.isCancellationRequested) return null;
    const report = reports.of(document, asked);
    if (report.version !== document.version) return null;
    const offset = document.offsetAt(position);
    const found = report.findings.filter((finding) => isAt(finding, offset));
    const field = fieldAt(report.analysis, offset);
    const [first] = [...found, ...(field ? [field.span] : [])];
    if (!first) return null;
    const sections = found.map((finding) =>
      client.markdownHover
        ? markdown(finding, rulebook, client.rulePages)
        : describe(finding, rulebook).join('\n'),
    );
    if (field) sections.push(aboutField(field, client.markdownHover, rulebook));
    const kind = client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
    return {
      contents: { kind, value: sections.join(client.markdownHover ? '\n\n---\n\n' : '\n\n') },
      range: rangeOf(first, document),
    };
  });
}

/** Over a label: what a complete answer holds, why it is asked, and where that comes from. */
function aboutField({ reading, state }: FieldHover, markdown: boolean, rulebook: RuleTexts): string {
  const { source, info } = reading.field;
  const plain = markdown ? escapeMarkdown : (text: string): string => text;
  const paragraphs = [
    markdown ? `**${plain(source.label)}**: ${plain(info.message)}` : `${source.label}: ${info.message}`,
    plain(info.why),
    `${markdown ? '_For example:_ ' : 'For example: '}${plain(source.counts[0] ?? source.skeleton)}`,
    plain(state),
    info.sources
      .map((tag) => `${markdown ? '- ' : ''}Source: ${plain(describeSource(tag, rulebook))}`)
      .join('\n'),
  ];
  return paragraphs.filter((part) => part !== '').join('\n\n');
}

function isAt({ start, end }: Finding, offset: number): boolean {
  return start === end ? offset === start : start <= offset && offset < end;
}

/** The finding in plain lines: question, reason, rewrites, rule, sources. */
function describe(finding: Finding, rulebook: RuleTexts): string[] {
  return [
    finding.message,
    finding.why,
    ...finding.rewrites.map(({ text }) => `Instead: “${text}”`),
    `Rule: ${finding.rule} ${finding.alias}`,
    also(finding),
    ...finding.sources.map((tag) => `Source: ${describeSource(tag, rulebook)}`),
  ].filter((line) => line !== '');
}

function markdown(finding: Finding, rulebook: RuleTexts, rulePages: string | null): string {
  const rule = escapeMarkdown(`${finding.rule} ${finding.alias}`);
  // An editor drops links of a scheme of its own; there the code beside the question opens the page.
  const link =
    rulePages === null || !/^https?:/.test(rulePages)
      ? rule
      : `[${rule}](<${rulePages}${encodeURIComponent(finding.rule)}.md>)`;
  // An editor shows the question itself above this; saying it twice would be noise.
  const parts = [
    escapeMarkdown(finding.why),
    finding.rewrites.map(({ text }) => `- Instead: “${escapeMarkdown(text)}”`).join('\n'),
    finding.sources.map((tag) => `- Source: ${escapeMarkdown(describeSource(tag, rulebook))}`).join('\n'),
    [`Rule: ${link}`, also(finding)].filter((part) => part !== '').join('. '),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The codes of other rules that saw the same words, if any. */
function also({ also }: Finding): string {
  return also.length > 0 ? `Also: ${also.join(', ')}` : '';
}

/** Title, publisher and year; the bare tag where the rulebook does not know the source. */
function describeSource(tag: string, rulebook: RuleTexts): string {
  const source = rulebook.sources.get(tag);
  if (!source) return tag;
  const { title, publisher, year } = source;
  return `${[title, publisher, year].filter((part) => part !== '').join(', ')} (${tag})`;
}
