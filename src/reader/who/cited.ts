import type { Span, Spans } from '../../model/index.ts';
import type { Attribution, Sentence } from '../layers.ts';
import type { Token } from '../text/index.ts';
import { leaning } from './antecedents.ts';
import { type Entity, settled } from './entity.ts';
import { sentenceIndex } from './numbering.ts';
import type { Resolved, Scene } from './scene.ts';
import { resolveSource, tokenAt, tokensIn } from './sources.ts';

/** Whom a source has it from, and the words that say so. */
export interface Cited {
  readonly entity: Entity;
  readonly cue: Spans;
}

const CITES = /^(?:citing|quoting|cited|quoted|cites|quotes)$/;

/** "…, the paper said, quoting a doctor": whom the others of a sentence's statements by the same source go back to, by the reader's own cues. */
function byCues(scene: Scene, attributions: readonly Attribution[], sources: readonly (Resolved | null)[]): Map<number, Cited> {
  const { text, tokens, sentenceAt } = scene;
  const cited = new Map<number, Cited>();
  attributions.forEach(({ cue, content, quotation }, by) => {
    const words =
      cue
        ?.map(([start, end]) => text.slice(start, end))
        .join(' ')
        .toLowerCase() ?? '';
    const source = sources[by];
    if (!source || !cue || quotation === 'direct' || !CITES.test(words)) return;
    // "quoted an official as saying that": the words that follow are a statement of their own.
    const [from, to] = tokensIn(tokens, content);
    const as = tokens.slice(from, Math.min(to, from + 12)).findIndex(({ lower }) => lower === 'as');
    const saying = as > 0 ? from + as : -1;
    const found = resolveSource(
      scene,
      [[content[0]?.[0] ?? 0, saying > 0 ? (tokens[saying - 1] as Token).end : (content[0]?.[1] ?? 0)]],
      null,
      [],
    );
    if (!found) return;
    const here = sentenceAt(cue[0]?.[0] ?? 0);
    for (const i of [by - 3, by - 2, by - 1, by + 1, by + 2, by + 3]) {
      const other = attributions[i];
      const same = other?.cue && sources[i] && settled((sources[i] as Resolved).entity) === settled(source.entity);
      if (same && sentenceAt(other.cue?.[0]?.[0] ?? 0) === here && settled(found.entity) !== settled(source.entity))
        cited.set(i, { entity: found.entity, cue });
    }
  });
  return cited;
}

/** Words before whoever a source has it from, within its own sentence. */
const HAS_IT_FROM =
  /\b(?:citing|quoting|on the (?:word|strength|authority|evidence) of|(?:had|has|got) (?:it|that|this) from|(?:has|had|have) learn(?:ed|t) from|and (?:quoted|cited))\s+(?=["“‘]?[\p{L}\d])/giu;
/** The same in a sentence of its own, right behind what it is about: "It cited a nurse." */
const ITS_SOURCE =
  /^(?:(?:it|the (?:news)?(?:paper|magazine|site|website|broadcaster|station|channel|blog|agency|weekly|daily|tabloid|report)|that report)\s(?:(?:had|has)\s)?(?:cited|cites|quoted|quotes|relies on|relied on|rested on|(?:got|had|has) (?:it|that|this) from|credits|credited)|its (?:source|informant)\s(?:is|was))\s+(?=["“‘]?[\p{L}\d])/iu;
/** What ends the words on whoever that is. */
const ENDS = /^(?:that|as|who|whom|which|whose|has|have|had|said|says|reported|reports|and|but|for|on|last|this)$/;
/** Tokens in which they are told. */
const LONGEST = 14;

/** The tokens from `from` that say whom somebody has it from. */
function phraseOf({ tokens }: Scene, from: number, end: number): Span | null {
  let to = from;
  while (to < Math.min(tokens.length, from + LONGEST)) {
    const token = tokens[to] as Token;
    if (token.start >= end || (to > from && ENDS.test(token.lower)) || (token.kind === 'sign' && !/^(?:[-’'&.]|[’']s)$/.test(token.text)))
      break;
    if (token.text === '.' && (tokens[to + 1]?.start ?? end) >= end) break;
    to += 1;
  }
  return to > from ? [(tokens[from] as Token).start, (tokens[to - 1] as Token).end] : null;
}

/** Words of citing that are looked at in one sentence: more are a list, or no prose. */
const MOST_CITED = 8;

/** Statements by the sentence that their cue stands in. */
function bySentence(
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  sources: readonly (Resolved | null)[],
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  attributions.forEach(({ cue }, i) => {
    if (!cue?.[0] || !sources[i]) return;
    const at = sentenceIndex(sentences, cue[0][0]);
    const those = found.get(at);
    if (those) those.push(i);
    else found.set(at, [i]);
  });
  return found;
}

/** "The paper reported, on the word of a nurse, that …", "The paper reported that …. It cited a nurse.": by the words alone. */
function byWords(
  scene: Scene,
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  sources: readonly (Resolved | null)[],
): Map<number, Cited> {
  const { text, tokens } = scene;
  const cited = new Map<number, Cited>();
  const among = bySentence(sentences, attributions, sources);
  const speakerOf = (i: number): Entity => settled((sources[i] as Resolved).entity);
  const note = (sentence: number, cue: Span, end: number, ofMedia: boolean): void => {
    if (scene.quoted(cue[0])) return;
    // Whoever says what the words themselves are part of does not have it from them.
    const outside = (among.get(sentence) ?? []).filter((i) =>
      attributions[i]?.content.every(([start, stop]) => cue[0] <= start || cue[0] >= stop),
    );
    const distance = (i: number): number => Math.abs((attributions[i]?.cue?.[0]?.[0] ?? 0) - cue[0]);
    const nearest = outside.reduce<number | null>((best, i) => (best === null || distance(i) < distance(best) ? i : best), null);
    if (nearest === null) return;
    const speaker = speakerOf(nearest);
    if (ofMedia && speaker.kind !== 'media') return;
    const phrase = phraseOf(scene, tokenAt(tokens, cue[1]), end);
    const found = phrase && resolveSource(scene, [phrase], null, []);
    const entity = found && settled(found.entity);
    if (!entity || entity === speaker) return;
    for (const i of outside) if (speakerOf(i) === speaker) cited.set(i, { entity, cue: [cue] });
  };
  sentences.forEach(({ span: [start, end] }, at) => {
    const words = text.slice(start, end);
    if (among.has(at)) {
      let seen = 0;
      for (const { 0: found, index } of words.matchAll(HAS_IT_FROM)) {
        if (++seen > MOST_CITED) break;
        note(at, [start + index, start + index + found.trimEnd().length], end, false);
      }
    }
    const own = among.has(at - 1) ? ITS_SOURCE.exec(words) : null;
    if (own) note(at - 1, [start, start + own[0].trimEnd().length], end, true);
  });
  return cited;
}

/** Whom the sources of statements have them from, by the index of the statement. */
export function citations(
  scene: Scene,
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  sources: readonly (Resolved | null)[],
): ReadonlyMap<number, Cited> {
  const speaking = new Set(sources.flatMap((found) => (found ? [settled(found.entity)] : [])));
  /** Who could have told anybody: "citing Hurricane Ida" names a reason. */
  const couldTell = (entity: Entity): boolean =>
    entity.kind !== 'unknown' || entity.gender !== 'unknown' || speaking.has(entity) || leaning(entity, 'she').given !== 0;
  const all = [...byWords(scene, sentences, attributions, sources), ...byCues(scene, attributions, sources)];
  return new Map(all.filter(([, { entity }]) => couldTell(settled(entity))));
}
