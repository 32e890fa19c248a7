import { useMemo, useRef } from 'react';
import { problemOf } from '../../api/client.ts';
import { useRow } from '../../api/hooks.ts';
import type { TallyDetail } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { DataLinks } from '../../parts/DataLinks.tsx';
import { KeepPicture } from '../../parts/picture/KeepPicture.tsx';
import { SourceName } from '../../parts/SourceName.tsx';
import { statementHref } from '../../parts/StatementRow.tsx';
import { Empty, Failed, Loading, useTitle } from '../../parts/states.tsx';
import { sayDate, sayDay } from '../../words/dates.ts';
import { reportName, sayBounds } from '../../words/names.ts';
import type { PageProps } from '../index.ts';
import { Chart, MarkKey } from './Chart.tsx';
import { linesOf } from './chart.ts';
import './tally.css';

/** One counted thing, and every figure that was given for it. */
export default function TallyPage({ id }: PageProps) {
  const { data, error, refetch } = useRow<TallyDetail>('tallies', id);
  useTitle(data?.question);
  if (error) return <Failed problem={problemOf(error)} onRetry={refetch} />;
  return data ? <TallyView tally={data} /> : <Loading />;
}

function TallyView({ tally }: { readonly tally: TallyDetail }) {
  const svg = useRef<SVGSVGElement>(null);
  const lines = useMemo(() => linesOf(tally), [tally]);
  return (
    <article className="tally-page">
      <p className="kicker quiet">Figure</p>
      <h1>{tally.question}</h1>
      {lines.length > 0 ? (
        <figure>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a narrow screen must be scrollable by keyboard. */}
          <section className="scroll" aria-label="The figures, drawn" tabIndex={0}>
            <Chart lines={lines} unit={tally.unit} svg={svg} />
          </section>
          <figcaption>
            <MarkKey />
            <span className="no-print">
              <KeepPicture svg={svg} name={tally.id} />
              {' · '}
              <DataLinks json={`/api/tallies/${encodeURIComponent(tally.id)}`} />
            </span>
          </figcaption>
        </figure>
      ) : (
        <Empty>None of these figures has a date, so there is nothing to draw; the table has them all.</Empty>
      )}
      <Figures tally={tally} />
    </article>
  );
}

function Figures({ tally }: { readonly tally: TallyDetail }) {
  const statements = new Map(tally.statements.map((row) => [row.id, row]));
  const reports = new Map(tally.reports.map((row) => [row.id, row]));
  const names = new Map(tally.sources.map((row) => [row.id, row.name]));
  return (
    <div>
      <table className="figures">
        <caption>Every figure, with its words</caption>
        <thead>
          <tr>
            <th scope="col">As of</th>
            <th scope="col" className="number">
              Figure
            </th>
            <th scope="col">Status</th>
            <th scope="col">Who</th>
            <th scope="col">In these words</th>
          </tr>
        </thead>
        <tbody>
          {tally.points.map((point) => {
            const statement = point.statement === null ? undefined : statements.get(point.statement);
            const report = reports.get(point.report);
            const { sourceId } = point;
            return (
              <tr key={`${point.report}${point.statement}${point.low}${point.high}${point.asOf}`}>
                <td>{point.asOf ? sayDate(point.asOf) : 'no date'}</td>
                <td className="number">{sayBounds(point.low, point.high, point.approximate)}</td>
                <td>{point.status}</td>
                <td>
                  <SourceName
                    name={(sourceId && names.get(sourceId)) || 'the outlet itself'}
                    hueKey={sourceId}
                    sourceId={sourceId && names.has(sourceId) ? sourceId : null}
                  />
                </td>
                <td>
                  {statement && (
                    <Link className="words" href={statementHref(statement)} data-step data-words>
                      {statement.content.text}
                    </Link>
                  )}{' '}
                  <span className="quiet small">{report ? `${report.outlet ?? reportName(report)}, ${sayDay(report.published)}` : ''}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
