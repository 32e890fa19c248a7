import type { ReportDetail } from '../../api/types.ts';
import { Link, OutsideLink } from '../../app/Link.tsx';
import { DataLinks } from '../../parts/DataLinks.tsx';
import { sayDate } from '../../words/dates.ts';
import { count, reportName } from '../../words/names.ts';
import { Changed } from './Changed.tsx';
import { Versions } from './Versions.tsx';

const COPY_WORDS = { verbatim: 'the same text as', trimmed: 'a trimmed copy of', rewritten: 'a rewritten copy of' };
const KEPT_WORDS = { verbatim: 'word for word', trimmed: 'cut', rewritten: 'rewritten' };

/** What is known of the report itself: where it stood, when, whose copy it is. */
export function Head({ report }: { readonly report: ReportDetail }) {
  const { outlet, published, byline, url, from, copyKind, original, copies, warnings } = report;
  const api = `/api/reports/${encodeURIComponent(report.id)}`;
  return (
    <header className="report-head">
      <p className="kicker">
        {outlet ?? 'Outlet not named'} <span className="quiet">· {published ? sayDate(published) : 'undated'}</span>
      </p>
      <h1>{reportName(report)}</h1>
      {byline && <p className="byline">{/^by\s/i.test(byline) ? byline : `By ${byline}`}</p>}
      <p className="small quiet">
        {url ? <OutsideLink url={url} /> : from ? <span className="outside">from {from}</span> : null}
        {(url || from) && ' · '}
        <a href={`${api}/raw`} download>
          the original as it came
        </a>
        <span className="no-print"> · </span>
        <a className="no-print" href={`${api}/custody`}>
          how it came
        </a>
        <span className="no-print"> · </span>
        <DataLinks json={api} csv={`/api/statements.csv?report=${encodeURIComponent(report.id)}`} />
      </p>
      {original && (
        <p className="copy">
          This is {COPY_WORDS[copyKind ?? 'verbatim']}{' '}
          <Link href={`/reports/${encodeURIComponent(original.id)}`}>{reportName(original)}</Link>
          {original.outlet ? `, ${original.outlet}` : ''}.
        </p>
      )}
      {original && <Changed originalId={original.id} text={report.text} />}
      <Versions report={report} />
      {copies.length > 0 && (
        <p className="copy">
          Copied by{' '}
          {copies.map(({ id, outlet: by, title, copyKind: kind }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <Link href={`/reports/${encodeURIComponent(id)}`}>{by ?? reportName({ id, title, outlet: by })}</Link>
              {kind && ` (${KEPT_WORDS[kind]})`}
            </span>
          ))}
          .
        </p>
      )}
      {warnings.length > 0 && (
        <details className="warnings">
          <summary>{count(warnings.length, 'warning')} from the reading</summary>
          <ul>
            {warnings.map(({ code, message, span }) => (
              <li key={`${code}${span?.join()}${message}`}>
                {message} <code className="quiet small">{code}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}
