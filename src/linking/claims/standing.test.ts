import { describe, expect, it } from 'vitest';
import { standingAlone } from './standing.ts';

describe('standingAlone', () => {
  it.each([
    ['that the concrete was “hollow in at least three places”', 'The concrete was “hollow in at least three places”'],
    ['that the concrete was “hollow in at least three places,” ', 'The concrete was “hollow in at least three places,”'],
    ['“We have never received such a document,”', 'We have never received such a document'],
    ['“the worst flood” and “the longest”', '“the worst flood” and “the longest”'],
    ['“a scandal” for which he would answer', '“a scandal” for which he would answer'],
    ['the report, if true, was “a scandal', 'The report, if true, was “a scandal'],
    ['the residents’ homes were “safe”,', 'The residents’ homes were “safe”'],
    ['"it was late" and "wet"', '"it was late" and "wet"'],
    ["'all is well'", 'All is well'],
    ['that', 'That'],
    ['', ''],
  ])('%s', (given, expected) => {
    expect(standingAlone(given)).toBe(expected);
  });
});
