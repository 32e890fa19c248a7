import type { WatchedRow } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { oneLine } from '../terminal/printable.ts';
import { plural } from '../terminal/words.ts';
import { wrap } from '../terminal/wrap.ts';

/** One watched place for a person: what it is, its last success, next try and last error. */
export function watchedLines(row: WatchedRow, { colours, width }: Pick<Context, 'colours' | 'width'>): string[] {
  const { place, kind, items, waiting, failing, lastSuccess, nextTry, lastError } = row;
  const counts = [plural(items, kind === 'folder' ? 'file' : 'article'), ...(waiting > 0 ? [`${waiting} waiting`] : [])];
  if (failing > 0) counts.push(`${failing} failing`);
  return [
    `${colours.bold(oneLine(place))}  ${kind === 'unknown' ? 'not looked at yet' : kind}, ${counts.join(', ')}`,
    `  last success ${lastSuccess ?? 'none'}, next try ${nextTry}`,
    ...(lastError
      ? wrap(`${lastError.at} ${lastError.code} ${oneLine(lastError.message)}`, width - 2).map((line) => `  ${colours.red(line)}`)
      : []),
  ];
}
