import type { Ledger } from '../../ledger/port.ts';
import {
  actsOf,
  allInParts,
  asidesOf,
  headsOf,
  LINKING_VERSION,
  maintained,
  naming,
  partition,
  type StoryLinks,
  type StoryMark,
  storyMark,
} from '../../linking/index.ts';
import type { Reading } from '../../model/index.ts';
import { linkNew } from './incremental.ts';
import type { Networks } from './networks.ts';
import { joinStories, linkPart } from './stories.ts';

/**
 * The reading with the outlet's own sentences among its statements, each in its propositions: what the ledger keeps and linking compares. What
 * the outlet tells that somebody maintains is his, and beginnings of sentences that nobody's statement holds are stated, too.
 */
export function withOwnVoice(reading: Reading): Reading {
  const { report } = reading;
  const all = [...reading.statements, ...(reading.unattributed ?? []), ...headsOf(reading), ...asidesOf(reading), ...actsOf(reading)];
  const named = naming(reading.statements);
  const statements = allInParts(all, report).map((one) => maintained(one, report.text, named) ?? one);
  return { ...reading, statements, unattributed: [] };
}

/** A ledger of more reports is not linked in one go, which would hold all of its links in memory, but story by story. */
const MOST_AT_ONCE = 5000;

/**
 * Links the whole ledger anew, story by story. A small ledger changes in one step; a large one is emptied of links first and fills up
 * again, and what a run that was killed left is linked by the next.
 */
export async function relink(ledger: Ledger, networks: Networks | null, mostAtOnce = MOST_AT_ONCE): Promise<void> {
  const { reports } = await ledger.counts();
  if (reports > mostAtOnce) {
    await ledger.link({ ...joinStories([]), version: LINKING_VERSION, marks: [] });
    return linkNew(ledger, networks);
  }
  const marks: StoryMark[] = [];
  for await (const { report } of ledger.eachReading()) marks.push(storyMark(report));
  const stories: StoryLinks[] = [];
  for (const ids of partition(marks)) stories.push(await linkPart(ledger, networks, ids));
  await ledger.link({ ...joinStories(stories), marks });
}
