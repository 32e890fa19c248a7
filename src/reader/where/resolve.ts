import type { GazetteerPlace } from './gazetteer.ts';
import { type Feature, score, softmax } from './linear.ts';
import { isIn, type Mention } from './mentions.ts';
import { type Ballot, countVotes, type Support } from './votes.ts';

/** All mentions of one name that must be one place: the same words, and the same container where one is named. */
export interface Group {
  readonly mentions: readonly number[];
  readonly candidates: readonly GazetteerPlace[];
  /** Readings of what the text says it lies in; null where it says nothing. */
  readonly container: readonly GazetteerPlace[] | null;
  /** Readings of what the text says lies in it ("London, Ontario"); null where it says nothing. */
  readonly held: readonly GazetteerPlace[] | null;
  readonly key: string;
}

/** Puts mentions into groups: "Springfield, Ohio" and "Springfield, Ill." apart, a bare "Springfield" with the first of them. */
export function groupsOf(mentions: readonly Mention[]): readonly Group[] {
  const byKey = new Map<string, Map<string, number[]>>();
  mentions.forEach((mention, i) => {
    const container = mention.container === null ? '' : (mentions[mention.container] as Mention).key;
    const senses = byKey.get(mention.key) ?? new Map<string, number[]>();
    const list = senses.get(container);
    if (list) list.push(i);
    else senses.set(container, [i]);
    byKey.set(mention.key, senses);
  });
  const heldBy = new Map<number, readonly GazetteerPlace[]>();
  for (const { container, candidates } of mentions) if (container !== null) heldBy.set(container, candidates);
  const groups: Group[] = [];
  for (const [key, senses] of byKey) {
    const bare = senses.get('') ?? [];
    const named = [...senses].filter(([container]) => container !== '');
    const lists = named.length === 0 ? [bare] : named.map(([, list], k) => (k === 0 ? [...list, ...bare] : list));
    for (const list of lists) {
      const first = mentions[list[0] as number] as Mention;
      const container = list.map((i) => (mentions[i] as Mention).container).find((c) => c !== null);
      groups.push({
        key,
        mentions: list,
        candidates: first.candidates,
        container: container == null ? null : (mentions[container] as Mention).candidates,
        held: heldBy.get(list.find((i) => heldBy.has(i)) ?? -1) ?? null,
      });
    }
  }
  return groups;
}

const BONUS: Readonly<Record<string, number>> = {
  country: 6,
  continent: 6,
  region: 4,
  water: 3,
  landmark: 3,
  admin1: 2.5,
  capital: 2,
  seat: 0.5,
  admin2: 0,
  city: 0,
  quarter: -2,
  hamlet: -1.5,
};

/** How likely each reading is before anything is known of the report: by its people and its kind. */
const priorOf = (candidates: readonly GazetteerPlace[]): readonly number[] =>
  softmax(candidates.map((p) => Math.log(p.population + 300) + (BONUS[p.kind] ?? 0) - (p.alias ? 2 : 0)));

interface Evidence {
  readonly support: Support;
  /** First-order areas and countries that the report names outright. */
  readonly areas: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly outlet: ReadonlySet<string>;
}

/** A share of the other names below which they say nothing for a reading. */
const LONELY = 0.02;

/** What speaks for one reading of a name. */
function featuresOf(group: Group, place: GazetteerPlace, top: number, evidence: Evidence): readonly Feature[] {
  const { support, areas, countries, outlet } = evidence;
  const size = Math.log10(place.population + 1);
  const out: Feature[] = [
    [`kind:${place.kind}`, 1],
    ['size', size],
    ['gap', top - size],
    ['near', support.near],
    ['area', support.area],
    ['country', support.country],
    ['lognear', Math.log(support.near + 0.01)],
    ['logarea', Math.log(support.area + 0.01)],
    ['logcountry', Math.log(support.country + 0.01)],
  ];
  if (top - size < 1e-9) out.push(['largest', 1]);
  // Where nothing else in the report speaks for a reading, the size of the place does.
  if (support.area < LONELY && support.country < LONELY && support.near < LONELY)
    out.push(['lonely', 1], ['lonely gap', top - size], [`lonely:${place.kind}`, 1]);
  if (place.alias) out.push(['alias', 1]);
  if (areas.has(place.area) && place.kind !== 'admin1') out.push(['area named', 1]);
  if (countries.has(place.country) && place.kind !== 'country') out.push(['country named', 1]);
  if (outlet.has(place.area)) out.push(['outlet', 1]);
  if (group.container) out.push([isIn(group.container, place) ? 'contained' : 'not contained', 1]);
  return out;
}

/** How much speaks against a reading that cannot hold what the text says lies in it. */
const holdless = ({ candidates, held }: Group, k: number): number =>
  held === null || held.some((inner) => isIn([candidates[k] as GazetteerPlace], inner)) ? 0 : HOLDLESS;
const HOLDLESS = 4;

/** The readings of every group with their chances, and what they were judged by (for training and for `why`). */
export interface Resolved {
  readonly group: Group;
  readonly chances: readonly number[];
  readonly features: readonly (readonly Feature[])[];
  readonly support: readonly Support[];
}

/** Weights of the two rounds: the second sees what the first made of the other names. */
export type Rounds = readonly ReadonlyMap<string, number>[];

const nameless = (groups: readonly Group[], kinds: readonly string[], of: (place: GazetteerPlace) => string): ReadonlySet<string> =>
  new Set(
    groups.flatMap(({ candidates }) => {
      const first = candidates[0];
      return first && kinds.includes(first.kind) && !first.alias ? [of(first)] : [];
    }),
  );

/**
 * Decides between the readings of each name by what the report's other names say.
 * `sure`: how likely each mention is a place at all; `outlet`: areas that the outlet's own name points to.
 */
export function resolve(
  groups: readonly Group[],
  sure: readonly number[],
  outlet: ReadonlySet<string>,
  rounds: Rounds,
): readonly Resolved[] {
  const areas = nameless(groups, ['admin1'], (p) => p.area);
  const countries = nameless(groups, ['country'], (p) => p.country);
  let chances = groups.map((group) => {
    const prior = priorOf(group.candidates);
    if (!group.container) return prior;
    const held = prior.map((p, k) =>
      isIn(group.container as readonly GazetteerPlace[], group.candidates[k] as GazetteerPlace) ? p : p * 0.01,
    );
    const sum = held.reduce((a, b) => a + b, 0);
    return held.map((p) => p / sum);
  });
  let resolved: readonly Resolved[] = [];
  for (const weights of rounds) {
    const ballots: Ballot[] = groups.map(({ candidates, key, mentions: list }, g) => ({
      key,
      candidates,
      chances: chances[g] as readonly number[],
      mass: Math.sqrt(list.reduce((sum, i) => sum + (sure[i] ?? 0), 0)),
    }));
    const supportOf = countVotes(ballots);
    resolved = groups.map((group, g) => {
      const top = Math.max(...group.candidates.map((p) => Math.log10(p.population + 1)));
      const support = group.candidates.map((_, c) => supportOf(g, c));
      const features = group.candidates.map((place, c) =>
        featuresOf(group, place, top, { support: support[c] as Support, areas, countries, outlet }),
      );
      return { group, support, features, chances: softmax(features.map((f, k) => score(weights, f) - holdless(group, k))) };
    });
    chances = resolved.map((r) => r.chances);
  }
  return resolved;
}
