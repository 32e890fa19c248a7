import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiPath, getJson, postJson, problemOf } from '../api/client.ts';
import type { JudgementRow } from '../api/types.ts';
import { Failed } from './states.tsx';
import './judge.css';

/** Admiralty scale: how reliable people hold a source to be, apart from how sure it sounds. */
const RATINGS = [
  ['A', 'reliable'],
  ['B', 'usually reliable'],
  ['C', 'fairly reliable'],
  ['D', 'not usually reliable'],
  ['E', 'unreliable'],
  ['F', 'cannot be judged'],
] as const;

const NAME_KEY = 'accordingto.name';

/** The name that judgements are signed with, kept in this browser. */
function useName(): readonly [string, (name: string) => void] {
  const [name, setName] = useState(() => localStorage.getItem(NAME_KEY) ?? '');
  return [
    name,
    (next) => {
      setName(next);
      localStorage.setItem(NAME_KEY, next);
    },
  ];
}

const said = ({ judgement }: JudgementRow): string => {
  if (judgement.verdict === 'rate') return `rated ${judgement.rating}, ${RATINGS.find(([letter]) => letter === judgement.rating)?.[1]}`;
  const words = {
    confirm: 'confirmed',
    reject: 'rejected',
    correct: 'corrected',
    join: 'joined',
    split: 'split',
    resolve: 'settled',
    undo: 'undid',
  };
  return words[judgement.verdict];
};

function Past({ row, onUndo }: { readonly row: JudgementRow; readonly onUndo: () => void }) {
  return (
    <li className={row.undone ? 'undone' : ''}>
      <b>{row.judgement.by}</b> {said(row)} <time className="quiet">{row.at.slice(0, 10)}</time>
      {row.judgement.note && <span className="quiet"> “{row.judgement.note}”</span>}
      {row.undone ? (
        <span className="quiet"> undone</span>
      ) : (
        <button type="button" className="plain" onClick={onUndo}>
          undo
        </button>
      )}
    </li>
  );
}

interface Props {
  readonly target: string;
  /** A source is rated; anything else the machine made is confirmed or rejected. */
  readonly kind: 'source' | 'claim';
}

/** What people decided about this, and the means to decide. Nothing is overwritten: each is an entry in the ledger, signed. */
export function Judge({ target, kind }: Props) {
  const client = useQueryClient();
  const [name, setName] = useName();
  const queryKey = ['judgements', target];
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<{ rows: readonly JudgementRow[] }>(apiPath('judgements', { target }), signal),
  });
  const judge = useMutation({
    mutationFn: (body: Readonly<Record<string, string>>) => postJson('/api/judgements', { target, by: name.trim(), ...body }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
  const unsigned = name.trim() === '';
  const failed = judge.error ?? error;
  return (
    <section className="judge" aria-labelledby="judge-title">
      <h2 id="judge-title">{kind === 'source' ? 'How reliable people hold it to be' : 'What people decided'}</h2>
      {data && data.rows.length > 0 ? (
        <ul>
          {data.rows
            .filter(({ judgement }) => judgement.verdict !== 'undo')
            .map((row) => (
              <Past key={row.sequence} row={row} onUndo={() => judge.mutate({ verdict: 'undo', target: String(row.sequence) })} />
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
        {kind === 'source' ? (
          <label>
            <span className="quiet">rate it</span>{' '}
            <select value="" disabled={unsigned} onChange={(event) => judge.mutate({ verdict: 'rate', rating: event.target.value })}>
              <option value="">A to F …</option>
              {RATINGS.map(([letter, words]) => (
                <option key={letter} value={letter}>
                  {letter}, {words}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <>
            <button type="button" disabled={unsigned} onClick={() => judge.mutate({ verdict: 'confirm' })}>
              Confirm
            </button>
            <button type="button" disabled={unsigned} onClick={() => judge.mutate({ verdict: 'reject' })}>
              Reject
            </button>
          </>
        )}
        {unsigned && <span className="quiet small">Sign it first: the ledger keeps who decided.</span>}
      </div>
      {failed && <Failed problem={problemOf(failed)} />}
    </section>
  );
}
