import type { Statement } from '../../model/index.ts';
import { type Bearings, beforeIn } from '../bearing/bearing.ts';
import { byPublication, type LinkReport, type Placed } from '../input.ts';
import { fold, shortId } from '../words/normalise.ts';
import { aroundOf } from './around.ts';
import { type ClaimLink, type ComparedPropositions, clusterPropositions, comparePropositions } from './cluster.ts';
import { type Proposition, proposition } from './features.ts';
import { stanceOf } from './stance.ts';
import { standingAlone } from './standing.ts';
import { statesClaim } from './states.ts';

/** A claim before its origins are known: its statements in order of publication. */
export interface ClaimDraft {
  readonly id: string;
  readonly proposition: string;
  readonly appearances: readonly Placed[];
  readonly links: readonly ClaimLink[];
}

const byAppearance = (a: Placed, b: Placed): number =>
  byPublication(a.report, b.report) ||
  (a.statement.content.spans[0]?.[0] ?? 0) - (b.statement.content.spans[0]?.[0] ?? 0) ||
  (a.statement.id < b.statement.id ? -1 : 1);

/** How badly some words stand alone: pronouns and speakers' "we" need the text around them. Lower is clearer. */
function obscurity({ statement }: Placed): number {
  const { text } = statement.content;
  const words = fold(text).split(' ');
  const pronouns = words.filter((word) =>
    /^(?:i|we|you|he|she|it|they|this|that|these|those|them|him|her|there|us|my|our)$/.test(word),
  ).length;
  const leading = /^(?:it|he|she|they|this|that|there|we|i|them)\b/i.test(text) ? 2 : 0;
  const length = words.length < 5 ? 2 : words.length > 35 ? 1.5 : 0;
  const direct = statement.quotation === 'direct' ? 1 : 0;
  // What denies a claim does not word it.
  const denies = stanceOf(statement) === 'denies' ? 10 : 0;
  return pronouns + leading + length + direct + denies;
}

/** The clearest statement's own words; the earliest of equals. Nothing is made up. */
const propositionOf = (appearances: readonly Placed[]): string => {
  const [clearest] = [...appearances].sort((a, b) => obscurity(a) - obscurity(b) || byAppearance(a, b));
  return clearest ? standingAlone(clearest.statement.content.text) : '';
};

/** The statements of reports as they are compared, in order of id. */
export function propositionsOf(
  placed: readonly Placed[],
  vectors: ReadonlyMap<string, Float32Array>,
  sourceOf: (statementId: string) => string | null,
): Proposition[] {
  const around = aroundOf(placed, vectors);
  return placed.map(({ statement, report }) =>
    proposition(statement, {
      before: beforeIn({ statement, report }),
      report: report.id,
      published: report.published,
      source: sourceOf(statement.id),
      vector: vectors.get(statement.id) ?? null,
      around: around.get(statement.id) ?? null,
    }),
  );
}

/** Every statement that states anything, with its report, in order of id. */
export const placedIn = (reports: readonly LinkReport[]): Placed[] =>
  reports
    .flatMap(({ report, statements }) => statements.filter(statesClaim).map((statement: Statement): Placed => ({ statement, report })))
    .sort((a, b) => (a.statement.id < b.statement.id ? -1 : a.statement.id > b.statement.id ? 1 : 0));

/** The statements of a story beside each other, before the network is asked which of them say the same. */
export interface ComparedStatements {
  readonly placed: readonly Placed[];
  readonly compared: ComparedPropositions;
}

export function compareStatements(
  reports: readonly LinkReport[],
  vectors: ReadonlyMap<string, Float32Array>,
  sourceOf: (statementId: string) => string | null,
): ComparedStatements {
  const placed = placedIn(reports);
  return { placed, compared: comparePropositions(propositionsOf(placed, vectors, sourceOf)) };
}

/** Statements of a story that say the same thing, under one claim each. A claim's id is its first appearance's, so that it keeps it. */
export function findClaims({ placed, compared }: ComparedStatements, bearings: Bearings): ClaimDraft[] {
  return clusterPropositions(compared, bearings)
    .map(({ members, links }) =>
      claimOf(
        members.map((i) => placed[i] as Placed),
        links,
      ),
    )
    .sort(byFirstAppearance);
}

/** Statements as one claim. */
export function claimOf(placed: readonly Placed[], links: readonly ClaimLink[]): ClaimDraft {
  const appearances = [...placed].sort(byAppearance);
  return { id: shortId('c', (appearances[0] as Placed).statement.id), proposition: propositionOf(appearances), appearances, links };
}

export const byFirstAppearance = (a: ClaimDraft, b: ClaimDraft): number =>
  byAppearance(a.appearances[0] as Placed, b.appearances[0] as Placed);
