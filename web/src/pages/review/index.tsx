import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../../api/client.ts';
import { useRow, useRows } from '../../api/hooks.ts';
import type { Decision, DecisionDetail } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { DataLinks } from '../../parts/DataLinks.tsx';
import { useJudge, useName } from '../../parts/judging.ts';
import { StatementRow } from '../../parts/StatementRow.tsx';
import { Empty, Failed, Loading, useTitle } from '../../parts/states.tsx';
import { count, reportName } from '../../words/names.ts';
import './review.css';

/** What is asked, by the kind of decision. */
const QUESTIONS: Readonly<Record<Decision['kind'], string>> = {
  statement: 'Does somebody vouch for this, as the machine read it?',
  copy: 'Is the first of these reports a copy of the second?',
  source: 'Are these two names one source?',
  claim: 'Do these two say the same thing?',
  relation: 'Does the first of these claims stand so to the second?',
  forecast: 'Is this what became of it?',
};

/** One answer, and what undoes it. */
interface Answered {
  readonly decision: Decision;
  readonly answer: 'yes' | 'no' | 'skipped';
  readonly sequence: number | null;
}

/** What the machine is least sure of, the most used of it first: one keystroke a decision, the words in view, undo. */
export default function Review() {
  useTitle('Review');
  const found = useRows<Decision>('decisions', { judged: 'false' }, 100);
  return (
    <>
      <div className="page-head">
        <h1>Review</h1>
        <p className="quiet">what the machine is least sure of, the most used first</p>
        <DataLinks json="/api/decisions?judged=false" csv="/api/decisions.csv?judged=false" />
      </div>
      {found.error && <Failed problem={problemOf(found.error)} onRetry={found.refetch} />}
      {found.isPending && <Loading />}
      {found.data && <Desk rows={found.rows} refetch={found.refetch} />}
    </>
  );
}

function Desk({ rows, refetch }: { readonly rows: readonly Decision[]; readonly refetch: () => unknown }) {
  const [name, setName] = useName();
  const [past, setPast] = useState<readonly Answered[]>([]);
  const judge = useJudge();
  const seen = new Set(past.map(({ decision }) => decision.id));
  const current = rows.find(({ id }) => !seen.has(id));
  const unsigned = name.trim() === '';
  const blocked = unsigned || judge.isPending;

  const answer = (yes: boolean): void => {
    if (!current || blocked) return;
    judge.mutate(
      { verdict: yes ? 'confirm' : 'reject', target: current.id },
      { onSuccess: ({ sequence }) => setPast((before) => [...before, { decision: current, answer: yes ? 'yes' : 'no', sequence }]) },
    );
  };
  const skip = (): void => {
    if (current) setPast((before) => [...before, { decision: current, answer: 'skipped', sequence: null }]);
  };
  const undo = (): void => {
    const last = past.at(-1);
    if (!last || judge.isPending) return;
    const drop = (): void => setPast((before) => before.slice(0, -1));
    if (last.sequence === null) drop();
    else if (!unsigned) judge.mutate({ verdict: 'undo', target: String(last.sequence) }, { onSuccess: drop });
  };
  useAnswerKeys({ y: () => answer(true), n: () => answer(false), s: skip, u: undo });

  return (
    <div className="review">
      <div className="review-acts no-print">
        <label>
          <span className="quiet">as</span>{' '}
          <input
            value={name}
            onChange={(event) => setName(event.target.value)}
            placeholder="your name"
            maxLength={100}
            autoComplete="name"
          />
        </label>
        <button type="button" disabled={blocked || !current} onClick={() => answer(true)}>
          Yes <kbd>y</kbd>
        </button>
        <button type="button" disabled={blocked || !current} onClick={() => answer(false)}>
          No <kbd>n</kbd>
        </button>
        <button type="button" disabled={!current} onClick={skip}>
          Skip <kbd>s</kbd>
        </button>
        <button type="button" disabled={past.length === 0 || judge.isPending} onClick={undo}>
          Undo <kbd>u</kbd>
        </button>
        <span className="quiet small" role="status">
          {unsigned ? 'Sign it first: the ledger keeps who decided.' : judge.isPending ? 'Linking anew …' : `${past.length} looked at`}
        </span>
      </div>
      {judge.error && <Failed problem={problemOf(judge.error)} />}
      {current ? (
        <Question key={current.id} decision={current} />
      ) : (
        <Empty>
          Nothing is left that the machine is unsure of.{' '}
          <button type="button" className="plain" onClick={() => refetch()}>
            Look again
          </button>
        </Empty>
      )}
      {past.length > 0 && (
        <section aria-labelledby="review-past">
          <h2 id="review-past">Looked at just now</h2>
          <ol reversed className="review-past">
            {past.toReversed().map(({ decision, answer: given }) => (
              <li key={decision.id}>
                <b>{given}</b> <span className="quiet">{decision.kind}:</span> {decision.reason}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

/** Keys that answer, wherever nobody is typing. */
function useAnswerKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.ctrlKey || event.metaKey || event.altKey || typing || document.querySelector('[role=dialog]')) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function Question({ decision }: { readonly decision: Decision }) {
  const { data, error } = useRow<DecisionDetail>('decisions', decision.id);
  const { kind, reason, score, doubt, uses } = decision;
  return (
    <section className="question" aria-labelledby="question">
      <h2 id="question">{QUESTIONS[kind]}</h2>
      <p className="meta">
        <span>{reason}</span>
        {score !== null && <span>score {score.toFixed(2)}</span>}
        <span>doubt {Math.round(doubt * 100)} %</span>
        <span>
          {count(uses, 'report')} {uses === 1 ? 'hangs' : 'hang'} on it
        </span>
      </p>
      {error && <Failed problem={problemOf(error)} />}
      {data ? <Words detail={data} /> : <Loading lines={3} />}
    </section>
  );
}

/** The words that the decision is about: statements, reports, claims, or bare names. */
function Words({ detail: { kind, members, statements, reports, claims } }: { readonly detail: DecisionDetail }) {
  const heads = new Map(reports.map((report) => [report.id, report]));
  if (kind === 'source')
    return (
      <ul className="lines names">
        {members.slice(0, 2).map((name) => (
          <li key={name} className="words">
            {name}
          </li>
        ))}
      </ul>
    );
  return (
    <div>
      {members.flatMap((id) => {
        const statement = statements.find((row) => row.id === id);
        const report = heads.get(statement?.report ?? id);
        const claim = claims.find((row) => row.id === id);
        const where = report ? [report.outlet ?? reportName(report), report.published?.slice(0, 10)].filter(Boolean).join(', ') : '';
        if (statement) return [<StatementRow key={id} statement={statement} where={where} />];
        if (claim)
          return [
            <p key={id}>
              <Link className="words" href={`/claims/${encodeURIComponent(id)}`}>
                {claim.proposition}
              </Link>{' '}
              <span className="quiet small">
                {count(claim.reports, 'report')}, {count(claim.origins, 'origin')}
              </span>
            </p>,
          ];
        if (!report) return [];
        return [
          <p key={id}>
            <Link className="words" href={`/reports/${encodeURIComponent(id)}`}>
              {reportName(report)}
            </Link>{' '}
            <span className="quiet small">{where}</span>
          </p>,
        ];
      })}
    </div>
  );
}
