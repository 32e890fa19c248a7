// Pages a second of processor time, ours and others', over the same pages in the same run,.
//   tsx bench/intake/pages.ts PAGES.jsonl [--jsdom FOLDER] [--trafilatura PYTHON]
// PAGES.jsonl: {"id", "url", "html"} a line. FOLDER has jsdom and @mozilla/readability installed; PYTHON has trafilatura 2.
// Processor time, not the clock's, so that what else the machine does counts less; that of the processes that parse is in it (Linux).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createIntake } from '../../src/intake/index.ts';

const [file, ...flags] = process.argv.slice(2);
if (!file) throw new Error('usage: tsx bench/intake/pages.ts PAGES.jsonl [--jsdom FOLDER] [--trafilatura PYTHON]');
const flag = (name: string): string | undefined => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);
const pages = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { readonly url?: string; readonly html: string });

/** Processor seconds of this process and of those in which it parses (Linux: hundredths of a second by their state). */
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childrenSeconds();
};

const childrenSeconds = (): number =>
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map((child) => {
      const fields = readFileSync(`/proc/${child}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    })
    .reduce((sum, seconds) => sum + seconds, 0);

const rows: { readonly name: string; readonly perSecond: number }[] = [];

async function ours(): Promise<void> {
  const bytes = readFileSync(file as string);
  const round = async (): Promise<void> => {
    for await (const one of createIntake({ jsonl: true })([{ kind: 'given', bytes, name: 'pages' }])) void one;
  };
  await round();
  const start = cpuSeconds();
  await round();
  rows.push({ name: 'accordingto', perSecond: pages.length / (cpuSeconds() - start) });
}

interface Peers {
  readonly JSDOM: new (
    html: string,
    options: { url?: string },
  ) => { readonly window: { readonly document: unknown; readonly close: () => void } };
  readonly Readability: new (document: unknown) => { readonly parse: () => unknown };
}

function jsdom(folder: string): void {
  const load = createRequire(resolve(folder, 'x.js'));
  const { JSDOM } = load('jsdom') as Peers;
  const { Readability } = load('@mozilla/readability') as Peers;
  const round = (): void => {
    for (const { html } of pages) {
      const { window } = new JSDOM(html, { url: 'https://page.example/' });
      new Readability(window.document).parse();
      window.close();
    }
  };
  round();
  const start = cpuSeconds();
  round();
  rows.push({ name: 'jsdom + Readability', perSecond: pages.length / (cpuSeconds() - start) });
}

const TRAFILATURA = `
import json, sys, time, trafilatura
pages = [json.loads(line)["html"] for line in open(sys.argv[1], encoding="utf8") if line.strip()]
def round():
    for html in pages: trafilatura.bare_extraction(html, with_metadata=True)
round(); start = time.process_time(); round(); print(len(pages) / (time.process_time() - start))
`;

await ours();
const [folder, python] = [flag('--jsdom'), flag('--trafilatura')];
if (folder) jsdom(folder);
if (python) rows.push({ name: 'trafilatura 2', perSecond: Number(execFileSync(python, ['-c', TRAFILATURA, file], { encoding: 'utf8' })) });
const [own] = rows;
for (const { name, perSecond } of rows) {
  console.log(
    `${name.padEnd(22)} ${perSecond.toFixed(1).padStart(7)} pages/s   ${((own?.perSecond ?? 0) / perSecond).toFixed(2)} times as long as ours`,
  );
}
