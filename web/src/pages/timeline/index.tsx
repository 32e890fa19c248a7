import { useMemo } from 'react';
import { useRows } from '../../api/hooks.ts';
import type { TimelineEntry } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { DayFilter, Filters, useFilters } from '../../parts/Filters.tsx';
import { Found } from '../../parts/Found.tsx';
import { Rows } from '../../parts/Rows.tsx';
import { sayDate } from '../../words/dates.ts';
import { stretchOf } from '../../words/edtf.ts';
import './timeline.css';

interface Axis {
  readonly from: number;
  readonly to: number;
}

/** The middle nine tenths of the rows at hand: one date of long ago must not press all others into a point. */
function axisOf(rows: readonly TimelineEntry[]): Axis | null {
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

/** What is said to have happened, in the order in which it happened, apart from when it was said. */
export default function Timeline() {
  const filters = useFilters(['from', 'to', 'where', 'report']);
  const found = useRows<TimelineEntry & { readonly id?: string }>('timeline', filters);
  const axis = useMemo(() => axisOf(found.rows), [found.rows]);
  const { where, report } = filters;
  return (
    <>
      <div className="page-head">
        <h1>When and where</h1>
        <p className="quiet">what is said to have happened, by when it happened</p>
      </div>
      <Filters
        kind="timeline"
        search="Find words in what happened"
        set={{ ...(where && { where }), ...(report && { report: 'one report' }) }}
      >
        <DayFilter name="from" label="from" />
        <DayFilter name="to" label="to" />
      </Filters>
      <Rows
        found={found}
        keyOf={({ id, when, what, report: by, statement }) => id ?? `${when}${by}${statement}${what}`}
        height={64}
        label="What happened"
        empty="Nothing with these words is said to have happened then."
      >
        {(row) => (
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
                <Found text={row.what} q={filters.q} />
              </Link>
              {row.where && (
                <>
                  {' '}
                  <Link className="quiet small" href={`/timeline?where=${encodeURIComponent(row.where)}`}>
                    {row.where}
                  </Link>
                </>
              )}
            </p>
          </div>
        )}
      </Rows>
    </>
  );
}
