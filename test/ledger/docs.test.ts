import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILTERS } from '../../src/ledger/index.ts';

/** The table of filters as docs/ledger.md has it. */
const table = [
  '| rows | filter | keeps rows by | takes |',
  '| --- | --- | --- | --- |',
  ...Object.entries(FILTERS).flatMap(([kind, filters]) =>
    Object.entries(filters).map(([name, { about, values }]) => `| ${kind} | \`${name}\` | ${about} | ${values.expected} |`),
  ),
].join('\n');

describe('docs/ledger.md', () => {
  it('lists every filter that there is', () => {
    expect(readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8')).toContain(table);
  });
});
