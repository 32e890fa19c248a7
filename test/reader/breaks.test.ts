import { expect, it } from 'vitest';
import { breaksOf } from '../../src/reader/encoder/breaks.ts';

it('half a million lines without a blank one end a paragraph each', () => {
  expect(breaksOf('Q: Yes.\n'.repeat(500_000))).toHaveLength(500_000);
});

it('half a million wrapped lines are one text', () => {
  const line = `${'word '.repeat(14)}\n`;
  expect(breaksOf(line.repeat(200_000))).toHaveLength(0);
});
