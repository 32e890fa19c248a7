import { expect, it } from 'vitest';
import { createIntake } from '../../src/intake/index.ts';

const MARKUP = '<article><p>Police in Sarn said <b>two</b> farm workers were found on Tuesday, both of them alive.</p></article>';

async function textOf(mediaType?: 'text/plain' | 'text/html', text = MARKUP): Promise<string> {
  const input = { kind: 'given', bytes: new TextEncoder().encode(text), name: null, mediaType } as const;
  for await (const received of createIntake({})([input])) return received.kind === 'report' ? received.report.text : received.problem.code;
  return 'nothing';
}

it('words pasted as words stay words, even where they look like markup', async () => {
  expect(await textOf('text/plain')).toBe(MARKUP);
});

it('markup that is given as such, or as nothing, is read', async () => {
  const words = 'Police in Sarn said two farm workers were found on Tuesday, both of them alive.';
  expect([await textOf('text/html'), await textOf()]).toEqual([words, words]);
});

it('bytes that are no text are refused whatever they are called', async () => {
  expect(await textOf('text/plain', '\u0000\u0001\u0002 ELF \u0000\u0000\u0000')).toMatch(/^INTAKE_/);
});
