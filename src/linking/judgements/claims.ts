import { type Judged, judgedOf, type Ruling } from '../../model/index.ts';
import { byFirstAppearance, type ClaimDraft, claimOf } from '../claims/claims.ts';
import type { ClaimLink } from '../claims/cluster.ts';
import type { Anchor, Constraints } from './compile.ts';

/** Claims as people have them: joined, split, put in other words; those that they rejected are left out. */
export interface JudgedClaims {
  readonly claims: readonly ClaimDraft[];
  /** What people decided about a claim, by its id. */
  readonly judged: ReadonlyMap<string, Judged>;
}

/** Whose claim each statement is, while claims are joined and split. */
class Claims {
  private readonly home = new Map<string, ClaimDraft>();

  constructor(drafts: readonly ClaimDraft[]) {
    for (const draft of drafts) this.put(draft);
  }

  of(anchor: Anchor): ClaimDraft | undefined {
    for (const id of anchor) {
      const found = this.home.get(id);
      if (found) return found;
    }
    return undefined;
  }

  put(draft: ClaimDraft): void {
    for (const { statement } of draft.appearances) this.home.set(statement.id, draft);
  }

  all(): ClaimDraft[] {
    return [...new Set(this.home.values())].sort(byFirstAppearance);
  }
}

function join(claims: Claims, a: Anchor, b: Anchor): void {
  const [first, second] = [claims.of(a), claims.of(b)];
  if (first && second && first !== second)
    claims.put(claimOf([...first.appearances, ...second.appearances], [...first.links, ...second.links]));
}

/** The statements that hang together with `start` by links. Every link joined two groups, so that without one of them there are two again. */
function reachedFrom(start: string, links: readonly ClaimLink[]): ReadonlySet<string> {
  const beside = new Map<string, string[]>();
  for (const { a, b } of links) {
    beside.set(a, [...(beside.get(a) ?? []), b]);
    beside.set(b, [...(beside.get(b) ?? []), a]);
  }
  const reached = new Set([start]);
  const walk = [start];
  while (walk.length > 0) {
    for (const next of beside.get(walk.pop() as string) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      walk.push(next);
    }
  }
  return reached;
}

/**
 * Takes a statement out of the claim that it shares with one of the others. Where the machine had put it there by a link with that very
 * statement, those that came along by it go with it.
 */
function split(claims: Claims, statement: string, from: Anchor): void {
  const draft = claims.of([statement]);
  const others = new Set(from.filter((id) => id !== statement));
  if (!draft?.appearances.some((placed) => others.has(placed.statement.id))) return;
  const [only] = from;
  const link =
    from.length === 1 ? draft.links.find(({ a, b }) => (a === only && b === statement) || (b === only && a === statement)) : undefined;
  const leaving = link
    ? reachedFrom(
        statement,
        draft.links.filter((other) => other !== link),
      )
    : new Set([statement]);
  const stays = draft.appearances.filter((placed) => !leaving.has(placed.statement.id));
  const goes = draft.appearances.filter((placed) => leaving.has(placed.statement.id));
  if (stays.length === 0 || goes.length === 0) return;
  claims.put(
    claimOf(
      stays,
      draft.links.filter(({ a, b }) => !leaving.has(a) && !leaving.has(b)),
    ),
  );
  claims.put(
    claimOf(
      goes,
      draft.links.filter(({ a, b }) => leaving.has(a) && leaving.has(b)),
    ),
  );
}

/** Joins and splits in the order in which people decided, so that the later prevails; then what they said of whole claims. */
export function judgeClaims(drafts: readonly ClaimDraft[], { together, apart, claims: verdicts }: Constraints): JudgedClaims {
  if (together.length + apart.length + verdicts.length === 0) return { claims: drafts, judged: new Map() };
  const claims = new Claims(drafts);
  const steps = [
    ...together.map(({ a, b, ruling }) => ({ ruling, take: () => join(claims, a, b) })),
    ...apart.map(({ statement, from, ruling }) => ({ ruling, take: () => split(claims, statement, from) })),
  ].sort((a, b) => a.ruling.sequence - b.ruling.sequence);
  for (const { take } of steps) take();
  const about = new Map<ClaimDraft, Ruling[]>();
  for (const { anchor, ruling } of [...verdicts].sort((a, b) => a.ruling.sequence - b.ruling.sequence)) {
    const draft = claims.of(anchor);
    if (draft) about.set(draft, [...(about.get(draft) ?? []), ruling]);
  }
  const judged = new Map<string, Judged>();
  const kept = claims.all().flatMap((draft): ClaimDraft[] => {
    const said = judgedOf(about.get(draft) ?? [], (field) => (field === 'proposition' ? draft.proposition : null));
    if (!said) return [draft];
    if (said.verdict === 'rejected') return [];
    judged.set(draft.id, said);
    const words = said.corrections?.find(({ field }) => field === 'proposition')?.value;
    return [typeof words === 'string' ? { ...draft, proposition: words } : draft];
  });
  return { claims: kept, judged };
}
