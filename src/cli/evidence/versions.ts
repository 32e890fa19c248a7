import type { Ledger } from '../../ledger/port.ts';
import type { Version } from '../../model/index.ts';
import { differenceOf, type ParagraphChange } from '../../work/index.ts';
import type { Context } from '../context.ts';
import { oneLine } from '../terminal/printable.ts';
import { wrap } from '../terminal/wrap.ts';

type Page = Pick<Context, 'colours' | 'width'>;

/** One version, and what changed from the one before it; nothing for a first one, or a look that brought no new text. */
export interface VersionStep {
  readonly version: Version;
  readonly changes: readonly ParagraphChange[];
}

const brings = ({ what }: Version): boolean => what === 'report' || what === 'changed';

/** The versions of an address in order, each with its difference from the one before. One text is in memory at a time. */
export async function* versionSteps(ledger: Ledger, versions: readonly Version[]): AsyncGenerator<VersionStep> {
  let before: string | null = null;
  for (const version of versions) {
    const text: string | null = brings(version) ? ((await ledger.row('reports', version.report))?.text ?? null) : null;
    const changes = text !== null && before !== null && !version.same ? differenceOf(before, text) : [];
    yield { version, changes: changes.filter(({ kind }) => kind !== 'same') };
    if (text !== null) before = text;
  }
}

const SAID: Readonly<Record<Version['what'], string>> = {
  report: 'came',
  unchanged: 'looked at again: unchanged',
  changed: 'looked at again: back to an older text',
  gone: 'looked at again: gone',
};

/** Cut words stand in [-…-], new ones in {+…+}: without colour they are told apart all the same. */
function changeLines(change: ParagraphChange, { colours, width }: Page): string[] {
  const cut = (text: string): string => colours.red(`[-${text}-]`);
  const added = (text: string): string => colours.green(`{+${text}+}`);
  const shown = (kind: string, text: string): string => (kind === 'cut' ? cut(text) : kind === 'added' ? added(text) : text);
  const words =
    'text' in change
      ? shown(change.kind, oneLine(change.text))
      : change.runs.map(({ kind, text }) => (kind === 'same' ? text : shown(kind, oneLine(text)))).join('');
  return wrap(spaced(words), width - 2).map((line) => `  ${line}`);
}

/** Line breaks inside a paragraph as spaces; colour codes, which are our own, stay. */
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function stepLines({ version, changes }: VersionStep, page: Page): string[] {
  const { at, what, report, title, same } = version;
  const note = what === 'report' && same ? ' (the same words)' : '';
  const name = title === null ? report : `${report}  ${oneLine(title)}`;
  return [`${page.colours.dim(at)}  ${SAID[what]}${note}  ${name}`, ...changes.flatMap((change) => changeLines(change, page))];
}
