import { describe, expect, it } from 'vitest';
import { veto } from './decide.ts';
import type { Proposition } from './features.ts';

const foreseen = (folded: string, due: string, timeWords: readonly string[]): Proposition => ({
  id: folded,
  report: folded,
  published: null,
  saying: { who: '', says: folded, before: '' },
  source: null,
  folded,
  stems: new Map([[folded, 1]]),
  weight: 1,
  figures: [],
  times: [due],
  due,
  timeWords,
  foresees: true,
  negative: false,
  anaphoric: false,
  callsRight: false,
  vector: null,
  around: null,
  phrases: new Set(),
});

describe('what two statements foresee', () => {
  it('is no one claim where it is due at other times', () => {
    expect(
      veto(foreseen('roads open by tuesday', '2025-01-07', ['by tuesday']), foreseen('roads open by sunday', '2025-01-12', ['by sunday'])),
    ).toMatch(/other times/);
  });

  it('may be one where the words of the time are the same, told again on another day', () => {
    expect(
      veto(
        foreseen('a second ferry would sail within a week', '2025-01-17', ['within a week']),
        foreseen('that a second ferry would sail within a week', '2025-01-22', ['within a week']),
      ),
    ).toBeNull();
  });
});
