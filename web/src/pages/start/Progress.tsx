import type { AddEvent } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { count } from '../../words/names.ts';
import type { Job } from './useAdding.ts';

function Told({ event }: { readonly event: AddEvent }) {
  if (event.kind === 'refused' || event.kind === 'failed') {
    const { detail, remedy, code } = event.problem;
    return (
      <li className="refused">
        <p>
          <b>{event.kind === 'refused' ? 'Refused.' : 'Stopped.'}</b> {detail} {remedy} <code className="quiet small">{code}</code>
        </p>
      </li>
    );
  }
  return (
    <li>
      <Link href={`/reports/${encodeURIComponent(event.reportId)}`} className="words" data-step data-words>
        {event.title ?? `Report ${event.reportId.slice(0, 9)}`}
      </Link>{' '}
      <span className="quiet">{event.kind === 'stored' ? count(event.statements, 'statement') : 'here already, nothing changed'}</span>
    </li>
  );
}

const STATE = { waiting: 'waits its turn', reading: 'being read …' };

/** How the adding goes, report by report; each refusal with what to do. */
export function Progress({ jobs }: { readonly jobs: readonly Job[] }) {
  if (jobs.length === 0) return null;
  return (
    <section className="adding" aria-labelledby="adding-title">
      <h2 id="adding-title">Added now</h2>
      <ol aria-live="polite">
        {jobs.map((job) => (
          <li key={job.key} className="job">
            <p className="job-name">
              <span className="outside">{job.name}</span>{' '}
              <span className="quiet">
                {job.state === 'done'
                  ? [job.stored && `${job.stored} stored`, job.known && `${job.known} known`, job.refused && `${job.refused} refused`]
                      .filter(Boolean)
                      .join(' · ') || 'held no report'
                  : STATE[job.state]}
              </span>
            </p>
            {job.state === 'reading' && <progress aria-label={`Reading ${job.name}`} />}
            <ul>
              {job.events.map((event, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: events only ever follow each other.
                <Told key={i} event={event} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
