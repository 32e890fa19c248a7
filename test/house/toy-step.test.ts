import { describe, expect, it } from 'vitest';
import type { Report, Span } from '../../src/model/index.ts';
import { type Attribution, createReader, type Step } from '../../src/reader/index.ts';

/** A layer of its own, added from outside the reader's folder. */
declare module '../../src/reader/layers.ts' {
  interface Layers {
    readonly shouts: readonly Span[];
  }
}

/** A toy: words in capitals. `predict` sees the whole batch, `annotate` one report. */
const shouting = ({ least }: { least: number }): Step<never, 'shouts', number> => ({
  name: 'shouting',
  version: '1',
  needs: [],
  adds: ['shouts'],
  predict: async (inputs) => inputs.map(() => inputs.length),
  annotate: ({ report }, batch) => ({
    shouts: [...report.text.matchAll(/[A-Z]+/g)]
      .filter(([word]) => word.length >= least)
      .map((m): Span => [m.index, m.index + m[0].length]),
    warnings: [{ code: 'SHOUTING', message: `one of ${batch}` }],
  }),
});

/** A second toy that stands on the first: each shout is a statement by nobody. */
const shoutsAreStatements = (): Step<'shouts', 'attributions'> => ({
  name: 'shouts-are-statements',
  version: '2',
  needs: ['shouts'],
  adds: ['attributions'],
  annotate: ({ shouts }) => ({
    attributions: shouts.map(
      (span): Attribution => ({ source: null, cue: null, content: [span], quotation: 'direct', depth: 0, within: null, confidence: null }),
    ),
  }),
});

const report = (text: string): Report => ({
  id: 'r1',
  from: null,
  url: null,
  title: null,
  outlet: null,
  byline: null,
  published: null,
  language: null,
  sha256: '',
  text,
});

describe('a step', () => {
  it('is a named factory in a folder of its own, and one line of composition', async () => {
    const reader = createReader([shouting({ least: 3 }), shoutsAreStatements()]);
    expect(reader.version).toBe('shouting@1 shouts-are-statements@2');
    const [first, second] = await reader.readMany([report('he said NO and NEVER'), report('quiet')]);
    expect(first?.statements.map(({ id, content }) => [id, content.text])).toEqual([['r1:15-20', 'NEVER']]);
    expect(first?.warnings).toEqual([{ code: 'SHOUTING', message: 'one of 2' }]);
    expect(second?.statements).toEqual([]);
  });

  it('cannot stand before the one that it needs', () => {
    expect(() => createReader([shoutsAreStatements(), shouting({ least: 3 })])).toThrow('READER_STEP_UNMET');
  });

  it('that is left out leaves its layers empty, and nothing invented', async () => {
    const reading = await createReader([]).read(report('“No,” she said on Monday.'));
    expect(reading).toMatchObject({ statements: [], times: [], places: [], quantities: [], entities: [], warnings: [] });
  });
});
