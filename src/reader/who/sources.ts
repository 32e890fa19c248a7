import type { Spans } from '../../model/index.ts';
import type { Token } from '../text/index.ts';
import { BODIES } from './data/bodies.data.ts';
import { ROLES } from './data/roles.data.ts';
import { TITLES } from './data/titles.data.ts';
import { describe, namesWithin } from './describe.ts';
import { bareName, type Entity, isPerson, mayBePerson, settled } from './entity.ts';
import type { Name } from './names.ts';
import { resolvePronoun } from './pronouns.ts';
import { accountOf, oneOfSome, resolveDescription } from './resolve.ts';
import type { Resolved, Scene } from './scene.ts';

/** The index of the first token that ends after an offset. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Spans as indices [from, to) into the tokens. */
export function tokensIn(tokens: readonly Token[], spans: Spans): readonly [number, number] {
  const from = tokenAt(tokens, spans[0]?.[0] ?? 0);
  let to = tokenAt(tokens, (spans.at(-1)?.[1] ?? 0) - 1) + 1;
  while (to > from + 1 && tokens[to - 1]?.kind === 'sign' && tokens[to - 1]?.text !== ')') to -= 1;
  return [from, Math.min(to, tokens.length)];
}

const NO_NOUN = /^(?:of|in|at|for|from|to|with|by|on|and|or|the|a|an|about|near|than|as|who|which|that|is|was|were|are|'s)$/;
const FOLLOWS_A_NAME = new Set('of who whose which at from in and with on as himself herself itself alone'.split(' '));

/** Which of the names in a source phrase is the source itself: "Marta Orr, the mayor of Ostby" is not Ostby. */
export function headName({ tokens, names }: Scene, from: number, to: number): Name | null {
  const within = namesWithin(names, from, to);
  for (const name of within) {
    const [start, end] = name.tokens;
    const next = tokens[end];
    const closed = end >= to || next?.kind === 'sign' || FOLLOWS_A_NAME.has(next?.lower ?? '');
    if (!closed || (end < to && (next?.lower === "'s" || next?.text === '’'))) continue;
    const before = tokens[start - 1];
    if (start === from || (start === from + 1 && /^(?:the|a|an)$/.test(before?.lower ?? ''))) return name;
    const owned = tokens.slice(from, start).some(({ lower }) => NO_NOUN.test(lower) && !ARTICLE.test(lower));
    if (before?.kind === 'word' && !before.capital && start > from && (ROLES.has(before.lower) || (!owned && isBodyNoun(before.lower))))
      return name;
    // "FBI agent Joss Orr": a full name that closes the phrase after a plain noun.
    if (
      before?.kind === 'word' &&
      !before.capital &&
      start > from &&
      end >= to &&
      name.words.length > 1 &&
      !owned &&
      !/\d/.test(before.text)
    )
      return name;
    // "Head of vaccines Ama Serwa".
    if (end >= to && name.words.length > 1 && endsOffice(tokens, from, start)) return name;
    // "The mayor of Ostby, Elin Varga," and "the local paper, the Courier,".
    const comma = before?.lower === 'the' ? start - 2 : start - 1;
    if (tokens[comma]?.text === ',' && describePiece(tokens, from, comma)) return name;
    if (before?.lower === "'s" && within[0] !== undefined && within[0].tokens[0] === from && within[0].tokens[1] === start - 1) return name;
  }
  return null;
}

/** Whether small words alone stand before a name, an office and its field among them: "head of vaccines". A preposition right before it is its own. */
function endsOffice(tokens: readonly Token[], from: number, at: number): boolean {
  const words = tokens.slice(from, at);
  const of = words.findIndex(({ lower }) => lower === 'of' || lower === 'for');
  const small = words.every(({ kind, capital }, i) => kind === 'word' && (!capital || i === 0));
  return (
    small && of > 0 && of < words.length - 1 && ROLES.has((words[of - 1] as Token).lower) && !NO_NOUN.test((words.at(-1) as Token).lower)
  );
}

/** "The utility Ostby Power", "the local paper, the Courier": a small noun that says what body the name after it is. */
const isBodyNoun = (lower: string): boolean => (BODIES.has(lower) && !TITLES.has(lower)) || lower === 'site';

/** Whether the words before a comma are a role or a kind of body and nothing else: "The mayor of Ostby, …". */
function describePiece(tokens: readonly Token[], from: number, comma: number): boolean {
  const piece = tokens.slice(from, comma);
  if (piece.some(({ text }) => text === ',')) return false;
  return piece.some(({ lower }) => ROLES.has(lower)) || isBodyNoun(tokens[comma - 1]?.lower ?? '');
}

/**
 * "The mayor of Ostby said … Elin Varga told …": a person first named without a word on who they are is the one just described,
 * where that one alone has spoken in the sentence before.
 */
function namedLate({ registry, sentenceAt }: Scene, entity: Entity, offset: number): Entity | null {
  const { kind, names, roles, mentions } = entity;
  const first =
    mentions.length === 1 &&
    roles.length === 0 &&
    // A bare name that nothing makes a person may as well be a firm's.
    (kind === 'person' || (kind === 'unknown' && entity.gender !== 'unknown')) &&
    names.some((name) => name.includes(' '));
  if (!first) return null;
  const here = sentenceAt(offset);
  const near = registry.recent.filter((other) => {
    const last = other.mentions.at(-1);
    return (
      other !== entity &&
      (other.kind === 'person' || other.kind === 'anonymous') &&
      last?.subject === true &&
      here - sentenceAt(last.span[0]) <= 1
    );
  });
  const [only] = near;
  const described = only && near.length === 1 && only.kind === 'person' && only.names.length === 0;
  return described && (only.gender === 'unknown' || entity.gender === 'unknown' || only.gender === entity.gender) ? only : null;
}

const RELATIVE = new Set(['who', 'which', 'that']);
/** Tokens back in which the noun that a relative pronoun stands for is looked for: "the driver of the lorry, who". */
const ANTECEDENT_WITHIN = 7;
/** Tokens back from that noun in which its article stands. */
const ARTICLE_WITHIN = 4;
const ARTICLE = /^(?:the|a|an|one|another|this|that|its|his|her|their|our|some|several|many|two|three|four|five|both)$/;

/** Nouns for anybody: what follows tells who. */
export const ANYBODY = new Set(
  'man woman men women person persons people one ones those someone anyone everyone somebody boy girl boys girls child children'.split(' '),
);

/** Whom "who", "which" or "that" stands for: the name right before it, else the person (or, for "which", the body) described there. */
function antecedent(scene: Scene, at: number): Resolved | null {
  const { tokens, text, registry, sentenceAt } = scene;
  const { lower, start: offset } = tokens[at] as Token;
  const near = registry.recent.findLast(({ mentions }) => {
    const last = mentions.at(-1);
    return last !== undefined && last.span[1] <= offset && offset - last.span[1] <= 3 && sentenceAt(last.span[0]) === sentenceAt(offset);
  });
  const fits = near && (lower === 'that' || (lower === 'who' ? mayBePerson(near) : !isPerson(near)));
  if (fits) {
    if (lower === 'which') near.thing = true;
    return { entity: near, title: null };
  }
  const before = tokens[at - 1]?.lower === 'and' ? firstRelative(scene, at) : null;
  if (before) return before;
  const to = tokens[at - 1]?.text === ',' ? at - 1 : at;
  for (let head = to - 1; head >= Math.max(0, to - ANTECEDENT_WITHIN); head -= 1) {
    const token = tokens[head] as Token;
    if (token.kind === 'sign' || sentenceAt(token.start) !== sentenceAt(offset)) return null;
    const bare = describe(text, tokens, head, to);
    // "The woman who wants it": whoever that is, nothing tells them from anybody else. "A man, who" has been spoken of.
    if (to === at && ANYBODY.has(token.lower)) return null;
    if (!bare || bare.what === 'other' || (lower === 'who') !== (bare.what === 'person')) continue;
    let from = head;
    while (from > 0 && head - from < ARTICLE_WITHIN && !ARTICLE.test((tokens[from] as Token).lower)) from -= 1;
    const whole = ARTICLE.test((tokens[from] as Token).lower) ? describe(text, tokens, from, to) : bare.plural ? bare : null;
    return whole && whole.what === bare.what ? resolveDescription(scene, whole) : null;
  }
  return null;
}

/** The noun that says what a name's bearer is: "the utility Ostby Power", "the local paper, the Courier", but not "a spokesman for the board, Reek". */
function nounBefore(tokens: readonly Token[], from: number, at: number): string {
  if (tokens.slice(from, at).some(({ lower }) => NO_NOUN.test(lower) && !ARTICLE.test(lower))) return '';
  const article = tokens[at - 1]?.lower === 'the' ? at - 1 : at;
  const comma = tokens[article - 1]?.text === ',' ? article - 1 : at;
  return tokens[comma - 1]?.lower ?? '';
}

/** "…, who types it himself, and who says": the first of two clauses told whom both are of. */
function firstRelative(scene: Scene, at: number): Resolved | null {
  const { tokens, sentenceAt } = scene;
  const here = sentenceAt((tokens[at] as Token).start);
  for (let i = at - 2; i >= Math.max(0, at - RELATIVE_WITHIN); i -= 1) {
    const token = tokens[i] as Token;
    if (sentenceAt(token.start) !== here) return null;
    if (token.lower !== (tokens[at] as Token).lower) continue;
    const name = namesWithin(scene.names, Math.max(0, i - ANTECEDENT_WITHIN), i).at(-1);
    const right = name !== undefined && name.tokens[1] === (tokens[i - 1]?.text === ',' ? i - 1 : i);
    return right ? { entity: scene.registry.named(name), title: null } : antecedent(scene, i);
  }
  return null;
}

/** Tokens back from "and who" in which the "who" before it is looked for. */
const RELATIVE_WITHIN = 30;

/** A source's tokens: with the rest of a name that the span cuts ("TV | Kontakt"), without the mark of a possessive ("The operator's"). */
function wholeWords({ tokens, names, begins }: Scene, [start, end]: readonly [number, number]): readonly [number, number] {
  // "OSTBY — Elin Varga, the mayor,": where the report is from is nobody.
  const past = (tokens[start]?.start ?? 0) < begins ? tokenAt(tokens, begins) : start;
  const first = past < end ? past : start;
  const name = namesWithin(names, Math.max(0, first - NAME_WITHIN), end).at(-1);
  const from = name && name.tokens[0] < first && name.tokens[1] > first ? name.tokens[0] : first;
  const mark = tokens[end - 1]?.lower === "'s" || tokens[end - 1]?.text === '’';
  return [from, mark && end - 1 > from ? end - 1 : end];
}

const NAME_WITHIN = 12;

/** "The sponsor", "a planner": who says something and is called by what they do. Only of a source: "the order" and "the tower" say nothing. */
const isDoer = (noun: string): boolean => /..(?:er|or|ist|ian|eer)$/.test(noun) && !NO_DOER.has(noun);
const NO_DOER = new Set(
  `number paper order power river water weather letter matter error factor sector motor border summer winter chapter corner counter tower freighter
  tanker helicopter meter computer reactor sensor poster banner folder mirror generator indicator register answer offer other another either neither
  whether later former latter quarter remainder disaster danger anger fever cancer murder newsletter prayer charter barometer calendar chair`.split(
    /\s+/,
  ),
);

/** Whether quoted words say "I". */
const firstPerson = ({ text, quoted }: Scene, content: Spans): boolean =>
  content.some(([start, end]) => {
    const at = text.slice(start, Math.min(end, start + QUOTE_LOOKED_AT)).search(/\b(?:I|my|me|I['’](?:m|ve|d|ll))\b/u);
    return at >= 0 && quoted(start + at);
  });
const QUOTE_LOOKED_AT = 600;

/** How an outlet speaks of itself, apart from "we". */
const OUTLET_ITSELF =
  /^(?:this|our) (?:newspaper|paper|magazine|site|website|programme|program|channel|station|newsroom|news agency|newsletter)$/;

const lowerWords = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ');

/** "We said on 13 July", "this newspaper said", outside of anybody's words: the outlet itself. */
function outletOf({ outlet, registry }: Scene): Entity | null {
  if (outlet === null) return null;
  const known = registry.entities.find(
    (entity) => entity.kind === 'media' && entity.names.some((name) => bareName(name) === bareName(outlet)),
  );
  if (known) return settled(known);
  const entity = registry.create('media');
  registry.addName(entity, outlet);
  entity.thing = true;
  return entity;
}

/** Who a source phrase stands for. `speaker` is who says the passage that it stands in, for "I" and "we"; `content` is what it says. */
export function resolveSource(scene: Scene, spans: Spans, speaker: Entity | null, content: Spans): Resolved | null {
  const { tokens, text, registry } = scene;
  const [from, to] = wholeWords(scene, tokensIn(tokens, spans));
  const first = tokens[from];
  if (!first || to <= from) return null;
  const offset = first.start;
  if (to - from === 1) {
    if (first.lower === 'i' || first.lower === 'we') {
      const voice = speaker ?? (first.lower === 'we' && !scene.quoted(offset) ? outletOf(scene) : null);
      return voice && { entity: voice, title: null };
    }
    if (RELATIVE.has(first.lower)) return antecedent(scene, from);
    const pronoun = resolvePronoun(scene, first.lower, offset, 'source', content, speaker);
    if (pronoun) return { entity: pronoun, title: null, pronoun: true };
  }
  if (!scene.quoted(offset) && OUTLET_ITSELF.test(lowerWords(tokens, from, to))) {
    const outlet = outletOf(scene);
    if (outlet) return { entity: outlet, title: null };
  }
  const name = headName(scene, from, to);
  if (name) {
    const entity = registry.named(name);
    const noun = nounBefore(tokens, from, name.tokens[0]);
    if (entity.kind === 'unknown' && isBodyNoun(noun)) {
      entity.kind = BODIES.get(noun) ?? 'media';
      registry.addHead(entity, noun);
    }
    // "the White House said": nobody is called "the Joss Orr".
    if (tokens[name.tokens[0] - 1]?.lower === 'the' && name.title === null) entity.thing = true;
    // "I sleep like a cat," Tom Halloran said: no firm.
    if (entity.kind === 'unknown' && !entity.place && !entity.thing && name.words.length > 1 && firstPerson(scene, content))
      entity.kind = 'person';
    const unnamed = namedLate(scene, entity, offset);
    if (unnamed) registry.merge(entity, unnamed);
    return { entity, title: null };
  }
  const description = describe(text, tokens, from, to);
  if (!description) return oneOfSome(scene, from, to);
  if (description.what !== 'other') return resolveDescription(scene, description);
  const account = accountOf(scene, description);
  if (account) return { entity: account, title: null };
  const one = description.head.replace(/s$/, '');
  return isDoer(one) ? resolveDescription(scene, { ...description, what: 'person', head: one, plural: one !== description.head }) : null;
}
