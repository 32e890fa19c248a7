import { spawnSync } from 'node:child_process';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createContext } from '../../src/cli/context.ts';
import { createProgressBar, duration, progressText } from '../../src/cli/terminal/progress.ts';
import { figureWords } from '../../src/cli/terminal/reading.ts';
import { widthOf, wrap } from '../../src/cli/terminal/wrap.ts';
import { createWriter } from '../../src/cli/terminal/writer.ts';

describe('a reader that has gone', () => {
  it('ends help without a trace', () => {
    const { stderr } = spawnSync('sh', ['-c', 'node dist/cli/main.mjs --help | true'], { encoding: 'utf8' });
    expect(stderr).toBe('');
  });
});

describe('wrapping', () => {
  it('never goes over the width, whatever the script, and loses nothing', () => {
    const text = '한국의 국가정보원은 열여덟 번째로 말했다 and a-word-that-is-longer-than-the-line 🚀🚀 e\u0301te\u0301';
    const lines = wrap(text, 12);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(12);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it('is linear in one long word', () => {
    const started = performance.now();
    expect(wrap('x'.repeat(400_000), 80)).toHaveLength(5000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('progress', () => {
  const progress = { inputs: 1204, bytes: 250, refused: 0, known: 0, statements: 9, from: 'reports/a.html' };

  it('has a bar and an estimate where the whole is known', () => {
    expect(progressText(progress, 1000, 60_000)).toBe('[#####---------------] 25 %  1,204 reports  3 m left  reports/a.html');
    expect(progressText(progress, null, 60_000)).toBe('1,204 reports  60 s  reports/a.html');
  });

  it('says nothing about short work, draws on a terminal, and nothing with --quiet', () => {
    let written = '';
    const write = (chunk: unknown, _: unknown, done: () => void): void => {
      written += String(chunk);
      done();
    };
    const stderr = Object.assign(new Writable({ write }), { isTTY: true, columns: 40 });
    const streams = { stdin: process.stdin, stdout: process.stdout, stderr, env: {} };
    let now = 0;
    const bar = createProgressBar(createContext(streams, new AbortController(), {}), 1000, () => now);
    bar.update(progress);
    expect(written).toBe('');
    now = 2_000;
    bar.update(progress);
    expect(written).toBe('\r\u001B[K[#####---------------] 25 %  1,204 repo');
    bar.clear();
    written = '';
    const quiet = createProgressBar(createContext(streams, new AbortController(), { quiet: true }), 1000, () => now);
    now = 60_000;
    quiet.update(progress);
    expect(written).toBe('');
  });

  it.each([
    [40_000, '40 s'],
    [480_000, '8 m'],
    [12_000_000, '3 h 20 m'],
  ])('%i ms are %s', (milliseconds, words) => expect(duration(milliseconds)).toBe(words));
});

describe('figures', () => {
  const base = { spans: [], text: 'x', unit: null, counted: null, approximate: false };
  it.each([
    [{ low: 5, high: 5, lowInclusive: true, highInclusive: true }, 'x = 5'],
    [{ low: 13_000, high: null, lowInclusive: false, highInclusive: null }, 'x = over 13,000'],
    [{ low: 3, high: null, lowInclusive: true, highInclusive: null }, 'x = at least 3'],
    [{ low: null, high: 9, lowInclusive: null, highInclusive: true }, 'x = at most 9'],
    [{ low: 80, high: 110, lowInclusive: true, highInclusive: true }, 'x = 80 to 110'],
    [{ low: null, high: null, lowInclusive: null, highInclusive: null }, 'x = no number'],
  ])('%j reads %s', (bounds, words) => expect(figureWords({ ...base, ...bounds })).toBe(words));
});

describe('the writer', () => {
  it('waits for room, and is quiet when its reader goes away', async () => {
    let gone = 0;
    let release: (() => void) | undefined;
    const write = (_: unknown, __: unknown, done: () => void): void => {
      release = done;
    };
    const slow = new Writable({ highWaterMark: 4, write });
    const writer = createWriter(slow, () => {
      gone += 1;
    });
    let room = false;
    const waiting = writer.write('more than four').then(() => {
      room = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(room).toBe(false);
    release?.();
    await waiting;
    slow.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(gone).toBe(1);
    await writer.write('nobody reads this');
  });
});
