import type { Time, TimelineEntry } from '../../model/index.ts';
import type { LinkReport } from '../input.ts';
import { whereOf } from './where.ts';

const MOST_WORDS = 24;

const shorten = (text: string): string => {
  const words = text.replace(/\s+/g, ' ').trim().split(' ');
  return words.length <= MOST_WORDS ? words.join(' ') : `${words.slice(0, MOST_WORDS).join(' ')} …`;
};

/** Dates that happened or are to happen: a duration or a set ("every Friday") is no point on a line. */
const datable = (time: Time): time is Time & { readonly edtf: string } =>
  time.edtf !== null && time.timex.type !== 'DURATION' && time.timex.type !== 'SET';

/**
 * Days as EDTF dates; a time of day is dropped, since the line is drawn in days. "Has run since Thursday" tells what began on Thursday, and
 * "until Monday" what ends then: what is open on one side stands where it is not.
 */
const toDay = (edtf: string): string => edtf.replace(/T[^/]*/g, '').replace(/^(?:\.\.\/(?=\d)|(?=\d))([\d-]+)(?:\/\.\.)?$/, '$1');

/** What is said to have happened when, and where, apart from when it was said; and each day on which somebody spoke. */
export function findTimeline(reports: readonly LinkReport[]): TimelineEntry[] {
  const rows = reports.flatMap(({ report, statements }) =>
    statements.flatMap((statement): TimelineEntry[] => {
      const about = statement.times.filter(datable).map((time) => ({
        when: toDay(time.edtf),
        what: shorten(statement.content.text),
        ...whereOf(statement, report.text),
        report: report.id,
        statement: statement.id,
      }));
      const { saidWhen, source, cue } = statement;
      if (!saidWhen || !source) return about;
      const said = shorten(`${source.name ?? source.text} ${cue?.text ?? 'says'}: ${statement.content.text}`);
      return [...about, { when: toDay(saidWhen), what: said, where: null, report: report.id, statement: statement.id }];
    }),
  );
  const seen = new Set<string>();
  return rows
    .filter((row) => {
      const key = `${row.when}|${row.statement}`;
      return seen.has(key) ? false : Boolean(seen.add(key));
    })
    .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : (a.statement ?? '') < (b.statement ?? '') ? -1 : 1));
}
