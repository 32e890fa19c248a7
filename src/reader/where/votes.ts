import type { GazetteerPlace } from './gazetteer.ts';

/** One name in a report with how likely each of its readings is; `mass`: how much it weighs. */
export interface Ballot {
  readonly key: string;
  readonly candidates: readonly GazetteerPlace[];
  readonly chances: readonly number[];
  readonly mass: number;
}

/** What the other names of the report say for one reading. */
export interface Support {
  /** Mass of other names' readings within about 150 km, as a share of all other mass. */
  readonly near: number;
  readonly area: number;
  readonly country: number;
}

const cell = (lat: number, lon: number): number => Math.floor(lat + 90) * 361 + Math.floor(lon + 180);
const LOCAL = new Set(['admin2', 'capital', 'seat', 'city', 'quarter', 'hamlet', 'admin1']);

const add = <Key>(map: Map<Key, number>, key: Key, value: number): void => {
  map.set(key, (map.get(key) ?? 0) + value);
};

/** Sums ballots over a grid of one degree, over first-order areas and over countries: linear in their number. */
export function countVotes(ballots: readonly Ballot[]): (ballot: number, candidate: number) => Support {
  const cells = new Map<number, number>();
  const areas = new Map<string, number>();
  const countries = new Map<string, number>();
  let total = 0;
  const each = (ballot: Ballot, sink: (place: GazetteerPlace, mass: number) => void): void => {
    ballot.candidates.forEach((place, k) => {
      sink(place, (ballot.chances[k] as number) * ballot.mass);
    });
  };
  for (const ballot of ballots) {
    total += ballot.mass;
    each(ballot, (place, mass) => {
      if (LOCAL.has(place.kind) && place.kind !== 'admin1') add(cells, cell(place.lat, place.lon), mass);
      if (LOCAL.has(place.kind)) add(areas, place.area, mass);
      if (place.country) add(countries, place.country, mass);
    });
  }
  return (ballotIndex, candidateIndex) => {
    const ballot = ballots[ballotIndex] as Ballot;
    const place = ballot.candidates[candidateIndex] as GazetteerPlace;
    const rest = Math.max(1e-6, total - ballot.mass);
    let near = 0;
    for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) near += cells.get(cell(place.lat + dy, place.lon + dx)) ?? 0;
    let area = areas.get(place.area) ?? 0;
    let country = countries.get(place.country) ?? 0;
    // A name does not vote for itself.
    each(ballot, (own, mass) => {
      if (own.country === place.country && own.country) country -= mass;
      if (own.area === place.area && LOCAL.has(own.kind)) area -= mass;
      const [dy, dx] = [Math.floor(own.lat) - Math.floor(place.lat), Math.floor(own.lon) - Math.floor(place.lon)];
      if (Math.abs(dy) <= 1 && Math.abs(dx) <= 1 && LOCAL.has(own.kind) && own.kind !== 'admin1') near -= mass;
    });
    const share = (mass: number): number => Math.min(1, Math.max(0, mass) / rest);
    return { near: share(near), area: share(area), country: share(country) };
  };
}
