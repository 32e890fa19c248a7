import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerStatement } from '../../api/types.ts';
import { changesOf } from './changes.ts';
import { branchesOf, type Mark, paragraphsOf } from './segments.ts';
import { sharesOf } from './shares.ts';

type Spans = readonly (readonly [number, number])[];
interface Given {
  readonly content: Spans;
  readonly source?: Spans;
  readonly name?: string;
  readonly depth?: number;
  readonly within?: string | null;
  readonly voice?: 'outlet';
}

const statement = ({ content, source, name, depth = 0, within = null, voice }: Given, i: number): LedgerStatement => ({
  id: `r:${i}`,
  report: 'r',
  sourceId: null,
  chainIds: [],
  source: source || name ? { spans: source ?? [], text: name ?? '', name: name ?? null, kind: 'person' } : null,
  cue: null,
  content: { spans: content, text: '' },
  quotation: 'indirect',
  depth,
  within,
  chain: [],
  basis: [],
  certainty: { level: 'certain', words: [] },
  forecast: null,
  quantities: [],
  times: [],
  places: [],
  ...(voice && { voice }),
});
const mark = (start: number, end: number): Mark => ({ kind: 'when', start, end, takenFor: 'x', why: '' });

/** Everything that is shown, joined: it must be the text again. */
const shown = (text: string, statements: readonly LedgerStatement[], marks: readonly Mark[] = []): string[] =>
  paragraphsOf(text, statements, marks).map(({ segments }) => segments.map(({ start, end }) => text.slice(start, end)).join(''));

describe('paragraphs and segments', () => {
  it('part at blank lines, and show each character once', () => {
    expect(shown('One two.\n\nThree\nfour.\n \n\nFive', [statement({ content: [[4, 16]] }, 0)])).toEqual([
      'One two.',
      'Three\nfour.',
      'Five',
    ]);
    expect(shown('', [])).toEqual([]);
  });

  it('say for each segment whose words it is in, outermost first', () => {
    const statements = [statement({ content: [[0, 10]] }, 0), statement({ content: [[4, 8]], depth: 1, within: 'r:0' }, 1)];
    const [paragraph] = paragraphsOf('0123456789', statements, [mark(6, 9)]);
    expect(paragraph?.segments.map(({ start, end, contents, mark: found }) => [start, end, contents, found !== null])).toEqual([
      [0, 4, [0], false],
      [4, 6, [0, 1], false],
      [6, 8, [0, 1], true],
      [8, 9, [0], true],
      [9, 10, [0], false],
    ]);
    expect(paragraph?.segments.map(({ begins }) => begins)).toEqual([[0], [1], [], [], []]);
  });

  it('hold whatever the spans are: nothing is lost, doubled or out of the text', () => {
    const span = fc.tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: -3, max: 60 }));
    const given = fc.record({
      content: fc.array(span, { maxLength: 3 }),
      source: fc.array(span, { maxLength: 2 }),
      depth: fc.integer({ min: 0, max: 3 }),
    });
    const text = fc.array(fc.constantFrom('a', ' ', '\n', '\n\n', '😀', '“', 'é'), { maxLength: 50 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(given, { maxLength: 6 }), fc.array(span, { maxLength: 5 }), (words, rows, marks) => {
        const paragraphs = paragraphsOf(
          words,
          rows.map(statement),
          marks.map(([start, end]) => mark(start, end)),
        );
        let at = 0;
        for (const { start, end, segments } of paragraphs) {
          expect(words.slice(at, start).trim()).toBe('');
          at = start;
          for (const segment of segments) {
            expect(segment.start).toBe(at);
            expect(segment.end).toBeGreaterThan(segment.start);
            at = segment.end;
          }
          expect(at).toBe(end);
        }
        expect(words.slice(at).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('take a report of thousands of statements in stride', () => {
    const text = 'word '.repeat(50_000);
    const statements = Array.from({ length: 5000 }, (_, i) =>
      statement({ content: [[i * 50, i * 50 + 40]], source: [[i * 50 + 41, i * 50 + 45]] }, i),
    );
    const before = performance.now();
    paragraphsOf(text, statements, []);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe('branches', () => {
  it('put a statement into the one that it stands in, and let an orphan stand by itself', () => {
    const rows = [
      { id: 'a', within: null },
      { id: 'b', within: 'a' },
      { id: 'c', within: 'b' },
      { id: 'd', within: 'gone' },
      { id: 'e', within: 'e' },
      { id: 'f', within: 'g' },
      { id: 'g', within: 'f' },
    ];
    expect(branchesOf(rows)).toEqual([
      { index: 0, inner: [{ index: 1, inner: [{ index: 2, inner: [] }] }] },
      { index: 3, inner: [] },
      { index: 4, inner: [] },
      { index: 5, inner: [] },
      { index: 6, inner: [] },
    ]);
  });
});

describe('shares', () => {
  it('count outermost words by source, then nobody named, then the outlet', () => {
    const statements = [
      statement({ content: [[0, 30]], name: 'A' }, 0),
      statement({ content: [[5, 20]], name: 'B', depth: 1, within: 'r:0' }, 1),
      statement({ content: [[40, 50]] }, 2),
      statement({ content: [[60, 110]], name: 'C' }, 3),
    ];
    const shares = sharesOf({ statements, unattributed: [statement({ content: [[120, 130]], voice: 'outlet' }, 4)], sources: [] });
    expect(shares.map(({ name, kind, part }) => [name, kind, part])).toEqual([
      ['C', 'source', 0.5],
      ['A', 'source', 0.3],
      ['nobody named', 'nobody', 0.1],
      ["the outlet's own voice", 'own', 0.1],
    ]);
  });
});

describe('what a copy changed', () => {
  it('is told by paragraph; house style is no change', () => {
    expect(changesOf('“One” – two.\n\nThree.\n\nFour.', '"One" - two.\n\nFour.\n\nFive.')).toEqual({ cut: ['Three.'], added: ['Five.'] });
  });
});
