import { describe, expect, it } from 'vitest';
import { BEARINGS, type Bearing, type BearingName, linkJudged, linkSteps, linkStory, pairKey, type SayingPair } from '../index.ts';
import type { LinkReport } from '../input.ts';
import { madeReport, madeStatement } from '../made.ts';
import { beforeOf } from './bearing.ts';

const sure = (name: BearingName): Bearing =>
  Object.fromEntries(BEARINGS.map((one) => [one, one === name ? 0.97 : 0.03 / (BEARINGS.length - 1)])) as Bearing;

/** A report of quoted sentences, a day each. */
function reportOf(day: number, rows: readonly (readonly [sentence: string, who: string, window?: string])[]): LinkReport {
  const text = rows.map(([sentence, who]) => `${sentence}, ${who} said.`).join(' ');
  const statements = rows.map(([sentence, who, window]) => {
    const start = text.indexOf(sentence);
    return madeStatement(sentence, {
      id: `r${day}:${start}`,
      source: { spans: [], text: who, name: who, kind: 'agency' },
      cue: { spans: [], text: 'said' },
      content: { spans: [[start, start + sentence.length]], text: sentence },
      stance: 'asserts',
      forecast: window ? { window, condition: null } : null,
    });
  });
  return { report: madeReport(`r${day}`, text, { published: `2025-03-0${day}T12:00:00Z` }), statements };
}

const crash = ['Two tugs of the Ostby Harbour Company had collided off the breakwater', 'Port Office'] as const;
const told = ['Its tugs ran into each other outside the mole of Ostby', 'Lina Berg'] as const;
const rival = ['A container adrift off Ostby had holed one of the tugs, and it had met no other boat', 'Karl Holm'] as const;
const reports = [reportOf(1, [crash]), reportOf(2, [told]), reportOf(3, [rival])];

/** Answers as the network would give them. */
const answering =
  (answers: Readonly<Record<string, BearingName>>) =>
  ({ later }: SayingPair): Bearing =>
    sure(answers[later.says] ?? 'apart');

describe('what the network says of two statements', () => {
  it('is asked of those that are alike, each pair the earlier one first', () => {
    const steps = linkSteps(reports);
    const first = steps.next().value as readonly SayingPair[];
    const second = steps.next(() => null).value as readonly SayingPair[];
    for (const asked of [first, second])
      for (const { earlier, later } of asked)
        expect([crash, told, rival].findIndex(([says]) => says === earlier.says)).toBeLessThan(
          [crash, told, rival].findIndex(([says]) => says === later.says),
        );
    expect(second.map(({ earlier, later }) => [earlier.who, later.who])).toContainEqual(['Port Office', 'Karl Holm']);
  });

  it('brings statements of other words under one claim', () => {
    const claims = (answers: Readonly<Record<string, BearingName>>) =>
      linkStory(reports, undefined, undefined, answering(answers)).claims.length;
    expect(claims({ [told[0]]: 'same' })).toBeLessThan(claims({}));
  });

  it('sets a rival account against what it rivals', () => {
    const links = linkStory(reports, undefined, undefined, answering({ [told[0]]: 'same', [rival[0]]: 'contradicts' }));
    const [claim] = links.claims;
    expect(links.relations).toMatchObject([{ to: claim?.id, type: 'contradicts' }]);
    expect(linkStory(reports, undefined, undefined, answering({})).relations).toEqual([]);
  });

  it('tells what became of a forecast in words of its own', () => {
    const promise = reportOf(1, [['The Ostby line would carry trains again by the weekend', 'Railway Office', '2025-03-01/2025-03-08']]);
    const later = reportOf(5, [['The first passengers got out at Ostby', 'Lina Berg']]);
    const outcome = (name: BearingName) =>
      linkStory([promise, later], undefined, undefined, answering({ [later.statements[0]?.content.text ?? '']: name })).forecasts[0]
        ?.outcome;
    expect([outcome('fulfilled'), outcome('near')]).toEqual(['fulfilled', 'pending']);
  });

  it('may come later: the links are those of answers at hand', async () => {
    const bearings = answering({ [told[0]]: 'same', [rival[0]]: 'contradicts' });
    const asked: string[] = [];
    const judged = await linkJudged(linkSteps(reports), async (pairs) => {
      asked.push(...pairs.map(pairKey));
      return bearings;
    });
    expect(judged).toEqual(linkStory(reports, undefined, undefined, bearings));
    expect(asked.length).toBeGreaterThan(0);
  });
});

describe('what stands before a statement', () => {
  it.each([
    ['', 0, ''],
    ['The road.\n\n  It was shut', 13, 'The road.'],
    [`${'word '.repeat(100)}end`, 500, `${'word '.repeat(32).trim()}`],
    [`${'x'.repeat(400)} y`, 401, 'x'.repeat(160)],
  ])('is its last whole words, blanks drawn together', (text, at, before) => expect(beforeOf(text, at)).toBe(before));
});
