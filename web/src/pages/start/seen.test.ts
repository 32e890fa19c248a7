import { describe, expect, it } from 'vitest';
import { seenIn, withSeen } from './seen.ts';

const seen = { sequence: 12, at: '2026-01-01T00:00:00.000Z' };

describe('the marker of what was seen', () => {
  it('is kept apart for each ledger', () => {
    const stored = withSeen(withSeen(null, 'a.db', seen), 'b.db', { ...seen, sequence: 3 });
    expect([seenIn(stored, 'a.db')?.sequence, seenIn(stored, 'b.db')?.sequence, seenIn(stored, 'c.db')]).toEqual([12, 3, null]);
  });

  it('is none where the storage holds something else', () => {
    for (const stored of [
      null,
      '',
      '[]',
      'null',
      '{"a.db":{"sequence":"12"}}',
      '{"a.db":{"sequence":-1,"at":"x"}}',
      '{',
      '{"__proto__":1}',
    ])
      expect(seenIn(stored, 'a.db')).toBeNull();
    expect(seenIn(withSeen('{broken', 'a.db', seen), 'a.db')).toEqual(seen);
    expect(seenIn(withSeen('[1]', 'toString', seen), 'toString')).toEqual(seen);
    expect(seenIn('{}', 'toString')).toBeNull();
  });
});
