import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributionsByRules } from '../../src/reader/said/rules/index.ts';
import { AFTER_A_NAME, BEFORE_A_NAME } from '../../src/reader/text/abbreviations.ts';
import { paragraphsOf, quotationsOf, sentencesOf, tokensOf } from '../../src/reader/text/index.ts';

const sentencesIn = (text: string): string[] => sentencesOf(text).map(({ span }) => text.slice(...span));

describe('sentences', () => {
  it.each([...BEFORE_A_NAME, ...AFTER_A_NAME])('does not end after "%s.": %s', (_, example) => {
    expect(sentencesIn(example)).toEqual([example]);
  });

  it.each([
    ['initials', ['It was J. K. Orr who left.', 'He ran.']],
    ['a country in capitals', ['They met in the U.S. in May.', 'It went well.']],
    ['a country that ends a sentence', ['They met in the U.S.', 'The talks went well.']],
    ['a quoted stop', ['“We lost the mill.”', 'He left.']],
    ['a question in marks, and its cue', ['“Why?” he asked.', 'Nobody knew.']],
    ['an ellipsis that goes on', ['It was … late … then.', 'It rained.']],
    ['decimals and times', ['It fell 3.5 percent at 4.30 p.m. on Monday.', 'It rose.']],
    ['brackets', ['(It was late.)', 'He left.']],
  ])('%s', (_, parts) => {
    expect(sentencesIn(parts.join(' '))).toEqual(parts);
  });

  it('parts paragraphs at blank lines, and at line breaks where each line is one', () => {
    expect(paragraphsOf('One.\n\nTwo.').length).toBe(2);
    expect(paragraphsOf('One is done.\nTwo is done.\nThree.').length).toBe(3);
    expect(paragraphsOf('One is wrapped\nover three\nlines.\n\nTwo.').length).toBe(2);
  });
});

describe('quotations', () => {
  const quoted = (text: string): string[] => quotationsOf(text, paragraphsOf(text)).map(({ span }) => text.slice(...span));
  it.each([
    ['“a b,” he said, “c d”', ['“a b,”', '“c d”']],
    ['"a b," he said, "c d"', ['"a b,"', '"c d"']],
    ["''a b,'' he said", ["''a b,''"]],
    ['«a b» he said', ['«a b»']],
    ['‘it’s a trap,’ he said', ['‘it’s a trap,’']],
    ["'it's a trap,' he said", ["'it's a trap,'"]],
    ['“he said ‘no’ to us”', ['“he said ‘no’ to us”', '‘no’']],
    ["the girls' school in the '90s", []],
    ['a 6" pipe', []],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('runs an open quotation to the end of its paragraph, and on where the next one opens again', () => {
    const text = '“One.\n\n“Two.”\n\nThree “four.';
    const found = quotationsOf(text, paragraphsOf(text));
    expect(found.map(({ closed, goesOn }) => ({ closed, goesOn }))).toEqual([
      { closed: false, goesOn: true },
      { closed: true, goesOn: false },
      { closed: false, goesOn: false },
    ]);
  });
});

/** Pieces that the rules look at, between any text at all. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '’',
    '«',
    '»',
    '. ',
    ', ',
    ' said ',
    ' according to ',
    '\n\n',
    'Joss Orr',
    ' that ',
    '😀',
    '\u{1F1FA}\u{1F1F8}',
    ' told reporters ',
    '? ',
    ': ',
  ),
);
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

/** Whether an offset stands between the halves of one character. */
const splits = (text: string, at: number): boolean => /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');

describe('offsets, whatever the text', () => {
  it('keeps every span inside the text, in order, and off the middle of a character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sentences = sentencesOf(text);
        const attributions = attributionsByRules(text, sentences);
        const spans = [
          ...sentences.map(({ span }) => span),
          ...quotationsOf(text, paragraphsOf(text)).map(({ span }) => span),
          ...tokensOf(text).map(({ start, end }) => [start, end] as const),
          ...attributions.flatMap(({ source, cue, content }) => [...(source ?? []), ...(cue ?? []), ...content]),
        ];
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(splits(text, start) || splits(text, end)).toBe(false);
        }
        for (let i = 1; i < sentences.length; i += 1) expect(sentences[i]?.span[0]).toBeGreaterThanOrEqual(sentences[i - 1]?.span[1] ?? 0);
        for (const { within, depth } of attributions)
          expect(within === null ? depth : attributions[within]?.depth).toBe(within === null ? 0 : depth - 1);
      }),
      { numRuns: 400 },
    );
  });
});

describe('time, linear in the length', () => {
  const SIZE = 400_000;
  it.each([
    ['quotes', '"'],
    ['curly quotes', '“”“'],
    ['capital letters', 'A'],
    ['capital words', 'Orr '],
    ['digits', '1'],
    ['dots', 'a.b.'],
    ['abbreviations', 'Mr. '],
    ['said', 'he said '],
    ['said in quotes', '"a b c," said Orr, '],
    ['commas', 'Orr, '],
    ['according', 'according to '],
    ['blank lines', '\n \n'],
    ['colons', 'he said: "'],
  ])('%s', (_, unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      // Processor time: other programs do not count.
      const started = process.cpuUsage();
      attributionsByRules(text, sentencesOf(text));
      return process.cpuUsage(started).user / 1000;
    };
    time(SIZE / 8);
    const small = Math.max(5, time(SIZE / 4));
    // Four times the text may take four times as long; sixteen would be quadratic. Half of that leaves room for a busy machine.
    expect(time(SIZE)).toBeLessThan(small * 10 + 200);
  });
});
