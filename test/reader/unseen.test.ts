import { describe, expect, it } from 'vitest';
import type { Reading, Report } from '../../src/model/index.ts';
import { defaultSteps } from '../../src/reader/index.ts';
import { createReader } from '../../src/reader/reader.ts';
import { seenOf } from '../../src/reader/unseen.ts';

const report = (text: string): Report => ({
  ...{ id: 'r', from: null, url: null, title: null, outlet: null, byline: null, published: '2016-10-05', language: 'en', sha256: '' },
  text,
});
const rules = createReader(defaultSteps().filter(({ name }) => ['sentences', 'howmany', 'when', 'where'].includes(name)));

const PLAIN = 'On 4 October 2016, 12 people died in London. Two more are missing.';
const HIDDEN = 'On 4 Octo\u00adber 20\u200b16, 1\u200b2 people\u200b died in Lon\u00addon. \u202aTwo more\u202c are missing.';

describe('characters that nobody sees', () => {
  it('are no reason to work where there are none', () => expect(seenOf(report(PLAIN))).toBeNull());
  it('do not cut a number, a date or a place', async () => {
    const found = ({ times, places, quantities }: Reading) => [
      times.map(({ edtf }) => edtf),
      places.map(({ name }) => name),
      quantities.map(({ low, high }) => [low, high]),
    ];
    expect(found(await rules.read(report(HIDDEN)))).toEqual(found(await rules.read(report(PLAIN))));
    expect((await rules.read(report(HIDDEN))).quantities[0]).toMatchObject({ low: 12, high: 12 });
  });
  it('stay in the text and its offsets', async () => {
    const { report: kept, times, places, quantities, unattributed } = await rules.read(report(HIDDEN));
    expect(kept.text).toBe(HIDDEN);
    for (const { spans, text } of [...times, ...places, ...quantities, ...(unattributed ?? []).map(({ content }) => content)])
      expect(spans.map(([start, end]) => HIDDEN.slice(start, end)).join(' ')).toBe(text);
    expect(places.map(({ text }) => text)).toEqual(['Lon\u00addon']);
  });
  it('are taken from warnings’ places as well', async () => {
    const { warnings } = await rules.read(report('It was on 30 Febru\u00adary 2016.'));
    expect(warnings.map(({ span }) => span && 'It was on 30 Febru\u00adary 2016.'.slice(...span))).toEqual(['30 Febru\u00adary 2016']);
  });
});
