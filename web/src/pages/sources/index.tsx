import { useCounts, useRows } from '../../api/hooks.ts';
import type { Source } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { Filters, useFilters } from '../../parts/Filters.tsx';
import { Found } from '../../parts/Found.tsx';
import { Rows } from '../../parts/Rows.tsx';
import { hueStyle } from '../../words/hue.ts';
import { count, KINDS } from '../../words/names.ts';
import './sources.css';

/** Aliases named in a row; the rest are on the source's page. */
const NAMED = 6;

/** Every source, with the names that it goes by. */
export default function Sources() {
  const filters = useFilters(['kind']);
  const found = useRows<Source>('sources', filters);
  const counts = useCounts().data;
  return (
    <>
      <div className="page-head">
        <h1>Sources</h1>
        {counts && <p className="quiet">{count(counts.sources, 'source')}, by the names the reports give them</p>}
      </div>
      <Filters kind="sources" search="Find a name" choices={[{ name: 'kind', label: 'kind', values: KINDS }]} />
      <Rows found={found} keyOf={({ id }) => id} height={62} label="Sources" empty="No source goes by this name.">
        {({ id, name, kind, aliases }) => (
          <div className="row-link source-row hued" style={hueStyle(id)}>
            <p>
              <Link href={`/sources/${encodeURIComponent(id)}`} data-step data-words>
                <Found text={name} q={filters.q} />
              </Link>{' '}
              <span className="quiet">{kind === 'unknown' ? '' : kind}</span>
            </p>
            {aliases.length > 0 && (
              <p className="meta">
                <span>
                  also{' '}
                  {aliases
                    .slice(0, NAMED)
                    .map((alias) => `“${alias}”`)
                    .join(', ')}
                  {aliases.length > NAMED && ` and ${aliases.length - NAMED} more`}
                </span>
              </p>
            )}
          </div>
        )}
      </Rows>
    </>
  );
}
