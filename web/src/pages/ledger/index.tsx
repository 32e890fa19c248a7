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

type Body = Readonly<Record<string, unknown>>;
const bodyOf = (body: unknown): Body => (typeof body === 'object' && body !== null ? (body as Body) : {});
const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The title that intake chose for a report, among what it found. */
const titleOf = ({ evidence }: Body): string | null => {
  const found = Array.isArray(evidence)
    ? evidence.map(bodyOf).find(({ field, chosen }) => field === 'title' && chosen === true)
    : undefined;
  return asText(found?.value);
};

/** What an entry is about, in a line. */
function About({ kind, body }: { readonly kind: string; readonly body: Body }) {
  const report = asText(body.report);
  if (report) {
    return (
      <Link href={`/reports/${encodeURIComponent(report)}`} className="words" data-words>
        {titleOf(body) ?? report}
      </Link>
    );
  }
  if (kind.startsWith('linking')) {
    const counts = Object.entries(bodyOf(body.counts)).filter(([, sum]) => typeof sum === 'number' && sum > 0);
    return <span>{counts.map(([name, sum]) => `${sayNumber(sum as number)} ${SPOKEN[name] ?? name}`).join(' · ')}</span>;
  }
  const judgement = 'judgement' in body ? bodyOf(body.judgement) : body;
  return <span>{[judgement.verdict, judgement.target].map(asText).filter(Boolean).join(' ')}</span>;
}

/** What the log's names for rows are called on the page. */
const SPOKEN: Readonly<Record<string, string>> = { tallies: 'figures', statementSources: 'statements with a source' };

/** The log itself: who and what wrote each entry, its hash, and whether all of it holds. */
export default function LedgerPage() {
  const found = useRows<Entry>('entries', {});
  const counts = useCounts().data;
  return (
    <>
      <div className="page-head">
        <h1>Ledger</h1>
        {counts && <p className="quiet outside">{counts.ledger.location}</p>}
        <Link href="/watching">What is watched</Link>
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
        {({ sequence, at, by, kind, body, hash, previous }) => (
          <div className="row-link entry" tabIndex={-1} data-step>
            <p>
              <b>{sequence}</b> {kind}
              <time className="quiet">{at.replace('T', ' ').replace(/\.\d+Z$|Z$/, ' UTC')}</time>
            </p>
            <p>
              <About kind={kind} body={bodyOf(body)} />
            </p>
            <details>
              <summary>
                <code className="quiet">{hash.slice(0, 16)} …</code>
              </summary>
              <p className="quiet small">
                written by {by}
                <br />
                its hash <code>{hash}</code>
                <br />
                the one before <code>{previous}</code>
              </p>
              <pre>{JSON.stringify(body, null, 1)}</pre>
            </details>
          </div>
        )}
      </Rows>
    </>
  );
}
