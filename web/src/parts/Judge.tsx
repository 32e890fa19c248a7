import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { apiPath, getJson, problemOf } from '../api/client.ts';
import type { JudgementRow } from '../api/types.ts';
import { type Said, useJudge, useName } from './judging.ts';
import { Failed } from './states.tsx';
import './judge.css';

/** Admiralty scale: how reliable people hold a source to be, apart from how sure it sounds. */
export const RATINGS = [
  ['A', 'reliable'],
  ['B', 'usually reliable'],
  ['C', 'fairly reliable'],
  ['D', 'not usually reliable'],
  ['E', 'unreliable'],
  ['F', 'cannot be judged'],
] as const;

/** What can be corrected, by kind: the field, and what to write. */
const FIELDS: Readonly<Record<string, readonly (readonly [field: string, words: string])[]>> = {
  statement: [
    ['source', 'who says it'],
    ['certainty', 'how sure: certain, probable, possible, unlikely, denied, unknown'],
    ['figure', 'the figure: 1200, 1000..1500, 1000.. or ~1200'],
    ['date', 'when it happened: 2024-10-18'],
    ['said', 'when it was said: 2024-10-18'],
    ['place', 'where it happened'],
    ['stance', 'stance: asserts, hedges, denies, reports'],
  ],
  report: [
    ['published', 'when it came out: 2024-10-18'],
    ['outlet', 'who published it'],
    ['title', 'its title'],
    ['byline', 'who wrote it'],
  ],
  claim: [['proposition', 'in other words']],
  source: [
    ['name', 'its name'],
    ['kind', 'what it is: person, agency, government, group, company, media, document, anonymous'],
  ],
};

const said = ({ judgement }: JudgementRow): string => {
  switch (judgement.verdict) {
    case 'rate':
      return `rated ${judgement.rating}, ${RATINGS.find(([letter]) => letter === judgement.rating)?.[1]}`;
    case 'correct':
      return `corrected ${judgement.field} to “${String(judgement.value)}”`;
    case 'resolve':
      return `settled it: ${judgement.outcome}`;
    default:
      return { confirm: 'confirmed', reject: 'rejected', join: 'joined', split: 'split', undo: 'undid' }[judgement.verdict];
  }
};

function Past({ row, unsigned, onUndo }: { readonly row: JudgementRow; readonly unsigned: boolean; readonly onUndo: () => void }) {
  return (
    <li className={row.undone ? 'undone' : ''}>
      <b>{row.judgement.by}</b> {said(row)} <time className="quiet">{row.at.slice(0, 10)}</time>
      {row.judgement.note && <span className="quiet"> “{row.judgement.note}”</span>}
      {row.undone ? (
        <span className="quiet"> undone</span>
      ) : (
        <button type="button" className="plain no-print" disabled={unsigned} onClick={onUndo}>
          undo
        </button>
      )}
    </li>
  );
}

type Pass = (said: Omit<Said, 'target'> & { readonly verdict: string; readonly target?: string }) => void;

/** One line to write and a button that sends it; emptied once it is sent. */
function Line({
  button,
  disabled,
  onSend,
  children,
}: {
  readonly button: string;
  readonly disabled: boolean;
  readonly onSend: (data: FormData) => void;
  readonly children: ReactNode;
}) {
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend(new FormData(event.currentTarget));
    event.currentTarget.reset();
  };
  return (
    <form onSubmit={send} className="line">
      {children}
      <button type="submit" disabled={disabled}>
        {button}
      </button>
    </form>
  );
}

