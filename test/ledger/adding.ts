// Run as a process of its own: adds invented reports to a ledger until all are in, and says each time how many are.
//   node --import tsx test/ledger/adding.ts LEDGER HOW_MANY [BATCH]
import { openLedger } from '../../src/ledger/index.ts';
import { AccordingtoError } from '../../src/model/index.ts';
import { made } from './made.ts';

const [path = '', howMany = '0', batch = '1'] = process.argv.slice(2);
try {
  const ledger = await openLedger(path, { create: true });
  for (let i = 0; i < Number(howMany); i += Number(batch)) {
    const some = Array.from({ length: Math.min(Number(batch), Number(howMany) - i) }, (_, k) => made(i + k));
    await ledger.addMany(some);
    process.stdout.write(`${i + some.length}\n`);
  }
  await ledger.close();
} catch (error) {
  if (!(error instanceof AccordingtoError)) throw error;
  process.stdout.write(`${error.problem.code}\n`);
  process.exitCode = 1;
}
