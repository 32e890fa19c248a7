import { useMemo } from 'react';
import { sayDate } from '../../words/dates.ts';
import { type Axis, axisOf, marksOn, type StripDate } from './axis.ts';
import './strip.css';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const LONG = 400 * 86_400_000;

const end = (moment: number, { from, to }: Axis): string => (to - from > LONG ? MONTH : DAY).format(new Date(moment));

interface Props {
  readonly dates: readonly StripDate[];
  readonly published: string | null;
  readonly label: string;
}

/** Dates along a line: a day is a tick, what is vague is as wide as it is vague, an open end fades. Below, the same dates in words. */
export function WhenStrip({ dates, published, label }: Props) {
  const axis = useMemo(() => axisOf(dates, published), [dates, published]);
  if (!axis) return null;
  const marks = marksOn(dates, axis);
  const [told] = published ? marksOn([{ key: 'published', edtf: published.slice(0, 10), href: '' }], axis) : [];
  const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
  return (
    <div className="when-strip">
      <div className="line" aria-hidden="true">
        {told && !told.beyond && <i className="published" style={{ left: percent(told.left) }} />}
        {marks.map(({ key, left, width, cut, beyond }) => (
          <i
            key={key}
            className={['at', cut.from ? 'cut-from' : '', cut.to ? 'cut-to' : '', beyond ? `beyond ${beyond}` : '']
              .filter(Boolean)
              .join(' ')}
            style={{ left: percent(Math.min(left, 0.992)), width: percent(Math.max(width, 0.008)) }}
            data-tied={key}
          />
        ))}
      </div>
      <p className="ends small quiet" aria-hidden="true">
        <span>{end(axis.from, axis)}</span>
        {told && !told.beyond && <span className="told">┆ published {sayDate((published as string).slice(0, 10))}</span>}
        <span>{end(axis.to, axis)}</span>
      </p>
      <ul className="dates small" aria-label={label}>
        {marks.map(({ key, edtf, href, beyond }) => (
          <li key={key}>
            <a href={href} data-tied={key}>
              {beyond === 'before' ? '‹ ' : ''}
              {sayDate(edtf)}
              {beyond === 'after' ? ' ›' : ''}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
