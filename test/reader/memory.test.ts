import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { createPool, modelFolder } from '../../src/reader/encoder/index.ts';
import type { Model } from '../../src/reader/encoder/jobs.ts';
import { startWorker } from '../../src/reader/encoder/pool.ts';
import { createReader, type Reader } from '../../src/reader/reader.ts';
import { saidByModel } from '../../src/reader/said/neural/index.ts';
import { readBatch } from '../../src/work/reading.ts';

const report = (id: string, text: string): Report => ({
  ...{ id, from: null, url: null, title: null, outlet: null, byline: null, published: null, language: 'en', sha256: '' },
  text,
});

/** Enough for the model and a page; far from enough for the words of millions of characters. */
const MEGABYTES = 96;
const HUGE = 'The mayor said so. '.repeat(200_000);

let reader: Reader;
let before: string | undefined;
beforeAll(() => {
  before = process.env.NODE_OPTIONS;
  // Processes that start from here on inherit it; this one has its heap already.
  process.env.NODE_OPTIONS = `${before ?? ''} --max-old-space-size=${MEGABYTES}`;
  reader = createReader([saidByModel({ workers: 1, force: true })]);
});
afterAll(async () => {
  await reader.close();
  if (before === undefined) delete process.env.NODE_OPTIONS;
  else process.env.NODE_OPTIONS = before;
});

describe('a system that starts no more processes', () => {
  const page = 'The mayor of Northport said on Monday that the bridge is closed.';
  const options = { threshold: 0.5, depth: 0 };
  const failing = (times: number): ((model: Model) => ChildProcess) => {
    let left = times;
    return (model) => {
      left -= 1;
      if (left >= 0) throw new Error('spawn ENOMEM');
      return startWorker(model);
    };
  };

  it('refuses the report that it had none for, and reads the next', { timeout: 60_000 }, async () => {
    const pool = createPool({ folder: modelFolder(), workers: 1, start: failing(1) });
    await expect(pool.read([page], options)).rejects.toMatchObject({ problem: { code: 'READER_WORKER_LOST' } });
    expect((await pool.read([page], options))[0]).toHaveLength(1);
    await pool.close();
  });

  it('goes on with the processes that it has', { timeout: 60_000 }, async () => {
    let started = 0;
    const start = (model: Model): ChildProcess => {
      started += 1;
      if (started > 1) throw new Error('spawn ENOMEM');
      return startWorker(model);
    };
    const pool = createPool({ folder: modelFolder(), workers: 3, start });
    pool.expect(3);
    expect(await pool.read([page, page, page], options)).toHaveLength(3);
    await pool.close();
  });
});

describe('a process that really runs out of memory', () => {
  it('costs its report a coded refusal, and the batch goes on', { timeout: 120_000 }, async () => {
    const page = 'The mayor of Northport said on Monday that the bridge is closed.';
    const results = await readBatch(reader, [report('a', page), report('huge', HUGE), report('b', page)]);
    expect(results.map((result) => ('problem' in result ? result.problem.code : result.reading.statements.length))).toEqual([
      1,
      'READER_WORKER_LOST',
      1,
    ]);
    expect(results[1]).toMatchObject({ problem: { problem: expect.stringContaining('memory runs out') } });
  });
});
