import type { Span } from '../../model/index.ts';
import { IRREGULAR_PASTS } from '../../model/pasts.ts';
import type { Sentence } from '../layers.ts';
import { VERB_FORMS } from '../said/rules/lexicon.ts';
import type { Token } from '../text/index.ts';
import { ROLES, SPEAKS_FOR } from './data/roles.data.ts';
import { describe, namesWithin } from './describe.ts';
import { type Mention, settled } from './entity.ts';
import type { Name } from './names.ts';
import { resolvePronoun } from './pronouns.ts';
import { oneOfSome, resolveDescription } from './resolve.ts';
import type { Resolved, Scene } from './scene.ts';
import { ANYBODY, headName, tokenAt } from './sources.ts';

/** Who the subject of each sentence is: whom "he" and "it" in the next one mean. By words, without a parser. */

const AUXILIARY =
  /^(?:is|was|were|are|had|has|have|will|would|did|does|do|can|cannot|could|may|might|must|should|shall|\p{Ll}+n't|'s|'ll|'d|'ve|'re)$/u;

/** Presents of what a body does, that are seldom nouns. */
const PRESENT =
  `takes gives makes comes goes knows keeps holds runs speaks brings becomes begins belongs remains seems appears wants plans puts sees gets
  bears tells sits lies feels thinks loses meets pays writes spends builds chooses wears throws expects hopes intends agrees refuses remembers
  recalls regrets doubts fears trusts sides stands sticks owns employs represents`.split(/\s+/);
const VERBS: ReadonlySet<string> = new Set([...IRREGULAR_PASTS, ...PRESENT]);

const LEADS = /^(?:but|and|so|then|yet|still|meanwhile|earlier|later|however|also|now|today|yesterday|instead|afterwards)$/;
const FRONTED =
  /^(?:on|in|at|by|for|as|after|before|during|from|with|without|since|despite|until|within|under|over|last|to|when|while|although|though|if|because|asked|according|speaking|of|about|like)$/;
const DETERMINER = /^(?:the|a|an|this|that|its|his|her|their|our|one|another)$/;
const PRONOUN = /^(?:he|she|it|they)$/;
/** What ends a noun phrase from within: its relative clause, or one without "who". */
const BREAKS = /^(?:who|which|that|whose|whom|where|i|we|he|she|they|you)$/;
const ADVERB =
  /(?:^(?:also|still|never|now|then|later|earlier|since|only|even|just|no|longer|not|again|once|soon|twice|already|often|always|first|yesterday|today|once|both|on|in)|ly|day)$/;

/** Tokens within which a sentence's subject ends. */
const LONGEST = 14;

/** Past "OSTBY (Reuters) —". */
function pastDateline(tokens: readonly Token[], from: number): number {
  for (let i = from; i < from + 9 && i < tokens.length; i += 1) {
    const { text, kind, capital } = tokens[i] as Token;
    if (/^[—–]$/.test(text)) return i + 1;
    if (kind === 'word' && !capital) return from;
  }
  return from;
}

/** Whether the token at `at` is a finite verb of a phrase that began at `from`. A participle right after an article is none: "the armed forces". */
function isVerb(tokens: readonly Token[], at: number, from: number): boolean {
  const { lower, capital, kind } = tokens[at] as Token;
  if (kind !== 'word' || capital || at <= from) return false;
  const before = tokens[at - 1] as Token;
  if (lower === "'s") return false;
  if (AUXILIARY.test(lower)) return true;
  if (DETERMINER.test(before.lower) || before.lower === "'s" || before.text === '’' || before.kind === 'number') return false;
  return VERB_FORMS.has(lower) || VERBS.has(lower) || /..ed$/.test(lower);
}

