import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { apiPath, getJson, problemOf } from '../../api/client.ts';
import type { Forecast, NewsDetail } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { ClaimLink } from '../../parts/ClaimLink.tsx';
import { DataLinks } from '../../parts/DataLinks.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { sayDate, sayDay } from '../../words/dates.ts';
import { count, reportName, sayBounds, sayNumber } from '../../words/names.ts';

type Part = keyof Pick<NewsDetail, 'reports' | 'claims' | 'denied' | 'moved' | 'contradictions' | 'due' | 'settled'>;

/** What is new since an entry of the log. */
export function Since({ since, ledger }: { readonly since: number; readonly ledger: string }) {
  const path = apiPath('news', { since });
  // The head of the log is part of the key: what is added on this page is news at once.
  const news = useQuery({ queryKey: ['news', since, ledger], queryFn: ({ signal }) => getJson<NewsDetail>(path, signal) });
  if (news.error) return <Failed problem={problemOf(news.error)} onRetry={news.refetch} />;
  if (!news.data) return <Loading lines={5} />;
  return <NewsView news={news.data} path={path} />;
}

/** One part of the news; left out where there is none. */
function Section({
  id,
  title,
  part,
  all,
  allWords,
  children,
}: {
  readonly id: Part;
  readonly title: string;
  readonly part: { readonly rows: readonly unknown[]; readonly count: number; readonly more: boolean };
  /** Where all of them are listed. */
  readonly all?: string;
  /** What that list is, where it is not just these. */
  readonly allWords?: string;
  readonly children: ReactNode;
}) {
  if (part.count === 0) return null;
  const many = `${sayNumber(part.count)}${part.more ? ' or more' : ''}`;
  return (
    <section aria-labelledby={`news-${id}`}>
      <h2 id={`news-${id}`}>
        {title} <span className="quiet">{many}</span>
      </h2>
      <ul className="lines">{children}</ul>
      {all && part.count > part.rows.length && (
        <p>
          <Link href={all}>
            {allWords ?? (
              <>
                All {many}
                <span className="unseen"> of: {title}</span>
              </>
            )}
          </Link>
        </p>
      )}
    </section>
  );
}

const Claims = ({ rows }: { readonly rows: NewsDetail['claims']['rows'] }) =>
  rows.map(({ id, proposition, reports, origins }) => (
    <li key={id}>
      <Link href={`/claims/${encodeURIComponent(id)}`} className="words" data-step data-words>
        {proposition}
      </Link>
      <span className="quiet small">
        {count(reports, 'report')} · {origins === 0 ? 'cannot tell the origin' : count(origins, 'origin')}
      </span>
    </li>
  ));

const Forecasts = ({ rows, settled = false }: { readonly rows: readonly Forecast[]; readonly settled?: boolean }) =>
  rows.map(({ claim, sourceId, window, condition, outcome }) => (
    <li key={`${claim}${sourceId}${window}`}>
      <ClaimLink id={claim} />
      <span className="quiet small">
        {settled ? `${outcome} · ` : ''}
        {window ? sayDate(window) : 'no time given'}
        {condition ? `, ${condition}` : ''}
      </span>
    </li>
  ));

const Moved = ({ rows }: { readonly rows: NewsDetail['moved']['rows'] }) =>
  rows.map(({ id, question, points }) => {
    const [before, last] = points.slice(-2);
    const now = last ?? before;
    return (
      <li key={id}>
        <Link href={`/tallies/${encodeURIComponent(id)}`} className="words" data-step data-words>
          {question}
        </Link>
        <span className="quiet small">
          {before && last ? `${sayBounds(before.low, before.high)} → ` : ''}
          {now ? `${sayBounds(now.low, now.high, now.approximate)}, ${now.status}` : ''}
        </span>
      </li>
    );
  });

const Against = ({ rows }: { readonly rows: NewsDetail['contradictions']['rows'] }) =>
  rows.map(({ from, to, type, reason }) => (
    <li key={`${from.id}${to.id}`}>
      <Link href={`/claims/${encodeURIComponent(from.id)}`} className="words" data-step data-words>
        {from.proposition}
      </Link>
      <span className="quiet small">
        {type}{' '}
        <Link href={`/claims/${encodeURIComponent(to.id)}`} className="words">
          {to.proposition}
        </Link>
        {reason ? ` · ${reason}` : ''}
      </span>
    </li>
  ));

function NewsView({ news, path }: { readonly news: NewsDetail; readonly path: string }) {
  const { since, reports, claims, denied, moved, contradictions, due, settled } = news;
  const isNew = [reports, claims, denied, moved, contradictions, settled].some((part) => part.count > 0);
  return (
    <>
      {!isNew && <p className="quiet">Nothing new since then{due.count > 0 ? '; what is due stands below' : ''}.</p>}
      <div className="news">
        <Section
          id="contradictions"
          title="Contradicted"
          part={contradictions}
          all="/claims?contradicted=true"
          allWords="All contradicted claims"
        >
          <Against rows={contradictions.rows} />
        </Section>
        <Section id="denied" title="Denied by a new report" part={denied} all={`/claims?deniedSince=${since}`}>
          <Claims rows={denied.rows} />
        </Section>
        <Section id="moved" title="Figures that moved" part={moved} all={`/tallies?movedSince=${since}`}>
          <Moved rows={moved.rows} />
        </Section>
        <Section id="settled" title="Forecasts settled" part={settled} all={`/forecasts?settledSince=${since}`}>
          <Forecasts rows={settled.rows} settled />
        </Section>
        <Section id="due" title="Forecasts due" part={due} all="/forecasts?outcome=pending" allWords="All open forecasts">
          <Forecasts rows={due.rows} />
        </Section>
        <Section id="claims" title="Claims first seen" part={claims} all={`/claims?since=${since}`}>
          <Claims rows={claims.rows} />
        </Section>
        <Section id="reports" title="New reports" part={reports} all={`/reports?since=${since}`}>
          {reports.rows.map((report) => (
            <li key={report.id}>
              <Link href={`/reports/${encodeURIComponent(report.id)}`} className="words" data-step data-words>
                {reportName(report)}
              </Link>
              <span className="quiet small">
                {report.outlet ?? 'outlet not named'}, {sayDay(report.published)}
              </span>
            </li>
          ))}
        </Section>
      </div>
      <p className="small">
        <DataLinks json={path} />
      </p>
    </>
  );
}
