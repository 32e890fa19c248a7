import { describe, expect, it } from 'vitest';
import type { Quantity, Statement } from '../../model/index.ts';
import { linkStory, relatedPairs, storyClaims } from '../index.ts';
import type { LinkReport } from '../input.ts';
import { madeReport, madeStatement } from '../made.ts';

type Row = readonly [text: string, source: string, figure?: readonly [words: string, value: number, counted: string, high?: number | null]];

/** A report of quoted sentences, a day each. */
function reportOf(day: number, rows: readonly Row[]): LinkReport {
  const text = rows.map(([sentence, source]) => `${sentence}, ${source} said.`).join(' ');
  const statements = rows.map(([sentence, source, figure]): Statement => {
    const start = text.indexOf(sentence);
    const at = figure ? text.indexOf(figure[0], start) : 0;
    const quantities = figure
      ? [
          {
            spans: [[at, at + figure[0].length]],
            text: figure[0],
            low: figure[1],
            high: figure[3] === undefined ? figure[1] : figure[3],
            approximate: false,
            unit: null,
            counted: figure[2],
          } as unknown as Quantity,
        ]
      : [];
    return madeStatement(sentence, {
      id: `r${day}:${start}`,
      source: { spans: [], text: source, name: source, kind: 'agency' },
      cue: { spans: [], text: 'said' },
      content: { spans: [[start, start + sentence.length]], text: sentence },
      stance: 'asserts',
      quantities,
    });
  });
  return { report: madeReport(`r${day}`, text, { published: `2025-01-0${day}T12:00:00Z` }), statements };
}

/** Every relation, told by the words of its claims. */
const relationsOf = (...reports: readonly LinkReport[]): string[] => {
  const links = linkStory(reports);
  const words = new Map(links.claims.map(({ id, proposition }) => [id, proposition] as const));
  return links.relations.map(({ from, to, type }) => `${words.get(from)} ${type} ${words.get(to)}`);
};

