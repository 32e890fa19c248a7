import type { Ledger, Linking } from '../../ledger/port.ts';
import { LINKING_VERSION, type LinkReport, linkJudged, linkSteps, type StoryLinks, UNASKED } from '../../linking/index.ts';
import type { Source, Statement } from '../../model/index.ts';
import type { Networks } from './networks.ts';

/** Words of a sentence vector's worth: shorter contents ("yes") are compared by their words alone. */
const FEWEST_WORDS = 3;

/** Sentence vectors of statements' contents, by statement id. */
export async function vectorsOf(
  encoder: Networks['sentences'] | null,
  statements: readonly Statement[],
): Promise<Map<string, Float32Array>> {
  if (!encoder) return new Map();
  const worth = statements.filter(({ content }) => content.text.split(/\s+/).length >= FEWEST_WORDS);
  const vectors = await encoder.encode(worth.map(({ content }) => content.text));
  return new Map(worth.map(({ id }, i) => [id, vectors[i] as Float32Array]));
}

/** One source's rows from several stories as one: the fullest name, and every other an alias, once. */
export function joinSources(rows: Iterable<Source>): Source[] {
  const byId = new Map<string, Source>();
  for (const row of rows) {
    const known = byId.get(row.id);
    byId.set(row.id, known ? joined(known, row) : row);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function joined(a: Source, b: Source): Source {
  const [fuller, other] = a.name.length > b.name.length || (a.name.length === b.name.length && a.name <= b.name) ? [a, b] : [b, a];
  const names = new Set([...fuller.aliases, other.name, ...other.aliases]);
  return { ...fuller, aliases: [...names].filter((name) => name !== fuller.name).sort() };
}

/** The links of stories as the ledger takes them. */
export function joinStories(stories: readonly StoryLinks[]): Omit<Linking, 'marks'> {
  return {
    version: LINKING_VERSION,
    copies: stories.flatMap(({ copies }) => copies.map(({ report, copyOf, copyKind }) => ({ report, copyOf, copyKind }))),
    sources: joinSources(stories.flatMap(({ sources }) => sources)),
    statementSources: new Map(stories.flatMap(({ statementSources }) => [...statementSources])),
    claims: stories.flatMap(({ claims }) => claims),
    relations: stories.flatMap(({ relations }) => relations),
    tallies: stories.flatMap(({ tallies }) => tallies),
    forecasts: stories.flatMap(({ forecasts }) => forecasts),
    timeline: stories.flatMap(({ timeline }) => timeline),
    decisions: stories.flatMap(({ decisions }) => decisions),
    uses: stories.flatMap(({ uses }) => uses),
  };
}

/** Links the reports of one story as people corrected them, and by what people decided. */
export async function linkPart(ledger: Ledger, networks: Networks | null, ids: readonly string[]): Promise<StoryLinks> {
  const reports: LinkReport[] = [];
  for (const id of ids) {
    const report = await ledger.toLink(id);
    if (report) reports.push(report);
  }
  const vectors = await vectorsOf(
    networks?.sentences ?? null,
    reports.flatMap(({ statements }) => statements),
  );
  const judge = networks?.bearing.judge ?? (async () => UNASKED);
  return linkJudged(linkSteps(reports, vectors, await ledger.rulingsOn(ids)), judge);
}
