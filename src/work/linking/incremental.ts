import type { Ledger } from '../../ledger/port.ts';
import {
  alike,
  FAR_DAYS,
  FEWEST_SHARED,
  likenessOf,
  MOST_DAYS,
  partition,
  type StoryLinks,
  type StoryMark,
  storyMark,
} from '../../linking/index.ts';
import { deltaOf } from './delta.ts';
import type { Networks } from './networks.ts';
import { linkPart } from './stories.ts';

/** Reports that one story may be looked for in: beyond, a story of everything about one name would be walked whole. */
const MOST_TOUCHED = 3000;
/** Stories of about so many reports are written in one step, so that memory is bounded however much is new. */
const REPORTS_AT_ONCE = 500;

/** Reports that wait are taken so many at a time: the marks of a whole archive would not fit in memory. */
const MOST_WAITING = 20_000;

/** A report that waits to be linked: its mark, and whether it was set aside since. */
interface Waiting {
  readonly mark: StoryMark;
  readonly gone: boolean;
}

/**
 * Brings the linking up to date with the reports that are new, were read anew or that a judgement bears on: only the stories that
 * they touch are linked anew. Reports by their hundreds are taken one lot after the other, each in one step.
 * @param mostAtOnce how many of those that wait are held in memory; what comes of it is the same for any number.
 */
export async function linkNew(ledger: Ledger, networks: Networks | null, mostAtOnce = MOST_WAITING): Promise<void> {
  const ids = await ledger.unmarked();
  for (let at = 0; at < ids.length; at += mostAtOnce) await linkWaiting(ledger, networks, ids.slice(at, at + mostAtOnce));
}

/** Links some of the reports that wait, with the stories that they touch. */
async function linkWaiting(ledger: Ledger, networks: Networks | null, ids: readonly string[]): Promise<void> {
  const waiting = new Map<string, Waiting>();
  for (const id of ids) {
    const report = (await ledger.toLink(id))?.report;
    const aside = report ? undefined : (await ledger.reading(id))?.report;
    if (report ?? aside) waiting.set(id, { mark: storyMark((report ?? aside) as NonNullable<typeof report>), gone: !report });
  }
  const fresh = namesAmong([...waiting.values()]);
  const done = new Set<string>();
  let lot = new Lot();
  for (const id of waiting.keys()) {
    if (done.has(id)) continue;
    const touched = await touchedBy(ledger, id, waiting, fresh);
    for (const reached of touched.keys()) done.add(reached);
    lot.take(touched, waiting);
    if (lot.size < REPORTS_AT_ONCE) continue;
    await lot.link(ledger, networks);
    lot = new Lot();
  }
  if (lot.size > 0) await lot.link(ledger, networks);
}

/** Stories that are linked in one step. */
class Lot {
  private readonly marks: StoryMark[] = [];
  private readonly renewed: StoryMark[] = [];
  private readonly gone: string[] = [];

  get size(): number {
    return this.marks.length + this.gone.length;
  }

  take(touched: ReadonlyMap<string, StoryMark>, waiting: ReadonlyMap<string, Waiting>): void {
    for (const [id, mark] of touched) {
      const waits = waiting.get(id);
      if (waits?.gone) this.gone.push(id);
      else this.marks.push(mark);
      if (waits && !waits.gone) this.renewed.push(mark);
    }
  }

  async link(ledger: Ledger, networks: Networks | null): Promise<void> {
    const stories: StoryLinks[] = [];
    for (const part of partition(this.marks)) stories.push(await linkPart(ledger, networks, part));
    const reports = [...this.marks.map(({ id }) => id), ...this.gone];
    await ledger.linkDelta(deltaOf(await ledger.linkedTo(reports), reports, this.gone, stories, this.renewed));
  }
}

/** Which of the waiting reports have a name. */
type Names = ReadonlyMap<string, readonly StoryMark[]>;

function namesAmong(waiting: readonly Waiting[]): Names {
  const holders = new Map<string, StoryMark[]>();
  for (const { mark } of waiting)
    for (const name of mark.names) {
      const list = holders.get(name);
      if (list) list.push(mark);
      else holders.set(name, [mark]);
    }
  return holders;
}

/** What the ledger is asked for: whoever may be of one story, by names and days alone. */
const NEARNESS = { days: MOST_DAYS, fewest: FEWEST_SHARED - 1, far: { days: FAR_DAYS, fewest: FEWEST_SHARED } };

const sharedNames = (a: StoryMark, b: StoryMark): number => a.names.filter((name) => b.names.includes(name)).length;

/** Waiting reports that share enough names with one, as the ledger finds those that do not wait. */
function nearAmong(fresh: Names, mark: StoryMark): StoryMark[] {
  const shared = new Map<StoryMark, number>();
  for (const name of mark.names) for (const other of fresh.get(name) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  return [...shared].filter(([other, count]) => other.id !== mark.id && alike(mark, other, count)).map(([other]) => other);
}

/** A waiting report with every report of the stories that it belongs to or did, old and new. */
async function touchedBy(
  ledger: Ledger,
  start: string,
  waiting: ReadonlyMap<string, Waiting>,
  fresh: Names,
): Promise<Map<string, StoryMark>> {
  const first = (waiting.get(start) as Waiting).mark;
  const touched = new Map([[start, first]]);
  const walk = [first];
  const walked = new Set<string>();
  while (walk.length > 0 && touched.size < MOST_TOUCHED) {
    const mark = walk.pop() as StoryMark;
    // Copies of one text on one day lead to the same reports: one look does for all of them.
    const likeness = likenessOf(mark);
    if (walked.has(likeness)) continue;
    walked.add(likeness);
    const kept = (await ledger.marksNear(mark, NEARNESS, touched)).filter((other) => alike(mark, other, sharedNames(mark, other)));
    // What a waiting report was found by before (another day, another text) leads to the story that it may have left.
    for (const other of [...nearAmong(fresh, mark), ...kept]) {
      if (touched.has(other.id)) continue;
      const now = waiting.get(other.id)?.mark ?? other;
      touched.set(other.id, now);
      walk.push(now);
      if (now !== other) walk.push(other);
    }
  }
  return touched;
}
