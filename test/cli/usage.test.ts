import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { packageFile } from '../../src/cli/package-root.ts';
import { run } from './support/run.ts';

describe('the command line', () => {
  it('prints its help on standard output when nothing is asked', async () => {
    const { status, out, err } = await run([]);
    expect([status, err]).toEqual([0, '']);
    for (const { name } of COMMANDS) expect(out).toContain(`  ${name} `);
  });

  it.each(COMMANDS.map(({ name, examples }) => [name, examples] as const))('%s --help shows an example', async (name, examples) => {
    const { status, out } = await run([name, '--help']);
    expect(status).toBe(0);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(out).toContain(`$ ${example}`);
  });

  it('tells its version', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, out: `${packageFile.version}\n`, err: '' });
  });

  it.each([
    [['reed'], 'CLI_UNKNOWN_COMMAND', 'Did you mean read?'],
    [['read', 'x', '--jsno'], 'CLI_UNKNOWN_OPTION', 'Did you mean --json?'],
    [['quite-another'], 'CLI_UNKNOWN_COMMAND', 'quite-another'],
    [['read'], 'CLI_NO_INPUT', '--jsonl'],
    [['read', 'x', '--published', '2024-02-30'], 'CLI_BAD_DATE', '2024-02-30'],
    [['read', 'x', '--published', '2024-13-01'], 'CLI_BAD_DATE', '2024-13-01'],
    [['read', 'x', '--published', 'yesterday'], 'CLI_BAD_DATE', 'yesterday'],
    [['read', 'x', '--published'], 'CLI_USAGE', '--published'],
    [['start', '--port', '65536'], 'CLI_BAD_NUMBER', '65536'],
    [['start', 'x'], 'CLI_USAGE', 'too many arguments'],
    [['export', '--format', 'xls'], 'CLI_USAGE', 'json'],
    [['search'], 'CLI_USAGE', 'words'],
    [['completion', 'tcsh'], 'CLI_USAGE', 'tcsh'],
  ])('%j is a wrong command line: %s', async (argv, code, words) => {
    const { status, out, err } = await run(argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(code);
    expect(err).toContain(words);
    expect(err.trimEnd().split('\n')).toHaveLength(2);
  });

  it.each(['2024', '2024-10', '2024-02-29', '2024-10-18T09:30', '2024-10-18T09:30:00Z', '2024-10-18T09:30:00.5+09:00'])(
    'takes %s for a date',
    async (date) => {
      const { status, err } = await run(['read', '/no/such/file', '--published', date]);
      expect([status, err.includes('CLI_BAD_DATE')]).toEqual([1, false]);
    },
  );
});
