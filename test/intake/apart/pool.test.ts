import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPool } from '../../../src/intake/apart/pool.ts';
import { readApart } from '../../../src/intake/apart/read.ts';
import { arrivalOf } from '../../../src/intake/arrival.ts';
import { DEFAULT_LIMITS, type Format } from '../../../src/intake/index.ts';
import { AccordingtoError } from '../../../src/model/index.ts';

const pool = createPool({ memory: 256, file: fileURLToPath(new URL('./bad-worker.ts', import.meta.url)), most: 2 });
/** Parsers that never end get no more than this; the others have all the time that a busy machine takes. */
const SHORT = 1_500;
const ENDLESS = ['hang', 'backtrack'];

/** The text that a parser gives, or the code that its document is refused with. */
async function outcome(name: string, signal?: AbortSignal): Promise<string> {
  try {
    const all: string[] = [];
    const parseTimeout = ENDLESS.includes(name) ? SHORT : DEFAULT_LIMITS.parseTimeout;
    const limits = { ...DEFAULT_LIMITS, parseTimeout, maxOutput: 10_000_000 };
    const arrival = arrivalOf(Buffer.from('words'), { from: 'given' });
    for await (const found of readApart({ name } as Format, arrival, { limits, signal, pool })) {
      all.push(
        found.kind === 'article' ? `${found.text}${Buffer.from(found.raw).toString() === 'words' ? '' : ', not its bytes'}` : found.kind,
      );
    }
    return all.join();
  } catch (error) {
    if (error instanceof AccordingtoError) return error.code;
    throw error;
  }
}

describe('a parser that fails costs its own document and no other', () => {
  it.each([
    ['good', 'words'],
    ['throws', 'INTAKE_PARSER_FAILED'],
    ['recurses', 'INTAKE_PARSER_FAILED'],
    ['network', 'INTAKE_PARSER_FAILED'],
    ['output', 'INTAKE_EXPANDS'],
    ['ends', 'INTAKE_PARSER_FAILED'],
    ['aborts', 'INTAKE_PARSER_FAILED'],
    ['hang', 'INTAKE_TOO_SLOW'],
    ['backtrack', 'INTAKE_TOO_SLOW'],
    ['heap', 'INTAKE_TOO_MUCH_MEMORY'],
    ['one-large-array', 'INTAKE_TOO_MUCH_MEMORY'],
    ['buffers', 'INTAKE_TOO_MUCH_MEMORY'],
    ['environment', '{}'],
  ])('%s: %s', async (name, expected) => {
    const [found, after] = [await outcome(name), await outcome('good')];
    expect(found).toBe(expected);
    expect(after).toBe('words');
  });

  it('several at once: each gets what is its own', async () => {
    const names = ['good', 'ends', 'good', 'hang', 'good', 'buffers', 'good'];
    expect(await Promise.all(names.map((name) => outcome(name)))).toEqual([
      'words',
      'INTAKE_PARSER_FAILED',
      'words',
      'INTAKE_TOO_SLOW',
      'words',
      'INTAKE_TOO_MUCH_MEMORY',
      'words',
    ]);
  });

  it('ends with the signal, not with the parser', async () => {
    expect(await outcome('heap', AbortSignal.timeout(20))).toBe('INTAKE_CANCELLED');
    expect(await outcome('good')).toBe('words');
  });

  it('a process that cannot start refuses what waits for it', async () => {
    const none = createPool({ memory: 256, file: '/nowhere/worker.ts' });
    const arrival = arrivalOf(Buffer.from('words'), { from: 'given' });
    const reading = readApart({ name: 'good' } as Format, arrival, { limits: DEFAULT_LIMITS, pool: none });
    await expect(reading.next()).rejects.toThrow(/INTAKE_PARSER_FAILED/);
  });
});