function Correct({ kind, disabled, pass }: { readonly kind: string; readonly disabled: boolean; readonly pass: Pass }) {
  const fields = FIELDS[kind] ?? [];
  const [field, setField] = useState(fields[0]?.[0] ?? '');
  if (fields.length === 0) return null;
  const hint = fields.find(([name]) => name === field)?.[1] ?? '';
  return (
    <Line
      button="Correct"
      disabled={disabled}
      onSend={(data) => pass({ verdict: 'correct', field, value: String(data.get('value') ?? '') })}
    >
      {fields.length > 1 && (
        <label>
          <span className="unseen">what to correct</span>
          <select value={field} onChange={(event) => setField(event.target.value)}>
            {fields.map(([name]) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span className="unseen">{hint}</span>
        <input name="value" placeholder={hint} size={28} maxLength={2000} />
      </label>
    </Line>
  );
}

/** An address of one of our pages, or an id, as the id that it means. */
const idIn = (words: string): string =>
  decodeURIComponent(
    words
      .trim()
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '',
  );

const Join = ({ kind, disabled, pass }: { readonly kind: string; readonly disabled: boolean; readonly pass: Pass }) => (
  <Line button="Join" disabled={disabled} onSend={(data) => pass({ verdict: 'join', with: idIn(String(data.get('with') ?? '')) })}>
    <label>
      <span className="unseen">address or id of the {kind} that it is the same as</span>
      <input name="with" required placeholder={`the same as (address of a ${kind})`} size={28} maxLength={1000} />
    </label>
  </Line>
);

function Rate({ disabled, pass }: { readonly disabled: boolean; readonly pass: Pass }) {
  return (
    <label>
      <span className="quiet">rate it</span>{' '}
      <select value="" disabled={disabled} onChange={(event) => pass({ verdict: 'rate', rating: event.target.value })}>
        <option value="">A to F …</option>
        {RATINGS.map(([letter, words]) => (
          <option key={letter} value={letter}>
            {letter}, {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Names that the source goes by, each of which can be told apart from it. */
function TellApart({
  target,
  names,
  disabled,
  pass,
}: {
  readonly target: string;
  readonly names: readonly string[];
  readonly disabled: boolean;
  readonly pass: Pass;
}) {
  if (names.length === 0) return null;
  return (
    <label>
      <span className="quiet">somebody else is</span>{' '}
      <select value="" disabled={disabled} onChange={(event) => pass({ verdict: 'split', target: event.target.value, from: target })}>
        <option value="">a name …</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}

function Resolve({ disabled, pass }: { readonly disabled: boolean; readonly pass: Pass }) {
  return (
    <label>
      <span className="quiet">what became of it</span>{' '}
      <select value="" disabled={disabled} onChange={(event) => pass({ verdict: 'resolve', outcome: event.target.value })}>
        <option value="">…</option>
        <option value="fulfilled">fulfilled</option>
        <option value="failed">failed</option>
        <option value="pending">still open</option>
      </select>
    </label>
  );
}

interface Props {
  readonly target: string;
  readonly kind: 'source' | 'claim' | 'statement' | 'report' | 'forecast';
  /** The names that a source goes by. */
  readonly names?: readonly string[];
  /** It is not in the tables (any more), as what was rejected is not: it can be brought back. */
  readonly gone?: boolean;
}

/** What people decided about this, and the means to decide. Nothing is overwritten: each is an entry in the ledger, signed. */
export function Judge({ target, kind, names = [], gone = false }: Props) {
  const title = useId();
  const [name, setName] = useName();
  const { data, error } = useQuery({
    queryKey: ['judgements', target],
    queryFn: ({ signal }) => getJson<{ rows: readonly JudgementRow[] }>(apiPath('judgements', { target }), signal),
  });
  const judge = useJudge();
  const pass: Pass = (words) => judge.mutate({ target, ...words });
  const unsigned = name.trim() === '';
  const disabled = unsigned || judge.isPending;
  const failed = judge.error ?? error;
  const past = (data?.rows ?? []).filter(({ judgement }) => judgement.verdict !== 'undo');
  return (
    <section className="judge" aria-labelledby={title}>
      <h2 id={title}>What people decided{kind === 'claim' || kind === 'source' ? '' : ` about this ${kind}`}</h2>
      {past.length > 0 ? (
        <ul>
          {past.map((row) => (
            <Past
              key={row.sequence}
              row={row}
              unsigned={disabled}
              onUndo={() => judge.mutate({ verdict: 'undo', target: String(row.sequence) })}
            />
          ))}
        </ul>
      ) : (
        <p className="quiet">Nobody has said yet.</p>
      )}
      <div className="acts no-print">
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
        {!gone && kind !== 'forecast' && (
          <>
            <button type="button" disabled={disabled} onClick={() => pass({ verdict: 'confirm' })}>
              Confirm
            </button>
            <button type="button" disabled={disabled} onClick={() => pass({ verdict: 'reject' })}>
              Reject
            </button>
          </>
        )}
        {!gone && kind === 'source' && <Rate disabled={disabled} pass={pass} />}
        {!gone && kind === 'source' && <TellApart target={target} names={names} disabled={disabled} pass={pass} />}
        {kind === 'forecast' && <Resolve disabled={disabled} pass={pass} />}
        {!gone && <Correct kind={kind} disabled={disabled} pass={pass} />}
        {!gone && (kind === 'claim' || kind === 'source') && <Join kind={kind} disabled={disabled} pass={pass} />}
        {unsigned && <span className="quiet small">Sign it first: the ledger keeps who decided.</span>}
        {judge.isPending && (
          <span className="quiet small" role="status">
            Linking anew what it bears on …
          </span>
        )}
      </div>
      {failed && <Failed problem={problemOf(failed)} />}
    </section>
  );
}
