import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from '../../src/ledger/canonical/canonical.ts';
import { openLedger, type VerifyFinding } from '../../src/ledger/index.ts';
import { AccordingtoError } from '../../src/model/index.ts';
import { made, madeLinking, seeded } from './made.ts';
import { collected } from './suite.ts';

/** How many bytes are flipped at random, one at a time: `FLIPS=5000 npx vitest run test/ledger/damage.test.ts` for more. */
const FLIPS = Number(process.env.FLIPS ?? 60);
const REPORTS = 4;

describe('one flipped byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accordingto-damage-'));
  const path = join(folder, 'ledger.db');
  const copy = join(folder, 'copy.db');
  let bytes: Buffer;
  let whole: string;

  /** All that a person can read in the ledger, as a hash. */
  async function everythingIn(file: string): Promise<string> {
    const ledger = await openLedger(file, { readOnly: true });
    try {
      const entries = (await ledger.entries({ limit: 500 })).rows;
      const exported = await ledger.exportAll();
      const raws = await Promise.all(exported.reports.map(({ id }) => ledger.raw(id)));
      const readings = await collected(ledger.eachReading());
      return sha256(canonicalJson({ entries, exported, raws: raws.map((raw) => sha256(raw?.bytes ?? '')), readings }));
    } finally {
      await ledger.close();
    }
  }

  async function findings(file: string): Promise<readonly VerifyFinding[]> {
    const ledger = await openLedger(file, { readOnly: true });
    try {
      return await collected(ledger.verify());
    } finally {
      await ledger.close();
    }
  }

  function flip(offsets: readonly number[], bit: number): void {
    const flipped = Buffer.from(bytes);
    for (const offset of offsets) flipped[offset] = (flipped[offset] as number) ^ (1 << bit);
    writeFileSync(copy, flipped);
  }

  beforeAll(async () => {
    const ledger = await openLedger(path, { create: true });
    await ledger.addMany(Array.from({ length: REPORTS }, (_, i) => made(i, 5)));
    const readings = await collected(ledger.eachReading());
    await ledger.link(madeLinking(readings.map(({ report, reading }) => ({ report, statements: reading.statements }))));
    await ledger.judge({ verdict: 'confirm', target: 'C1', by: 'a person' });
    await ledger.close();
    bytes = readFileSync(path);
    whole = await everythingIn(path);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is found, or changes nothing that can be read', { timeout: 600_000 }, async () => {
    const random = seeded(7);
    for (let i = 0; i < FLIPS; i += 1) {
      const offset = Math.floor(random() * bytes.length);
      flip([offset], Math.floor(random() * 8));
      try {
        if ((await findings(copy)).length > 0) continue;
        expect(await everythingIn(copy), `byte ${offset}`).toBe(whole);
      } catch (error) {
        // A file that does not open as a ledger any more says so by its code.
        if (!(error instanceof AccordingtoError)) throw error;
      }
    }
  });

  /** Every place where the file has some bytes: pages keep, unread, copies of what once stood on them. */
  function offsetsOf(words: Buffer): readonly number[] {
    const found: number[] = [];
    for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) found.push(at);
    return found;
  }

  /** Where the file keeps what belongs to each entry. */
  function places(): readonly {
    readonly what: string;
    readonly offsets: readonly number[];
    readonly length: number;
    readonly sequence: number;
  }[] {
    const file = new Database(path, { readonly: true });
    const rows = file.prepare('SELECT sequence, body, previous, hash FROM log').all() as Record<string, string>[];
    const kept = file.prepare('SELECT hash, bytes FROM blobs').all() as { readonly hash: string; readonly bytes: Buffer }[];
    file.close();
    const found = rows.flatMap(({ sequence, body = '', previous, hash }) => {
      const inLog = [
        { what: 'body', words: Buffer.from(body) },
        { what: 'hash', words: Buffer.from(`${previous}${hash}`) },
      ];
      const blobs = kept
        .filter((blob) => body.includes(blob.hash))
        .map((blob) => ({ what: 'kept bytes', words: blob.bytes.subarray(0, 200) }));
      return [...inLog, ...blobs].map(({ what, words }) => ({
        what,
        offsets: offsetsOf(words),
        length: words.length,
        sequence: Number(sequence),
      }));
    });
    return found.filter(({ offsets }) => offsets.length > 0);
  }

  it('in an entry, a report or its bytes: the entry is named', { timeout: 120_000 }, async () => {
    const random = seeded(11);
    const all = places();
    expect(new Set(all.map(({ what }) => what))).toEqual(new Set(['body', 'hash', 'kept bytes']));
    expect(new Set(all.map(({ sequence }) => sequence)).size).toBe(REPORTS + 2);
    for (const { what, offsets, length, sequence } of all) {
      const within = Math.floor(random() * length);
      flip(
        offsets.map((offset) => offset + within),
        Math.floor(random() * 8),
      );
      const named = (await findings(copy)).map((finding) => finding.sequence);
      expect(named, `${what} of entry ${sequence}`).toContain(sequence);
    }
  });

  it.each([
    ['an entry taken out', 'DELETE FROM log WHERE sequence = 2', 2],
    ['the newest entry taken off', 'DELETE FROM log WHERE sequence = (SELECT max(sequence) FROM log)', REPORTS + 2],
    ['two entries changed round', 'UPDATE log SET sequence = CASE sequence WHEN 2 THEN 3 ELSE 2 END + 100 WHERE sequence IN (2, 3)', 2],
    ['a body rewritten', `UPDATE log SET body = replace(body, 'given-1', 'given-9') WHERE sequence = 2`, 2],
    ['a kept text gone', 'DELETE FROM blobs WHERE key = 3', 2],
  ])('%s is named', async (_what, change, sequence) => {
    writeFileSync(copy, bytes);
    const file = new Database(copy);
    file.exec(change);
    file.close();
    expect((await findings(copy)).map((finding) => finding.sequence)).toContain(sequence);
  });

  it('in derived rows is found, and a rebuild puts it right', async () => {
    writeFileSync(copy, bytes);
    const file = new Database(copy);
    file.exec(`UPDATE statement_rows SET row = replace(row, 'certain', 'possible'); DELETE FROM reports WHERE key = 1`);
    file.close();
    expect((await findings(copy)).filter(({ what }) => what === 'derived').length).toBeGreaterThan(0);
    const ledger = await openLedger(copy);
    await ledger.rebuild();
    await ledger.close();
    expect(await findings(copy)).toEqual([]);
    expect(await everythingIn(copy)).toBe(whole);
  });
});
