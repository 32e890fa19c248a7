import { expect, it } from 'vitest';
import { remember } from './memory.ts';

it('makes each once, and forgets the longest unasked for', () => {
  const made: string[] = [];
  const recall = remember<string>(2);
  const ask = (key: string): string => recall(key, () => `${key}${made.push(key)}`);
  expect([ask('a'), ask('b'), ask('a'), ask('c'), ask('a'), ask('b')]).toEqual(['a1', 'b2', 'a1', 'c3', 'a1', 'b4']);
});
