import type { Span } from './block.ts';

const GRADE = '(?:[AT]/|Temp\\.? |Acting |Duty |On-call |Det\\.? |Night )?';
const RANK =
  '(?:PC|DC|PS|DS|TDC|PCSO|PSI|Sgt|Sergeant|Insp|Inspector|DI|DCI|Supt|Superintendent|Ch(?:ief)?\\.? Insp(?:ector)?|Det(?:ective)?\\.? (?:Sgt|Sergeant|Insp|Inspector|Constable)|Detective Chief Inspector)';
const NAME =
  "(?:(?:[A-Z]\\. ?)?[A-Z][A-Za-z'’-]+(?: (?!REVIEW|INITIAL|UPDATE|ENTRY|LATE|EARLY|NIGHT)[A-Z][A-Za-z'’-]+)?)";
const AUTHOR = new RegExp(
  `(?<![\\w/])${GRADE}${RANK}\\b\\.?(?:[ ]\\d{1,6}(?:[ ]${NAME})?|[ ]${NAME}(?:[ ]\\d{1,6}\\b)?|(?=[.:,])|(?= – | - ))`,
);
const REVIEWS =
  /^[\s,.:;/–-]*(?:(?:initial|first|second|third|further|return|return review|supervis\w+|update|entry|review\w*|late turn|early turn|nights?|closure|handover)\b|$)/i;

/** A rank with a name or number in a text that begins an entry. */
export interface AuthorHead extends Span {
  /** The text says nothing else, or that this is a review: what stands here was written by, not about. */
  readonly isAuthor: boolean;
}

/**
 * The officer named in the head of an entry. "PC Wain attends" tells what he does: he is no author.
 * @param head the first line or its beginning
 * @returns offsets relative to `head`, or undefined when nobody is named
 */
export function findAuthor(head: string): AuthorHead | undefined {
  const found = AUTHOR.exec(head);
  if (!found) return undefined;
  const start = found.index;
  const end = start + found[0].length;
  const rest = head.slice(end);
  const stopped = /^[ ]*(?:[.,:;/(]|[–-][ ]|$|\d{1,2}[:./]?\d{2})/.test(rest) || /^[ ]{2,}|^\t/.test(rest);
  return { start, end, isAuthor: stopped || REVIEWS.test(rest) };
}

/** "PS 2217 CARRICK  14:50": an officer and perhaps a time, and nothing else. */
export function isAuthorLine(line: string): boolean {
  const text = line.trim();
  const found = AUTHOR.exec(text);
  return found?.index === 0 && /\s/.test(found[0]) && !/[A-Za-z]{3}/.test(text.slice(found[0].length));
}
