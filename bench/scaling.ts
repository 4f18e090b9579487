import { createAnalyser } from '../server/src/analysis.ts';
import { builtinRulebook } from '../server/src/rulebook/builtin.ts';
import { review } from './generate.ts';
import { time } from './measure.ts';

/** UTF-16 units of the shortest text. */
const LENGTH = 500_000;
const RUNS = 5;

export interface Scaling {
  readonly shape: string;
  /** Milliseconds for texts of n, 2n and 4n units, the best of some runs each. */
  readonly ms: readonly [number, number, number];
}

/** How the time for one fresh text grows with its length: prose, and shapes that trip up checkers which look back. */
export async function measureScaling(): Promise<Scaling[]> {
  const shapes: [string, (length: number) => string][] = [
    ['prose', (length) => review(length)],
    ['one sentence without end', (length) => repeat('she is putting and not putting ', length)],
    ['quotations never closed', (length) => repeat('“she said ‘that ', length)],
    ['one word', (length) => repeat('risk', length)],
  ];
  const found: Scaling[] = [];
  for (const [shape, make] of shapes) {
    found.push({
      shape,
      ms: [await best(make(LENGTH)), await best(make(2 * LENGTH)), await best(make(4 * LENGTH))],
    });
  }
  return found;
}

async function best(text: string): Promise<number> {
  const rulebook = builtinRulebook();
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    // A new analyser each time: nothing may be remembered.
    const analyser = createAnalyser(rulebook);
    least = Math.min(least, await time(() => analyser.analyse({ text, kind: 'review' })));
  }
  return least;
}

function repeat(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
