import { useMemo, useRef } from 'react';
import { problemOf } from '../../api/client.ts';
import { useOverview, useRows } from '../../api/hooks.ts';
import type { MapPlace, TimelineEntry, TimelineOverview } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { hrefWith, useAddress } from '../../app/router.ts';
import { Brush } from '../../parts/brush/Brush.tsx';
import { DataLinks } from '../../parts/DataLinks.tsx';
import { DayFilter, Filters, TypedFilter, useFilters } from '../../parts/Filters.tsx';
import { axisOf, Happened, happenedKey } from '../../parts/happened/Happened.tsx';
import { WhenOrWhere } from '../../parts/happened/WhenOrWhere.tsx';
import { type MapPoint, WorldMap } from '../../parts/map/WorldMap.tsx';
import { KeepPicture } from '../../parts/picture/KeepPicture.tsx';
import { Rows } from '../../parts/Rows.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { useTied } from '../../parts/useTied.ts';
import { useWidth } from '../../parts/useWidth.ts';
import { count, sayNumber } from '../../words/names.ts';
import './map-page.css';

const FILTERS = ['from', 'to', 'where', 'geonames', 'country', 'report'] as const;

/** Two towns of one name are two places where the reader told them apart. */
const choiceOf = ({ name, geonames }: MapPlace): Readonly<Record<string, string | null>> =>
  geonames === null ? { where: name, geonames: null } : { where: null, geonames: String(geonames) };

const keyOf = ({ name, lat, lon }: MapPlace): string => `${name}|${lat}|${lon}`;

/** The map and its rows: where what is said to have happened, and when. */
export default function MapPage() {
  const filters = useFilters(FILTERS);
  const { data, error, refetch } = useOverview(filters);
  return (
    <>
      <div className="page-head">
        <h1>When and where</h1>
        <p className="quiet">what is said to have happened, where it happened</p>
        <WhenOrWhere here="/map" />
      </div>
      <Filters kind="timeline" search="Find words in what happened" set={setOf(filters, data)}>
        <DayFilter name="from" label="from" />
        <DayFilter name="to" label="to" />
        <TypedFilter name="country" label="country (two letters)" />
      </Filters>
      {error ? <Failed problem={problemOf(error)} onRetry={refetch} /> : data ? <MapView overview={data} /> : <Loading />}
    </>
  );
}

function setOf(filters: Readonly<Record<string, string>>, overview: TimelineOverview | undefined): Readonly<Record<string, string>> {
  const { where, geonames, report } = filters;
  const chosen = overview?.places.find((place) => String(place.geonames) === geonames)?.name ?? 'one place';
  return { ...(where && { where }), ...(geonames && { geonames: chosen }), ...(report && { report: 'one report' }) };
}

/** Points as large as much is said of them, the largest four times the area of the least. */
function pointsOf(places: readonly MapPlace[], href: (place: MapPlace) => string): readonly MapPoint[] {
  const most = places[0]?.rows ?? 1;
  return places.map((place) => ({
    key: keyOf(place),
    name: place.name,
    lat: place.lat,
    lon: place.lon,
    shape: 'place',
    href: href(place),
    about: [place.country, count(place.rows, 'row')].filter(Boolean).join(', '),
    size: 3.5 + 5 * Math.sqrt(place.rows / most),
  }));
}

function MapView({ overview }: { readonly overview: TimelineOverview }) {
  const address = useAddress();
  const root = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  useTied(root);
  const [frame, width] = useWidth(960);
  const height = Math.round(Math.min(460, Math.max(220, width * 0.46)));
  const points = useMemo(() => pointsOf(overview.places, (place) => hrefWith(address, choiceOf(place))), [overview, address]);
  if (overview.rows === 0 && overview.dates.length === 0)
    return <Empty>Nothing is said to have happened yet, under these filters: take one away, or add reports.</Empty>;
  return (
    <div ref={root} className="map-page">
      <div ref={frame}>
        {points.length > 0 ? (
          <WorldMap points={points} label="Map of where it is said to have happened" width={width} height={height} svg={svg} all />
        ) : (
          <Empty>
            {overview.rows === 0
              ? 'Nothing is said to have happened under these filters: take one away.'
              : `None of these ${count(overview.rows, 'row')} names a place that can be put on a map.`}
          </Empty>
        )}
      </div>
      <p className="small quiet told">
        <Told overview={overview} />
        {points.length > 0 && <KeepPicture svg={svg} name="map" />}
      </p>
      <h2>When</h2>
      <Brush dates={overview.dates} name="when" />
      <Places overview={overview} href={(place) => hrefWith(address, choiceOf(place))} />
      <Listed />
    </div>
  );
}

/** How much of it the map shows: what it cannot is told and not passed over. */
function Told({ overview }: { readonly overview: TimelineOverview }) {
  const { rows, placed, places, placesLeftOut, datesLeftOut } = overview;
  const missing = rows - placed;
  return (
    <span role="status">
      {count(placed, 'row')} at {count(places.length + placesLeftOut, 'place')}
      {missing > 0 && ` · ${count(missing, 'row')} without a place that can be put on a map`}
      {placesLeftOut > 0 && ` · the ${sayNumber(places.length)} places with the most rows are drawn`}
      {datesLeftOut > 0 && ` · ${count(datesLeftOut, 'date')} left out of the line below`}
    </span>
  );
}

/** The map as a table. */
function Places({ overview, href }: { readonly overview: TimelineOverview; readonly href: (place: MapPlace) => string }) {
  const { params } = useAddress();
  const query = params.size > 0 ? `?${params}` : '';
  if (overview.places.length === 0) return null;
  return (
    <details className="places-table">
      <summary>The map as a table</summary>
      <table>
        <caption className="unseen">Places, those with the most rows first</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Country</th>
            <th scope="col" className="number">
              Rows
            </th>
            <th scope="col" className="number">
              Latitude
            </th>
            <th scope="col" className="number">
              Longitude
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.places.map((place) => (
            <tr key={keyOf(place)}>
              <td>
                <Link href={href(place)} data-tied={keyOf(place)}>
                  {place.name}
                </Link>
              </td>
              <td>{place.country ?? ''}</td>
              <td className="number">{sayNumber(place.rows)}</td>
              <td className="number">{place.lat.toFixed(2)}</td>
              <td className="number">{place.lon.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <DataLinks json={`/api/map${query}`} csv={`/api/map.csv${query}`} />
    </details>
  );
}

/** The same rows one by one, each leading to its words. */
function Listed() {
  const address = useAddress();
  const filters = useFilters(FILTERS);
  const found = useRows<TimelineEntry>('timeline', { ...filters, placed: 'true' });
  const axis = useMemo(() => axisOf(found.rows), [found.rows]);
  return (
    <section aria-labelledby="rows-on-map">
      <h2 id="rows-on-map">What happened there</h2>
      <Rows found={found} keyOf={happenedKey} height={64} label="What happened" empty="Nothing on the map under these filters.">
        {(row) => <Happened row={row} axis={axis} q={filters.q} placeHref={(where) => hrefWith(address, { where, geonames: null })} />}
      </Rows>
    </section>
  );
}
