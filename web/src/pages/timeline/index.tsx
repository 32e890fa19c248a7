import { useMemo } from 'react';
import { useRows } from '../../api/hooks.ts';
import type { TimelineEntry } from '../../api/types.ts';
import { hrefWith, useAddress } from '../../app/router.ts';
import { DayFilter, Filters, TypedFilter, useFilters } from '../../parts/Filters.tsx';
import { axisOf, Happened, happenedKey } from '../../parts/happened/Happened.tsx';
import { WhenOrWhere } from '../../parts/happened/WhenOrWhere.tsx';
import { Rows } from '../../parts/Rows.tsx';

/** What is said to have happened, in the order in which it happened, apart from when it was said. */
export default function Timeline() {
  const address = useAddress();
  const filters = useFilters(['from', 'to', 'where', 'geonames', 'country', 'placed', 'report']);
  const found = useRows<TimelineEntry>('timeline', filters);
  const axis = useMemo(() => axisOf(found.rows), [found.rows]);
  const { where, geonames, placed, report } = filters;
  return (
    <>
      <div className="page-head">
        <h1>When and where</h1>
        <p className="quiet">what is said to have happened, by when it happened</p>
        <WhenOrWhere here="/timeline" />
      </div>
      <Filters
        kind="timeline"
        search="Find words in what happened"
        set={{
          ...(where && { where }),
          ...(geonames && { geonames: 'one place' }),
          ...(placed && { placed: placed === 'true' ? 'on the map' : 'not on the map' }),
          ...(report && { report: 'one report' }),
        }}
      >
        <DayFilter name="from" label="from" />
        <DayFilter name="to" label="to" />
        <TypedFilter name="country" label="country (two letters)" />
      </Filters>
      <Rows
        found={found}
        keyOf={happenedKey}
        height={64}
        label="What happened"
        empty="Nothing with these words is said to have happened then."
      >
        {(row) => <Happened row={row} axis={axis} q={filters.q} placeHref={(name) => hrefWith(address, { where: name })} />}
      </Rows>
    </>
  );
}
