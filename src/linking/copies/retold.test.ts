import { describe, expect, it } from 'vitest';
import type { Statement } from '../../model/index.ts';
import type { LinkReport } from '../input.ts';
import { findRetold } from './retold.ts';

const report = (id: string, published: string, statements: number): LinkReport => ({
  report: { id, outlet: id, byline: null, published, title: null, text: '', from: null, url: null, language: 'en', sha256: id },
  statements: Array.from(
    { length: statements },
    (_, i) => ({ id: `${id}:${i}`, content: { spans: [], text: 'five words make a statement' } }) as unknown as Statement,
  ),
});
/** A vector near axis `i`: `lean` is how far it leans to another. */
const vector = (i: number, lean = 0): Float32Array => {
  const made = new Float32Array(16);
  made[i] = Math.sqrt(1 - lean * lean);
  made[15] = lean;
  return made;
};

describe('findRetold', () => {
  const first = report('a', '2025-02-06T19:20:00Z', 6);
  const later = report('b', '2025-02-07T05:30:00Z', 5);
  const late = report('b', '2025-02-09T05:30:00Z', 5);
  const vectors = (lean: number): Map<string, Float32Array> =>
    new Map([
      ...first.statements.map(({ id }, i) => [id, vector(i)] as const),
      ...later.statements.map(({ id }, i) => [id, vector(i, lean)] as const),
    ]);

  it('finds what tells another report again within a day, in either order of arrival', () => {
    for (const reports of [
      [first, later],
      [later, first],
    ])
      expect(findRetold(reports, vectors(0.6), []).map(({ report: id, copyOf, copyKind }) => [id, copyOf, copyKind])).toEqual([
        ['b', 'a', 'rewritten'],
      ]);
  });

  it('leaves alone what has facts of its own, came days later, or is a copy already', () => {
    expect(findRetold([first, later], vectors(0.9), [])).toEqual([]);
    expect(findRetold([first, late], vectors(0.6), [])).toEqual([]);
    expect(findRetold([first, later], new Map(), [])).toEqual([]);
  });
});
