import { describe, expect, it } from 'vitest';
import type { Attribution } from '../layers.ts';
import { when } from '../when/index.ts';
import { howsure } from './index.ts';

const REPEATS = 3_000;

function assess(text: string, contents: readonly (readonly [number, number])[], published: string | null) {
  const attributions = contents.map(
    (content): Attribution => ({
      source: null,
      cue: null,
      content: [content],
      quotation: 'indirect',
      depth: 0,
      within: null,
      confidence: null,
    }),
  );
  const layers = { report: { text, published } as never, attributions, sentences: [] };
  const { times } = when().annotate(layers, undefined);
  return howsure().annotate({ ...layers, times }, undefined).assessments;
}

describe('forecasts', () => {
  it('have no window where nothing says when the report came out, and an open start where only their end is said', () => {
    const of = (text: string) => assess(text, [[0, text.length]], null)[0]?.forecast;
    expect(of('the plant will open within two weeks')).toEqual({ window: null, condition: null });
    expect(of('the plant will open by 12 May 2031')).toEqual({ window: '../2031-05-12', condition: null });
  });

  it('take no time from the condition', () => {
    const text = 'the trains will stop unless the offer improves by Friday';
    expect(assess(text, [[0, text.length]], '2026-03-10')[0]?.forecast).toEqual({
      window: null,
      condition: 'unless the offer improves by Friday',
    });
  });

  it('stay linear in a text of very many statements and times', () => {
    const sentence = 'The plant will open by Friday if the road is cleared in May. ';
    const contents = Array.from({ length: REPEATS }, (_, i): [number, number] => [i * sentence.length, (i + 1) * sentence.length - 1]);
    const text = sentence.repeat(REPEATS);
    const began = performance.now();
    expect(assess(text, contents, '2026-03-10')).toHaveLength(REPEATS);
    // A quadratic look-up takes far longer.
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
