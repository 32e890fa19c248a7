import type { Judgement, Ruling } from '../../model/index.ts';

/** Statements that stand for a claim as it was judged: where the first is not here any more, the next one is. */
export type Anchor = readonly string[];

/** What people decided, in the form in which linking keeps to it. Later judgements have prevailed over earlier ones. */
export interface Constraints {
  /** Statements that belong to one claim, as pairs of anchors. */
  readonly together: readonly { readonly a: Anchor; readonly b: Anchor; readonly ruling: Ruling }[];
  /** A statement that does not belong to the claim of the others. */
  readonly apart: readonly { readonly statement: string; readonly from: Anchor; readonly ruling: Ruling }[];
  /** Claims by their anchors: rejected, confirmed, put in other words. */
  readonly claims: readonly { readonly anchor: Anchor; readonly ruling: Ruling }[];
  /** Sources that are one: the id on the left goes by the one on the right. */
  readonly sameSource: ReadonlyMap<string, string>;
  /** A statement whose source is somebody else than it seemed; or a name that is not the source's. */
  readonly ownSource: readonly { readonly what: string; readonly from: string; readonly ruling: Ruling }[];
  readonly rejectedSources: ReadonlySet<string>;
  /** Reports that are, or are not, copies of others: `report|of`. */
  readonly copies: ReadonlyMap<string, boolean>;
  readonly relations: readonly { readonly from: Anchor; readonly to: Anchor; readonly ruling: Ruling }[];
  readonly outcomes: readonly { readonly anchor: Anchor; readonly ruling: Ruling }[];
  /** Decisions that a person looked at, by id. */
  readonly decisions: ReadonlyMap<string, Ruling>;
}

const isStatement = (id: string): boolean => /:\d+-\d+$/.test(id);

/** The source that stands at the end of joins; a ring of joins ends where it began. */
function endOf(joins: ReadonlyMap<string, string>, id: string): string {
  const seen = new Set<string>();
  let at = id;
  while (joins.has(at) && !seen.has(at)) {
    seen.add(at);
    at = joins.get(at) as string;
  }
  return at;
}

/** What an answer answers: a later judgement on the same pair, field or question takes its place. */
function subjectOf(judgement: Judgement): string {
  const { verdict, target } = judgement;
  if (verdict === 'join' || verdict === 'split') {
    const other = verdict === 'join' ? judgement.with : judgement.from;
    return `pair ${[target, other].sort().join(' ')}`;
  }
  if (verdict === 'confirm' || verdict === 'reject') return `verdict ${target}`;
  return verdict === 'correct' ? `correct ${target} ${judgement.field}` : `${verdict} ${target}`;
}

/** Turns the judgements that stand, oldest first, into what linking keeps to. */
export function compile(rulings: readonly Ruling[]): Constraints {
  const latest = new Map<string, Ruling>();
  for (const ruling of rulings) latest.set(subjectOf(ruling.judgement), ruling);
  const standing = [...latest.values()].sort((a, b) => a.sequence - b.sequence);
  const of = <Verdict extends Judgement['verdict']>(verdict: Verdict, kind: Judgement['kind']) =>
    standing.flatMap((ruling) =>
      ruling.judgement.verdict === verdict && ruling.judgement.kind === kind
        ? [{ ruling, judgement: ruling.judgement as Extract<Judgement, { readonly verdict: Verdict }> }]
        : [],
    );
  const anchorOf = ({ target, members }: Judgement): Anchor => (members && members.length > 0 ? members : [target]);
  const joins = new Map<string, string>();
  for (const { judgement } of of('join', 'source'))
    if (endOf(joins, judgement.with) !== judgement.target) joins.set(judgement.target, judgement.with);
  const splits = (kind: Judgement['kind']) => of('split', kind);
  return {
    together: [
      ...[...of('join', 'claim'), ...of('join', 'statement')].map(({ judgement, ruling }) => ({
        a: anchorOf(judgement),
        b: judgement.against ?? [judgement.with],
        ruling,
      })),
      // Who confirms a claim confirms that its statements say the same: a later linking keeps them together.
      ...of('confirm', 'claim').flatMap(({ judgement, ruling }) => {
        const [first, ...others] = judgement.members ?? [];
        return first === undefined ? [] : others.map((other) => ({ a: [first], b: [other], ruling }));
      }),
      ...of('confirm', 'decision').flatMap(({ judgement, ruling }) => {
        const [a, b] = judgement.members ?? [];
        return a !== undefined && b !== undefined && isStatement(a) && isStatement(b) ? [{ a: [a], b: [b], ruling }] : [];
      }),
    ],
    apart: splits('statement')
      .filter(({ judgement }) => judgement.against !== undefined)
      .map(({ judgement, ruling }) => ({ statement: judgement.target, from: judgement.against as Anchor, ruling })),
    // Earlier answers too: a row shows the latest, and who said otherwise.
    claims: rulings
      .filter(({ judgement: { kind, verdict } }) => kind === 'claim' && ['confirm', 'reject', 'correct'].includes(verdict))
      .map((ruling) => ({ anchor: anchorOf(ruling.judgement), ruling })),
    sameSource: new Map([...joins.keys()].map((id) => [id, endOf(joins, id)])),
    ownSource: splits('source').map(({ judgement, ruling }) => ({ what: judgement.target, from: judgement.from, ruling })),
    rejectedSources: new Set(of('reject', 'source').map(({ judgement }) => judgement.target)),
    copies: new Map([
      ...of('join', 'report').map(({ judgement }) => [`${judgement.target}|${judgement.with}`, true] as const),
      ...splits('report').map(({ judgement }) => [`${judgement.target}|${judgement.from}`, false] as const),
    ]),
    relations: of('reject', 'relation').map(({ judgement, ruling }) => ({
      from: judgement.members ?? [],
      to: judgement.against ?? [],
      ruling,
    })),
    outcomes: rulings
      .filter(({ judgement }) => judgement.verdict === 'resolve')
      .map((ruling) => ({ anchor: anchorOf(ruling.judgement), ruling })),
    decisions: new Map(
      [...of('confirm', 'decision'), ...of('reject', 'decision')].map(({ judgement, ruling }) => [judgement.target, ruling]),
    ),
  };
}
