import { describe, expect, it } from 'vitest';
import { RULES, recognise } from './grammar.ts';
import { place } from './step.ts';
import { tokenize } from './tokens.ts';

/** The day on which every example is read: a Wednesday. */
const PUBLISHED = '2024-10-16';

describe('every rule reads its own example', () => {
  it.each(RULES.map((rule) => [rule.name, ...rule.example] as const))('%s: %s', (_name, marked, value) => {
    const text = marked.replace(/[[\]]/g, '');
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    const tokens = tokenize(text);
    const { times } = place(tokens, recognise(tokens), { text, published: PUBLISHED });
    const found = times.find(({ spans: [span] }) => span?.[0] === start && span[1] === end);
    expect(found?.timex.value ?? times.map((time) => `${time.text} = ${time.timex.value}`)).toBe(value);
  });

  it('names each rule once', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  });
});
