import { expect, it } from 'vitest';
import { createReader } from '../../src/reader/reader.ts';
import { saidByRules } from '../../src/reader/said/rules/index.ts';
import { sentences } from '../../src/reader/text/index.ts';
import { CALLINGS } from '../../src/reader/who/data/callings.data.ts';
import { who } from '../../src/reader/who/index.ts';
import { bareReport } from './report.ts';

const reader = createReader([sentences(), saidByRules(), who()]);
const names = async (text: string): Promise<(string | null | undefined)[]> =>
  (await reader.read(bareReport(text))).statements.map(({ source }) => source?.name);

/** Names are invented; each row is one idea. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a body named, then called by its kind',
    'The Harbour Intelligence Service said two ships had sailed. The spy agency said they were empty.',
    ['Harbour Intelligence Service', 'Harbour Intelligence Service'],
  ],
  [
    'a body called by its kind, then named',
    "Ostria's spy agency said two ships had sailed. The Harbour Intelligence Service said they were empty. The agency said that they would return.",
    ['Harbour Intelligence Service', 'Harbour Intelligence Service', 'Harbour Intelligence Service'],
  ],
  [
    'the noun alone means the body called by it last',
    'The Harbour Intelligence Service said two ships had sailed. The Ostby Meteorological Office said that a storm was near. The weather agency said it would pass. The agency said the port was open.',
    ['Harbour Intelligence Service', 'Ostby Meteorological Office', 'Ostby Meteorological Office', 'Ostby Meteorological Office'],
  ],
  [
    'two such bodies: nobody is chosen',
    'The Harbour Intelligence Service said two ships had sailed. The Ostby Intelligence Service said one had. The spy agency said they were empty.',
    ['Harbour Intelligence Service', 'Ostby Intelligence Service', 'spy agency'],
  ],
  [
    'another country’s body',
    "The Harbour Intelligence Service said two ships had sailed. Russia's spy agency said they were empty.",
    ['Harbour Intelligence Service', "Russia's spy agency"],
  ],
  [
    'the country of the name',
    "The Bank of Japan said prices would rise. Japan's central bank said wages would follow.",
    ['Bank of Japan', 'Bank of Japan'],
  ],
  [
    'another kind of body',
    'The Harbour Safety Agency said two ships had sailed. The spy agency said they were empty.',
    ['Harbour Safety Agency', 'spy agency'],
  ],
];

it.each(CASES)('%s', async (_, text, expected) => {
  expect(await names(text)).toEqual(expected);
});

it('every calling reaches a body whose name has the words of its row', async () => {
  for (const { names: words, called } of CALLINGS) {
    const [first = ''] = words.split('|');
    const name = first.endsWith(' of')
      ? 'Bank of Japan'
      : `${first.replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase())} ${called.includes('bank') || called.includes('lender') ? 'Union' : 'Group'}`;
    const [calling = ''] = called.split('|');
    expect(await names(`The ${name} said the road was shut. The ${calling} said it would open.`), calling).toEqual([name, name]);
  }
});
