import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceOf, type ParagraphChange } from './difference.ts';

/** A text as a difference has it: of the older one, or of the newer. */
const side = (changes: readonly ParagraphChange[], without: 'cut' | 'added'): string =>
  changes
    .filter(({ kind }) => kind !== without)
    .map((change) =>
      'text' in change
        ? change.text
        : change.runs
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join(''),
    )
    .join('\n\n');

it('shows a changed figure in its paragraph, a cut paragraph and a new one', () => {
  const older = 'The mayor said 40 houses stood in water.\n\nNobody was hurt.\n\nThe bridge is closed.';
  const newer = 'The mayor said 52 houses stood in water.\n\nThe bridge is closed.\n\nA shelter opened in the school.';
  expect(differenceOf(older, newer)).toEqual([
    {
      kind: 'changed',
      runs: [
        { kind: 'same', text: 'The mayor said ' },
        { kind: 'cut', text: '40' },
        { kind: 'added', text: '52' },
        { kind: 'same', text: ' houses stood in water.' },
      ],
    },
    { kind: 'cut', text: 'Nobody was hurt.' },
    { kind: 'same', text: 'The bridge is closed.' },
    { kind: 'added', text: 'A shelter opened in the school.' },
  ]);
});

it('a paragraph of which little stays is another one', () => {
  expect(differenceOf('Snow fell all night.', 'Ministers met in the capital on Friday.').map(({ kind }) => kind)).toEqual(['cut', 'added']);
});

it('holds both texts whole, whatever they are', () => {
  const text = fc.array(
    fc.array(fc.constantFrom('rain', 'fell', 'on', 'nine', 'towns.'), { minLength: 1 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, text, (a, b) => {
      const changes = differenceOf(a.join('\n\n'), b.join('\n\n'));
      expect(side(changes, 'added')).toBe(a.join('\n\n'));
      expect(side(changes, 'cut')).toBe(b.join('\n\n'));
    }),
    { numRuns: 300 },
  );
});
