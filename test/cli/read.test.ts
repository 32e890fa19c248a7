import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Reading } from '../../src/model/index.ts';
import { jsonLines, run, temporaryFolder, withoutProgress } from './support/run.ts';

const STORY = 'The bridge will open again on Monday, the mayor of Sarn, Hanne Brisk, said.\n\n“It is not safe,” she said.';

describe('read', () => {
  it('prints one line of the contract’s JSON a report, in the order given, and nothing else', async () => {
    const { status, out, err } = await run(['read', 'examples/report.html', 'examples/sample.jsonl', '--json']);
    expect([status, withoutProgress(err)]).toEqual([0, '']);
    const readings = jsonLines(out).map((line) => Reading.parse(line));
    expect(readings.map(({ report }) => report.outlet)).toEqual([
      'The Lindholt Post',
      'North Coast Wire',
      'Varn Daily',
      'The Lindholt Post',
      'Capital Courier',
      'Varn Radio',
      'North Coast Wire',
    ]);
    expect(readings[0]?.report.from).toBe('examples/report.html');
    expect(readings[0]?.report.text).toContain(readings[3]?.report.text);
    for (const { report, statements } of readings) {
      expect(statements.length).toBeGreaterThan(0);
      for (const { content } of statements) {
        expect(content.text).toBe(content.spans.map(([start, end]) => report.text.slice(start, end)).join(' '));
      }
    }
  });

  it('keeps the id and the text of JSON Lines, plain, gzipped or from standard input', async () => {
    const folder = temporaryFolder();
    const line = `${JSON.stringify({ id: 'mine-7', text: `${STORY}\u00A0 \uD83D\uDE80`, published: '2026-03-10' })}\n`;
    writeFileSync(join(folder, 'a.jsonl'), line);
    writeFileSync(join(folder, 'a.jsonl.gz'), gzipSync(line));
    const plain = await run(['read', '--jsonl', join(folder, 'a.jsonl'), '--json']);
    const packed = await run(['read', '--jsonl', join(folder, 'a.jsonl.gz'), '--json']);
    const piped = await run(['read', '--jsonl', '-', '--json'], { stdin: line });
    for (const { status, out } of [plain, packed, piped]) {
      expect(status).toBe(0);
      expect(jsonLines(out)[0]?.report).toMatchObject({ id: 'mine-7', text: `${STORY}\u00A0 \uD83D\uDE80`, published: '2026-03-10' });
    }
  });

  it('counts relative dates from --published where the text does not say', async () => {
    const { out } = await run(['read', '-', '--json', '--published', '2026-03-12'], { stdin: STORY });
    const [reading] = jsonLines(out).map((line) => Reading.parse(line));
    expect(reading?.report.published).toBe('2026-03-12');
    expect(reading?.times.find(({ text }) => text === 'Monday')?.edtf).toBe('2026-03-16');
  });

  it('refuses what it cannot read, reads the rest, and exits with 1', async () => {
    const stdin = [JSON.stringify({ id: 'a', text: STORY }), '{"id": ', JSON.stringify({ id: 'c', text: STORY })].join('\n');
    const { status, out, err } = await run(['read', '--jsonl', '-', '/no/such/file', '--json'], { stdin });
    expect(status).toBe(1);
    expect(jsonLines(out).map(({ report }) => (report as { id: string }).id)).toEqual(['a', 'c']);
    expect(err).toMatch(/INTAKE_NOT_FOUND .*\/no\/such\/file/);
    expect(err).toMatch(/INTAKE_\w+ .*2/);
  });

  it('shows a person who says what, as wide as the terminal', async () => {
    const { out } = await run(['read', 'examples/report.html'], { columns: 100, env: { NO_COLOR: '1' } });
    expect(out).toContain('Inspectors warned of spillway a year ago, officials say\n');
    expect(out).toContain(' · said · ');
    expect(out).toContain('“We have never received such a document,”');
    expect(out).toContain(' ┊ how many ');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(out).not.toContain('\u001B');
  });

  it('colours a terminal, and nothing else', async () => {
    expect((await run(['read', 'examples/report.html'], { columns: 80 })).out).toContain('\u001B[');
    expect((await run(['read', 'examples/report.html'])).out).not.toContain('\u001B[');
    expect((await run(['read', 'examples/report.html', '--no-color'], { columns: 80 })).out).not.toContain('\u001B[');
  });

  it('shows an escape sequence in an article and does not obey it', async () => {
    const line = JSON.stringify({ id: 'x', title: 'Title \u001B[2J\u202Eevil', text: `\u001B]0;owned\u0007${STORY}\u001B[31m` });
    const { out } = await run(['read', '--jsonl', '-'], { stdin: line });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is printed is what is tested.
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    expect(out).toContain('Title \uFFFD[2J\uFFFDevil');
  });

  it('stops at an abort with 130', async () => {
    const abort = new AbortController();
    const stdin = Array.from({ length: 200 }, (_, i) => JSON.stringify({ id: `r${i}`, text: STORY })).join('\n');
    const { status, out } = await run(['read', '--jsonl', '-', '--json'], { stdin, abort, onOut: () => abort.abort() });
    expect(status).toBe(130);
    expect(jsonLines(out).length).toBeLessThan(200);
  });
});
