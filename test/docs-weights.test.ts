import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withWeights } from '../scripts/docs/weights.ts';

describe('the tables of weights in docs/linking.md', () => {
  const page = readFileSync('docs/linking.md', 'utf8');

  it('are the weights as they are (npm run docs writes them)', () => {
    expect(page.match(/<!-- weights: /g)?.length).toBe(5);
    expect(withWeights(page)).toBe(page);
  });

  it('name every feature, and none that there is not', () => {
    expect(() => withWeights(page.replace('| jaccard |', '| jacquard |'))).toThrow(/jacquard is no weight/);
    expect(() => withWeights(page.replace(/\| jaccard \|.*\n/, ''))).toThrow(/claims lacks jaccard/);
  });
});
