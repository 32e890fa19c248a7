import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsPage } from '../scripts/docs/errors.ts';
import { ERRORS, type ErrorCode, problem } from '../src/model/index.ts';

const codes = Object.keys(ERRORS) as ErrorCode[];

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith(join('model', 'errors')))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

describe('the catalogue of errors', () => {
  it('is what docs/errors.md says (npm run docs writes it)', () => {
    expect(readFileSync('docs/errors.md', 'utf8')).toBe(errorsPage());
  });

  it('holds no code that nothing uses', () => {
    const used = new Set(sources('src').flatMap((text) => text.match(/\b[A-Z]+(?:_[A-Z0-9]+)+\b/g) ?? []));
    expect(codes.filter((code) => !used.has(code))).toEqual([]);
  });

  it.each(codes)('%s: named by its room, one line each of what is wrong and what to do', (code) => {
    const { problem: wrong, remedy, exit, http } = ERRORS[code];
    expect(code).toMatch(/^(INTAKE|READER|LEDGER|LINKING|SERVER|CLI|WORK|JUDGE)_[A-Z0-9_]+$/);
    for (const line of [wrong, remedy]) {
      expect(line).not.toContain('\n');
      expect(line.length).toBeGreaterThan(8);
      expect(line.length).toBeLessThan(240);
    }
    expect([1, 2, 70]).toContain(exit);
    expect(http).toBeGreaterThanOrEqual(400);
    expect(http).toBeLessThan(600);
  });

  it('fills the blanks, and only those that it is given', () => {
    expect(problem('INTAKE_NOT_FOUND', { from: 'a {b}' }).problem).toBe('a {b} does not exist.');
    expect(problem('CLI_BAD_DATE').problem).toBe('{value} is not a date.');
  });
});
