import { useRows } from '../../api/hooks.ts';
import type { Claim, Forecast, LedgerReport, Tally } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { ClaimLink } from '../../parts/ClaimLink.tsx';
import { sayDate, sayDay } from '../../words/dates.ts';
import { count, reportName } from '../../words/names.ts';

const FEW = 6;

function Newest() {
  const { rows } = useRows<LedgerReport>('reports', {}, FEW);
  return (
    <section aria-labelledby="newest">
      <h2 id="newest">Newest reports</h2>
      <ul className="lines">
        {rows.map((report) => (
          <li key={report.id}>
            <Link href={`/reports/${encodeURIComponent(report.id)}`} className="words" data-step data-words>
              {reportName(report)}
            </Link>
            <span className="quiet small">
              {report.outlet ?? 'outlet not named'}, {sayDay(report.published)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/reports">All reports</Link>
      </p>
    </section>
  );
}

function Contradicted() {
  const { rows } = useRows<Claim>('claims', { contradicted: 'true' }, FEW);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="contradicted">
      <h2 id="contradicted">Contradicted or denied</h2>
      <ul className="lines">
        {rows.map(({ id, proposition, origins }) => (
          <li key={id}>
            <Link href={`/claims/${encodeURIComponent(id)}`} className="words" data-step data-words>
              {proposition}
            </Link>
            <span className="quiet small">{count(origins.length, 'origin')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Moved() {
  const { rows } = useRows<Tally>('tallies', {}, FEW);
  const moved = rows.filter(({ points }) => points.some(({ status }) => status !== 'first'));
  if (moved.length === 0) return null;
  return (
    <section aria-labelledby="moved">
      <h2 id="moved">Figures that moved</h2>
      <ul className="lines">
        {moved.map(({ id, question, points }) => (
          <li key={id}>
            <Link href={`/tallies/${encodeURIComponent(id)}`} className="words" data-step data-words>
              {question}
            </Link>
            <span className="quiet small">
              {count(points.length, 'figure')}, the last {points.at(-1)?.status}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Due() {
  const { rows } = useRows<Forecast>('forecasts', { outcome: 'pending' }, FEW);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="due">
      <h2 id="due">Forecasts still open</h2>
      <ul className="lines">
        {rows.map(({ claim, window, condition }) => (
          <li key={claim}>
            <ClaimLink id={claim} />
            <span className="quiet small">
              {window ? sayDate(window) : 'no time given'}
              {condition ? `, ${condition}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the ledger has that a person may want to see first. A part without rows is left out. */
export const News = () => (
  <div className="news">
    <Newest />
    <Contradicted />
    <Moved />
    <Due />
  </div>
);
