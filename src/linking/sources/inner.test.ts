import { describe, expect, it } from 'vitest';
import { vouchesWithin } from './inner.ts';

/** Whether the source in `text` whose cue stands there says what is told of it. */
function vouches(text: string, name: string, cue: string): boolean {
  const start = text.indexOf(cue);
  return vouchesWithin({ name, kind: 'agency', role: 'speaker', cue: { spans: [[start, start + cue.length]], text: cue } }, text);
}

describe('a source within somebody’s words', () => {
  it.each([
    ['The mayor said the firm has told him that it would close', 'firm', 'has told'],
    ['The paper quoted the mayor as saying that it would close', 'mayor', 'as saying'],
    ['The board said the firm expects to close the mill', 'firm', 'expects'],
    ['The mayor was quoted as saying that it would close', 'mayor', 'was quoted'],
  ])('says it: %s', (text, name, cue) => expect(vouches(text, name, cue)).toBe(true));

  it.each([
    ['The agency said it was told four days after the bank noticed the attack', 'bank', 'noticed'],
    ['Varn Partners has agreed to buy the club, two people said', 'Varn Partners', 'has agreed'],
    ['Ostby is asking for 55 million, people in the market said', 'Ostby', 'is asking for'],
    ['The lawyer said the company still intends to restart the mill', 'company', 'still intends'],
    ['A memo says managers were told that the valve leaked', 'managers', 'were told'],
    ['The paper reported that it works less well than the company had said', 'company', 'had said'],
    ['The regulator would insist that it leaks, he said', 'regulator', 'insist'],
    ['The mission said that its experts had found a crack', 'its experts', 'had found'],
  ])('does not: %s', (text, name, cue) => expect(vouches(text, name, cue)).toBe(false));
});
