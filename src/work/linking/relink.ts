import type { Ledger, Linking } from '../../ledger/port.ts';
import { LINKING_VERSION, type LinkReport, linkStory, partition, type StoryLinks, type StoryMark, storyMark } from '../../linking/index.ts';
import type { Reading, Source, Statement } from '../../model/index.ts';
import type { SentenceEncoder } from './sentences.ts';

/** Words of a sentence vector's worth: shorter contents ("yes") are compared by their words alone. */
const FEWEST_WORDS = 3;

/** Sentence vectors of statements' contents, by statement id. */
export async function vectorsOf(encoder: SentenceEncoder | null, statements: readonly Statement[]): Promise<Map<string, Float32Array>> {
  if (!encoder) return new Map();
  const worth = statements.filter(({ content }) => content.text.split(/\s+/).length >= FEWEST_WORDS);
  const vectors = await encoder.encode(worth.map(({ content }) => content.text));
  return new Map(worth.map(({ id }, i) => [id, vectors[i] as Float32Array]));
}

/** The reading with the outlet's own sentences among its statements: what the ledger keeps and linking compares. */
export const withOwnVoice = (reading: Reading): Reading => ({
  ...reading,
  statements: [...reading.statements, ...(reading.unattributed ?? [])],
  unattributed: [],
});

/** One source's rows from several stories as one: every alias, once. */
function joinSources(rows: Iterable<Source>): Source[] {
  const byId = new Map<string, Source>();
  for (const row of rows) {
    const known = byId.get(row.id);
    const aliases = known ? [...new Set([...known.aliases, ...row.aliases])].sort() : row.aliases;
    byId.set(row.id, { ...(known ?? row), aliases });
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
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
  };
}

/** Links the whole ledger anew, story by story. */
export async function relink(ledger: Ledger, encoder: SentenceEncoder | null): Promise<void> {
  const marks: StoryMark[] = [];
  for await (const { report } of ledger.eachReading()) marks.push(storyMark(report));
  const stories: StoryLinks[] = [];
  for (const ids of partition(marks)) {
    const reports: LinkReport[] = [];
    for (const id of ids) {
      const reading = await ledger.reading(id);
      if (reading) reports.push({ report: reading.report, statements: reading.statements });
    }
    const vectors = await vectorsOf(
      encoder,
      reports.flatMap(({ statements }) => statements),
    );
    stories.push(linkStory(reports, vectors));
  }
  await ledger.link({ ...joinStories(stories), marks });
}
