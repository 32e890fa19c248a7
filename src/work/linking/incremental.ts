import type { Ledger, LinkingDelta, Page, Query, RowKind, RowTypes } from '../../ledger/port.ts';
import {
  FEWEST_SHARED,
  type LinkReport,
  linkStory,
  MOST_DAYS,
  partition,
  type StoryLinks,
  type StoryMark,
  storyMark,
} from '../../linking/index.ts';
import { joinStories, relink, vectorsOf } from './relink.ts';
import type { SentenceEncoder } from './sentences.ts';

/** Where more of the ledger than this is new, linking it all anew is cheaper than looking for what is touched. */
const MOSTLY_NEW = 0.5;
/** Reports that one story may be looked for in: beyond, a story of everything about one name would be walked whole. */
const MOST_TOUCHED = 3000;

/** Brings the linking up to date with the reports that it does not know yet: only the stories that they touch are linked anew. */
export async function linkNew(ledger: Ledger, encoder: SentenceEncoder | null): Promise<void> {
  const fresh = await ledger.unmarked();
  if (fresh.length === 0) return;
  const { reports } = await ledger.counts();
  if (fresh.length >= reports * MOSTLY_NEW) return relink(ledger, encoder);
  const marks: StoryMark[] = [];
  for (const id of fresh) {
    const reading = await ledger.reading(id);
    if (reading) marks.push(storyMark(reading.report));
  }
  const touched = await touchedBy(ledger, marks);
  const stories: StoryLinks[] = [];
  for (const part of partition([...touched.values()])) stories.push(await linkPart(ledger, encoder, part));
  await ledger.linkDelta(await deltaOf(ledger, [...touched.keys()], stories, marks));
}

/** The new reports with every report of the stories that they belong to, old and new. */
async function touchedBy(ledger: Ledger, fresh: readonly StoryMark[]): Promise<Map<string, StoryMark>> {
  const touched = new Map(fresh.map((mark) => [mark.id, mark]));
  const walk = [...fresh];
  while (walk.length > 0 && touched.size < MOST_TOUCHED) {
    const near = await ledger.marksNear(walk.pop() as StoryMark, { days: MOST_DAYS, fewest: FEWEST_SHARED });
    for (const mark of near) {
      if (touched.has(mark.id)) continue;
      touched.set(mark.id, mark);
      walk.push(mark);
    }
  }
  return touched;
}

async function linkPart(ledger: Ledger, encoder: SentenceEncoder | null, ids: readonly string[]): Promise<StoryLinks> {
  const reports: LinkReport[] = [];
  for (const id of ids) {
    const reading = await ledger.reading(id);
    if (reading) reports.push({ report: reading.report, statements: reading.statements });
  }
  const statements = reports.flatMap((row) => row.statements);
  return linkStory(reports, await vectorsOf(encoder, statements));
}

/** Ids of every row of a kind that a filter leaves. */
async function idsOf(ledger: Ledger, kind: RowKind, filters: NonNullable<Query['filters']>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<RowTypes[RowKind]> = await ledger.page(kind, { filters, limit: 500, ...(cursor !== null && { cursor }) });
    for (const row of page.rows) if ('id' in row && row.id) ids.push(row.id);
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

/** The rows of the stories linked anew, and the ids of rows that they had before and have no longer. */
async function deltaOf(
  ledger: Ledger,
  reports: readonly string[],
  stories: readonly StoryLinks[],
  marks: readonly StoryMark[],
): Promise<LinkingDelta> {
  const { version, ...upserts } = joinStories(stories);
  const old = {
    claims: new Set<string>(),
    relations: new Set<string>(),
    tallies: new Set<string>(),
    forecasts: new Set<string>(),
    timeline: new Set<string>(),
  };
  for (const report of reports)
    for (const kind of ['claims', 'tallies', 'timeline'] as const)
      for (const id of await idsOf(ledger, kind, { report })) old[kind].add(id);
  for (const claim of old.claims)
    for (const kind of ['relations', 'forecasts'] as const) for (const id of await idsOf(ledger, kind, { claim })) old[kind].add(id);
  const gone = (kind: 'claims' | 'tallies'): string[] => {
    const kept = new Set(upserts[kind].map(({ id }) => id));
    return [...old[kind]].filter((id) => !kept.has(id)).sort();
  };
  const copies = new Set(upserts.copies.map(({ report }) => report));
  return {
    version,
    upserts: { ...upserts, marks },
    removals: {
      claims: gone('claims'),
      tallies: gone('tallies'),
      relations: [...old.relations].sort(),
      forecasts: [...old.forecasts].sort(),
      timeline: [...old.timeline].sort(),
      copies: reports.filter((report) => !copies.has(report)),
    },
  };
}
