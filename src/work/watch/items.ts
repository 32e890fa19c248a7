import type { Fetched } from '../../intake/fetch/fetcher.ts';
import type { IntakeInput } from '../../intake/index.ts';
import { INTAKE_VERSION } from '../../intake/version.ts';
import type { Problem, WatchedItem, WatchedPlace } from '../../model/index.ts';
import type { AddEvent } from '../events.ts';
import { goneLook, newestAt } from '../looks.ts';
import type { WatchEvent } from './events.ts';
import { markOf } from './folders.ts';
import { afterFailure, errorAt, problemIn, type Round, validatorsOf, wasStopped } from './round.ts';
import { aboutAfter, MOST_FAILURES, moment, REVISITS } from './schedule.ts';

/** When an article that was taken is looked at again: a few times, later each time. A watched page is driven by its place. */
function revisit({ looks, item, place }: WatchedItem, { clock }: Round): string | null {
  const wait = item === place ? undefined : REVISITS[looks];
  return wait === undefined ? null : moment(clock.now() + aboutAfter(wait, clock.random));
}

const taken = (item: WatchedItem, report: string | null, next: string | null): WatchedItem => ({
  ...item,
  looks: item.looks + 1,
  failures: 0,
  lastError: null,
  report: report ?? item.report,
  nextTry: next,
});

/** Notes a failure. What is gone or was tried too often is not tried again. */
async function failed(item: WatchedItem, wrong: Problem, round: Round): Promise<WatchEvent | null> {
  if (wasStopped(wrong)) return null;
  const { ledger } = round;
  const look = await goneLook(ledger, item.item, wrong);
  if (look) await ledger.look(look, INTAKE_VERSION);
  const failures = item.failures + 1;
  const over = look !== null || failures >= MOST_FAILURES;
  const nextTry = over ? null : afterFailure(failures, wrong, round);
  await ledger.watching.put(null, [{ ...item, failures, lastError: errorAt(wrong, round), nextTry }]);
  return { kind: 'failed', place: item.place, item: item.item, problem: wrong, nextTry };
}

/** An item with what is to be read of it. */
interface Ready {
  readonly item: WatchedItem;
  readonly input: IntakeInput;
}

/** Asks for an article, unless the ledger had it from elsewhere before it was ever asked for. */
async function askFor(item: WatchedItem, round: Round): Promise<Ready | WatchEvent | null> {
  const { ledger } = round;
  const elsewhere = item.looks === 0 && item.item !== item.place ? await newestAt(ledger, item.item) : null;
  if (elsewhere !== null && item.report === null) {
    await ledger.watching.put(null, [taken(item, elsewhere, revisit(item, round))]);
    return { kind: 'same', place: item.place, item: item.item, reportId: elsewhere };
  }
  let answer: Fetched;
  try {
    answer = await round.ask(item.item, item);
  } catch (error) {
    return failed(item, problemIn(error, item.item), round);
  }
  const asked: WatchedItem = { ...item, ...validatorsOf(answer, item) };
  if (answer.status !== 304) return { item: asked, input: { kind: 'fetched', address: item.item, answer } };
  if (item.report !== null) {
    const { headers } = answer;
    await ledger.look(
      { address: item.item, outcome: 'unchanged', report: item.report, status: 304, headers, sha256: null },
      INTAKE_VERSION,
    );
  }
  await ledger.watching.put(null, [taken(asked, null, revisit(item, round))]);
  return { kind: 'same', place: item.place, item: item.item, reportId: item.report };
}

/** A file that has stayed as it was is read; one that has not rests anew. */
async function fileAtRest(item: WatchedItem, round: Round): Promise<Ready | null> {
  const { ledger, clock, options } = round;
  const mark = await markOf(item.item);
  if (mark !== null && mark === item.mark) return { item, input: { kind: 'path', path: item.item } };
  const nextTry = mark === null ? null : moment(clock.now() + options.settle);
  await ledger.watching.put(null, [{ ...item, mark, nextTry }]);
  return null;
}

const isReady = (one: Ready | WatchEvent | null): one is Ready => one !== null && 'input' in one;

/** What an event is about: an item's own name, or of something inside it (`file.zip!member`, `page#2`). */
function itemOf(event: AddEvent, ready: readonly Ready[]): Ready | undefined {
  const { from } = event;
  const holding = ready.filter(({ item }) => from?.startsWith(item.item));
  return holding.sort((a, b) => b.item.item.length - a.item.item.length)[0];
}

/** Reads and stores what is ready, then notes each item: killed in between, an item is asked for once more and found unchanged. */
async function* takeIn(ready: readonly Ready[], folder: boolean, round: Round): AsyncGenerator<WatchEvent> {
  const { ledger, desk, options } = round;
  const results = new Map<Ready, { report: string | null; problem: Problem | null }>();
  for await (const event of desk.add(
    ready.map(({ input }) => input),
    { signal: options.signal },
  )) {
    const about = itemOf(event, ready);
    if (!about) continue;
    const before = results.get(about) ?? { report: null, problem: null };
    const report = event.kind === 'refused' ? before.report : event.reportId;
    results.set(about, { report, problem: event.kind === 'refused' ? event.problem : before.problem });
    yield { kind: 'added', place: about.item.place, event };
  }
  for (const [{ item }, { report, problem }] of results) {
    if (report === null && problem !== null && !folder) {
      const event = await failed(item, problem, round);
      if (event) yield event;
    } else {
      const next = folder ? null : revisit(item, round);
      const done = taken(item, report, next);
      await ledger.watching.put(null, [problem && report === null ? { ...done, lastError: errorAt(problem, round) } : done]);
    }
  }
}

/** Looks at items of one place whose time has come: articles are asked for side by side (each host by itself in turn), then read together. */
export async function* lookAtItems(place: WatchedPlace, items: readonly WatchedItem[], round: Round): AsyncGenerator<WatchEvent> {
  const folder = place.kind === 'folder';
  const looked = await Promise.all(items.map((item) => (folder ? fileAtRest(item, round) : askFor(item, round))));
  for (const one of looked) if (one !== null && !isReady(one)) yield one;
  const ready = looked.filter(isReady);
  if (ready.length > 0) yield* takeIn(ready, folder, round);
}