/** Where a sentence's main clause begins: past its dateline, its linking words and, where a comma closes it, what stands before the subject. */
function clauseStart(tokens: readonly Token[], start: number, end: number): number {
  let from = pastDateline(tokens, start);
  for (let skipped = 0; skipped < 2 && LEADS.test(tokens[from]?.lower ?? ''); skipped += 1) {
    from += 1;
    if (tokens[from]?.text === ',') from += 1;
  }
  if (!FRONTED.test(tokens[from]?.lower ?? '')) return from;
  for (let i = from + 1; i < Math.min(end, from + LONGEST); i += 1) {
    const { text, kind } = tokens[i] as Token;
    if (text === ',' && !(tokens[i + 1]?.kind === 'number' || BREAKS.test(tokens[i + 1]?.lower ?? ''))) return i + 1;
    if (kind === 'sign' && !/^[-’'&,]$/.test(text)) return from;
  }
  return from;
}

/** Without the adverbs and days that stand between a subject and its verb. */
function withoutAdverbs(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && !(tokens[end - 1] as Token).capital && ADVERB.test((tokens[end - 1] as Token).lower)) end -= 1;
  return end;
}

/** The noun phrase that is a sentence's subject: tokens [from, to), or null where none can be told. */
export function subjectPhrase(tokens: readonly Token[], names: readonly Name[], [start, end]: Span): readonly [number, number] | null {
  const last = tokenAt(tokens, end - 1) + 1;
  const from = clauseStart(tokens, tokenAt(tokens, start), last);
  const fronted = FRONTED.test(tokens[from]?.lower ?? '');
  for (let to = from; to < Math.min(last, from + LONGEST); to += 1) {
    const { lower, text, kind } = tokens[to] as Token;
    if (to > from && (isVerb(tokens, to, from) || (!fronted && (text === ',' || BREAKS.test(lower))))) {
      if (fronted) return besideVerb(tokens, names, from, to);
      // "Thursday, …", "Reek, …": one word before a comma is a subject if it is a name.
      const loose = to === from + 1 && text === ',' && namesWithin(names, from, to).length === 0;
      return loose ? null : [from, withoutAdverbs(tokens, from, to)];
    }
    // "The Dock Workers' Union (DWU) put it higher"
    if (to > from && !fronted && text === '(' && tokens[to + 2]?.text === ')' && endsPhrase(tokens, to + 3, from)) return [from, to];
    if (kind === 'sign' && !(to > from && /^[-’'&,]$/.test(text))) return null;
  }
  return null;
}

const endsPhrase = (tokens: readonly Token[], at: number, from: number): boolean =>
  tokens[at] !== undefined && (tokens[at].text === ',' || isVerb(tokens, at, from));

/** "On Monday afternoon Brandt Foods changed", "For inflation the bank holds": the phrase right before the verb. */
function besideVerb(tokens: readonly Token[], names: readonly Name[], from: number, verb: number): readonly [number, number] | null {
  const to = withoutAdverbs(tokens, from, verb);
  const name = namesWithin(names, from + 1, to).at(-1);
  if (name && name.tokens[1] === to && !/^(?:of|in|at|from|near)$/.test(tokens[name.tokens[0] - 1]?.lower ?? ''))
    return [name.tokens[0], to];
  for (let i = to - 1; i > from; i -= 1) if (DETERMINER.test((tokens[i] as Token).lower)) return [i, to];
  return to - 1 > from && PRONOUN.test((tokens[to - 1] as Token).lower) ? [to - 1, to] : null;
}

/** "Varnian military intelligence": a name of one word before the small noun of a body says whose it is. */
function isAdjective({ text, tokens }: Scene, { tokens: [start, end], words, kind }: Name, from: number, to: number): boolean {
  if (end >= to || start !== from || words.length > 1 || kind !== 'unknown' || !/(?:n|sh|se|i|k)$/.test(words[0] ?? '')) return false;
  const description = describe(text, tokens, from, to);
  return description?.what === 'body' && !tokens[end]?.capital;
}

/** What notes the subject of each sentence that is not quoted, with the offset at which it can be told. */
export function subjectEvents(scene: Scene, sentences: readonly Sentence[]): { readonly at: number; readonly run: () => void }[] {
  const { tokens, names } = scene;
  return sentences.flatMap(({ span }) => {
    if (scene.quoted(span[0])) return [];
    const cleft = cleftName(scene, span[0]);
    if (cleft)
      return [{ at: cleft.span[1] - 1, run: () => scene.registry.mention(scene.registry.named(cleft), cleft.span, { subject: true }) }];
    const phrase = subjectPhrase(tokens, names, span);
    if (!phrase) return [];
    const end = (tokens[phrase[1] - 1] as Token).end;
    return [{ at: end - 1, run: () => meetSubject(scene, phrase) }];
  });
}

/** "It was Kari Reek who read it out": the name, where it is the one. */
function cleftName({ tokens, names }: Scene, start: number): Name | null {
  const from = tokenAt(tokens, start);
  if (tokens[from]?.lower !== 'it' || !/^(?:was|is)$/.test(tokens[from + 1]?.lower ?? '')) return null;
  const [name] = namesWithin(names, from + 2, from + 2 + LONGEST);
  if (name?.tokens[0] !== from + 2) return null;
  const next = name.tokens[1] + (tokens[name.tokens[1]]?.text === ',' ? 1 : 0);
  return tokens[next]?.lower === 'who' ? name : null;
}

function meetSubject(scene: Scene, [from, to]: readonly [number, number]): void {
  const { tokens, registry, text, names } = scene;
  const first = tokens[from] as Token;
  const place: Span = [first.start, (tokens[to - 1] as Token).end];
  if (to - from === 1 && PRONOUN.test(first.lower)) {
    const entity = resolvePronoun(scene, first.lower, first.start);
    if (entity) registry.mention(entity, place, { subject: true, pronoun: true });
    return;
  }
  const named = namedAfter(scene, from, to);
  if (named) {
    registry.mention(registry.named(named), named.span, { subject: true });
    return;
  }
  const [leading] = namesWithin(names, from, to);
  const adjective = leading !== undefined && isAdjective(scene, leading, from, to);
  const name = adjective ? null : headName(scene, from, to);
  if (name) {
    registry.mention(registry.named(name), name.span, { subject: true });
    return;
  }
  const description = describe(text, tokens, from, to);
  const some = !description ? oneOfSome(scene, from, to) : null;
  if (some) heard(scene, some, place);
  if (!description || description.what === 'other' || (description.plural && description.what !== 'person')) return;
  // "The woman who wants it": whoever that is.
  if (BREAKS.test(tokens[to]?.lower ?? '') && ANYBODY.has(description.head)) return;
  // "Varnian military intelligence" is as definite as a name.
  const found = resolveDescription(scene, adjective ? { ...description, determiner: 'definite' } : description);
  if (found) heard(scene, found, place);
}

/** "His agent, Pilar Ortiz, …": the name behind the comma, where the phrase before it says what its bearer is. */
function namedAfter({ text, tokens, names }: Scene, from: number, to: number): Name | null {
  if (tokens[to]?.text !== ',') return null;
  const [name] = namesWithin(names, to + 1, to + LONGEST);
  if (name?.tokens[0] !== to + 1) return null;
  const next = tokens[name.tokens[1]];
  if (next?.text !== ',' && !isVerb(tokens, name.tokens[1], to)) return null;
  return describe(text, tokens, from, to)?.what === 'person' ? name : null;
}

/** Notes somebody as the subject or the source of what is said here; an unnamed spokesperson as the voice of a body. */
export function heard({ registry }: Scene, { entity, title }: Resolved, span: Span, more: Partial<Mention> = {}): void {
  const voice = title !== null && SPEAKS_FOR.has(title) && settled(entity).kind !== 'person';
  registry.mention(entity, span, { ...more, subject: true, voice: voice ? (ROLES.get(title) ?? 'unknown') : null });
  if (voice) registry.addHead(settled(entity), `voice:${title}`);
}
