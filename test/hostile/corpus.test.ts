import { describe, expect, it } from 'vitest';
import type { Received } from '../../src/model/index.ts';
import { given, take } from '../intake/helpers.ts';
import { ADDRESSES } from './addresses.ts';
import { NARROW, WORDS } from './case.ts';
import { CORPUS } from './corpus.ts';

const one = (each: Received): string => (each.kind === 'report' ? 'report' : each.problem.code);

/** Outcomes in order, several alike as one. */
function outcomesOf(all: readonly Received[]): string {
  const runs: { readonly what: string; times: number }[] = [];
  for (const what of all.map(one)) {
    const last = runs.at(-1);
    if (last?.what === what) last.times++;
    else runs.push({ what, times: 1 });
  }
  return runs.map(({ what, times }) => (times > 1 ? `${what}×${times}` : what)).join(' ');
}

/** All that is shown of what came in: texts, fields, evidence, names. The bytes themselves are kept as they came. */
const shown = (all: readonly Received[]): string =>
  all
    .map((each) => (each.kind === 'report' ? JSON.stringify({ ...each, raw: null }) : JSON.stringify(each.problem)))
    .join('\n')
    .replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

describe('the hostile corpus', () => {
  it.each(CORPUS)('$name', async ({ make, gives, holds, never, options }) => {
    const neighbour = `The neighbour. ${WORDS}`;
    const all = await take([given(make()), given(options?.jsonl ? JSON.stringify({ text: neighbour }) : neighbour)], {
      ...NARROW,
      ...options,
    });
    const last = all.at(-1);
    expect(last?.kind === 'report' && last.report.text, 'what comes after it is read').toBe(neighbour);
    expect([gives].flat()).toContain(outcomesOf(all.slice(0, -1)));
    const text = shown(all.slice(0, -1));
    if (holds) expect(text.replaceAll('\\"', '"')).toContain(holds);
    if (never) expect(text).not.toContain(never);
  });

  it.each(ADDRESSES)('address %j: %s', async (address, code) => {
    expect((await take([{ kind: 'address', url: address }])).map(one)).toEqual([code]);
  });

  it('names each case once, and has at least 150', () => {
    expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
    expect(CORPUS.length + ADDRESSES.length).toBeGreaterThan(150);
  });
});
