import { createAnalyser } from '../server/src/analysis.ts';
import { builtinRulebook } from '../server/src/rulebook/builtin.ts';
import { review } from './generate.ts';
import { time } from './measure.ts';

/** UTF-16 units of the shortest text. */
export const LENGTH = 200_000;
/** Runs of each, of which the best counts. */
const RUNS = 5;
/** A text that takes longer than this, in milliseconds, is not tried again, nor a longer one. */
const PATIENCE = 5_000;

export interface Scaling {
  readonly shape: string;
  /** Milliseconds for texts of n, 2n and 4n units; fewer where the last took too long to go on. */
  readonly ms: readonly number[];
}

/** How the time for one fresh text grows with its length: prose, and shapes that trip up checkers which look back. */
export async function measureScaling(): Promise<Scaling[]> {
  const shapes: [string, (length: number) => string][] = [
    ['prose', (length) => review(length)],
    ['one sentence without end', (length) => repeat((i) => `she is putting ${i} and not putting `, length)],
    ['quotations never closed', (length) => repeat((i) => `“she said ${i} ‘that `, length)],
    ['one word', (length) => repeat((i) => `risk${i}`, length)],
  ];
  const found: Scaling[] = [];
  for (const [shape, make] of shapes) {
    const ms: number[] = [];
    for (const length of [LENGTH, 2 * LENGTH, 4 * LENGTH]) {
      if ((ms.at(-1) ?? 0) < PATIENCE) ms.push(await best(make(length)));
    }
    found.push({ shape, ms });
  }
  return found;
}

async function best(text: string): Promise<number> {
  const rulebook = builtinRulebook();
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && (run === 0 || least < PATIENCE); run++) {
    // A new analyser each time: nothing may be remembered.
    const analyser = createAnalyser(rulebook);
    least = Math.min(least, await time(() => analyser.analyse({ text, kind: 'review' })));
  }
  return least;
}

/** Numbered pieces, so that no two stretches are the same and nothing can be answered from memory. */
function repeat(piece: (i: number) => string, length: number): string {
  const pieces: string[] = [];
  for (let i = 0, written = 0; written < length; i++) {
    pieces.push(piece(i));
    written += pieces.at(-1)?.length ?? 0;
  }
  return pieces.join('').slice(0, length);
}
