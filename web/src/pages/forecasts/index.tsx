import { useState } from 'react';
import { useRows } from '../../api/hooks.ts';
import type { Forecast } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { ClaimLink, useClaim } from '../../parts/ClaimLink.tsx';
import { Filters, useFilters } from '../../parts/Filters.tsx';
import { Judge } from '../../parts/Judge.tsx';
import { Judged } from '../../parts/Judged.tsx';
import { Rows } from '../../parts/Rows.tsx';
import { SourceName } from '../../parts/SourceName.tsx';
import { sayDate } from '../../words/dates.ts';
import { stretchOf } from '../../words/edtf.ts';

const OUTCOMES = [
  ['pending', 'still open'],
  ['fulfilled', 'fulfilled'],
  ['failed', 'failed'],
] as const;

/** What became of it, in words: an open forecast whose window has passed is due. */
function outcome({ outcome: became, window }: Forecast, now: number): string {
  if (became !== 'pending') return became;
  const end = window === null ? null : (stretchOf(window)?.to ?? null);
  return end !== null && end < now ? 'due: its time has passed, and nothing here says what became of it' : 'still open';
}

/** A docket of what was said to be coming: who, what, when, on what condition, and what became of it. */
export default function Forecasts() {
  const filters = useFilters(['outcome', 'source', 'claim', 'dueFrom', 'dueTo', 'settledSince']);
  const found = useRows<Forecast>('forecasts', filters);
  return (
    <>
      <div className="page-head">
        <h1>Forecasts</h1>
        <p className="quiet">what was said to be coming, and what became of it</p>
      </div>
      <Filters
        kind="forecasts"
        set={{
          ...(filters.source && { source: 'one source' }),
          ...(filters.settledSince && { settledSince: 'settled since' }),
          ...(filters.dueTo && { dueTo: `due by ${filters.dueTo}` }),
        }}
        search="Find words in forecasts"
        choices={[{ name: 'outcome', label: 'outcome', values: OUTCOMES }]}
      />
      <Rows
        found={found}
        keyOf={({ claim, sourceId, window }) => `${claim}${sourceId}${window}`}
        height={84}
        label="Forecasts"
        empty="No forecast has these words under these filters."
      >
        {(forecast) => <ForecastRow forecast={forecast} />}
      </Rows>
    </>
  );
}

/** The claim is asked for when its row comes into view: the list itself names only its id. */
function ForecastRow({ forecast }: { readonly forecast: Forecast }) {
  const { claim, sourceId, window, condition, resolvedBy } = forecast;
  const source = useClaim(claim)?.sources.find(({ id }) => id === sourceId);
  return (
    <div className="row-link">
      <p className="title">
        <ClaimLink id={claim} />
      </p>
      <p className="meta">
        {source && <SourceName name={source.name} hueKey={source.id} sourceId={source.id} />}
        <span>{window ? sayDate(window) : 'no time given'}</span>
        {condition && <span>{condition}</span>}
        <b>{outcome(forecast, Date.now())}</b>
        {resolvedBy && (
          <Link
            href={`/reports/${encodeURIComponent(resolvedBy.slice(0, resolvedBy.lastIndexOf(':')))}?s=${encodeURIComponent(resolvedBy)}`}
          >
            by these words
          </Link>
        )}
      </p>
      <Judged judged={forecast.judged} />
      {forecast.id && <Settle target={forecast.id} />}
    </div>
  );
}

/** The means to say what became of it, out of the way until they are asked for. */
function Settle({ target }: { readonly target: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="judge-here no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>say what became of it</summary>
      {open && <Judge target={target} kind="forecast" />}
    </details>
  );
}
