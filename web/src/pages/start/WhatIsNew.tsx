import type { Counts } from '../../api/types.ts';
import { useAddress } from '../../app/router.ts';
import { sayDate } from '../../words/dates.ts';
import { News } from './News.tsx';
import { Since } from './Since.tsx';
import { useSeen } from './seen.ts';

/** The minute of a moment, in words. */
const sayMinute = (at: string): string => `${sayDate(at.slice(0, 16))} UTC`;

/**
 * What is new for this reader: since the place in the log that they last marked as seen (in this browser's own storage), or that the address
 * names (`?since=`, so that it can be sent to a colleague). Who has marked nothing sees the newest of everything.
 */
export function WhatIsNew({ counts }: { readonly counts: Counts }) {
  const { params } = useAddress();
  const { entries } = counts;
  const { location } = counts.ledger;
  const [seen, mark] = useSeen(location, entries);
  const asked = /^\d{1,15}$/.test(params.get('since') ?? '') ? Number(params.get('since')) : null;
  const since = asked ?? seen?.sequence ?? null;
  return (
    <section className="what-is-new" aria-labelledby="what-is-new">
      <div className="page-head">
        <h2 id="what-is-new">{since === null ? 'The newest' : 'New'}</h2>
        <p className="quiet small">
          {asked !== null && `since entry ${asked} of the ledger`}
          {asked === null && seen && `since you marked all as seen on ${sayMinute(seen.at)}`}
          {since === null && 'Mark all as seen, and next time only what is new stands here.'}
        </p>
        {asked === null && seen?.sequence !== entries && (
          <button type="button" className="no-print" onClick={() => mark(entries)}>
            Mark all as seen
          </button>
        )}
      </div>
      {since === null ? <News /> : <Since since={since} ledger={`${location} ${entries}`} />}
    </section>
  );
}
