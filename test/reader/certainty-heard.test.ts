import { afterAll, expect, it } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { together } from '../../src/reader/howsure/factuality/score.ts';
import { createDefaultReader } from '../../src/reader/index.ts';

const reader = createDefaultReader({ workers: 1 });
afterAll(() => reader.close());
const report = (text: string): Report => ({
  id: 'r',
  from: null,
  url: null,
  title: null,
  outlet: null,
  byline: null,
  published: null,
  language: 'en',
  sha256: '',
  text,
});

it('what came about sounds surer than what might, and that surer than what did not', async () => {
  const { statements } = await reader.read(
    report(
      'The mayor of Ostby said that the bridge had collapsed.\n\nThe mayor of Ostby said that the bridge might collapse.\n\nThe mayor of Ostby said that the bridge had not collapsed.',
    ),
  );
  const [did, might, not] = statements.map(({ certainty }) => certainty.score ?? Number.NaN) as [number, number, number];
  expect(did).toBeGreaterThan(might + 0.5);
  expect(might).toBeGreaterThan(not + 0.5);
});

it('words and encoder count alike, within the scale', () => {
  expect(together(3, 1)).toBe(2);
  expect(together(-3, -5)).toBe(-3);
});
