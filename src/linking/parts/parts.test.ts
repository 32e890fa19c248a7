import { describe, expect, it } from 'vitest';
import type { Spans, Statement } from '../../model/index.ts';
import { madeStatement } from '../made.ts';
import { cutSpan } from './cuts.ts';
import { allInParts, inParts } from './parts.ts';

const cut = (text: string): string[] => cutSpan(text, [0, text.length]).map(([start, end]) => text.slice(start, end));

const statementIn = (text: string, spans: Spans, rest: Partial<Statement> = {}): Statement =>
  madeStatement(text, {
    id: `r:${spans[0]?.[0]}-${spans.at(-1)?.[1]}`,
    content: { spans, text: spans.map(([a, b]) => text.slice(a, b)).join(' ') },
    ...rest,
  });

describe('cutSpan', () => {
  it('cuts where both sides state something by themselves', () => {
    expect(cut('17 miners had died and 40 had been hurt')).toEqual(['17 miners had died', '40 had been hurt']);
    expect(cut('that they were some 30, and later that they were 50')).toEqual(['that they were some 30', 'later that they were 50']);
    expect(cut('900 clerks would go and that four branches would be shut')).toEqual([
      '900 clerks would go',
      'that four branches would be shut',
    ]);
    expect(cut('The cars came loose first. “Then she lay down.”')).toEqual(['The cars came loose first.', '“Then she lay down.”']);
  });

  it('cuts at a second verb of one subject, at a clause behind a comma and at what a figure is compared with', () => {
    expect(cut('she had not resigned and would serve out her term')).toEqual(['she had not resigned', 'would serve out her term']);
    expect(cut('“Marco threw a boot at him and that was that. He wants out because of the manager.”')).toEqual([
      '“Marco threw a boot at him',
      'that was that.',
      'He wants out because of the manager.”',
    ]);
    expect(cut('“He owes 94 million and the first slice falls due in October,”')).toHaveLength(1);
    expect(cut('it would give 8.5 million crowns, up from the 7 million named in May, after owners threatened to leave')).toEqual([
      'it would give 8.5 million crowns',
      'up from the 7 million named in May',
      'after owners threatened to leave',
    ]);
    expect(cut('that the Sons hold the captives and that all of them are well')).toEqual([
      'that the Sons hold the captives',
      'that all of them are well',
    ]);
  });

  it('cuts at a colon between clauses, in a list of that-clauses, at people of another lot and before where a figure is from', () => {
    expect(cut('that two barrels had leaked: the gauge had been misread')).toEqual([
      'that two barrels had leaked',
      'the gauge had been misread',
    ]);
    expect(cut('that nine had been sold, that the rest would follow and that nobody had asked')).toHaveLength(3);
    expect(cut('Two riders were killed and eleven hurt')).toEqual(['Two riders were killed', 'eleven hurt']);
    expect(cut('that there were 31 of them, a figure it had from the union')).toEqual([
      'that there were 31 of them',
      'a figure it had from the union',
    ]);
    expect(cut('Varnia will send 300 tents and keep back 40 of its own')).toEqual([
      'Varnia will send 300 tents',
      'keep back 40 of its own',
    ]);
    expect(cut('Varnia sent word and keep 40 of them it did')).toHaveLength(1);
    expect(cut('Nine wells contain solvent; five samples had been lost')).toHaveLength(2);
  });

  it('looks for a first count near by alone, however long the text', () => {
    const text = `He will ${'to '.repeat(60_000)}and give 5 men`;
    const started = performance.now();
    expect(cut(text)).toEqual([text]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('leaves whole what is one proposition', () => {
    for (const text of [
      'between 800,000 and 900,000 people are affected',
      'It had sent 32 drones and destroyed eleven tanks of aviation fuel',
      'four shops and stalls would be shut',
      'the men who were ill and the nurses who were tired had been sent away',
      'It was made by an insurer, and not by the bank',
      'He told Mr. Orr that the bridge was shut',
      'The ministry said it had asked Gen. Varga whether troops were moved',
      'The road was closed on Jan. 5 by men who were armed',
      'She has told the U.S. Embassy that it was over',
      'Drivers and conductors will get 6.5 percent more pay from April',
      'Fever, which is spread by mosquitoes, infected 90,000 people',
      'that the mayor, who had been ill, was back in his office',
      'They are his brothers and theirs alone',
      'Three towns were flooded: Orr, Ostby and Lome',
      'The sea, that old foe, that giver of bread, was calm',
      'He was told to stand by the door',
    ])
      expect(cut(text)).toEqual([text]);
  });
});

describe('inParts', () => {
  const text = 'It will rain on Friday, and the fair was put off, she said.';
  it('gives each part the figures, dates and forecast that stand in it', () => {
    const time = { spans: [[16, 22]] as const, text: 'Friday', edtf: '2025-01-03', timex: { type: 'DATE', value: '2025-01-03' } } as const;
    const whole = statementIn(text, [[0, 48]], { times: [time], forecast: { window: '2025-01-03', condition: null } });
    const parts = inParts(whole, { text, id: 'r' });
    expect(parts.map(({ content, forecast, times }) => [content.text, forecast !== null, times.length])).toEqual([
      ['It will rain on Friday', true, 1],
      ['the fair was put off', false, 0],
    ]);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(2);
  });

  it('keeps a span that states nothing with the one before it', () => {
    const said = 'Turnout was 61 percent, she said, the highest in years.';
    const whole = statementIn(said, [
      [0, 22],
      [34, 54],
    ]);
    expect(inParts(whole, { text: said, id: 'r' })).toEqual([whole]);
  });

  it('points what stands within a statement to the part that it stands in', () => {
    const outer = statementIn(text, [[0, 48]]);
    const inner = statementIn(text, [[28, 48]], { within: outer.id, depth: 1 });
    const all = allInParts([outer, inner], { text, id: 'r' });
    expect(all).toHaveLength(3);
    expect(all[2]?.within).toBe(all[1]?.id);
  });
});
