import { useQuery } from '@tanstack/react-query';
import { getJson, problemOf } from '../../api/client.ts';
import type { WatchedRow } from '../../api/types.ts';
import { DataLinks } from '../../parts/DataLinks.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { sayDate } from '../../words/dates.ts';
import { count } from '../../words/names.ts';
import './watching.css';

/** How often the page looks whether anything happened, in milliseconds. */
const AGAIN = 15_000;

const KIND_WORDS = { feed: 'feed', sitemap: 'sitemap', folder: 'folder', page: 'page', unknown: 'not looked at yet' } as const;

const Moment = ({ at, none }: { readonly at: string | null; readonly none: string }) =>
  at === null ? <span className="quiet">{none}</span> : <time dateTime={at}>{sayDate(at)}</time>;

function Row({ row }: { readonly row: WatchedRow }) {
  const { place, kind, items, waiting, failing, lastSuccess, nextTry, lastError, failures } = row;
  return (
    <tr className={lastError ? 'in-trouble' : undefined}>
      <th scope="row">
        <span className="outside">{place}</span>
      </th>
      <td>{KIND_WORDS[kind]}</td>
      <td>
        {count(items, kind === 'folder' ? 'file' : 'article')}
        {waiting > 0 && `, ${waiting} to be looked at again`}
        {failing > 0 && `, ${failing} failed`}
      </td>
      <td>
        <Moment at={lastSuccess} none="none yet" />
      </td>
      <td>
        <Moment at={nextTry} none="not again" />
      </td>
      <td>
        {lastError === null ? (
          <span className="quiet">none</span>
        ) : (
          <>
            <Moment at={lastError.at} none="" />: {lastError.message} <code className="small">{lastError.code}</code>
            {failures > 1 && ` (${failures} in a row)`}
          </>
        )}
      </td>
    </tr>
  );
}

/** Feeds, sitemaps, folders and pages that are watched: last success, next try, last error. */
export default function Watching() {
  const { data, error, refetch } = useQuery({
    queryKey: ['watching'],
    queryFn: ({ signal }) => getJson<{ readonly rows: readonly WatchedRow[] }>('/api/watching', signal),
    refetchInterval: AGAIN,
  });
  const rows = data?.rows ?? [];
  return (
    <>
      <div className="page-head">
        <h1>Watching</h1>
        <p className="quiet">feeds, sitemaps, folders and pages that are looked at again and again</p>
      </div>
      {error ? <Failed problem={problemOf(error)} onRetry={refetch} /> : null}
      {!data && !error && <Loading lines={4} />}
      {data && rows.length === 0 && (
        <Empty>
          Nothing is watched yet. In a terminal, <code>accordingto watch https://example.org/feed.xml</code> begins, on the ledger that this
          page shows.
        </Empty>
      )}
      {rows.length > 0 && (
        <>
          <p className="small">
            <DataLinks json="/api/watching" csv="/api/watching.csv" />
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
          <section className="watching" aria-label="What is watched" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {['Place', 'Kind', 'Found there', 'Last success', 'Next try', 'Last error'].map((heading) => (
                    <th scope="col" key={heading}>
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.place} row={row} />
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </>
  );
}
