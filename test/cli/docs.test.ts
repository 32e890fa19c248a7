import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cliPage } from '../../scripts/docs/cli.ts';
import { createProgram } from '../../src/cli/program.ts';

describe('the documentation of the command line', () => {
  it('is what docs/cli.md says (npm run docs writes it)', () => {
    expect(readFileSync('docs/cli.md', 'utf8')).toBe(cliPage());
  });

  it('README names only commands and flags that exist', () => {
    const commands = new Map(
      createProgram(async () => undefined, process.stdout).commands.map((command) => [
        command.name(),
        new Set(command.options.flatMap(({ long, short }) => [long, short])),
      ]),
    );
    const lines = readFileSync('README.md', 'utf8').match(/(?:npx )?accordingto [a-z][^\n`]*/g) ?? [];
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.filter((text) => /^(?:npx )?accordingto (?:-|[a-z]+(?: |$))/.test(text))) {
      const [name = '', ...words] = line
        .replace(/^(?:npx )?accordingto /, '')
        .replace(/[#>|].*$/, '')
        .trim()
        .split(/\s+/);
      expect(commands.has(name), line).toBe(true);
      for (const flag of words.filter((word) => word.startsWith('--'))) expect(commands.get(name)?.has(flag), line).toBe(true);
    }
  });
});
