import type { Grouping, Regrouping } from './regroup.ts';
import { regrouped } from './regroup.ts';
import type { ClaimNow, Snapshot } from './snapshot.ts';

interface Named {
  readonly id: string;
  readonly words: string;
}

/** One thing that a new linking sees otherwise, in the ids and words of before and after, and why. */
export interface LinkingChange {
  readonly what: 'claim' | 'source' | 'tally' | 'copy' | 'forecast';
  readonly change: 'joined' | 'split' | 'origins' | 'found' | 'given up' | 'kind' | 'outcome';
  readonly before: readonly Named[];
  readonly after: readonly Named[];
  /** The reason of the decision that makes the difference; what stood for the old one where there is no new one. */
  readonly reasons: readonly string[];
}

/** Reasons told of one change: more say the same again. */
const MOST_REASONS = 5;

/** What a new linking changed, and why: claims, sources and figures joined and split, origins, copies and outcomes that became others. */
export function changesBetween(before: Snapshot, after: Snapshot): LinkingChange[] {
  return [
    ...claimChanges(before, after),
    ...sourceChanges(before, after),
    ...tallyChanges(before, after),
    ...copyChanges(before, after),
    ...outcomeChanges(before, after),
  ];
}

const noLonger = (reasons: readonly string[] = []): string[] => reasons.map((reason) => `no longer: ${reason}`);

/** The reasons of a kind's decisions by the first of what each is about. */
function reasonsOn({ decisions }: Snapshot, wanted: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { kind, members, reason } of decisions) {
    const [first = ''] = members;
    if (kind === wanted) found.set(first, [...(found.get(first) ?? []), reason]);
  }
  return found;
}

type Words = (id: string) => string;

/** Groups that were joined or split, with the reasons that `why` finds for members that stand together in one grouping only. */
function groupChanges(
  what: LinkingChange['what'],
  { joined, split }: Regrouping,
  words: { readonly before: Words; readonly after: Words },
  why: { readonly joined: ReadonlyMap<string, readonly string[]>; readonly split: ReadonlyMap<string, readonly string[]> },
): LinkingChange[] {
  const named = (ids: Iterable<string>, as: Words): Named[] => [...ids].sort().map((id) => ({ id, words: as(id) }));
  return [
    ...[...joined].map(([group, from]) => ({
      what,
      change: 'joined' as const,
      before: named(from, words.before),
      after: named([group], words.after),
      reasons: why.joined.get(group) ?? [],
    })),
    ...[...split].map(([group, to]) => ({
      what,
      change: 'split' as const,
      before: named([group], words.before),
      after: named(to, words.after),
      reasons: noLonger(why.split.get(group)),
    })),
  ];
}

/** Reasons by the group (of `together`) of two members that the other grouping keeps apart. */
function reasonsAcross(decisions: Snapshot['decisions'], kind: string, together: Grouping, apart: Grouping): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { kind: of, members, reason } of decisions) {
    const [a = '', b = ''] = members;
    const group = together.get(a);
    if (of !== kind || group === undefined || group !== together.get(b) || apart.get(a) === apart.get(b)) continue;
    const known = found.get(group) ?? [];
    if (known.length < MOST_REASONS && !known.includes(reason)) found.set(group, [...known, reason]);
  }
  return found;
}

function claimChanges(before: Snapshot, after: Snapshot): LinkingChange[] {
  const groups = regrouped(before.claimOf, after.claimOf);
  const words = {
    before: (id: string) => before.claims.get(id)?.proposition ?? id,
    after: (id: string) => after.claims.get(id)?.proposition ?? id,
  };
  const why = {
    joined: reasonsAcross(after.decisions, 'claim', after.claimOf, before.claimOf),
    split: reasonsAcross(before.decisions, 'claim', before.claimOf, after.claimOf),
  };
  const origins = [...groups.same].flatMap(([old, now]) => originChange(before.claims.get(old), after.claims.get(now)));
  return [...groupChanges('claim', groups, words, why), ...origins];
}

/** A claim whose statements stayed, and whose origins did not. */
function originChange(old: ClaimNow | undefined, now: ClaimNow | undefined): LinkingChange[] {
  if (!old || !now) return [];
  const had = new Set(old.origins.map(({ sourceId }) => sourceId));
  const has = new Set(now.origins.map(({ sourceId }) => sourceId));
  const added = now.origins.filter(({ sourceId }) => !had.has(sourceId));
  const gone = old.origins.filter(({ sourceId }) => !has.has(sourceId));
  if (added.length === 0 && gone.length === 0) return [];
  return [
    {
      what: 'claim',
      change: 'origins',
      before: [{ id: old.id, words: old.proposition }],
      after: [{ id: now.id, words: now.proposition }],
      reasons: [...added.map(({ reason }) => `now: ${reason}`), ...gone.map(({ reason }) => `no longer: ${reason}`)],
    },
  ];
}

function sourceChanges(before: Snapshot, after: Snapshot): LinkingChange[] {
  const words = { before: (id: string) => before.sources.get(id) ?? id, after: (id: string) => after.sources.get(id) ?? id };
  const why = {
    joined: reasonsAcross(after.decisions, 'source', after.sourceOf, before.sourceOf),
    split: reasonsAcross(before.decisions, 'source', before.sourceOf, after.sourceOf),
  };
  return groupChanges('source', regrouped(before.sourceOf, after.sourceOf), words, why);
}

function tallyChanges(before: Snapshot, after: Snapshot): LinkingChange[] {
  const words = { before: (id: string) => before.questions.get(id) ?? id, after: (id: string) => after.questions.get(id) ?? id };
  return groupChanges('tally', regrouped(before.tallyOf, after.tallyOf), words, { joined: new Map(), split: new Map() });
}

function copyChanges(before: Snapshot, after: Snapshot): LinkingChange[] {
  const why = { before: reasonsOn(before, 'copy'), after: reasonsOn(after, 'copy') };
  return [...new Set([...before.copies.keys(), ...after.copies.keys()])].sort().flatMap((report): LinkingChange[] => {
    const [old, now] = [before.copies.get(report), after.copies.get(report)];
    if (old?.of === now?.of && old?.kind === now?.kind) return [];
    const named = (copy: typeof old): Named[] => (copy ? [{ id: report, words: `${copy.kind} copy of ${copy.of}` }] : []);
    const reasons = now ? (why.after.get(report) ?? []) : noLonger(why.before.get(report));
    return [{ what: 'copy', change: !old ? 'found' : !now ? 'given up' : 'kind', before: named(old), after: named(now), reasons }];
  });
}

function outcomeChanges(before: Snapshot, after: Snapshot): LinkingChange[] {
  const why = { before: reasonsOn(before, 'forecast'), after: reasonsOn(after, 'forecast') };
  return [...after.forecasts].flatMap(([key, now]): LinkingChange[] => {
    const old = before.forecasts.get(key);
    if (!old || old.outcome === now.outcome) return [];
    return [
      {
        what: 'forecast',
        change: 'outcome',
        before: [{ id: old.claim, words: old.outcome }],
        after: [{ id: now.claim, words: now.outcome }],
        reasons: now.outcome === 'pending' ? noLonger(why.before.get(old.claim)) : (why.after.get(now.claim) ?? []),
      },
    ];
  });
}
