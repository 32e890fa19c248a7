import { type Token, tokenize } from '../howmany/tokens.ts';
import type { Gazetteer } from './gazetteer.ts';
import { behindPerson, isGivenTo, mentionFeatures, type ReportNames, reportNames, resolvedFeatures } from './judge.ts';
import { logistic, score, type Weights } from './linear.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { type Group, groupsOf, type Resolved, resolve } from './resolve.ts';

/** The learned numbers of this room: scripts/gazetteer/train.ts writes them. */
export interface WhereWeights {
  /** Is this name a place here: from the words around it; then with what its readings look like among the report's others. */
  readonly judge: readonly [Weights, Weights];
  /** Which reading: first by people and kind, then by the readings of the other names. */
  readonly resolve: readonly [Weights, Weights];
}

/** Weights ready for look-up. */
export interface Models {
  readonly judge: readonly ReadonlyMap<string, number>[];
  readonly resolve: readonly ReadonlyMap<string, number>[];
}
export const modelsOf = (weights: WhereWeights): Models => ({
  judge: weights.judge.map((w) => new Map(Object.entries(w))),
  resolve: weights.resolve.map((w) => new Map(Object.entries(w))),
});

/** A report's names with everything that was found out about them. */
export interface Analysis {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly names: ReportNames;
  readonly groups: readonly Group[];
  readonly resolved: readonly Resolved[];
  /** By mention: its group's number. */
  readonly groupOf: readonly number[];
  /** By mention: how likely it is a place, from its words alone. */
  readonly first: readonly number[];
  /** By mention: how likely it is a place, all told. */
  readonly sure: readonly number[];
}

/** First-order areas that the outlet's name points to ("The Columbus Dispatch"): a hint, never a decision. */
function outletAreas(gazetteer: Gazetteer, outlet: string | null): ReadonlySet<string> {
  if (!outlet) return new Set();
  return new Set(
    mentionsIn(gazetteer, tokenize(outlet)).flatMap(({ candidates }) =>
      candidates.filter((p) => !p.alias && p.population > 20_000).map((p) => p.area),
    ),
  );
}

/** What needs no weighing: a written-out abbreviation is a place; a lone word behind a title or a given name is a person. Null where weights decide. */
function ruled(gazetteer: Gazetteer, tokens: readonly Token[], mention: Mention): number | null {
  if (mention.abbreviation) return 1;
  if (mention.container === null && isGivenTo(tokens, mention)) return 0;
  return mention.to === mention.from + 1 && mention.container === null && behindPerson(gazetteer, tokens, mention.from) ? 0 : null;
}

/** Finds a report's names, judges which are places and which places they are. */
export function analyse(gazetteer: Gazetteer, models: Models, text: string, outlet: string | null): Analysis {
  const tokens = tokenize(text);
  const mentions = mentionsIn(gazetteer, tokens);
  const names = reportNames(gazetteer, tokens, mentions);
  const [early = new Map(), late = new Map()] = models.judge;
  const first: number[] = [];
  // Both models ask the same of a mention's words: it is asked once, and only sums are kept.
  const begun: number[] = [];
  mentions.forEach((_, i) => {
    const features = mentionFeatures(gazetteer, tokens, mentions, i, names);
    first.push(logistic(score(early, features)));
    begun.push(score(late, features));
  });
  const groups = groupsOf(mentions);
  const groupOf: number[] = [];
  groups.forEach((group, g) => {
    for (const i of group.mentions) groupOf[i] = g;
  });
  const resolved = resolve(groups, first, outletAreas(gazetteer, outlet), models.resolve);
  const sure = mentions.map((mention, i) => {
    const among = resolved[groupOf[i] as number];
    return ruled(gazetteer, tokens, mention) ?? logistic(score(late, among ? resolvedFeatures(among) : [], begun[i]));
  });
  return { tokens, mentions, names, groups, resolved, groupOf, first, sure };
}
