import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './support/run.ts';

const folder = temporaryFolder();
const many = join(folder, 'many.jsonl');
writeFileSync(
  many,
  Array.from({ length: 400 }, (_, i) => JSON.stringify({ id: `n${i}`, text: `Police said ${i + 2} people were hurt.` })).join('\n'),
);

/** The program as a shell runs it: a process group of its own, so that Ctrl-C reaches the reader's processes too. */
function program(argv: readonly string[], onOut: (child: { readonly pid?: number }) => void = () => undefined) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...argv], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    if (out === '') onOut(child);
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, out, err })),
  );
}

it('ends with 0 when all is read, its processes gone', async () => {
  const { code, out, err } = await program(['read', 'examples/sample.jsonl', '--json']);
  expect([code, err]).toEqual([0, '']);
  expect(out.trimEnd().split('\n')).toHaveLength(6);
});

it('ends with 130 at Ctrl-C, every line whole and nothing refused', async () => {
  const { code, out, err } = await program(['read', '--jsonl', many, '--json'], ({ pid }) => process.kill(-(pid as number), 'SIGINT'));
  expect(code).toBe(130);
  expect(err.trim()).toBe('Stopping; what is done stays. (Again to stop at once.)');
  const lines = out.trimEnd().split('\n');
  expect(lines.length).toBeLessThan(400);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('statements');
});
