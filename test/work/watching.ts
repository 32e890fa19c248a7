// A process that watches one feed for one round: `watching.ts LEDGER FEED`. It is there to be killed.
import { createFetcher, createIntake } from '../../src/intake/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { createReader } from '../../src/reader/reader.ts';
import { createDesk } from '../../src/work/index.ts';
import { watch, watchPlaces } from '../../src/work/watch/watch.ts';

const [path = '', feed = ''] = process.argv.slice(2);
const ledger = await openLedger(path, { create: true });
const fetcher = createFetcher({ maxBytes: 1e6, timeout: 5000, maxRedirects: 3, allowPrivate: ['127.0.0.1/32'] });
const desk = createDesk({ intake: (options) => createIntake(options), reader: createReader([]), ledger });
await watchPlaces(ledger, [feed], new Date());
const options = { every: 900_000, everyFolder: 10_000, settle: 1000, pause: 0, since: '2024-01-01', once: true };
for await (const event of watch({ ledger, desk, fetcher, maxBytes: 1e6 }, options)) process.stdout.write(`${event.kind}\n`);
await fetcher.close();
await ledger.close();
