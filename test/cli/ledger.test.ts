import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LedgerExport } from '../../src/model/index.ts';
import { jsonLines, run, temporaryFolder, withoutProgress } from './support/run.ts';

const folder = temporaryFolder();
const ledger = join(folder, 'desk.db');

describe('a ledger on the command line', () => {
  beforeAll(async () => {
    const { status, out, err } = await run(['add', 'examples/sample.jsonl', '--ledger', ledger]);
    expect(withoutProgress(err)).toMatch(/^6 reports stored with \d+ statements, 0 known already, 0 refused\.\n$/);
    expect(status).toBe(0);
    expect(out.split('\n').filter((line) => line.startsWith('stored'))).toHaveLength(6);
  }, 60_000);

  it('adding again changes nothing and says so', async () => {
    const before = await run(['export', '--ledger', ledger]);
    const { status, out, err } = await run(['add', '--jsonl', 'examples/sample.jsonl', '--ledger', ledger, '--json']);
    expect([status, jsonLines(out).map(({ kind }) => kind)]).toEqual([0, Array(6).fill('known')]);
    expect(err).toContain('0 reports stored with 0 statements, 6 known already');
    expect(await run(['export', '--ledger', ledger])).toEqual(before);
  });

  it('exports the contract’s object', async () => {
    const { status, out } = await run(['export', '--format', 'json', '--ledger', ledger]);
    const all = LedgerExport.parse(JSON.parse(out));
    expect([status, all.reports.length]).toEqual([0, 6]);
    const wire = all.reports.find(({ outlet, copyOf }) => outlet === 'North Coast Wire' && copyOf === null);
    const copy = all.reports.find(({ outlet }) => outlet === 'Varn Daily');
    expect(copy?.copyOf).toBeTruthy();
    expect(wire).toBeDefined();
    expect(all.reports.find(({ id }) => id === copy?.copyOf)?.outlet).toBe('North Coast Wire');
  });

  it('exports into a file', async () => {
    const file = join(folder, 'out.json');
    const { out } = await run(['export', '--ledger', ledger]);
    expect(await run(['export', '--ledger', ledger, '--output', file])).toEqual({ status: 0, out: '', err: '' });
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(file, 'utf8')).toBe(out);
  });

  it('finds words', async () => {
    const { status, out } = await run(['search', 'concrete', 'inspectorate', '--ledger', ledger, '--json']);
    expect(status).toBe(0);
    for (const row of jsonLines(out)) expect(JSON.stringify(row)).toMatch(/concrete/i);
    const nothing = await run(['search', 'zeppelin', '--ledger', ledger]);
    expect([nothing.status, nothing.out]).toEqual([1, '']);
    expect(nothing.err).toContain('CLI_NOTHING_FOUND');
  });

  it('verifies and rebuilds to the same rows', async () => {
    const before = (await run(['export', '--ledger', ledger])).out;
    expect((await run(['verify', '--ledger', ledger])).err).toMatch(/^Whole: \d+ entries, 6 reports\.\n$/);
    const rebuilt = await run(['rebuild', '--ledger', ledger, '--quiet']);
    expect(rebuilt).toEqual({ status: 0, out: '', err: '' });
    expect((await run(['export', '--ledger', ledger])).out).toBe(before);
  });

  it.each(['search', 'export', 'verify', 'rebuild'])('%s of no ledger is refused, and makes none', async (command) => {
    const path = join(folder, 'none.db');
    const { status, out, err } = await run([command, ...(command === 'search' ? ['x'] : []), '--ledger', path]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('LEDGER_NOT_FOUND');
    expect(existsSync(path)).toBe(false);
  });

  it('adds the rest of a batch and exits with 1', async () => {
    const bad = join(folder, 'empty.txt');
    writeFileSync(bad, '');
    const { status, out, err } = await run(['add', bad, 'examples/report.html', '--ledger', join(folder, 'two.db')]);
    expect(status).toBe(1);
    expect(out).toMatch(/^refused {2}.*INTAKE_EMPTY\nstored/);
    expect(err).toContain('INTAKE_EMPTY');
    expect(err).toContain('1 report stored');
  });

  it('keeps what was added before Ctrl-C', async () => {
    const abort = new AbortController();
    const many = join(folder, 'many.jsonl');
    const path = join(folder, 'stopped.db');
    writeFileSync(
      many,
      Array.from({ length: 100 }, (_, i) => JSON.stringify({ id: `n${i}`, text: `Police said ${i + 2} people were hurt.` })).join('\n'),
    );
    const stopped = await run(['add', '--jsonl', many, '--ledger', path], { abort, onOut: () => abort.abort() });
    expect(stopped.status).toBe(130);
    const kept = stopped.out.split('\n').filter((line) => line.startsWith('stored')).length;
    expect(kept).toBeGreaterThan(0);
    expect((await run(['verify', '--ledger', path])).status).toBe(0);
    const rest = await run(['add', '--jsonl', many, '--ledger', path]);
    expect(rest.err).toContain(`${100 - kept} reports stored`);
    expect(rest.err).toContain(`${kept} known already`);
  }, 60_000);
});

describe('doctor', () => {
  it('tells what is there and what is not', async () => {
    const { out } = await run(['doctor', '--json', '--ledger', join(folder, 'none.db')]);
    const [{ findings }] = jsonLines(out) as [{ findings: { name: string; state: string }[] }];
    const state = (wanted: string) => findings.find(({ name }) => name === wanted)?.state;
    expect([state('node'), state('database'), state('reader'), state('ledger')]).toEqual(['fine', 'fine', 'fine', 'absent']);
  });
});
