import { useState } from 'react';
import { jsonLines, problemOf } from '../../api/client.ts';
import { useCounts, useRows } from '../../api/hooks.ts';
import type { Entry, ProblemDetails } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { DataLinks } from '../../parts/DataLinks.tsx';
import { Rows } from '../../parts/Rows.tsx';
import { Failed } from '../../parts/states.tsx';
import { count, sayNumber } from '../../words/names.ts';
import './ledger.css';

type Line =
  | { readonly kind: 'finding'; readonly sequence: number | null; readonly what: string; readonly id: string; readonly message: string }
  | { readonly kind: 'done'; readonly findings: number; readonly entries: number }
  | { readonly kind: 'failed'; readonly problem: ProblemDetails };

type Check =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly lines: readonly Line[] }
  | { readonly state: 'ended'; readonly lines: readonly Line[] };

/** Findings shown; a ledger with more is not read line by line. */
const MOST = 200;

function Verify() {
  const [check, setCheck] = useState<Check>({ state: 'none' });
  const run = async (): Promise<void> => {
    const lines: Line[] = [];
    setCheck({ state: 'running', lines: [] });
    try {
      for await (const line of jsonLines<Line>('/api/verify')) {
        if (lines.length < MOST || line.kind !== 'finding') lines.push(line);
        setCheck({ state: 'running', lines: [...lines] });
      }
    } catch (error) {
      lines.push({ kind: 'failed', problem: problemOf(error) });
    }
    setCheck({ state: 'ended', lines });
  };
  const lines = check.state === 'none' ? [] : check.lines;
  return (
    <section className="verify" aria-labelledby="verify-title">
      <h2 id="verify-title">Does it hold?</h2>
      <p className="quiet">Recomputes every entry’s hash, every kept byte and every row that was derived from them.</p>
      <button type="button" className="first" onClick={run} disabled={check.state === 'running'}>
        {check.state === 'running' ? 'Checking …' : 'Verify'}
      </button>
      <div role="status">
        {lines.map((line) => {
          if (line.kind === 'failed') return <Failed key="failed" problem={line.problem} />;
          if (line.kind === 'done') {
            return (
              <p key="done" className="verdict">
                {line.findings === 0
                  ? `All ${count(line.entries, 'entry', 'entries')} hold.`
                  : `${count(line.findings, 'finding')} in ${count(line.entries, 'entry', 'entries')}.`}
              </p>
            );
          }
          return (
            <p key={`${line.sequence}${line.what}${line.id}`} className="finding">
              {line.sequence !== null && <b>Entry {line.sequence}: </b>}
              {line.message}{' '}
              <span className="quiet">
                ({line.what} {line.id})
              </span>
            </p>
          );
        })}
      </div>
    </section>
  );
}

/** An entry's body in a line: what it is about, before how it is stored. */
function about(body: unknown): string {
  const words = JSON.stringify(body);
  return words.length > 400 ? `${words.slice(0, 400)} …` : words;
}

const reportOf = (body: unknown): string | null => {
  const id = typeof body === 'object' && body !== null && 'report' in body ? body.report : null;
  return typeof id === 'string' ? id : null;
};

/** The log itself: who and what wrote each entry, its hash, and whether all of it holds. */
export default function LedgerPage() {
  const found = useRows<Entry>('entries', {});
  const counts = useCounts().data;
  return (
    <>
      <div className="page-head">
        <h1>Ledger</h1>
        {counts && <p className="quiet outside">{counts.ledger.location}</p>}
      </div>
      {counts && (
        <dl className="counts">
          {(['reports', 'statements', 'sources', 'claims', 'tallies', 'forecasts', 'entries'] as const).map((kind) => (
            <div key={kind}>
              <dt>{kind === 'tallies' ? 'figures' : kind}</dt>
              <dd>{sayNumber(counts[kind])}</dd>
            </div>
          ))}
        </dl>
      )}
      <Verify />
      <div className="page-head">
        <h2>Entries, newest first</h2>
        <DataLinks json="/api/entries" />
      </div>
      <Rows found={found} keyOf={({ sequence }) => String(sequence)} height={84} label="Entries" empty="Nothing was written yet.">
        {({ sequence, at, by, kind, body, hash }) => (
          <div className="row-link entry" tabIndex={-1} data-step>
            <p>
              <b>{sequence}</b> {kind} <span className="quiet">by {by}</span>{' '}
              <time className="quiet">{at.replace('T', ' ').replace(/\.\d+Z$|Z$/, ' UTC')}</time>
            </p>
            <p className="body">
              <code>{about(body)}</code>
              {reportOf(body) && (
                <>
                  {' '}
                  <Link href={`/reports/${encodeURIComponent(reportOf(body) ?? '')}`} data-words>
                    the report
                  </Link>
                </>
              )}
            </p>
            <p className="hash quiet">
              <code>{hash}</code>
            </p>
          </div>
        )}
      </Rows>
    </>
  );
}
