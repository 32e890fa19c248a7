import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEARINGS, type Bearing, type SayingPair } from '../../linking/index.ts';
import { type BearingNetwork, createBearingNetwork } from './bearing.ts';

const models = fileURLToPath(new URL('../../../models', import.meta.url));
let network: BearingNetwork;
beforeAll(async () => {
  network = await createBearingNetwork(join(models, 'bearing'), join(models, 'sentences'));
});
afterAll(() => network.close());

const pair = (earlier: string, later: string): SayingPair => {
  const saying = (text: string) => {
    const [who = '', says = '', before = ''] = text.split(' | ');
    return { who, says, before };
  };
  return { earlier: saying(earlier), later: saying(later) };
};
const crash = 'the port authority | two tugs had collided in the outer harbour late on Tuesday';
const promise = 'the railway | the line to Ostby would be open again before Easter';

const surest = (bearing: Bearing | null): string | undefined =>
  bearing ? [...BEARINGS].sort((a, b) => bearing[b] - bearing[a])[0] : undefined;

describe('how a later statement bears on an earlier one', () => {
  it.each([
    [
      'same',
      crash,
      'a crew member | they ran into each other just outside the breakwater on Tuesday night | A crew member of one of the two tugs said',
    ],
    ['denies', crash, 'the owner of both boats | No tug of ours hit another on Tuesday | The owner of both tugs would have none of it.'],
    ['updates', 'the hospital | four men had been brought in with burns', 'the hospital | the number of the burned had risen to six'],
    ['fulfilled', promise, ' | the first train in four months rolled into Ostby on Palm Sunday'],
    ['failed', promise, ' | on Easter Monday the rails to Ostby still lay under the mud'],
    ['near', crash, 'the port authority | the outer harbour is dredged every spring'],
  ])('is told: %s', async (how, earlier, later) => {
    const one = pair(earlier, later);
    expect(surest((await network.judge([one]))(one))).toBe(how);
  });

  it('does not hang on what is asked beside it, nor on the order', async () => {
    const all = [crash, promise].flatMap((earlier) =>
      [' | a boat sank', 'a pilot | nobody was hurt', 'he | it was a lie'].map((later) => pair(earlier, later)),
    );
    const fresh = await createBearingNetwork(join(models, 'bearing'), join(models, 'sentences'));
    const [together, alone] = [await network.judge(all), await fresh.judge([...all].reverse())];
    await fresh.close();
    for (const one of all) expect(alone(one)).toEqual(together(one));
    expect(together(pair(crash, promise))).toBeNull();
  });

  it('reads a statement with what stands before it in its report', async () => {
    const bare = pair(crash, 'a crew member | they ran into each other on Tuesday night');
    const told = pair(
      crash,
      'a crew member | they ran into each other on Tuesday night | Of the two tugs in the outer harbour a crew member said',
    );
    const answers = await network.judge([bare, told]);
    expect((answers(told) as Bearing).same).toBeGreaterThan((answers(bare) as Bearing).same);
  });

  it('takes what is empty, endless or strange', async () => {
    const strange = ['', '\u0000\u200b', 'a'.repeat(100_000), 'ба '.repeat(5000), '\ude00\ud83d'];
    const odd = [
      ...strange.map((words) => pair(crash, ` | ${words}`)),
      ...strange.map((words) => pair(crash, ` | a boat sank | ${words}`)),
    ];
    const answers = await network.judge(odd);
    for (const one of odd) {
      const sum = Object.values(answers(one) as Bearing).reduce((total, chance) => total + chance, 0);
      expect(sum).toBeCloseTo(1, 3);
    }
  });
});
