import { type ReactNode, useEffect, useState } from 'react';
import { setParams, useAddress } from '../app/router.ts';
import { DataLinks } from './DataLinks.tsx';
import './filters.css';

/** One choice: the parameter of the address (and of the API) that it sets. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly values: readonly (string | readonly [string, string])[];
}

/** The parameters of the address that the API knows for this list. */
export function useFilters(names: readonly string[]): Readonly<Record<string, string>> {
  const { params } = useAddress();
  return Object.fromEntries(['q', ...names].flatMap((name) => (params.get(name) ? [[name, params.get(name) as string]] : [])));
}

/** Milliseconds after the last key before a search begins: short enough to feel at once, long enough not to ask for each letter. */
const PAUSE = 120;

/** What is typed into a field, and in the address a moment later; where the address changes by itself (back, forward, a link) the field follows. */
function useTyped(name: string): readonly [words: string, type: (words: string) => void] {
  const { params } = useAddress();
  const given = params.get(name) ?? '';
  const [words, setWords] = useState(given);
  const [sent, setSent] = useState(given);
  if (given !== sent) {
    setSent(given);
    setWords(given);
  }
  useEffect(() => {
    if (words === given) return;
    const timer = setTimeout(() => {
      setSent(words);
      setParams({ [name]: words }, true);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [name, words, given]);
  return [words, setWords];
}

function Search({ label }: { readonly label: string }) {
  const [words, type] = useTyped('q');
  return (
    <label className="search">
      <span className="unseen">{label}</span>
      <input
        type="search"
        value={words}
        placeholder={`${label}  /`}
        onChange={(event) => type(event.target.value)}
        data-search
        maxLength={500}
        autoComplete="off"
      />
    </label>
  );
}

/** A filter that is typed: a place's or a source's name. */
export function TypedFilter({ name, label }: { readonly name: string; readonly label: string }) {
  const [words, type] = useTyped(name);
  return (
    <label>
      <span>{label}</span>
      <input type="search" value={words} onChange={(event) => type(event.target.value)} maxLength={200} size={14} autoComplete="off" />
    </label>
  );
}

/** A day from which on, or up to which, rows are wanted. */
export function DayFilter({ name, label }: { readonly name: string; readonly label: string }) {
  const { params } = useAddress();
  return (
    <label>
      <span>{label}</span>
      <input type="date" value={params.get(name) ?? ''} onChange={(event) => setParams({ [name]: event.target.value })} />
    </label>
  );
}

interface Props {
  readonly kind: string;
  readonly search: string;
  readonly choices?: readonly Choice[];
  /** Filters that have no field of their own here, in words, each with a way to take it away. */
  readonly set?: Readonly<Record<string, string>>;
  /** Filters that the page itself sets: they belong to the rows, and so to their JSON and CSV. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Fields that are no choice among values. */
  readonly children?: ReactNode;
}

/** Search and filters of a list; all of it stands in the address. */
export function Filters({ kind, search, choices = [], set = {}, fixed = {}, children }: Props) {
  const { params } = useAddress();
  const asked = new URLSearchParams({ ...Object.fromEntries(params), ...fixed });
  const query = asked.size > 0 ? `?${asked}` : '';
  return (
    <search className="filters no-print">
      <div className="line">
        <Search label={search} />
        <span className="end">
          <DataLinks json={`/api/${kind}${query}`} csv={`/api/${kind}.csv${query}`} />
        </span>
      </div>
      {choices.map(({ name, label, values }) => (
        <label key={name}>
          <span>{label}</span>
          <select value={params.get(name) ?? ''} onChange={(event) => setParams({ [name]: event.target.value })}>
            <option value="">any</option>
            {values.map((value) => {
              const [key, words] = typeof value === 'string' ? [value, value] : value;
              return (
                <option key={key} value={key}>
                  {words}
                </option>
              );
            })}
          </select>
        </label>
      ))}
      {children}
      {Object.entries(set).map(([name, words]) => (
        <button key={name} type="button" className="plain" onClick={() => setParams({ [name]: null })}>
          {words} <span aria-hidden="true">×</span>
          <span className="unseen">take this filter away</span>
        </button>
      ))}
    </search>
  );
}
