import { describe, expect, it } from 'vitest';
import { costs, KINDS, longText } from './long-texts.ts';

const [SHORT, LONG] = [25_000, 100_000];
/** Four times the text may take four times as long; a busy machine and its cleaning add to that, a square makes it sixteen. */
const MOST = 10;
const LEAST_SECONDS = 0.02;

describe('every room takes time in the text’s length', () => {
  costs(longText(KINDS.news as string, SHORT));
  it.each(Object.entries(KINDS))('%s', { retry: 2 }, (_, unit) => {
    const [short, long] = [costs(longText(unit, SHORT)), costs(longText(unit, LONG))];
    for (const [room, seconds] of long) expect(seconds / Math.max(short.get(room) as number, LEAST_SECONDS), room).toBeLessThan(MOST);
  });
});
