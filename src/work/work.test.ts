import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Intake } from '../intake/index.ts';
import type { Ledger } from '../ledger/port.ts';
import { AccordingtoError, problem, type Reading, type Received, type Report } from '../model/index.ts';
import { createReader, type Reader } from '../reader/reader.ts';
import { inBatches } from './batches.ts';
import { createDesk } from './desk.ts';

const received = (text: string, id = ''): Received => {
  const raw = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const report: Report = {
    id: id || `r${sha256.slice(0, 16)}`,
    from: `${text}.txt`,
    url: null,
    title: null,
    outlet: null,
    byline: null,
    published: null,
    language: null,
    sha256,
    text,
  };
  return { kind: 'report', report, idGiven: id !== '', raw, mediaType: 'text/plain', headers: {}, evidence: [], warnings: [] };
};
const refused = (from: string): Received => ({ kind: 'refusal', from, problem: problem('INTAKE_EMPTY', { from }) });
const intakeOf = (items: Iterable<Received>) => (): Intake =>
  async function* () {
    yield* items;
  };

/** A ledger that keeps ids only: the store's own suite tests the rest. */
const memoryLedger = () => {
  const readings = new Map<string, Reading>();
  const log: string[] = [];
  const ledger = {
    unmarked: async () => (log.lastIndexOf('report') > log.lastIndexOf('linking') ? ['waits'] : []),
    reportIdOf: async (sha256: string) => (readings.has(sha256) ? `r${sha256.slice(0, 16)}` : null),
    addMany: async (items: readonly { reading: Reading }[]) =>
      items.map(({ reading }) => {
        readings.set(reading.report.sha256, reading);
        log.push('report');
        return { status: 'stored' as const, reportId: reading.report.id };
      }),
  } as unknown as Ledger;
  return { ledger, readings, log };
};
const countingReader = () => {
  const inner = createReader([]);
  const batches: string[][] = [];
  const reader: Reader = {
    ...inner,
    readMany: (reports) => {
      batches.push(reports.map(({ text }) => text));
      if (reports.some(({ text }) => text === 'trips')) throw new Error('tripped');
      return inner.readMany(reports);
    },
  };
  return { reader, batches };
};
const all = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
};

