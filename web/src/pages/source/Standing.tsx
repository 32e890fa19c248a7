import type { SourceDetail } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { SourceName } from '../../parts/SourceName.tsx';
import { sayDate } from '../../words/dates.ts';
import { count, sayBounds, sayNumber } from '../../words/names.ts';

type Standing = SourceDetail['standing'];

const FEW = 8;

/** Sources with how many statements each: the rest behind one click. */
function Named({ rows }: { readonly rows: Standing['cites'] }) {
  const row = ({ sourceId, name, statements }: Standing['cites'][0]) => (
    <li key={sourceId}>
      <SourceName name={name} hueKey={sourceId} sourceId={sourceId} /> <span className="quiet small">{count(statements, 'statement')}</span>
    </li>
  );
  return (
    <>
      <ul>{rows.slice(0, FEW).map(row)}</ul>
      {rows.length > FEW && (
        <details>
          <summary>{sayNumber(rows.length - FEW)} more</summary>
          <ul>{rows.slice(FEW).map(row)}</ul>
        </details>
      )}
    </>
  );
}

function Citations({ standing }: { readonly standing: Standing }) {
  const { cites, citedBy, outlets, lookedAt } = standing;
  return (
    <>
      <div className="columns">
        <section aria-labelledby="cites">
          <h2 id="cites">Whom it cites</h2>
          {cites.length > 0 ? <Named rows={cites} /> : <p className="quiet">It passes on nobody’s words here.</p>}
        </section>
        <section aria-labelledby="cited-by">
          <h2 id="cited-by">Who cites it</h2>
          {citedBy.length > 0 ? <Named rows={citedBy} /> : <p className="quiet">No other source passes on its words here.</p>}
          {outlets.length > 0 && (
            <p className="small">
              <span className="quiet">carried by</span>{' '}
              {outlets.slice(0, FEW).map(({ outlet, statements }, i) => (
                <span key={outlet}>
                  {i > 0 && ', '}
                  <Link href={`/reports?outlet=${encodeURIComponent(outlet)}`}>{outlet}</Link>{' '}
                  <span className="quiet">{sayNumber(statements)}</span>
                </span>
              ))}
              {outlets.length > FEW && ` and ${sayNumber(outlets.length - FEW)} more`}
            </p>
          )}
        </section>
      </div>
      {lookedAt.partial && <p className="small quiet">Counted over {count(lookedAt.reports, 'report')} of the many that name it.</p>}
    </>
  );
}

function Revised({ rows }: { readonly rows: Standing['revised'] }) {
  return (
    <section aria-labelledby="revised">
      <h2 id="revised">Figures it changed</h2>
      {rows.length === 0 ? (
        <p className="quiet">It changed none of its figures here.</p>
      ) : (
        <table>
          <caption className="unseen">Figures that it gave and then changed</caption>
          <thead>
            <tr>
              <th scope="col">What is counted</th>
              <th scope="col" className="number">
                Before
              </th>
              <th scope="col" className="number">
                After
              </th>
              <th scope="col">How</th>
              <th scope="col">As of</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ tally, question, unit, before, after }) => (
              <tr key={`${tally}${after.report}${after.statement}${after.low}${after.high}`}>
                <td>
                  <Link href={`/tallies/${encodeURIComponent(tally)}`}>{question}</Link>{' '}
                  {unit && <span className="quiet small">{unit}</span>}
                </td>
                <td className="number">{before ? sayBounds(before.low, before.high, before.approximate) : ''}</td>
                <td className="number">{sayBounds(after.low, after.high, after.approximate)}</td>
                <td>{after.status}</td>
                <td>{after.asOf ? sayDate(after.asOf) : 'no date'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Forecasts({ id, record }: { readonly id: string; readonly record: Standing['record'] }) {
  const { kept, failed, pending } = record;
  const href = (outcome: string): string => `/forecasts?source=${encodeURIComponent(id)}&outcome=${outcome}`;
  const told = [
    ['kept', kept, 'fulfilled'],
    ['failed', failed, 'failed'],
    ['still open', pending, 'pending'],
  ] as const;
  return (
    <section aria-labelledby="record">
      <h2 id="record">Forecasts</h2>
      {kept + failed + pending === 0 ? (
        <p className="quiet">It foretold nothing here.</p>
      ) : (
        <ul className="record">
          {told.map(([words, many, outcome]) => (
            <li key={outcome}>
              <b>{sayNumber(many)}</b> {many > 0 ? <Link href={href(outcome)}>{words}</Link> : words}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** How a source stands by what the ledger holds; what people think of it is told beside, and apart. */
export function StandingView({ source }: { readonly source: SourceDetail }) {
  const { id, standing } = source;
  return (
    <div className="standing">
      <Citations standing={standing} />
      <div className="columns">
        <Revised rows={standing.revised} />
        <Forecasts id={id} record={standing.record} />
      </div>
    </div>
  );
}
