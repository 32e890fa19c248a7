import type { Place, Quantity, Reading, Statement, Time } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { oneLine } from './printable.ts';
import { plural } from './words.ts';
import { sideBySide, wrap } from './wrap.ts';

type Page = Pick<Context, 'colours' | 'width'>;

/** From this width on, notes stand beside the statement; on a narrower terminal below it. */
const TWO_COLUMNS = 90;
const WIDEST = 130;

/** A person's view of one reading: who says what, in which words, with when, where and how many beside it. */
export function readingLines(reading: Reading, page: Page): string[] {
  const width = Math.min(page.width, WIDEST);
  return [
    ...headLines(reading, { ...page, width }),
    '',
    ...reading.statements.flatMap((statement) => [...statementLines(statement, reading.report.text, { ...page, width }), '']),
    page.colours.dim(summary(reading)),
    ...reading.warnings.flatMap(({ code, message }) =>
      wrap(`${code}  ${oneLine(message)}`, width).map((line) => page.colours.yellow(line)),
    ),
    '',
  ];
}

function headLines({ report }: Reading, { colours, width }: Page): string[] {
  const facts = [report.outlet, report.byline, report.published ?? 'undated', report.language].flatMap((fact) =>
    fact ? [oneLine(fact)] : [],
  );
  return [
    colours.dim(oneLine(report.from ?? report.url ?? report.id)),
    ...(report.title ? wrap(oneLine(report.title), width).map((line) => colours.bold(line)) : []),
    ...wrap(facts.join(' · '), width),
  ];
}

function statementLines(statement: Statement, text: string, { colours, width }: Page): string[] {
  const indent = '  '.repeat(1 + Math.min(statement.depth, 4));
  const notes = notesOf(statement);
  const beside = width >= TWO_COLUMNS && notes.length > 0;
  const left = beside ? Math.floor(width * 0.62) : width;
  const who = wrap(
    `${sourceOf(statement)} · ${statement.cue ? oneLine(statement.cue.text) : 'no cue'} · ${sureness(statement)}`,
    left - indent.length,
  );
  const words = wrap(quoted(statement, text), left - indent.length);
  const body = [...who.map((line) => colours.cyan(line)), ...words].map((line) => `${indent}${line}`);
  if (beside) {
    const margin = noteLines(notes, width - left - 3).map((line) => colours.dim(line));
    return sideBySide(body, margin, left, colours.dim(' ┊ '));
  }
  const below = noteLines(notes, width - indent.length - 2);
  return [...body, ...below.map((line) => colours.dim(`${indent}  ${line}`))];
}

/** The words between quotation marks, the report's own where it has them; where a cue breaks a quotation, the gap is shown. */
function quoted({ content }: Statement, text: string): string {
  const words = oneLine(content.spans.length > 1 ? content.spans.map(([start, end]) => text.slice(start, end)).join(' … ') : content.text);
  return /^["“„«‘']/.test(words) && /["”“»’']$/.test(words) ? words : `“${words}”`;
}

const PRONOUN = /^(?:he|she|it|they|who|which|that|we|i|you)$/i;

function sourceOf({ source, voice }: Statement): string {
  if (source === null) return voice === 'outlet' ? 'the outlet itself' : 'nobody named';
  // "Who" and "she" whom nothing resolves are nobody that can be named.
  const name =
    source.name === null && PRONOUN.test(source.text) ? `somebody (“${oneLine(source.text)}”)` : oneLine(source.name ?? source.text);
  return source.kind === 'unknown' ? name : `${name} (${source.kind})`;
}

const sureness = ({ certainty, stance }: Statement): string =>
  stance === 'denies' ? 'denied' : certainty.level === 'unknown' ? 'certainty not told' : certainty.level;

/** One label with the lines that belong to it. */
type Note = readonly [label: string, words: readonly string[]];

/** The column that labels stand in. */
const LABEL = 9;

/** What stands beside a statement: a column of labels, and the words with what they were taken for. A label without words is left out. */
function notesOf(statement: Statement): readonly Note[] {
  const { saidWhen, times, places, quantities, basis, certainty, forecast, chain } = statement;
  // The outlet stands at the head of the page already; a chain of one is the source itself.
  const through = chain.filter(({ role }) => role !== 'outlet');
  const notes: readonly Note[] = [
    ['through', through.length > 1 ? [through.map(({ name }) => oneLine(name)).join(' → ')] : []],
    ['said', saidWhen ? [saidWhen] : []],
    ['when', times.map(timeWords)],
    ['where', places.map(placeWords)],
    ['how many', quantities.map(figureWords)],
    ['how sure', certainty.words.length > 0 ? [`${certainty.level}: ${certainty.words.map(({ text }) => oneLine(text)).join(', ')}`] : []],
    ['rests on', basis.map(({ kind, text }) => `${oneLine(text)} (${kind})`)],
    [
      'forecast',
      forecast ? [[forecast.window ?? 'no time given', ...(forecast.condition ? [oneLine(forecast.condition)] : [])].join(', ')] : [],
    ],
  ];
  return notes.filter(([, words]) => words.length > 0);
}

/** Notes as lines: each label once, its words beside it, what is too long hanging below. */
function noteLines(notes: readonly Note[], width: number): string[] {
  return notes.flatMap(([label, words]) =>
    words.flatMap((line) => wrap(line, width - LABEL)).map((line, i) => `${(i === 0 ? label : '').padEnd(LABEL)}${line}`),
  );
}

const placeWords = ({ text, name, country, as, relation }: Place): string => {
  const meant = name === null ? 'place unclear' : `${relation ? `${relation} ` : ''}${[name, country].filter(Boolean).join(', ')}`;
  return `${oneLine(text)} = ${meant}${as === 'government' ? ' (its government)' : ''}`;
};

const timeWords = ({ text, edtf }: Time): string => `${oneLine(text)} = ${edtf ?? 'unclear'}`;

/** `more than 13,000 containers = over 13,000` */
export function figureWords({ text, low, high, lowInclusive, highInclusive, approximate }: Quantity): string {
  const shown = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 10 });
  const about = approximate ? 'about ' : '';
  const meaning =
    low === null && high === null
      ? 'no number'
      : low === high
        ? `${about}${shown(low as number)}`
        : high === null
          ? `${about}${lowInclusive ? 'at least' : 'over'} ${shown(low as number)}`
          : low === null
            ? `${about}${highInclusive ? 'at most' : 'under'} ${shown(high)}`
            : `${about}${shown(low)} to ${shown(high)}`;
  return `${oneLine(text)} = ${meaning}`;
}

function summary({ statements, entities, times, quantities, warnings }: Reading): string {
  const sources = new Set(statements.flatMap(({ source }) => (source ? [source.name ?? source.text] : [])));
  const counts = [
    plural(statements.length, 'statement'),
    plural(sources.size, 'source'),
    plural(entities.length, 'name'),
    plural(times.length, 'date'),
    plural(quantities.length, 'figure'),
  ];
  return `${counts.join(', ')}${warnings.length > 0 ? `, ${plural(warnings.length, 'warning')}` : ''}`;
}
