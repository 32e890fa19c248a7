import { problemOf } from '../../api/client.ts';
import { useRow, useRows } from '../../api/hooks.ts';
import type { LedgerStatement, SourceDetail } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { Filters, useFilters } from '../../parts/Filters.tsx';
import { Judge, RATINGS } from '../../parts/Judge.tsx';
import { Judged } from '../../parts/Judged.tsx';
import { Rows } from '../../parts/Rows.tsx';
import { StatementRow } from '../../parts/StatementRow.tsx';
import { Failed, Loading, useTitle } from '../../parts/states.tsx';
import { sayDay } from '../../words/dates.ts';
import { hueStyle } from '../../words/hue.ts';
import { CERTAINTIES, reportName } from '../../words/names.ts';
import type { PageProps } from '../index.ts';
import { StandingView } from './Standing.tsx';
import './source.css';

/** What each letter of the Admiralty scale says. */
const RATING_WORDS: Readonly<Record<string, string>> = Object.fromEntries(RATINGS);

/** One source: every name that it goes by, and what it said. */
export default function SourcePage({ id }: PageProps) {
  const { data, error, refetch } = useRow<SourceDetail>('sources', id);
  useTitle(data?.name);
  if (error)
    return (
      <>
        <Failed problem={problemOf(error)} onRetry={refetch} />
        <Judge target={id} kind="source" gone />
      </>
    );
  return data ? <SourceView source={data} /> : <Loading />;
}

/** How sure it sounded, over the statements at hand. */
function Manner({ statements }: { readonly statements: readonly LedgerStatement[] }) {
  const sums = CERTAINTIES.map((level) => [level, statements.filter(({ certainty }) => certainty.level === level).length] as const);
  return (
    <dd>
      {sums
        .filter(([, sum]) => sum > 0)
        .map(([level, sum]) => `${level === 'unknown' ? 'not said' : level} ${sum}`)
        .join(' · ')}
    </dd>
  );
}

function SourceView({ source }: { readonly source: SourceDetail }) {
  const { id, name, kind, aliases, statements, reports, tallies, next } = source;
  const { rating } = source.standing;
  const filters = useFilters(['certainty']);
  const found = useRows<LedgerStatement>('statements', { ...filters, sourceId: id });
  const heads = new Map(reports.map((report) => [report.id, report]));
  const where = ({ report }: LedgerStatement): string => {
    const head = heads.get(report);
    return head ? `${head.outlet ?? reportName(head)}, ${sayDay(head.published)}` : '';
  };
  return (
    <div className="source-page hued" style={hueStyle(id)}>
      <p className="kicker quiet">{kind === 'unknown' ? 'source' : kind}</p>
      <h1>{name}</h1>
      <dl className="facts-list">
        {aliases.length > 0 && (
          <>
            <dt>Also called</dt>
            <dd className="words">{aliases.map((alias) => `“${alias}”`).join(', ')}</dd>
          </>
        )}
        <dt>Reports</dt>
        <dd>
          {reports.slice(0, 5).map((report, i) => (
            <span key={report.id}>
              {i > 0 && ' · '}
              <Link href={`/reports/${encodeURIComponent(report.id)}`}>{report.outlet ?? reportName(report)}</Link>{' '}
              <span className="quiet">{sayDay(report.published)}</span>
            </span>
          ))}
          {reports.length > 5 && ` and ${reports.length - 5}${next ? ' or more' : ''} others`}
        </dd>
        <dt>How sure it sounded</dt>
        <Manner statements={statements} />
        {tallies.length > 0 && (
          <>
            <dt>Figures it gave</dt>
            <dd>
              {tallies.map((tally) => (
                <div key={tally.id}>
                  <Link href={`/tallies/${encodeURIComponent(tally.id)}`}>{tally.question}</Link>
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
      <StandingView source={source} />
      <section aria-labelledby="people">
        <h2 id="people">What people think of it</h2>
        <p className="rating quiet">
          {rating === null ? (
            'Nobody rated it yet.'
          ) : (
            <>
              rated <b>{rating}</b> {RATING_WORDS[rating]}
            </>
          )}{' '}
          A person’s judgement: apart from how sure it sounded and from its record, and neither is made from it.
        </p>
        <Judged judged={source.judged} />
        <Judge target={id} kind="source" names={aliases} />
      </section>
      <div className="page-head">
        <h2>What it said</h2>
        <a className="small no-print" href={`/api/sources/${encodeURIComponent(id)}`}>
          this page as JSON
        </a>
      </div>
      <Filters
        kind="statements"
        search="Find words in what it said"
        choices={[{ name: 'certainty', label: 'how sure', values: CERTAINTIES }]}
        fixed={{ sourceId: id }}
      />
      <Rows found={found} keyOf={(row) => row.id} height={104} label={`Statements by ${name}`} empty="It said nothing with these words.">
        {(statement) => <StatementRow statement={statement} q={filters.q} nameless where={where(statement)} />}
      </Rows>
    </div>
  );
}