describe('relations', () => {
  it('have a flat denial by another deny what was said', () => {
    expect(
      relationsOf(
        reportOf(1, [['The governor took money from the Ostby Harbour Company', 'Lina Berg']]),
        reportOf(2, [['The governor never took money from the Ostby Harbour Company', 'Karl Holm']]),
      ),
    ).toEqual([
      'The governor never took money from the Ostby Harbour Company denies The governor took money from the Ostby Harbour Company',
    ]);
  });

  it('have nothing deny advice', () => {
    expect(
      relationsOf(
        reportOf(1, [['Nobody should wait to see the water below the Ostby dam', 'Lina Berg']]),
        reportOf(2, [['There is no danger from the water below the Ostby dam', 'Water Office']]),
      ),
    ).toEqual([]);
  });

  it('have what was looked into contradict it', () => {
    expect(
      relationsOf(
        reportOf(1, [['There is a crack in the wall of the Ostby dam', 'Lina Berg']]),
        reportOf(2, [['Inspectors found no crack in the wall of the Ostby dam', 'Water Office']]),
      ),
    ).toEqual(['Inspectors found no crack in the wall of the Ostby dam contradicts There is a crack in the wall of the Ostby dam']);
  });

  it('have a figure that names the former one to put it aside correct it', () => {
    expect(
      relationsOf(
        reportOf(1, [['Nine paintings are missing from the Ostby gallery', 'Ostby Gallery', ['Nine paintings', 9, 'paintings']]]),
        reportOf(2, [
          ['Ten paintings, and not nine, are missing from the Ostby gallery', 'City Police', ['Ten paintings', 10, 'paintings']],
        ]),
      ),
    ).toEqual([
      'Ten paintings, and not nine, are missing from the Ostby gallery corrects Nine paintings are missing from the Ostby gallery',
    ]);
  });

  it('have a later count of the same source update the earlier', () => {
    expect(
      relationsOf(
        reportOf(1, [['Nine paintings are missing from the Ostby gallery', 'Ostby Gallery', ['Nine paintings', 9, 'paintings']]]),
        reportOf(2, [['Twelve paintings are now missing from the Ostby gallery', 'Ostby Gallery', ['Twelve paintings', 12, 'paintings']]]),
      ),
    ).toEqual(['Twelve paintings are now missing from the Ostby gallery updates Nine paintings are missing from the Ostby gallery']);
  });

  it('have whoever calls a named source right side with it', () => {
    expect(
      relationsOf(
        reportOf(1, [['The evidence of the first witness was thin', 'Elvira Monje']]),
        reportOf(2, [['Monje was right about the thin evidence', 'Otto Brandt']]),
      ),
    ).toEqual(['Monje was right about the thin evidence endorses The evidence of the first witness was thin']);
  });

  it('have whoever calls a count right side with the figure, of those that its source gave', () => {
    expect(
      relationsOf(
        reportOf(1, [
          ['The wind will turn on Ostby by the evening', 'Harbour Council'],
          ['Nine paintings are missing from the Ostby gallery', 'Harbour Council', ['Nine paintings', 9, 'paintings']],
        ]),
        reportOf(2, [
          ['Nine paintings are missing from the Ostby gallery', 'Harbour Council', ['Nine paintings', 9, 'paintings']],
          ["The council's count was the right one", 'Otto Brandt'],
        ]),
      ),
    ).toEqual(["The council's count was the right one endorses Nine paintings are missing from the Ostby gallery"]);
  });

  it('have nobody side with what nobody in sight has said', () => {
    expect(
      relationsOf(
        reportOf(1, [['A school in Ostby was painted green', 'Karl Holm']]),
        reportOf(2, [['The film was true to the book', 'Otto Brandt']]),
      ),
    ).toEqual([]);
  });

  it('have no advice and no question contradict what the same source said', () => {
    expect(
      relationsOf(
        reportOf(1, [['People below the Ostby dam were told to leave their homes', 'Water Office']]),
        reportOf(2, [
          ['Nobody below the Ostby dam should wait in their homes to be told to leave', 'Water Office'],
          ['Whether people below the Ostby dam would not leave their homes', 'Water Office'],
        ]),
      ),
    ).toEqual([]);
  });

  it('have equal figures of other bounds differ in nothing', () => {
    expect(
      relationsOf(
        reportOf(1, [
          ['The concrete of the Ostby dam was hollow in at least three places', 'Ministry', ['at least three places', 3, 'places', null]],
        ]),
        reportOf(2, [
          ['The letter named three hollow places in the concrete of the Ostby dam', 'Lina Berg', ['three hollow places', 3, 'places']],
        ]),
      ),
    ).toEqual([]);
  });

  it('compare a denial with what stands before it in its report, though they share no word', () => {
    const story = storyClaims(
      [
        reportOf(1, [
          ['The governor took money from the Ostby Harbour Company', 'Lina Berg'],
          ['There was never any such payment', 'Karl Holm'],
        ]),
      ],
      new Map(),
    );
    const [pair] = relatedPairs(story);
    expect(pair?.x).toMatchObject({ near: 1, flatDenial: 1, otherSource: 1, pronoun: 1 });
  });

  it('see that a count has room in another', () => {
    const story = storyClaims(
      [
        reportOf(1, [['At least 40 trucks crossed the border at Ostby', 'Border Guard', ['At least 40 trucks', 40, 'trucks', null]]]),
        reportOf(2, [['44 trucks crossed the border at Ostby', 'Contact Group', ['44 trucks', 44, 'trucks']]]),
      ],
      new Map(),
    );
    const [pair] = relatedPairs(story);
    expect(pair?.x).toMatchObject({ room: 1, nouns: 1, otherSource: 1, falls: 0 });
  });

  it('are none between claims about different things', () => {
    expect(
      relationsOf(
        reportOf(1, [
          ['The bridge of Ostby was closed to lorries', 'City Police'],
          ['The mayor of Ostby opened the spring fair', 'Lina Berg'],
        ]),
        reportOf(2, [['A school in Ostby was painted green', 'Karl Holm']]),
      ),
    ).toEqual([]);
  });
});
