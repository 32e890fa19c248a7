import { useCounts, useRows } from '../../api/hooks.ts';
import type { Tally } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { Filters, useFilters } from '../../parts/Filters.tsx';
import { Found } from '../../parts/Found.tsx';
import { Rows } from '../../parts/Rows.tsx';
import { count, sayNumber } from '../../words/names.ts';

const STATUSES = ['first', 'revised', 'corrected', 'conflicting', 'retracted'];

/** The least and greatest figure given: `4,000 to 5,200`. */
function reach({ points }: Tally): string {
  const values = points.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  if (values.length === 0) return 'no figure';
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  return low === high ? sayNumber(low) : `${sayNumber(low)} to ${sayNumber(high)}`;
}

/** Every counted thing, and how far the figures for it lie apart. */
export default function Tallies() {
  const filters = useFilters(['status', 'unit', 'report', 'source', 'movedSince']);
  const found = useRows<Tally>('tallies', filters);
  const counts = useCounts().data;
  return (
    <>
      <div className="page-head">
        <h1>Figures</h1>
        {counts && <p className="quiet">{count(counts.tallies, 'counted thing')}</p>}
      </div>
      <Filters
        kind="tallies"
        search="Find what is counted"
        {...(filters.movedSince && { set: { movedSince: 'moved since' } })}
        choices={[{ name: 'status', label: 'with a figure that was', values: STATUSES }]}
      />
      <Rows found={found} keyOf={({ id }) => id} height={76} label="Figures" empty="Nothing counted has these words under these filters.">
        {(tally) => (
          <div className="row-link">
            <p className="title">
              <Link href={`/tallies/${encodeURIComponent(tally.id)}`} data-step data-words>
                <Found text={tally.question} q={filters.q} />
              </Link>
            </p>
            <p className="meta">
              <b>{reach(tally)}</b>
              {tally.unit && <span>{tally.unit}</span>}
              <span>{count(tally.points.length, 'figure')}</span>
              {tally.points.length > 1 && <span>the last {tally.points.at(-1)?.status}</span>}
            </p>
          </div>
        )}
      </Rows>
    </>
  );
}