describe('a desk', () => {
  it('answers one event an input, in order, and the batch outlives refusals', async () => {
    const { ledger } = memoryLedger();
    const { reader } = countingReader();
    const intake = intakeOf([received('a'), refused('empty'), received('b'), received('a')]);
    const events = await all(createDesk({ intake, reader, ledger }).add([]));
    expect(events.map(({ kind, from }) => [kind, from])).toEqual([
      ['stored', 'a.txt'],
      ['refused', 'empty'],
      ['stored', 'b.txt'],
      ['known', 'a.txt'],
    ]);
  });

  it('does not read bytes that the ledger has', async () => {
    const { ledger } = memoryLedger();
    const { reader, batches } = countingReader();
    const desk = createDesk({ intake: intakeOf([received('a')]), reader, ledger });
    await all(desk.add([]));
    expect((await all(desk.add([])))[0]?.kind).toBe('known');
    expect(batches).toEqual([['a']]);
  });

  it('names a stored report by its bytes, whatever id came with it', async () => {
    const { ledger, readings } = memoryLedger();
    const input = received('a', 'mine-1');
    await all(createDesk({ intake: intakeOf([input]), reader: createReader([]), ledger }).add([]));
    const [reading] = [...readings.values()];
    expect(reading?.report.id).toBe(`r${reading?.report.sha256.slice(0, 16)}`);
  });

  it('refuses the one report that trips the reader and reads the others', async () => {
    const { reader } = countingReader();
    const events = await all(createDesk({ intake: intakeOf([received('a'), received('trips'), received('b')]), reader }).read([]));
    expect(events.map(({ kind }) => kind)).toEqual(['read', 'refused', 'read']);
    expect(events[1]).toMatchObject({ problem: { code: 'WORK_READER_FAILED', exit: 70 } });
  });

  it('links once, also when the caller stops early, and not where nothing is new', async () => {
    let linked = 0;
    const { ledger, log } = memoryLedger();
    const link = async (): Promise<void> => {
      linked += 1;
      log.push('linking');
    };
    const desk = createDesk({ intake: intakeOf([received('a'), received('b')]), reader: createReader([]), ledger, link });
    for await (const event of desk.add([])) if (event.kind === 'stored') break;
    expect(linked).toBe(1);
    await all(desk.add([]));
    expect(linked).toBe(1);
  });

  it('links what a run that was killed left unlinked', async () => {
    const { ledger, log } = memoryLedger();
    await all(createDesk({ intake: intakeOf([received('a')]), reader: createReader([]), ledger }).add([]));
    const link = async (): Promise<void> => void log.push('linking');
    await all(createDesk({ intake: intakeOf([received('a')]), reader: createReader([]), ledger, link }).add([]));
    expect(log).toEqual(['report', 'linking']);
  });

  it('does not ask a ledger that cannot be written to take the linking', async () => {
    const { ledger } = memoryLedger();
    let linked = 0;
    const full = { ...ledger, addMany: () => Promise.reject(new AccordingtoError('LEDGER_DISK_FULL', { path: 'x', reason: 'full' })) };
    const rooms = { intake: intakeOf([received('a')]), reader: createReader([]), ledger: full, link: async () => void linked++ };
    await expect(all(createDesk(rooms).add([]))).rejects.toThrow('LEDGER_DISK_FULL');
    expect(linked).toBe(0);
  });

  it('stops at an abort and keeps what was stored', async () => {
    const controller = new AbortController();
    const { ledger, readings } = memoryLedger();
    const many = Array.from({ length: 100 }, (_, i) => received(`report ${i}`));
    const desk = createDesk({ intake: intakeOf(many), reader: createReader([]), ledger });
    for await (const event of desk.add([], { signal: controller.signal })) if (event.from === 'report 5.txt') controller.abort();
    expect(readings.size).toBeGreaterThanOrEqual(6);
    expect(readings.size).toBeLessThan(100);
  });

  it('tells how far it is', async () => {
    const { reader } = countingReader();
    const seen: unknown[] = [];
    const desk = createDesk({ intake: intakeOf([received('ab'), refused('x')]), reader });
    await all(desk.read([], { onProgress: (progress) => seen.push(progress) }));
    expect(seen).toEqual([
      { inputs: 1, bytes: 2, refused: 0, known: 0, statements: 0, from: 'ab.txt' },
      { inputs: 2, bytes: 2, refused: 1, known: 0, statements: 0, from: 'x' },
    ]);
  });
});

describe('batches', () => {
  const limits = { items: 3, weight: 100, weigh: (n: number) => n, patience: 20 };
  const of = async function* (...numbers: number[]) {
    yield* numbers;
  };

  it('are cut by count and by weight, in order', async () => {
    expect(await all(inBatches(of(1, 2, 3, 4, 99, 5, 500, 6), limits))).toEqual([[1, 2, 3], [4, 99], [5, 500], [6]]);
  });

  it('do not wait for a slow source', async () => {
    const slow = async function* () {
      yield 1;
      await new Promise((resolve) => setTimeout(resolve, 80));
      yield 2;
    };
    expect(await all(inBatches(slow(), limits))).toEqual([[1], [2]]);
  });

  it('take one item ahead at most, and close the source', async () => {
    let taken = 0;
    let closed = false;
    const source = (async function* () {
      try {
        for (;;) yield taken++;
      } finally {
        closed = true;
      }
    })();
    for await (const batch of inBatches(source, limits)) if (batch.length > 0) break;
    expect(taken).toBeLessThanOrEqual(4);
    expect(closed).toBe(true);
  });

  it('hand on what the source throws', async () => {
    const broken = async function* () {
      yield 1;
      throw new Error('broke');
    };
    await expect(all(inBatches(broken(), limits))).rejects.toThrow('broke');
  });
});
