import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { createReader } from '../../src/reader/reader.ts';
import { saidByRules } from '../../src/reader/said/rules/index.ts';
import type { Step } from '../../src/reader/step.ts';
import { sentences } from '../../src/reader/text/index.ts';
import { who } from '../../src/reader/who/index.ts';
import { readMarks } from './marked.ts';
import { bareReport } from './report.ts';

const reader = createReader([sentences(), saidByRules(), who()]);
const read = (text: string, more: Partial<Report> = {}) => reader.read(bareReport(text, more));
/** Each statement's source, as "words → name (kind)". */
const sources = async (text: string): Promise<string[]> =>
  (await read(text)).statements.map(({ source }) => `${source?.text} → ${source?.name} (${source?.kind})`);

/** What a report says, and who each of its sources is. Names here are invented. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a month beside its day is nobody',
    'The mill will close by Sept. 30, the company said. A hundred will go, it said.',
    ['the company → company (company)', 'it → company (company)'],
  ],
  [
    'a body of two trades, with its acronym behind it, is one subject',
    "The board said nothing.\n\nThe Tin and Slate Workers' Union (TSWU) put it far higher. Nine hundred would go, it said.",
    ['The board → board (agency)', "it → Tin and Slate Workers' Union (group)"],
  ],
  [
    'a service for two things is one; of two states or two bodies the first is named',
    '“It snowed,” the Varn Weather and Avalanche Service said. “It rained,” the United States and European Union said. “It froze,” the Interior Ministry and Border Service said.',
    [
      'the Varn Weather and Avalanche Service → Varn Weather and Avalanche Service (agency)',
      'the United States and European Union → Government of the United States (government)',
      'the Interior Ministry and Border Service → Interior Ministry (agency)',
    ],
  ],
  [
    'the members of a body whose noun stands behind another word',
    "The Sailors' Common Union said so.",
    ["The Sailors' Common Union → Sailors' Common Union (group)"],
  ],
  [
    'the coast guard is the one that was named',
    'It saw a ship, the Varnian Coast Guard said. The ship turned, the coast guard said. Nobody had drowned, it said.',
    [
      'the Varnian Coast Guard → Varnian Coast Guard (agency)',
      'the coast guard → Varnian Coast Guard (agency)',
      'it → Varnian Coast Guard (agency)',
    ],
  ],
  [
    'who it was rather than who it was not',
    '“It is closed,” said Tolan Orr. It was not Tolan Orr who brought the roof down. It was Elin Reek, who keeps the books. The mill had earned money, she said.',
    ['Tolan Orr → Tolan Orr (unknown)', 'she → Elin Reek (person)'],
  ],
  [
    'the subject of the sentence before, whatever its verb and whatever stands before it',
    'The Ostby Savings Bank had closed its doors, the regulator said. On Monday afternoon Brandt Foods withdrew its offer. Nothing was wrong, it said.',
    ['the regulator → regulator (agency)', 'it → Brandt Foods (unknown)'],
  ],
  [
    'where the report is from is nobody; an office and its field before a name; what stands before the subject',
    'OSTBY — Elin Varga, governor of the Bank of Varn, said the bridge was unsafe. Head of roads Tolan Orr told reporters it was closed. Amid all this the head of the national guild, Lukas Reek, stood up for the town. It was safe, he said.',
    [
      'Elin Varga, governor of the Bank of Varn → Elin Varga (person)',
      'Head of roads Tolan Orr → Tolan Orr (person)',
      'he → Lukas Reek (person)',
    ],
  ],
  [
    'somebody brought in as the subject, without a name',
    'The manager laughed. “It is a fairy tale,” said the manager. A first-team player I spoke to bore him out. “There was no boot,” he said.',
    ['the manager → manager (anonymous)', 'he → A first-team player (anonymous)'],
  ],
  [
    'the name behind the comma is the subject',
    'Elin Varga had promised a bridge. Its agent, Pilar Orr, poured cold water on that. “With nobody,” she said.',
    ['she → Pilar Orr (person)'],
  ],
  [
    'what is said to have been said names others than who says it',
    'The Transport Ministry changed its story. Norvane had left Ostby on Tuesday, it said.',
    ['it → Transport Ministry (agency)'],
  ],
  [
    'a first name tells man from woman',
    'Carmen Orr, a lawyer, met Lukas Reek on Monday. The bridge was unsafe, she said. Nothing was unsafe, he said.',
    ['she → Carmen Orr (person)', 'he → Lukas Reek (person)'],
  ],
  [
    'a name of one word can be she, and whoever says “I” is no firm',
    '“No such request was made,” Brandt told reporters. Both figures were right, she said. “I sleep like a cat,” Tolan Brannig said.',
    ['Brandt → Brandt (person)', 'she → Brandt (person)', 'Tolan Brannig → Tolan Brannig (person)'],
  ],
  [
    'doers and e-mails can say something',
    'The sponsor said the deal was off, according to an email seen by the Kestrel. A maintenance planner said the valve was rusted.',
    [
      'an email seen by the Kestrel → an email seen by the Kestrel (document)',
      'The sponsor → sponsor (anonymous)',
      'A maintenance planner → A maintenance planner (anonymous)',
    ],
  ],
  [
    'a body’s statement is the body’s word',
    'The Transport Ministry rejected that. No ship had called, according to its statement.',
    ['The Transport Ministry → Transport Ministry (agency)', 'its statement → Transport Ministry (agency)'],
  ],
  [
    'a feast is nobody',
    'The Ostby Savings Bank raised its rate before the New Year. It said prices would fall.',
    ['It → Ostby Savings Bank (company)'],
  ],
  [
    'somebody’s office after “according to”, then the name',
    'Thousands had fled, according to the mayor, Elin Varga. It was over, she said.',
    ['the mayor, Elin Varga → Elin Varga (person)', 'she → Elin Varga (person)'],
  ],
  [
    'the kind of a body, then its name',
    'The utility Varnenergo said power was back. The pier was safe, its operator Ostby Marine said. The road was shut, the local paper, the Kestrel, reported.',
    [
      'The utility Varnenergo → Varnenergo (company)',
      'its operator Ostby Marine → Ostby Marine (company)',
      'the local paper, the Kestrel → Kestrel (media)',
    ],
  ],
  [
    'one of a body is not the body',
    'An officer of the 3rd Harbour Brigade said that they had slept there. Two were killed, he said.',
    [
      'An officer of the 3rd Harbour Brigade → An officer of the 3rd Harbour Brigade (anonymous)',
      'he → An officer of the 3rd Harbour Brigade (anonymous)',
    ],
  ],
  [
    'two bodies whose owners differ',
    'The public prosecutor’s office said charges were near. Reek’s office said the rest was on its way.',
    ['The public prosecutor’s office → public prosecutor’s office (agency)', 'Reek’s office → Reek’s office (agency)'],
  ],
  ['a capital at a sentence’s start names nobody', 'Revenue was on plan. It said that it was content.', ['It → null (unknown)']],
  [
    'the name just said, not a group farther back, is the company',
    'The environmental group Friends of the Orr blames the wires. Trees had grown, it said. Sorrel Ostby rejected that. The line is safe, the company said.',
    [
      'The environmental group Friends of the Orr → Friends of the Orr (group)',
      'it → Friends of the Orr (group)',
      'Sorrel Ostby → Sorrel Ostby (company)',
      'the company → Sorrel Ostby (company)',
    ],
  ],
  [
    'a name with a saint in it, and one that closes with a small word',
    'St. Anne’s Hospital said that it was full. Channel Six said so.',
    ['St. Anne’s Hospital → St. Anne’s Hospital (agency)', 'Channel Six → Channel Six (media)'],
  ],
  ['first names that end alike', 'Berta Orr met Ignacio Reek. She said that she had never been there.', ['She → Berta Orr (person)']],
  [
    'a full name, then a short one, then a pronoun',
    'Elin Varga said the mill was closed. Ms Varga said she was sorry. She added that it would reopen.',
    ['Elin Varga → Elin Varga (person)', 'Ms Varga → Elin Varga (person)', 'She → Elin Varga (person)'],
  ],
  [
    'a role before the name, then the role alone',
    'The mayor of Ostby, Elin Varga, said the mill was closed. The mayor said it would reopen.',
    ['The mayor of Ostby, Elin Varga → Elin Varga (person)', 'The mayor → Elin Varga (person)'],
  ],
  [
    'a rank in short, then in full',
    'Col. Tomas Reek said the road was open. “It is safe,” the colonel said.',
    ['Col. Tomas Reek → Tomas Reek (person)', 'the colonel → Tomas Reek (person)'],
  ],
  [
    'two persons kept apart by gender',
    'Mr Tomas Reek met Ms Elin Varga. She said the mill was closed. He said it would reopen.',
    ['She → Elin Varga (person)', 'He → Tomas Reek (person)'],
  ],
  [
    'an acronym in brackets',
    'The Harbour Safety Agency (HSA) said the pier had sunk. The HSA said nobody was hurt.',
    ['The Harbour Safety Agency (HSA) → Harbour Safety Agency (agency)', 'The HSA → Harbour Safety Agency (agency)'],
  ],
  [
    'a ministry, its noun and its pronoun',
    'The Ostrian defence ministry said two ships had sailed. The ministry said they were empty, and it added that they would return.',
    [
      'The Ostrian defence ministry → Ostrian defence ministry (agency)',
      'The ministry → Ostrian defence ministry (agency)',
      'it → Ostrian defence ministry (agency)',
    ],
  ],
  [
    'two ministries kept apart by what they are for',
    'The foreign ministry said talks had begun. The interior ministry said the border was shut. The foreign ministry denied it was shut.',
    [
      'The foreign ministry → foreign ministry (agency)',
      'The interior ministry → interior ministry (agency)',
      'The foreign ministry → foreign ministry (agency)',
    ],
  ],
  [
    'an unnamed spokeswoman is the voice of her body, and "she" is that voice',
    'A spokeswoman for Brandt Foods said the plant was shut. She said it would reopen.',
    ['A spokeswoman for Brandt Foods → Brandt Foods (unknown)', 'She → Brandt Foods (unknown)'],
  ],
  [
    'a named spokesman is himself',
    'The port authority said the pier had sunk. Its spokesman, Tomas Reek, said nobody was hurt.',
    ['The port authority → port authority (agency)', 'Its spokesman, Tomas Reek → Tomas Reek (person)'],
  ],
  ['a capital for its government', 'Tokyo said the ships had left.', ['Tokyo → Government of Japan (government)']],
  [
    'unnamed persons kept apart',
    'A senior official said the deal was near. Another official said it was dead.',
    ['A senior official → A senior official (anonymous)', 'Another official → Another official (anonymous)'],
  ],
  [
    'an unnamed person met again',
    'A senior official, who asked not to be named, said the deal was near. The official said it would be signed on Friday.',
    ['A senior official, who asked not to be named → A senior official (anonymous)', 'The official → A senior official (anonymous)'],
  ],
  ['a document', 'The audit found that the money was gone.', ['The audit → audit (document)']],
  ['nobody near: left blank', 'It rained. She said the mill was closed.', ['She → null (unknown)']],
];

describe('who the sources are', () => {
  it('says whose chair somebody is by the last body that is a subject', async () => {
    const { statements } = await read('The club denied it. The supporters’ trust has heard the same, said Bridie Nolan, its chair.');
    expect(statements.at(-1)?.source).toMatchObject({ name: 'Bridie Nolan', title: 'chair', affiliation: 'supporters’ trust' });
  });

  it.each([
    [
      'one of several by what they are',
      'The water was clean, the firm said. One of the drivers remembers it differently. Nothing had been added, he said.',
      'One of the drivers',
    ],
    [
      'a lone name that opens a sentence and is told by its country',
      'Quorvane, Italy’s oldest carmaker, will close a plant, it announced on Monday.',
      'Quorvane',
    ],
    ['whose account it is', 'Hiltrud Osk was at the gate. According to her account, no lorry had a plate.', 'Hiltrud Osk'],
    ['the police as “they”', 'Thirty people died, the police now say. On that night they had said that it was twelve.', 'police'],
    [
      'the man, by a first name that is a man’s',
      'Hiltrud Osk stood at the gate with Torsten Reek. The lamp had been lit, he said.',
      'Torsten Reek',
    ],
    [
      'the woman, by a first name that is a woman’s',
      'Hiltrud Osk stood at the gate with Torsten Reek. The lamp had been lit, she said.',
      'Hiltrud Osk',
    ],
  ])('tells %s', async (_, text, name) => {
    const { statements } = await read(text);
    expect(statements.at(-1)?.source?.name).toBe(name);
  });

  it.each([
    ['The Quay Post reported on Monday, on the word of a nurse, that the ward was closed.', ['Quay Post', 'a nurse']],
    ['The Quay Post reported that the ward was closed. It cited a nurse who works there.', ['Quay Post', 'a nurse']],
    ['The Quay Post, quoting an unnamed clerk, reported that the ward was closed.', ['Quay Post', 'an unnamed clerk']],
  ])('tells whom a paper has it from: “%s”', async (text, chain) => {
    const { statements } = await read(text);
    const told = statements.find(({ content }) => content.text.includes('the ward was closed'));
    expect(told?.chain.map(({ name }) => name)).toEqual(chain);
  });

  it.each([
    'The Quay Line said that no ferry would sail, citing Hurricane Oda.',
    'The Quay Line said that no ferry would sail, citing safety concerns.',
  ])('takes a reason for nobody: “%s”', async (text) => {
    const { statements } = await read(text);
    expect(statements[0]?.chain.map(({ name }) => name)).toEqual(['Quay Line']);
  });

  it('takes “we” outside of anybody’s words for the outlet', async () => {
    const text = 'The story was wrong. We said on Monday that the dam had burst. “We are safe,” said Elin Varga.';
    const { statements } = await read(text, { outlet: 'The Kestrel' });
    expect(statements.map(({ source }) => source?.name)).toEqual(['The Kestrel', 'Elin Varga']);
    expect((await read(text)).statements.map(({ source }) => source?.name)).toEqual([null, 'Elin Varga']);
  });

  it('takes “this newspaper” for the outlet, unless somebody who is quoted says it', async () => {
    const whose = async (text: string) =>
      (await read(text, { outlet: 'The Kestrel' })).statements.map(({ source }) => source?.name ?? null);
    expect(await whose('She had left, this newspaper said.')).toEqual(['The Kestrel']);
    expect(await whose('Elin Varga answered: “Our paper said that she had left, and our paper was wrong.”')).not.toContain('The Kestrel');
  });

  it('gives a second “who” to whom the first one is of', async () => {
    const text = 'The list is kept by a surgeon, Dr Elin Varga, who types it herself, and who says that 24 have died.';
    expect(await sources(text)).toEqual(['who → Elin Varga (person)']);
  });

  it.each(CASES)('%s', async (_, text, expected) => {
    expect((await sources(text)).filter((line) => !line.startsWith('who →'))).toEqual(expected);
  });

  it('gives title and affiliation as fields', async () => {
    const { statements } = await read('The port authority’s director, Elin Varga, said the pier had sunk.');
    expect(statements[0]?.source).toMatchObject({ name: 'Elin Varga', title: 'director', affiliation: 'port authority' });
  });

  it('gives the office or the rank before a name as its title', async () => {
    const { statements } = await read('Foreign Minister Elin Varga said the mill was closed. Mr Reek said it would reopen.');
    expect(statements.map(({ source }) => source?.title)).toEqual(['Foreign Minister', null]);
  });

  it('names a government for its country, however the report calls it', async () => {
    const { statements } = await read('The U.S. said the ships had left. Washington said they would return.');
    expect(statements.map(({ source }) => source?.name)).toEqual(Array(2).fill('Government of the United States'));
  });

  it('builds the chain from the outlet inwards, with each cue', async () => {
    const { statements } = await read('OSTBY (Reuters) — The audit found that the mayor believed the money was safe.', {
      outlet: 'The Ostby Post',
    });
    expect(statements.map(({ chain }) => chain.map(({ name, role, cue }) => [role, name, cue?.text ?? null]))).toEqual([
      [
        ['outlet', 'The Ostby Post', null],
        ['wire', 'Reuters', null],
        ['document', 'audit', 'found'],
      ],
      [
        ['outlet', 'The Ostby Post', null],
        ['wire', 'Reuters', null],
        ['document', 'audit', 'found'],
        ['speaker', 'mayor', 'believed'],
      ],
    ]);
  });

  it('lists every mention of an entity', async () => {
    const text = 'Elin Varga said the mill was closed. Ms Varga was sorry.';
    const { entities } = await read(text);
    expect(entities).toEqual([
      {
        name: 'Elin Varga',
        kind: 'person',
        mentions: [
          [0, 10],
          [37, 45],
        ],
      },
    ]);
  });
});

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    'Elin Varga',
    ' said ',
    ', ',
    '. ',
    'The ministry',
    "'s ",
    ' spokesman ',
    ' of ',
    'it',
    ' she ',
    '“',
    '”',
    ' (HSA) ',
    '\n\n',
    'Mr. ',
    '😀',
    ' — ',
    ' who ',
    'officials',
  ),
);

describe('who, whatever the text', () => {
  it('keeps every mention inside the text, off the middle of a character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        async (text) => {
          const { entities, statements } = await read(text);
          for (const { mentions } of entities) {
            for (const [start, end] of mentions) {
              expect(start >= 0 && start < end && end <= text.length).toBe(true);
              for (const at of [start, end])
                expect(/[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')).toBe(false);
            }
          }
          for (const { source, chain } of statements) {
            expect(source?.name === '').toBe(false);
            for (const { name } of chain) expect(name.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  const SIZE = 120_000;
  it.each([
    ['one name', 'Elin Varga said it. '],
    ['many names', null],
    ['pronouns', 'She said it. He said it. '],
    ['descriptions', 'The ministry said it. A ministry said it. '],
    ['capitals', 'Orr Lowe '],
    ['possessives', "Orr's spokesman's "],
    ['appositions', 'Orr, the mayor of Lowe, '],
  ])('takes time in step with the length: %s', async (_, unit) => {
    const make = (length: number): string =>
      unit
        ? unit.repeat(Math.ceil(length / unit.length))
        : Array.from({ length: length / 24 }, (_, i) => `A${i.toString(36)}x Varga${i} said it. `).join('');
    const time = async (length: number): Promise<number> => {
      const text = make(length);
      const started = performance.now();
      await read(text);
      return performance.now() - started;
    };
    await time(SIZE / 8);
    const small = Math.max(5, await time(SIZE / 4));
    expect(await time(SIZE)).toBeLessThan(small * 10 + 300);
  });
});

describe('a relative pronoun as a source', () => {
  it.each([
    ['The mayor met Elin Varga, [who] {said} <the bridge was unsafe>.', 'Elin Varga'],
    ['Officials in Ostby, [who] {said} <the dam was safe>, left on Monday.', 'Officials in Ostby'],
    ['The judge heard from the driver of the lorry, [who] {denied} <that he had been drinking>.', 'driver of the lorry'],
    ['A man, [who] {told} police <he had seen the crash>, was released.', 'A man'],
    ['The ministry, [which] {said} <it had been warned>, closed the road.', 'ministry'],
    // The woman is told by what she wants, and by nothing that gives her a name.
    ['The woman [who] {wants} <to buy the mill> is in town.', null],
    // "Who" is no body and no thing: nobody is named.
    ['The lorry, [who] {said} <it was late>, was red.', null],
  ])('%s', async (marked, name) => {
    const { text, source, cue, content } = readMarks(marked);
    const given: Step<never, 'attributions'> = {
      name: 'given',
      version: '1',
      needs: [],
      adds: ['attributions'],
      annotate: () => ({ attributions: [{ source, cue, content, quotation: 'indirect', depth: 0, within: null, confidence: null }] }),
    };
    const [statement] = (await createReader([sentences(), given, who()]).read(bareReport(text))).statements;
    expect(statement?.source?.name).toBe(name);
  });
});
