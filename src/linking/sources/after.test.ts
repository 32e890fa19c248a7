import { describe, expect, it } from 'vitest';
import { saidSoAfter } from './after.ts';

const after = (first: string, next: string) => {
  const found = saidSoAfter(`${first} ${next}`, first.length);
  return found && [found.name, found.kind];
};

describe('who said so, by the next sentence', () => {
  const first = 'Nine days before, the judge dined with the minister.';
  it.each([
    ['A member of the club’s staff, who waited at their table, told the Herald so.', ['A member of the club’s staff', 'anonymous']],
    ['Ina Orr said so herself on Tuesday.', ['Ina Orr', 'unknown']],
    ['That is what satellite pictures show that Orvel took on Friday.', ['satellite pictures', 'document']],
    ['This emerges from the control log, which the Review published.', ['control log', 'document']],
    ['So said Ina Orr, the spokeswoman, at the gate.', ['Ina Orr', 'unknown']],
    ['The police announced the figure at dusk.', ['police', 'anonymous']],
    ['That is the conclusion of the surveyors Orvel Marine, who were sent there.', ['Orvel Marine', 'unknown']],
    ['This is what Quill Watch has found in three days.', ['Quill Watch', 'unknown']],
    ['She said so herself.', null],
    ['There were many, and the board said so.', null],
    ['Ina Orr said something else.', null],
    ['So it goes.', null],
  ])('%s', (next, found) => expect(after(first, next)).toEqual(found));

  it('is nobody of another paragraph', () => {
    expect(saidSoAfter(`${first}\n\nIna Orr said so.`, first.length)).toBeNull();
  });
});
