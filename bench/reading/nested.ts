/**
 * Statements within statements, on lines whose inner ones are marked [source] {cue} <content> (test/reader/nested/nested.txt):
 *   npx tsx bench/reading/nested.ts [FILE] [--errors]
 * A found one is right when its content shares half of all words with the marked one's, and its source a word.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Report, Statement } from '../../src/model/index.ts';
import { createReader, defaultSteps } from '../../src/reader/index.ts';

const MARKS = /[[\]{}<>]/g;
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const shared = (a: readonly string[], b: readonly string[]): number =>
  a.filter((word) => b.includes(word)).length / (new Set([...a, ...b]).size || 1);
const part = (line: string, pattern: RegExp): string[] => words((line.match(pattern)?.[1] ?? '').replaceAll(MARKS, ''));

/** One line: what is marked in it and what was found within its statements. */
export interface Line {
  readonly line: string;
  readonly marked: boolean;
  readonly right: boolean;
  readonly found: readonly Statement[];
}

/** Reads the lines of a marked file. */
export async function readNested(file: string): Promise<Line[]> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const reader = createReader(defaultSteps());
  const readings = await reader.readMany(lines.map((line, i) => ({ id: String(i), text: line.replaceAll(MARKS, '') }) as Report));
  await reader.close();
  return lines.map((line, i): Line => {
    const [source, content] = [part(line, /\[(.*?)\]/), part(line, /<(.*?)>/)];
    const found = (readings[i]?.statements ?? []).filter(({ depth }) => depth > 0);
    const hit = (one: Statement): boolean =>
      shared(words(one.content.text), content) >= 0.5 && words(one.source?.text ?? '').some((word) => source.includes(word));
    return { line, marked: line.includes('<'), right: found.some(hit), found };
  });
}

/** Precision and recall over lines, 0 to 100. */
export function scoreNested(lines: readonly Line[]): { precision: number; recall: number } {
  const right = lines.filter((line) => line.marked && line.right).length;
  const found = lines.reduce((sum, line) => sum + line.found.length, 0);
  return { precision: (100 * right) / (found || 1), recall: (100 * right) / (lines.filter(({ marked }) => marked).length || 1) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const args = process.argv.slice(2);
  const lines = await readNested(args.find((argument) => !argument.startsWith('--')) ?? 'test/reader/nested/nested.txt');
  for (const { line, marked, right, found } of args.includes('--errors') ? lines : []) {
    if (right === marked && found.length === Number(marked)) continue;
    console.log(line);
    for (const { source, cue, content, confidence } of found)
      console.log(`    [${source?.text ?? ''}] {${cue?.text ?? ''}} <${content.text}> ${confidence}`);
  }
  const { precision, recall } = scoreNested(lines);
  console.log(`${lines.length} lines: P ${precision.toFixed(1)} R ${recall.toFixed(1)}`);
}
