import { describe, expect, it } from 'vitest';
import { attributionsByRules } from '../../src/reader/said/rules/index.ts';
import { NOUNS } from '../../src/reader/said/rules/nouns.ts';
import { VERBS } from '../../src/reader/said/rules/verbs.ts';
import { sentencesOf } from '../../src/reader/text/index.ts';
import { readMarks, withMarks } from './marked.ts';

const read = (text: string) => attributionsByRules(text, sentencesOf(text));

describe('the table of verbs', () => {
  it.each(VERBS.map((row) => [row.lemma, row.example]))('%s: %s', (_, example) => {
    const { text } = readMarks(example);
    const [found] = read(text).filter(({ depth }) => depth === 0);
    expect(found && withMarks(text, found)).toBe(example);
  });
});

describe('the table of nouns', () => {
  it.each([...NOUNS])('%s: %s', (_, example) => {
    const { text } = readMarks(example);
    expect(read(text).map((found) => withMarks(text, found))).toEqual([example]);
  });
});

/** Shapes of wire prose that the verbs' own rows do not show. Several statements a text: one marked line each. */
const SHAPES: readonly (readonly [string, string])[] = [
  ['a quotation split by its cue', '<“The dam is safe,”> [Marta Orr] {said}, <“and so are we.”>'],
  ['a cue set into its clause', '<The dam>, [the ministry] {said}, <was never at risk>.'],
  ['an inverted cue with an apposition', '<“It was late,”> {said} [Joss Orr, 41, the owner of the mill], on Tuesday.'],
  ['somebody told', '<“It was late,”> [Joss Orr] {told} a news conference.'],
  ['an apposition before the verb', '[Joss Orr, the owner of the mill], {said} <the wheel had stopped>.'],
  ['according to, at the end', '<Nine people were hurt>, {according to} [the hospital].'],
  ['according to, at the start', '{According to} [the hospital], <nine people were hurt>.'],
  ['a cue after its clause', '<Nine people were hurt>, [a spokeswoman for the hospital] {said} on Sunday.'],
  ['a document', '[The report by the auditors] {found} <that the sum was missing>.'],
  ['an unnamed source', '<The deal is close>, {said} [two officials with knowledge of the talks].'],
  ['a pronoun', 'Joss Orr left early. [He] {said} <the wheel had stopped>.'],
  ['a quotation after its speaker’s sentence', '[Joss Orr] was plain about it. <“We lost the mill.”>'],
  ['a quotation that goes on after its cue', '<“We lost the mill,”> [he] {said}. <“We lost the house.”>'],
];

describe('the shapes of attribution', () => {
  it.each(SHAPES)('%s: %s', (_, example) => {
    const { text } = readMarks(example);
    expect(read(text).map((found) => withMarks(text, found))).toEqual([example]);
  });

  it('sets a statement inside another one within it', () => {
    const text = 'Marta Orr said the guards believed that the gate was open.';
    const [outer, inner] = read(text);
    expect(outer).toMatchObject({ depth: 0, within: null });
    expect(inner).toMatchObject({ depth: 1, within: 0, source: [[15, 25]] });
  });

  it('lets a quotation run over paragraphs whose marks are opened again', () => {
    const text = '“We lost the mill,” he said. “We lost the house.\n\n“And we lost the road.”';
    const [only, ...rest] = read(text);
    expect(rest).toEqual([]);
    expect(only?.content.map(([start, end]) => text.slice(start, end))).toEqual([
      '“We lost the mill,”',
      '“We lost the house.',
      '“And we lost the road.”',
    ]);
  });

  it('finds nobody where a verb of speech has no source', () => {
    expect(read('The report was published by the ministry. The claims are old. The mill was said to be empty.')).toEqual([]);
  });
});
