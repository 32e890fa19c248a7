import type { TimelineEntry } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { sayDate } from '../../words/dates.ts';
import { stretchOf } from '../../words/edtf.ts';
import { Found } from '../Found.tsx';
import './happened.css';

/** The stretch of time that rows are drawn along, in milliseconds. */
export interface Axis {
  readonly from: number;
  readonly to: number;
}

/** The middle nine tenths of the rows at hand: one date of long ago must not press all others into a point. */
export function axisOf(rows: readonly TimelineEntry[]): Axis | null {
  const moments = rows.flatMap(({ when }) => Object.values(stretchOf(when) ?? {}) as (number | null)[]).filter((moment) => moment !== null);
  if (moments.length < 2) return null;
  moments.sort((a, b) => a - b);
  const at = (share: number): number => moments[Math.round(share * (moments.length - 1))] as number;
  const [from, to] = [at(0.05), at(0.95)];
  return to > from ? { from, to } : null;
}

/** When, drawn: as wide as it is vague, with a faded edge where it is open or lies beyond the axis. */
function When({ when, axis }: { readonly when: string; readonly axis: Axis | null }) {
  const stretch = stretchOf(when);
  if (!axis || !stretch) return <span className="when-bar" aria-hidden="true" />;
  const share = (moment: number): number => Math.min(1, Math.max(0, (moment - axis.from) / (axis.to - axis.from)));
  const left = stretch.from === null ? 0 : share(stretch.from);
  const right = stretch.to === null ? 1 : share(stretch.to);
  const fades = [stretch.from === null || stretch.from < axis.from ? 'from' : '', stretch.to === null || stretch.to > axis.to ? 'to' : ''];
  return (
    <span className="when-bar" aria-hidden="true">
      <i className={fades.join(' ')} style={{ left: `${left * 100}%`, width: `${Math.max(1.5, (right - left) * 100)}%` }} />
    </span>
  );
}

interface Props {
  readonly row: TimelineEntry;
  readonly axis: Axis | null;
  readonly q?: string | undefined;
  /** Where a click on the place leads. */
  readonly placeHref: (where: string) => string;
}

/** One row: when it is said to have happened, drawn and in words; what, leading to the words that say so; where. */
export function Happened({ row, axis, q, placeHref }: Props) {
  return (
    <div className="row-link happened">
      <span className="date">{sayDate(row.when)}</span>
      <When when={row.when} axis={axis} />
      <p>
        <Link
          className="words"
          href={`/reports/${encodeURIComponent(row.report)}${row.statement ? `?s=${encodeURIComponent(row.statement)}` : ''}`}
          data-step
          data-words
        >
          <Found text={row.what} q={q} />
        </Link>
        {row.where && (
          <>
            {' '}
            <Link className="quiet small" href={placeHref(row.where)}>
              {row.where}
            </Link>
          </>
        )}
      </p>
    </div>
  );
}

/** What tells one row from another. */
export const happenedKey = ({ id, when, what, report, statement }: TimelineEntry): string => id ?? `${when}${report}${statement}${what}`;
