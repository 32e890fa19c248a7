import { useMemo } from 'react';
import type { ReportDetail } from '../../api/types.ts';
import { type MapPoint, WorldMap } from '../../parts/map/WorldMap.tsx';
import { WhenStrip } from '../../parts/strip/WhenStrip.tsx';
import { count } from '../../words/names.ts';
import { anchorOf, placeKey, timeKey } from './marks.ts';
import type { MarkKind } from './segments.ts';

type Facts = Pick<ReportDetail, 'times' | 'places'>;

/** One row a date, in order, each leading to the first words that say it. */
function datesOf(times: ReportDetail['times']) {
  const rows = new Map<string, { readonly key: string; readonly edtf: string; readonly href: string }>();
  for (const { edtf, spans } of times) {
    if (edtf === null || rows.has(edtf)) continue;
    rows.set(edtf, { key: timeKey(edtf), edtf, href: `#${anchorOf(spans[0]?.[0] ?? 0)}` });
  }
  return [...rows.values()].sort((a, b) => a.edtf.replace('..', '0').localeCompare(b.edtf.replace('..', '0')));
}

/** One point a place; a government stands by its place, and what is only near a place is not the place. */
function pointsOf(places: ReportDetail['places']): readonly MapPoint[] {
  const points = new Map<string, MapPoint & { readonly said: number }>();
  for (const place of places) {
    const { lat, lon, name, spans, as, relation, country } = place;
    if (lat === null || lon === null || name === null) continue;
    const key = placeKey(place);
    const shape = as === 'government' ? 'government' : relation ? 'near' : 'place';
    const said = (points.get(key)?.said ?? 0) + 1;
    const about = [shape === 'government' ? 'as a government' : null, country, `said ${count(said, 'time')}`].filter(Boolean).join(', ');
    const href = points.get(key)?.href ?? `#${anchorOf(spans[0]?.[0] ?? 0)}`;
    points.set(key, { key, name: relation ? `${relation} ${name}` : name, lat, lon, href, shape, said, about });
  }
  return [...points.values()];
}

/** The places as a list, so that the map is no more than a drawing of it. */
const Places = ({ points, unclear }: { readonly points: readonly MapPoint[]; readonly unclear: number }) => (
  <>
    <ul className="places small" aria-label="Places named">
      {points.map(({ key, name, href, shape }) => (
        <li key={key}>
          <a href={href} data-tied={key}>
            {name}
            {shape === 'government' ? ' (government)' : ''}
          </a>
        </li>
      ))}
    </ul>
    {unclear > 0 && <p className="small quiet">{count(unclear, 'place')} more that cannot be put on a map</p>}
  </>
);

interface Props {
  readonly facts: Facts;
  readonly published: string | null;
  readonly shown: (kind: MarkKind) => boolean;
}

/** When and where, drawn, above the text: each date and place is tied to the words that say it. */
export function WhenWhere({ facts, published, shown }: Props) {
  const { times, places } = facts;
  const dates = useMemo(() => datesOf(times), [times]);
  const points = useMemo(() => pointsOf(places), [places]);
  const unplaced = times.filter(({ edtf }) => edtf === null).length;
  const unclear = places.filter(({ lat }) => lat === null).length;
  const when = shown('when') && dates.length > 0;
  const where = shown('where') && points.length > 0;
  if (!when && !where) return null;
  return (
    <div className="when-where no-print">
      {when && (
        <section aria-labelledby="when-title">
          <h2 id="when-title">When</h2>
          <WhenStrip dates={dates} published={published} label="Dates said" />
          {unplaced > 0 && <p className="small quiet">{count(unplaced, 'time')} more that cannot be put on a line</p>}
        </section>
      )}
      {where && (
        <section className="where" aria-labelledby="where-title">
          <h2 id="where-title">Where</h2>
          <WorldMap points={points} label="Map of the places named" />
          <Places points={points} unclear={unclear} />
        </section>
      )}
    </div>
  );
}
