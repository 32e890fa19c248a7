import type { Custody, Evidence } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { oneLine } from '../terminal/printable.ts';
import { plural } from '../terminal/words.ts';
import { wrap } from '../terminal/wrap.ts';

type Page = Pick<Context, 'colours' | 'width'>;

/** `label  words`, the words wrapped under themselves. */
function row(label: string, words: string, width: number): string[] {
  const head = label.padEnd(11);
  return wrap(words, Math.max(20, width - head.length)).map((line, i) => `${i === 0 ? head : ' '.repeat(head.length)}${line}`);
}

/** One field: what was chosen and why, then what else there was. */
function fieldLines(field: string, candidates: readonly Evidence[], { colours, width }: Page): string[] {
  const chosen = candidates.filter((candidate) => candidate.chosen);
  const others = candidates.filter((candidate) => !candidate.chosen);
  const words = ({ value, from }: Evidence): string => `“${oneLine(value)}” from ${oneLine(from)}`;
  return [
    ...chosen.flatMap((one) => row(field, words(one), width)),
    ...chosen.flatMap(({ why }) => (why ? row('', `because: ${oneLine(why)}`, width).map((line) => colours.dim(line)) : [])),
    ...(chosen.length === 0 ? row(field, 'none was chosen', width) : []),
    ...others.flatMap((one) => row('', `not chosen: ${words(one)}`, width).map((line) => colours.dim(line))),
  ];
}

/** The chain of custody for a person: how the report came, then each field with every place that gave one. */
export function custodyLines(custody: Custody, page: Page): string[] {
  const { colours, width } = page;
  const fields = [...new Set(custody.evidence.map(({ field }) => field))];
  const headers = Object.entries(custody.headers);
  const of = (field: string): readonly Evidence[] => custody.evidence.filter((one) => one.field === field);
  return [
    colours.bold('How it came'),
    ...row('report', custody.report, width),
    ...row('when', `${custody.entry.at} (entry ${custody.entry.sequence} of the ledger)`, width),
    ...row('from', oneLine(custody.from ?? 'given'), width),
    ...row('address', oneLine(custody.url ?? 'none'), width),
    ...row('bytes', `${plural(custody.bytes, 'byte')}, ${oneLine(custody.mediaType)}`, width),
    ...row('SHA-256', custody.sha256, width),
    ...row('entry hash', custody.entry.hash, width),
    ...row('intake', custody.intake ?? 'an older one that did not say', width),
    ...row('reader', oneLine(custody.entry.by), width),
    ...custody.readings.flatMap(({ at, by, sequence }) => row('read again', `${at} (entry ${sequence}) by ${oneLine(by)}`, width)),
    '',
    colours.bold(headers.length === 0 ? 'No headers came with it' : 'Headers'),
    ...headers.flatMap(([name, value]) => wrap(`${oneLine(name)}: ${oneLine(value)}`, width)),
    '',
    colours.bold('What was chosen from it'),
    ...fields.flatMap((field) => fieldLines(field, of(field), page)),
    ...(custody.warnings.length === 0 ? [] : ['', colours.bold('Warnings')]),
    ...custody.warnings.flatMap(({ code, message }) => wrap(`${code}  ${oneLine(message)}`, width).map((line) => colours.yellow(line))),
  ];
}
