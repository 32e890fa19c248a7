import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { run, temporaryFolder } from './support/run.ts';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

/** What bash would offer after these words. */
async function offered(...words: string[]): Promise<string[]> {
  const { out } = await run(['completion', 'bash']);
  const file = join(temporaryFolder(), 'completion.bash');
  const line = words.map((word) => `'${word}'`).join(' ');
  writeFileSync(file, `${out}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _accordingto; printf '%s\\n' "\${COMPREPLY[@]}"`);
  return execFileSync('bash', [file], { encoding: 'utf8' }).split('\n').filter(Boolean);
}

describe('completion', () => {
  it('offers every command, then its flags, then their values, in bash', async () => {
    expect(await offered('accordingto', '')).toEqual(expect.arrayContaining(COMMANDS.map(({ name }) => name)));
    expect(await offered('accordingto', 'ex')).toEqual(['export']);
    expect(await offered('accordingto', 'read', '--js')).toEqual(['--jsonl', '--json']);
    expect(await offered('accordingto', 'export', '--format', '')).toEqual(['json', 'wacz']);
    expect(await offered('accordingto', 'completion', 'z')).toEqual(['zsh']);
  });

  it.each(['zsh', 'fish'])('names every command and every flag in %s', async (shell) => {
    const { out } = await run(['completion', shell]);
    for (const { name } of COMMANDS) expect(out).toContain(name);
    expect(out).toContain('published');
    if (has(shell)) {
      const file = join(temporaryFolder(), 'completion');
      writeFileSync(file, out);
      expect(spawnSync(shell, ['-n', file]).status).toBe(0);
    }
  });
});
