import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from './support/run.ts';

it('relink says that nothing is seen otherwise, for a person and as JSON', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'accordingto-relink-'));
  try {
    const ledger = join(folder, 'desk.db');
    const text = 'The mayor of Hallin said on Monday that 40 people had left their homes. “The wall holds,” the engineer said.';
    await writeFile(join(folder, 'a.txt'), text);
    expect((await run(['add', join(folder, 'a.txt'), '--published', '2025-04-15', '--ledger', ledger])).status).toBe(0);
    const told = await run(['relink', '--ledger', ledger]);
    expect(told.err).toContain('is seen otherwise');
    const lines = (await run(['relink', '--ledger', ledger, '--json'])).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ before: { version: expect.any(String) }, changes: 0 }]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
