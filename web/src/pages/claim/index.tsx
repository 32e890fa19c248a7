import { useRef } from 'react';
import { problemOf } from '../../api/client.ts';
import { useRow } from '../../api/hooks.ts';
import type { ClaimDetail } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { DataLinks } from '../../parts/DataLinks.tsx';
import { Judge } from '../../parts/Judge.tsx';
import { Judged } from '../../parts/Judged.tsx';
import { useJudge, useName } from '../../parts/judging.ts';
import { KeepPicture } from '../../parts/picture/KeepPicture.tsx';
import { SourceName } from '../../parts/SourceName.tsx';
import { Stances } from '../../parts/Stances.tsx';
import { StatementRow, statementHref } from '../../parts/StatementRow.tsx';
import { Failed, Loading, useTitle } from '../../parts/states.tsx';
import { sayDate } from '../../words/dates.ts';
import { count } from '../../words/names.ts';
import type { PageProps } from '../index.ts';
import { Drawing } from './Drawing.tsx';
import { type Path, pathsOf } from './paths.ts';
import './claim.css';

/** The question page: one claim, who really says so, and in which words. */
export default function ClaimPage({ id }: PageProps) {
  const { data, error, refetch } = useRow<ClaimDetail>('claims', id);
  useTitle(data?.proposition);
  if (error)
    return (
      <>
        <Failed problem={problemOf(error)} onRetry={refetch} />
        <Judge target={id} kind="claim" gone />
      </>
    );
  return data ? <ClaimView claim={data} /> : <Loading />;
}

/** How many paths are drawn; with more a drawing says less than the table. */
const DRAWN = 24;

const RELATIONS: Readonly<Record<string, readonly [mine: string, theirs: string]>> = {
  contradicts: ['Contradicts', 'Contradicted by'],
  updates: ['Updates', 'Updated by'],
  corrects: ['Corrects', 'Corrected by'],
  endorses: ['Endorses', 'Endorsed by'],
  denies: ['Denies', 'Denied by'],
};

/** The reason beside the name that it begins with: it need not say the name again. */
const withoutName = (reason: string, name: string): string =>
  reason.toLowerCase().startsWith(`${name.toLowerCase()} `) ? reason.slice(name.length + 1) : reason;

function Origins({ claim }: { readonly claim: ClaimDetail }) {
  const names = new Map(claim.sources.map(({ id, name }) => [id, name]));
  if (claim.origins.length === 0) return <p>Cannot tell who vouches for it independently.</p>;
  return (
    <ul className="origins">
      {claim.origins.map(({ sourceId, reason }) => (
        <li key={sourceId}>
          <SourceName name={names.get(sourceId) ?? 'an outlet itself'} hueKey={sourceId} sourceId={names.has(sourceId) ? sourceId : null} />{' '}
          <span className="quiet">{withoutName(reason, names.get(sourceId) ?? sourceId)}</span>
        </li>
      ))}
    </ul>
  );
}

function PathTable({ paths }: { readonly paths: readonly Path[] }) {
  return (
    <table className="paths">
      <caption className="unseen">How each appearance reached its report</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Through</th>
          <th scope="col">Report</th>
          <th scope="col">Out</th>
        </tr>
      </thead>
      <tbody>
        {paths.map(({ statement, source, through, report }) => (
          <tr key={statement.id}>
            <td>
              <SourceName name={source.name} hueKey={source.key} />
            </td>
            <td>{through ?? 'straight'}</td>
            <td>
              <Link href={statementHref(statement)}>{report.name}</Link>
            </td>
            <td>{report.day}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Relations({ claim }: { readonly claim: ClaimDetail }) {
  if (claim.relations.length === 0) return null;
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">Beside other claims</h2>
      <ul className="relations">
        {claim.relations.map(({ from, to, type, reason, other }) => {
          const words = RELATIONS[type]?.[from === claim.id ? 0 : 1] ?? type;
          return (
            <li key={`${from}${to}${type}`}>
              <b>{words}</b>{' '}
              <Link className="words" href={`/claims/${encodeURIComponent(other?.id ?? to)}`}>
                {other?.proposition ?? 'a claim that is not here'}
              </Link>
              {reason && <span className="quiet small"> {reason}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Takes one statement out of the claim. */
function Split({ statement, claim }: { readonly statement: string; readonly claim: string }) {
  const judge = useJudge();
  const [name] = useName();
  return (
    <p className="small no-print">
      <button
        type="button"
        className="plain"
        disabled={name.trim() === '' || judge.isPending}
        title={name.trim() === '' ? 'Sign your name below first' : undefined}
        onClick={() => judge.mutate({ verdict: 'split', target: statement, from: claim })}
      >
        says something else
      </button>
      {judge.error && <Failed problem={problemOf(judge.error)} />}
    </p>
  );
}

function ClaimView({ claim }: { readonly claim: ClaimDetail }) {
  const { id, proposition, statements, appearances, appearancesLeftOut, reports, forecasts } = claim;
  const paths = pathsOf(claim);
  const svg = useRef<SVGSVGElement>(null);
  return (
    <article className="claim-page">
      <p className="kicker quiet">Claim</p>
      <h1>{proposition}</h1>
      <p className="meta">
        <span>{count(claim.summary?.reports ?? new Set(reports.map((report) => report.id)).size, 'report')}</span>
        <b>{claim.origins.length === 0 ? 'cannot tell the origin' : count(claim.origins.length, 'independent origin')}</b>
        <Stances statements={statements} />
        {appearancesLeftOut > 0 && <span>the stances of the first {count(statements.length, 'statement')}</span>}
        <DataLinks json={`/api/claims/${encodeURIComponent(id)}`} csv={`/api/statements.csv?claim=${encodeURIComponent(id)}`} />
      </p>
      <Judged judged={claim.judged} />
      <div className="two">
        <section aria-labelledby="who">
          <h2 id="who">Who really says so</h2>
          <Origins claim={claim} />
          {paths.length <= DRAWN && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a narrow screen must be scrollable by keyboard.
            <section className="scroll" aria-label="Who really says so, drawn" tabIndex={0}>
              <Drawing paths={paths} svg={svg} />
            </section>
          )}
          {paths.length <= DRAWN && (
            <p className="small">
              <KeepPicture svg={svg} name={id} />
            </p>
          )}
          <details className="as-table" open={paths.length > DRAWN}>
            <summary>The same as a table</summary>
            <PathTable paths={paths} />
          </details>
        </section>
        <section aria-labelledby="said">
          <h2 id="said">In these words</h2>
          {paths.map(({ statement, report }) => (
            <div key={statement.id}>
              <StatementRow statement={statement} where={`${report.name}, ${report.day}`} />
              {statements.length > 1 && <Split statement={statement.id} claim={id} />}
            </div>
          ))}
          {appearancesLeftOut > 0 && (
            <p>
              <Link href={`/statements?claim=${encodeURIComponent(id)}`}>
                All {count(appearances.length + appearancesLeftOut, 'appearance')}
              </Link>
            </p>
          )}
        </section>
      </div>
      <Relations claim={claim} />
      {forecasts.map(({ window, condition, outcome }) => (
        <p key={`${window}${condition}`}>
          <b>Forecast</b> {window ? sayDate(window) : 'with no time given'}
          {condition ? `, ${condition}` : ''}: {outcome}
        </p>
      ))}
      <Judge target={id} kind="claim" />
    </article>
  );
}
