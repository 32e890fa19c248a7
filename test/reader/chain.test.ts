import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rows } from '../../src/reader/encoder/networks.ts';
import { bestPath, type Chain, logChances, marginals, pathScore } from '../../src/reader/said/neural/chain.ts';

const LABELS = 3;
const number = fc.integer({ min: -300, max: 300 }).map((n) => n / 100);
const row = fc.array(number, { minLength: LABELS, maxLength: LABELS });
const chain: fc.Arbitrary<Chain> = fc.record({ move: fc.array(row, { minLength: LABELS, maxLength: LABELS }), begin: row, finish: row });
const scores: fc.Arbitrary<Rows> = fc
  .array(row, { minLength: 1, maxLength: 4 })
  .map((rows) => ({ data: Float32Array.from(rows.flat()), width: LABELS }));

/** Every path there is. */
function paths(length: number): number[][] {
  if (length === 0) return [[]];
  return paths(length - 1).flatMap((path) => [0, 1, 2].map((label) => [...path, label]));
}

describe('the chain, against every path there is', () => {
  it('finds the best path', () => {
    fc.assert(
      fc.property(scores, chain, (rows, links) => {
        const all = paths(rows.data.length / LABELS).map((path) => pathScore(path, rows, links));
        expect(pathScore(bestPath(rows, links), rows, links)).toBeCloseTo(Math.max(...all), 4);
      }),
      { numRuns: 60 },
    );
  });
  it('sums the paths through each label', () => {
    fc.assert(
      fc.property(scores, chain, (rows, links) => {
        const all = paths(rows.data.length / LABELS);
        const weight = (path: number[]): number => Math.exp(pathScore(path, rows, links));
        const total = all.reduce((sum, path) => sum + weight(path), 0);
        const { chances, total: log } = marginals(rows, links);
        expect(log).toBeCloseTo(Math.log(total), 4);
        chances.data.forEach((chance, at) => {
          const [i, label] = [Math.floor(at / LABELS), at % LABELS];
          const through = all.filter((path) => path[i] === label).reduce((sum, path) => sum + weight(path), 0);
          expect(chance).toBeCloseTo(through / total, 4);
        });
      }),
      { numRuns: 40 },
    );
  });
  it('makes chances that add up to one', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const log = logChances(rows).data;
        for (let at = 0; at < log.length; at += LABELS) {
          const sum = [...log.subarray(at, at + LABELS)].reduce((total, value) => total + Math.exp(value), 0);
          expect(sum).toBeCloseTo(1, 5);
        }
      }),
      { numRuns: 40 },
    );
  });
});
