import type { ReportDetail } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { sayDate } from '../../words/dates.ts';
import { count } from '../../words/names.ts';
import { Changed } from './Changed.tsx';

const LOOKED = { unchanged: 'unchanged', changed: 'back to an older text', gone: 'gone' } as const;

/** What the report's address gave besides: earlier and later texts, and looks at it that found it the same, or gone. */
export function Versions({ report }: { readonly report: ReportDetail }) {
  const { id, text, versions } = report;
  if (versions.length < 2) return null;
  const at = versions.findIndex((version) => version.what === 'report' && version.report === id);
  const earlier = versions.slice(0, at).findLast((version) => version.what === 'report');
  const texts = versions.filter((version) => version.what === 'report').length;
  const gone = versions.at(-1)?.what === 'gone';
  return (
    <div className="copy">
      <details className="changed">
        <summary>
          Its address gave {count(texts, 'text')} in {count(versions.length, 'look')}
          {gone && ' and is gone now'}
        </summary>
        <ol>
          {versions.map(({ sequence, at: moment, what, report: other, same }) => (
            <li key={sequence}>
              <time dateTime={moment}>{sayDate(moment)}</time>:{' '}
              {what !== 'report' ? (
                LOOKED[what]
              ) : other === id ? (
                'this text'
              ) : (
                <Link href={`/reports/${encodeURIComponent(other)}`}>{same ? 'the same words' : 'another text'}</Link>
              )}
            </li>
          ))}
        </ol>
      </details>
      {earlier && <Changed originalId={earlier.report} text={text} other="the text before" />}
    </div>
  );
}
