import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../server/src/analysis.ts';
import { analyser, rulebook } from '../support/rulebook.ts';

const sentences = [
  'Ellie puts herself at risk most nights.',
  'She does not understand the risk.',
  'WEBB put her at risk by leaving her alone with three men.',
  'He keeps going back to the flat.',
  'Her boyfriend, 28, collected her from school.',
  'PC Lomas attended at 2147hrs and saw her in person.',
  'Mum says she is choosing to go.',
  'Please take out "making poor choices".',
  'Graded HIGH because she is 14 and with an unknown adult.',
  'Partner agencies met at 14:00.',
  'Tyler, 15, has been engaging in risky behaviour.',
  'They met online; his age is not known.',
];

const document = fc
  .array(
    fc.record({
      sentence: fc.constantFrom(...sentences),
      before: fc.constantFrom(
        '',
        '- ',
        '# Risk\n',
        'Risk: ',
        '2147hrs ',
        '> ',
        '1. ',
        'SUSPECT\n',
        '| Risk | ',
      ),
      after: fc.constantFrom('\n', '\n\n', ' ', '\r\n', ' 😀 ', '\u00a0'),
    }),
    { maxLength: 12 },
  )
  .map((parts) => parts.map((p) => p.before + p.sentence + p.after).join(''));

describe('the analysis', () => {
  it('never throws, and quotes exactly what it points at', () => {
    fc.assert(
      fc.property(
        fc.oneof(document, fc.string({ unit: 'binary', maxLength: 200 })),
        fc.constantFrom('review' as const, 'passage' as const),
        (text, kind) => {
          let last = 0;
          for (const f of analyser.analyse({ text, kind }).findings) {
            expect(f.start).toBeGreaterThanOrEqual(last);
            expect(f.end).toBeGreaterThanOrEqual(f.start);
            expect(text.slice(f.start, f.end)).toBe(f.quote);
            for (const r of f.rewrites) expect(r.start).toBeLessThanOrEqual(r.end);
            last = f.start;
          }
        },
      ),
    );
  });

  it('gives the same answer after an edit as it would afresh', () => {
    const long = createAnalyser(rulebook);
    fc.assert(
      fc.property(
        document,
        fc.nat(),
        fc.constantFrom('x', ' ', '\n', 'WEBB ', 'not ', '"'),
        (text, at, typed) => {
          const place = text.length === 0 ? 0 : at % text.length;
          const edited = text.slice(0, place) + typed + text.slice(place);
          long.analyse({ text, kind: 'review' });
          const remembered = long.analyse({ text: edited, kind: 'review' });
          const afresh = createAnalyser(rulebook).analyse({ text: edited, kind: 'review' });
          expect(remembered).toEqual(afresh);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads CRLF and LF alike', () => {
    fc.assert(
      fc.property(document, (text) => {
        const lf = text.replace(/\r\n/g, '\n');
        const crlf = lf.replace(/\n/g, '\r\n');
        const rules = (t: string) =>
          analyser
            .analyse({ text: t, kind: 'review' })
            .findings.map((f) => `${f.rule} ${f.severity} ${f.quote.replace(/\s+/g, ' ')}`);
        expect(rules(crlf)).toEqual(rules(lf));
      }),
    );
  });

  it('finds a risky sentence wherever it stands', () => {
    const neutral = 'PC Lomas attended the address at 2147hrs and spoke to the occupants.';
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (before, after) => {
        const risky = 'Ellie puts herself at risk.';
        const text = `${neutral}\n\n`.repeat(before) + risky + `\n\n${neutral}`.repeat(after);
        const found = analyser.analyse({ text, kind: 'passage' }).findings;
        expect(found.map((f) => [f.rule, f.start - text.indexOf(risky)])).toEqual([['AG01', 6]]);
      }),
      { numRuns: 30 },
    );
  });
});
