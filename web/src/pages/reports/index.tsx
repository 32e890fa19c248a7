import { useCounts, useRows } from '../../api/hooks.ts';
import type { LedgerReport } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { Filters, useFilters } from '../../parts/Filters.tsx';
import { Rows } from '../../parts/Rows.tsx';
import { sayDay } from '../../words/dates.ts';
import { count, reportName } from '../../words/names.ts';

const COPY = { verbatim: 'copy, word for word', trimmed: 'copy, trimmed', rewritten: 'copy, rewritten' };

/** Every report, newest first. */
export default function Reports() {
  const filters = useFilters(['outlet', 'language', 'copy', 'from', 'to', 'since']);
  const found = useRows<LedgerReport>('reports', filters);
  const counts = useCounts().data;
  const { outlet, since } = filters;
  return (
    <>
      <div className="page-head">
        <h1>Reports</h1>
        {counts && <p className="quiet">{count(counts.reports, 'report')} in the ledger, newest first</p>}
      </div>
      <Filters
        kind="reports"
        search="Find words in reports"
        choices={[
          {
            name: 'copy',
            label: 'copies',
            values: [
              ['false', 'leave out'],
              ['true', 'only copies'],
            ],
          },
        ]}
        set={{ ...(outlet && { outlet }), ...(since && { since: 'added since' }) }}
      />
      <Rows
        found={found}
        keyOf={({ id }) => id}
        height={78}
        label="Reports"
        empty={<NoReports filtered={Object.keys(filters).length > 0} />}
      >
        {(report) => <ReportRow report={report} />}
      </Rows>
    </>
  );
}

const NoReports = ({ filtered }: { readonly filtered: boolean }) =>
  filtered ? (
    <>No report has these words under these filters.</>
  ) : (
    <>
      No reports yet. <Link href="/">Paste one, drop a file or give an address</Link>.
    </>
  );

function ReportRow({ report }: { readonly report: LedgerReport }) {
  const { id, outlet, published, byline, copyKind, text } = report;
  return (
    <div className="row-link">
      <p className="title">
        <Link href={`/reports/${encodeURIComponent(id)}`} data-step data-words>
          {reportName(report)}
        </Link>
      </p>
      <p className="meta">
        {outlet ? <Link href={`/reports?outlet=${encodeURIComponent(outlet)}`}>{outlet}</Link> : <span>outlet not named</span>}
        <span>{sayDay(published)}</span>
        {byline && <span>{byline}</span>}
        <span>{count(wordsIn(text), 'word')}</span>
        {copyKind && <b>{COPY[copyKind]}</b>}
      </p>
    </div>
  );
}

/** Counted by the gaps: no need to cut a long text into pieces to know how long it is. */
function wordsIn(text: string): number {
  let words = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i += 1) {
    const isGap = text.charCodeAt(i) <= 32;
    if (!isGap && !inWord) words += 1;
    inWord = !isGap;
  }
  return words;
}
