import { problemOf } from '../../api/client.ts';
import { useCounts } from '../../api/hooks.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import { count } from '../../words/names.ts';
import { AddBox } from './AddBox.tsx';
import { Progress } from './Progress.tsx';
import { useAdding } from './useAdding.ts';
import { WhatIsNew } from './WhatIsNew.tsx';
import './start.css';

/** Where one begins: an empty ledger asks for a report, a full one says what is new. */
export default function Start() {
  const counts = useCounts();
  const { jobs, add, addSample } = useAdding();
  if (counts.error) return <Failed problem={problemOf(counts.error)} onRetry={counts.refetch} />;
  if (!counts.data) return <Loading />;
  const { reports, sources, claims, sample } = counts.data;
  const isEmpty = reports === 0 && jobs.length === 0;
  return (
    <div className="start">
      {isEmpty ? (
        <div className="lead">
          <h1>Who says what, in which words, on what evidence?</h1>
          <p className="words">
            Give it news reports. It marks every passage that somebody vouches for, names who that is, how sure they are and what it rests
            on, and keeps it all in a ledger in which each cell opens to the words it rests on.
          </p>
        </div>
      ) : (
        <div className="page-head">
          <h1>The ledger</h1>
          <p className="quiet">
            {count(reports, 'report')} · {count(sources, 'source')} · {count(claims, 'claim')}
          </p>
        </div>
      )}
      <Progress jobs={jobs} />
      {!isEmpty && reports > 0 && <WhatIsNew counts={counts.data} />}
      <AddBox onAdd={add} isFirst={isEmpty} />
      {isEmpty && sample && (
        <p>
          Nothing at hand?{' '}
          <button type="button" onClick={addSample}>
            Try it with six sample reports
          </button>{' '}
          <span className="quiet">of one invented event.</span>
        </p>
      )}
    </div>
  );
}
