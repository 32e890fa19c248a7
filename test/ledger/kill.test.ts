import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import type { LedgerExport } from '../../src/model/index.ts';
import { startAdding } from './child.ts';
import { temporaryFolder } from './folder.ts';
import { made } from './made.ts';
import { collected } from './suite.ts';

/** How often the writer is killed: a few times here, fifty by `KILLS=50 npx vitest run test/ledger/kill.test.ts`. */
const KILLS = Number(process.env.KILLS ?? 3);
const REPORTS = 120;
const BATCH = 4;

async function exported(path: string): Promise<LedgerExport> {
  const ledger = await openLedger(path, { readOnly: true });
  try {
    return await ledger.exportAll();
  } finally {
    await ledger.close();
  }
}

describe('a writer killed at any moment', () => {
  const folder = temporaryFolder();
  let undisturbed: LedgerExport;
  let duration: number;

  beforeAll(async () => {
    const adding = startAdding(join(folder.path, 'undisturbed.db'), REPORTS, BATCH);
    await adding.begun;
    const from = performance.now();
    expect((await adding.ended).status).toBe(0);
    duration = performance.now() - from;
    undisturbed = await exported(join(folder.path, 'undisturbed.db'));
  });
  afterAll(() => folder[Symbol.dispose]());

  it.each(Array.from({ length: KILLS }, (_, i) => i))(
    'leaves a ledger that opens, verifies and goes on (%i)',
    { timeout: 60_000 },
    async (i) => {
      const path = join(folder.path, `killed-${i}.db`);
      const adding = startAdding(path, REPORTS, BATCH);
      await adding.begun;
      // Spread over the whole run, each a little off the even step.
      await new Promise((resolve) => setTimeout(resolve, (duration * (i + Math.random())) / KILLS));
      adding.process.kill('SIGKILL');
      const { lines } = await adding.ended;

      const ledger = await openLedger(path);
      const { reports } = await ledger.counts();
      expect(reports).toBeGreaterThanOrEqual(Number(lines.at(-1)));
      expect(reports % BATCH).toBe(0);
      expect(await collected(ledger.verify())).toEqual([]);
      const outcomes = await ledger.addMany(Array.from({ length: REPORTS }, (_, k) => made(k)));
      expect(outcomes.filter(({ status }) => status === 'stored').length).toBe(REPORTS - reports);
      expect(await collected(ledger.verify())).toEqual([]);
      await ledger.close();
      expect(await exported(path)).toEqual(undisturbed);
    },
  );
});
