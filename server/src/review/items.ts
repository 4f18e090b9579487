import type { Item } from './block.ts';
import { nextMarker } from './markers.ts';

const MARK =
  /(?<=^|[\s:;,.(–-])(\d{1,2}[.)]|\(\d{1,2}\)|\([a-z]\)|A\d{1,2}[.):]?|\d{1,2}|[ivx]{1,4}\))(?=[ \t\u00a0]+\S)/g;

/** Most text numbers nothing, which one glance tells. */
const FIRST = /(?<!\w)(?:\(?1[.)]?|\(a\)|A1[.):]?|i\))[ \t\u00a0]/;

/**
 * The points numbered inside a stretch of text: "1 flat warrant Fri DS; 2 ANPR by 17/11", "(a) with Jay: visit; (b) at mum's". They begin at one and
 * follow one another; a number that does not is prose. Fewer than two are none.
 * @param text the document
 * @param start where the stretch begins, UTF-16 units
 * @param end where it ends
 */
export function itemsIn(text: string, start: number, end: number): readonly Item[] {
  const value = text.slice(start, end);
  if (!FIRST.test(value)) return NONE;
  const marks = [...value.matchAll(MARK)];
  for (let first = 0; first < marks.length; first++) {
    const mark = marks[first] as RegExpExecArray;
    if (!/^(?:\(?1[.)]?|\(a\)|A1[.):]?|i\))$/.test(mark[1] as string)) continue;
    // A bare "1" is a number like any other unless the text before it announces a list.
    if (mark[1] === '1' && !/(?:^|[:;.–-])\s*$/.test(value.slice(Math.max(0, mark.index - 8), mark.index)))
      continue;
    const chain = chainFrom(marks, first);
    if (chain.length < 2) continue;
    return chain.map((found, k) => {
      const from = found.index + found[0].length;
      const to = chain[k + 1]?.index ?? value.length;
      const part = value.slice(from, to);
      const lead = part.length - part.trimStart().length;
      return {
        marker: found[1] as string,
        start: start + from + lead,
        end: start + from + Math.max(lead, part.replace(/[\s;,]+$/, '').length),
      };
    });
  }
  return NONE;
}

const NONE: readonly Item[] = [];

function chainFrom(marks: readonly RegExpExecArray[], first: number): RegExpExecArray[] {
  const chain = [marks[first] as RegExpExecArray];
  let wanted = nextMarker((marks[first] as RegExpExecArray)[1] as string);
  for (let k = first + 1; k < marks.length; k++) {
    const mark = marks[k] as RegExpExecArray;
    if (mark[1] !== wanted) continue;
    chain.push(mark);
    wanted = nextMarker(wanted);
  }
  return chain;
}
