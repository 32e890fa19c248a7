// Memory of an export as a web archive: tsx bench/exports/wacz.ts REPORTS KILOBYTES
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportWacz } from '../../src/exports/wacz.ts';
import { createIntake } from '../../src/intake/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { createReader } from '../../src/reader/reader.ts';
import { createDesk } from '../../src/work/index.ts';

const [reports, kilobytes] = process.argv.slice(2).map(Number) as [number, number];
const folder = mkdtempSync(join(tmpdir(), 'accordingto-wacz-'));
const ledger = await openLedger(join(folder, 'desk.db'), { create: true });
const desk = createDesk({ intake: (options) => createIntake(options), reader: createReader([]), ledger });
for (let done = 0; done < reports; done += 50) {
  const inputs = Array.from({ length: Math.min(50, reports - done) }, (_, i) => ({
    kind: 'given' as const,
    bytes: Buffer.from(
      `<p>Report ${done + i} says that the bridge is closed.</p><!--${randomBytes(kilobytes * 384).toString('base64')}-->`,
    ),
    name: `${done + i}.html`,
    mediaType: 'text/html' as const,
  }));
  for await (const event of desk.add(inputs)) if (event.kind === 'refused') throw new Error(event.problem.problem);
}
let [bytes, most] = [0, 0];
const start = performance.now();
for await (const piece of exportWacz(ledger)) {
  bytes += piece.length;
  most = Math.max(most, process.memoryUsage().rss);
}
const mebibytes = (n: number): string => (n / 2 ** 20).toFixed(0);
console.log(
  `${reports} reports, ${mebibytes(bytes)} MiB in ${((performance.now() - start) / 1000).toFixed(1)} s, at most ${mebibytes(most)} MiB resident`,
);
await ledger.close();
rmSync(folder, { recursive: true });
