import { afterAll, expect, it } from 'vitest';
import { together } from '../../src/reader/howsure/factuality/score.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { bareReport } from './report.ts';

const reader = createDefaultReader({ workers: 1 });
afterAll(() => reader.close());

it('what came about sounds surer than what might, and that surer than what did not', async () => {
  const { statements } = await reader.read(
    bareReport(
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
