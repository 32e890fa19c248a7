import type { Progress } from '../../work/index.ts';
import type { Context } from '../context.ts';
import { oneLine } from './printable.ts';
import { plural } from './words.ts';

const SHOW_AFTER = 1_000;
const REDRAW_EVERY = 150;
const LINE_EVERY = 15_000;

/** Shows progress on standard error: a bar redrawn on a terminal, a line now and then elsewhere, nothing for short work or with --quiet. */
export interface ProgressBar {
  readonly update: (progress: Progress) => void;
  /** Takes the bar off the screen, so that a line can be printed; the next update brings it back. */
  readonly clear: () => void;
}

/** `totalBytes`: what the inputs weigh, or null where that is not known beforehand (folders, addresses, gzip, standard input). */
export function createProgressBar(context: Context, totalBytes: number | null, now: () => number = Date.now): ProgressBar {
  const terminal = context.streams.stderr.isTTY === true;
  const started = now();
  let drawn = 0;
  let shown = false;
  const clear = (): void => {
    if (shown) context.streams.stderr.write('\r\u001B[K');
    shown = false;
  };
  const update = (progress: Progress): void => {
    const elapsed = now() - started;
    if (context.quiet || elapsed < (terminal ? SHOW_AFTER : LINE_EVERY) || now() - drawn < (terminal ? REDRAW_EVERY : LINE_EVERY)) return;
    drawn = now();
    const width = (context.streams.stderr.columns ?? 80) - 1;
    const text = progressText(progress, totalBytes, elapsed).slice(0, width);
    context.streams.stderr.write(terminal ? `\r\u001B[K${text}` : `${text}\n`);
    shown = terminal;
  };
  return { update, clear };
}

/** `[######----] 61 %  1,204 reports  8 m left  reports/a.html` */
export function progressText(progress: Progress, totalBytes: number | null, elapsed: number): string {
  const share = totalBytes ? Math.min(1, progress.bytes / totalBytes) : null;
  const bar = share === null ? '' : `[${'#'.repeat(Math.round(share * 20)).padEnd(20, '-')}] ${Math.floor(share * 100)} %  `;
  const left = share ? `  ${duration((elapsed / share) * (1 - share))} left` : `  ${duration(elapsed)}`;
  const from = progress.from === null ? '' : `  ${oneLine(progress.from)}`;
  return `${bar}${plural(progress.inputs, 'report')}${left}${from}`;
}

/** `40 s`, `8 m`, `3 h 20 m`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} m` : `${Math.floor(minutes / 60)} h ${minutes % 60} m`;
}
