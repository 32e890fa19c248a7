import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger/index.ts';
import { ledgerSuite } from './suite.ts';

ledgerSuite('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'accordingto-ledger-'));
  const ledger = await openLedger(join(folder, 'ledger.db'), { create: true });
  return { ledger, dispose: () => rm(folder, { recursive: true, force: true }) };
});
