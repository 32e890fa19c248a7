import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../layers.ts';
import { figuresGiven, withFigures } from './index.ts';

const shown = (text: string, found: readonly Attribution[] = []): string[] =>
  figuresGiven(text, found).map(({ source, cue, content }) =>
    [source, cue, content].map((spans) => (spans ?? []).map(([start, end]) => text.slice(start, end)).join(' … ')).join(' | '),
  );

describe('figures that somebody gives without a verb of saying', () => {
  it.each([
    ['The port police put the number of marchers at 6,500.', 'The port police | put | the number of marchers at 6,500'],
    ['On Monday Orvel Chemicals had put it at 22 million.', 'Orvel Chemicals | had put | it at 22 million'],
    ['The Quay Union has counted 14 of the crew.', 'The Quay Union | has counted | 14 of the crew'],
    [
      'The health ministry spoke on Tuesday of nine deaths in the camp.',
      'The health ministry | spoke on Tuesday of | nine deaths in the camp',
    ],
    [
      'Our Shore, the alliance behind the march, speaks of 60,000 people on foot.',
      'Our Shore, the alliance behind the march | speaks of | 60,000 people on foot',
    ],
    ['The police stand by a figure of 18,000; nobody believes it.', 'The police | stand by | a figure of 18,000'],
    ['Harbour police raised the number of dead to 24, which is five more.', 'Harbour police | raised | the number of dead to 24'],
    ['The university arrived at 31,000 on the quay.', 'The university | arrived at | 31,000 on the quay'],
    ['She put the sum at 3.2 million dollars.', 'She | put | the sum at 3.2 million dollars'],
  ])('finds it in “%s”', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  it.each([
    'The Quay Union has counted 14.',
    'The company raised the price to 40 dollars.',
    'The tax value of the house at 28 percent was low.',
    'A note put out at ten by the firm was short.',
    'The toll was put at 40.',
    'The train arrived at 9 in the evening.',
    'The minister put his hat on the table.',
    'The mayor stood by her husband.',
    '“The police put it at 40,” he thought.',
    'Rain put the harvest at risk in 2019.',
  ])('finds none in “%s”', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it('leaves what is somebody’s already, and keeps what stood within what', () => {
    const text = 'The police put the dead at 40. The mayor said that the union has counted 14.';
    const said = (content: [number, number], within: number | null): Attribution => ({
      source: [[31, 40]],
      cue: [[41, 45]],
      content: [content],
      quotation: 'indirect',
      depth: within === null ? 0 : 1,
      within,
      confidence: 0.9,
    });
    const all = withFigures(text, [said([46, 76], null), said([50, 59], 0)]);
    expect(all.map(({ content: [first], within }) => [first?.[0], within])).toEqual([
      [15, null],
      [46, null],
      [50, 1],
    ]);
  });

  it('is linear in the length of a text of figures', () => {
    const time = (times: number): number => {
      const text = 'The police put the dead at 40 and counted 14 and spoke of nine. '.repeat(times);
      const began = performance.now();
      figuresGiven(text, []);
      return performance.now() - began;
    };
    time(200);
    expect(time(4000)).toBeLessThan(40 * Math.max(5, time(400)));
  });
});
