import type { Span, Spans } from '../../model/index.ts';
import type { Attribution, Sentence } from '../layers.ts';
import type { Token } from '../text/index.ts';
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

/** "The paper reported, on the word of a nurse, that …", "The paper reported that …. It cited a nurse.": by the words alone. */
function byWords(
  scene: Scene,
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  sources: readonly (Resolved | null)[],
): Map<number, Cited> {
  const { text, tokens } = scene;
  const cited = new Map<number, Cited>();
  const bySentence = new Map<number, number[]>();
  attributions.forEach(({ cue }, i) => {
    if (!cue?.[0] || !sources[i]) return;
    const at = sentenceIndex(sentences, cue[0][0]);
    bySentence.set(at, [...(bySentence.get(at) ?? []), i]);
  });
  const note = (among: readonly number[], cue: Span, sentenceEnd: number, media: boolean): void => {
    const phrase = phraseOf(scene, tokenAt(tokens, cue[1]), sentenceEnd);
    const found = phrase && resolveSource(scene, [phrase], null, []);
    if (!phrase || !found || scene.quoted(cue[0])) return;
    // Whoever says what the words themselves are part of does not have it from them.
    const outside = among.filter((i) => attributions[i]?.content.every(([start, end]) => cue[0] <= start || cue[0] >= end));
    const distance = (i: number): number => Math.abs((attributions[i]?.cue?.[0]?.[0] ?? 0) - cue[0]);
    const [nearest] = [...outside].sort((a, b) => distance(a) - distance(b));
    const speaker = nearest === undefined ? null : settled((sources[nearest] as Resolved).entity);
    if (!speaker || speaker === settled(found.entity) || (media && speaker.kind !== 'media')) return;
    for (const i of outside)
      if (settled((sources[i] as Resolved).entity) === speaker) cited.set(i, { entity: found.entity, cue: [[cue[0], cue[1]]] });
  };
  sentences.forEach(({ span: [start, end] }, at) => {
    const words = text.slice(start, end);
    for (const { 0: found, index } of words.matchAll(HAS_IT_FROM))
      note(bySentence.get(at) ?? [], [start + index, start + index + found.trimEnd().length], end, false);
    const own = ITS_SOURCE.exec(words);
    if (own) note(bySentence.get(at - 1) ?? [], [start, start + own[0].trimEnd().length], end, true);
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
  return new Map([...byWords(scene, sentences, attributions, sources), ...byCues(scene, attributions, sources)]);
}
