import type { Span } from '../../../model/index.ts';
import type { Networks } from '../../encoder/networks.ts';
import { distancesOf, type Run, scopeOf, type Window, windowsOf } from '../../encoder/windows.ts';
import { type Word, wordsOf } from '../../encoder/words.ts';
import type { Attribution } from '../../layers.ts';
import { withOtherHalves } from './broken.ts';
import { logChances } from './chain.ts';
import { type Claim, claimOf, cuesOf, settle } from './claims.ts';
import { vouchesWithin } from './inner.ts';
import { withoutLabels } from './labels.ts';
import { innerText, placed } from './nesting.ts';
import { quotationOf } from './quotation.ts';
import { turnsOf, withTurns } from './transcript.ts';

/** How much is kept. */
export interface ReadOptions {
  /** The least confidence that a statement needs. */
  readonly threshold: number;
  /** How deep statements within statements are looked for: 0 for the outermost alone. */
  readonly depth: number;
}

/** What a source has at least one of: a mark by itself is nobody. */
const LETTER = /[\p{L}\p{N}]/u;
const B_CUE = 3;
const I_CUE = 4;
/** Which of the sets' readers the certainty of news is taken from: UW's. */
const NEWS = 0;
/** So many words of a content are told how sure they sound: its main clause stands among them. */
const MOST_EVENTS = 60;

/** What was found among words: claims, and each word's chance of being part of a cue. */
interface Found {
  readonly claims: Claim[];
  readonly cueChances: number[];
  /** How sure each word sounds as an event of news; empty from a reader that does not tell. */
  readonly certainties: number[];
}

/** The claims of one window, settled among themselves. */
async function claimsIn(networks: Networks, words: readonly Word[], window: Window, threshold: number): Promise<Found> {
  const { settings, chain, distances } = networks.manifest;
  const { tags, words: vectors, certainty } = await networks.encode(window);
  const certainties = certainty ? window.firsts.map((_, i) => certainty.data[i * certainty.width + NEWS] as number) : [];
  const chances = logChances(tags);
  const cues = cuesOf(chances, settings.cue_bias).map(([start, end]): Run => [start + window.start, end + window.start]);
  for (let i = 0; i < chances.data.length; i += 1) chances.data[i] = Math.exp(chances.data[i] as number);
  const cueChances = window.firsts.map((_, i) => {
    const at = i * chances.width;
    return (chances.data[at + B_CUE] as number) + (chances.data[at + I_CUE] as number);
  });
  if (cues.length === 0) return { claims: [], cueChances, certainties };
  const scopes = cues.map((cue) => scopeOf(words, window, cue));
  const looks = scopes.map(([start, end], i) => ({
    words: [start - window.start, end - window.start] as const,
    distances: distancesOf([start, end], cues[i] as Run, distances),
  }));
  const seen = await networks.look(vectors, chances, looks);
  const claims = cues.flatMap((cue, i) => {
    const ofCue = cueChances.slice(cue[0] - window.start, cue[1] - window.start);
    const claim = claimOf((scopes[i] as Run)[0], cue, ofCue, seen[i] as (typeof seen)[number], chain, settings.weights);
    return claim && claim.confidence >= threshold ? [claim] : [];
  });
  return { claims: settle(claims), cueChances, certainties };
}

/** The claims among words, window by window: the networks never hold more than one. */
async function claimsAmong(networks: Networks, words: readonly Word[], threshold: number): Promise<Found> {
  const pieces = words.map((word) => networks.pieces(word.text));
  const found: Found = { claims: [], cueChances: [], certainties: [] };
  for (const window of windowsOf(words, pieces, networks.manifest.window)) {
    const { claims, cueChances, certainties } = await claimsIn(networks, words, window, threshold);
    found.claims.push(...claims);
    found.cueChances.push(...cueChances);
    found.certainties.push(...certainties);
  }
  return found;
}

/** A run's claim on the words of an inner text, as a claim on those of the whole. */
const outward = (claim: Claim, places: readonly number[]): Claim => {
  const out = ([start, end]: Run): Run[] => {
    const runs: [number, number][] = [];
    for (const word of places.slice(start, end)) {
      const last = runs.at(-1);
      if (last && last[1] === word) last[1] = word + 1;
      else runs.push([word, word + 1]);
    }
    return runs;
  };
  const hull = (run: Run): Run => [places[run[0]] as number, (places[run[1] - 1] as number) + 1];
  return { ...claim, cue: hull(claim.cue), source: claim.source && hull(claim.source), content: claim.content.flatMap(out) };
};

/** A content's words with letters: where each begins, and how sure it sounds as an event. */
const eventsIn = (words: readonly Word[], claim: Claim, certainties: readonly number[]): [number, number][] =>
  claim.content
    .flatMap(([start, end]) => words.slice(start, Math.min(end, start + MOST_EVENTS)).map((word, i) => ({ word, at: start + i })))
    .slice(0, MOST_EVENTS)
    .filter(({ word }) => LETTER.test(word.text))
    .map(({ word, at }) => [word.start, Math.round((certainties[at] as number) * 100) / 100]);

/** Who says what in a text: outermost statements, and, by reading their contents again, those within. */
export async function readText(networks: Networks, text: string, { threshold, depth }: ReadOptions): Promise<Attribution[]> {
  const words = wordsOf(text);
  const { claims: first, cueChances, certainties } = await claimsAmong(networks, words, threshold);
  const claims = withTurns(words, withoutLabels(text, words, withOtherHalves(words, first)), turnsOf(text));
  const vouches = (claim: Claim): boolean => vouchesWithin(words, claim);
  let layer: readonly Claim[] = claims;
  for (let i = 0; i < depth && layer.length > 0; i += 1) {
    const { words: inner, places } = innerText(words, layer, cueChances);
    const found = await claimsAmong(networks, inner, threshold);
    layer = found.claims.map((claim) => outward(claim, places)).filter(vouches);
    claims.push(...layer);
  }
  return placed(claims, vouches).map(({ claim, within, depth: at }): Attribution => {
    const span = ([start, end]: Run): Span => [(words[start] as Word).start, (words[end - 1] as Word).end];
    const named = claim.source !== null && words.slice(...claim.source).some((word) => LETTER.test(word.text));
    return {
      source: claim.source && named ? [span(claim.source)] : null,
      cue: [span(claim.cue)],
      content: claim.content.map(span),
      quotation: quotationOf(words, claim.content),
      depth: at,
      within,
      ...(certainties.length > 0 && { events: eventsIn(words, claim, certainties) }),
      confidence: claim.byRule ? null : Math.round(claim.confidence * 1e4) / 1e4,
    };
  });
}
