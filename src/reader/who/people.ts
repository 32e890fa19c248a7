import type { Report } from '../../model/index.ts';
import type { Attribution, Sentence } from '../layers.ts';
import { afterDateline, insideAny, outermost, paragraphsOf, quotationsOf, type Token } from '../text/index.ts';
import type { Asked } from './antecedents.ts';
import { describedBefore } from './callings.ts';
import { type Cited, citations } from './cited.ts';
import { BODIES, sameHeads } from './data/bodies.data.ts';
import { SPEAKS_FOR } from './data/roles.data.ts';
import { describe, namesWithin } from './describe.ts';
import { bareName, type Entity, settled } from './entity.ts';
import { type Name, namesOf, nameTokens } from './names.ts';
import { paragraphAt, sentenceFinder } from './numbering.ts';
import { resolvePronoun } from './pronouns.ts';
import { Registry } from './registry.ts';
import { resolveDescription, resolveOwner } from './resolve.ts';
import { rolesAround } from './roles.ts';
import type { Resolved, Scene } from './scene.ts';
import { resolveSource } from './sources.ts';
import { heard, subjectEvents } from './subjects.ts';

/** Everybody in one report, and who each attribution's source is. */
export interface People {
  readonly registry: Registry;
  readonly scene: Scene;
  /** One an attribution, in its order; null where it has no source or none can be told. */
  readonly sources: readonly (Resolved | null)[];
  /** Whom a source cites for it ("quoting a doctor"), by the index of the attribution that is so supported. */
  readonly cited: ReadonlyMap<number, Cited>;
}

interface Event {
  readonly at: number;
  /** Names before the phrases that hold them, a sentence's subject after both. */
  readonly order: number;
  readonly run: () => void;
}

/** A name after one of these says where or whose something is. */
const ASIDE = /^(?:in|at|of|from|to|near|into|across|around|with|between)$/;

/** Takes in a name: its bearer, what the words around it say, whose it is. */
function meet(scene: Scene, name: Name): void {
  const { registry, tokens, text, names } = scene;
  const entity = registry.named(name);
  const [from, to] = name.tokens;
  const aside =
    ASIDE.test(tokens[from - 1]?.lower ?? '') || (tokens[from - 1]?.lower === 'the' && ASIDE.test(tokens[from - 2]?.lower ?? ''));
  registry.mention(entity, name.span, { faint: aside || possessive(tokens, name) || scene.quoted(name.span[0]) });
  const described = describedBefore(scene, entity, name.span[0]);
  if (described) registry.merge(entity, described);
  if (tokens[to]?.lower === 'of' && (entity.kind === 'person' || entity.kind === 'unknown')) {
    const [place] = namesWithin(names, to + 1, to + 8);
    if (place && place.tokens[0] <= to + 2 && entity.names.some((own) => own.includes(' ')))
      registry.addRole(entity, { head: 'member', text: '', body: null, place: place.text });
  }
  if (tokens[from - 1]?.lower === "'s") {
    const owner = namesWithin(names, Math.max(0, from - 8), from - 1).at(-1);
    if (owner && owner.tokens[1] === from - 1) {
      if (name.head || entity.kind === 'agency') entity.owners.add(owner.text);
      else registry.addRole(entity, { head: 'member', text: '', body: registry.named(owner), place: null });
    }
  }
  for (const description of rolesAround(text, tokens, name)) {
    if (description.what === 'person') {
      const phrase = description.possessor ?? description.of;
      const body = phrase
        ? resolveOwner(scene, phrase, name.span[0])
        : description.determiner === 'its'
          ? resolvePronoun(scene, firstWord(text, description.span[0]), description.span[0], 'owner', [name.span])
          : ownerBefore(scene, description.at, description.modifiers.length);
      const usable = body && body !== entity && body.kind !== 'person' && body.kind !== 'anonymous' ? body : null;
      const words = phrase ? text.slice((tokens[phrase[0]] as Token).start, (tokens[phrase[1] - 1] as Token).end) : null;
      // "Her spokeswoman, Ina Orr": whose voice she is, though that is a person.
      const whose = !phrase && body && body !== entity && SPEAKS_FOR.has(description.head) ? (body.names[0] ?? null) : null;
      const place = usable ? null : (words ?? whose);
      registry.addRole(entity, { head: description.head, text: description.bare, body: usable, place });
      // "The ferry's owner, Blue Strait Lines": an owner or a maker may be a firm.
      if (entity.kind === 'unknown' && !MAY_BE_FIRM.test(description.head)) entity.kind = 'person';
    } else if (entity.kind === 'unknown' && name.title === null) {
      entity.kind = description.what === 'document' ? 'document' : 'company';
      registry.addHead(entity, description.head);
      if (description.what === 'body') entity.kind = bodyKind(description.head) ?? 'company';
    } else if (entity.kind !== 'person') registry.addHead(entity, description.head);
  }
}

const firstWord = (text: string, at: number): string => /^\p{L}+/u.exec(text.slice(at, at + 8))?.[0].toLowerCase() ?? '';

const MAY_BE_FIRM = /^(?:owner|founder|broker|contractor|builder|consultant|trader|investor|customer|observer|candidate|opponent|rebel)$/;

const bodyKind = (head: string): Entity['kind'] | null => BODIES.get(head) ?? null;

/** "ministry spokesman Reek": the body named before the role. */
function ownerBefore(scene: Scene, at: number, length: number): Entity | null {
  if (length === 0) return null;
  const [name] = namesWithin(scene.names, at, at + length);
  if (name) return scene.registry.named(name);
  const description = describe(scene.text, scene.tokens, at, at + length);
  return description?.what === 'body' ? (resolveDescription(scene, { ...description, determiner: 'definite' })?.entity ?? null) : null;
}

/** Where one word alone is a source: with a capital it is a name, though it opens its sentence. */
const loneSources = (text: string, attributions: readonly Attribution[]): Set<number> =>
  new Set(
    attributions.flatMap(({ source }) => {
      const [start, end] = source?.[0] ?? [0, 0];
      return end > start && end - start < 40 && /^\p{Lu}[\p{L}\p{M}-]+(?:[’']s|,)?$/u.test(text.slice(start, end)) ? [start] : [];
    }),
  );

/** What the decision on pronouns is fitted with: who answers in its place, and pronouns to be asked about beside those that matter. */
export interface Lesson {
  readonly teacher: NonNullable<Scene['teacher']>;
  readonly ask: readonly { readonly word: string; readonly offset: number; readonly place: Asked['place'] }[];
}

/** Walks through a report once, in reading order, and resolves each source against what stands before it. */
export function peopleOf(
  report: Report,
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  lesson: Lesson | null = null,
): People {
  const { text } = report;
  const tokens = nameTokens(text);
  const names = namesOf(text, tokens, new Set(sentences.map(({ span }) => span[0])), loneSources(text, attributions));
  const registry = new Registry();
  const quotations = outermost(quotationsOf(text, paragraphsOf(text)));
  const quoted = insideAny(quotations.map(({ span }) => span));
  const scene: Scene = {
    ...{ text, tokens, names, registry, quoted, outlet: report.outlet, begins: afterDateline(text) },
    sentenceAt: sentenceFinder(sentences, quoted),
    paragraphAt: (offset) => paragraphAt(sentences, offset),
    toldAt: insideAny(attributions.flatMap(({ content }) => content)),
    ...(lesson ? { teacher: lesson.teacher } : {}),
  };
  const sources: (Resolved | null)[] = attributions.map(() => null);

  const outlet = report.outlet ? bareName(report.outlet) : null;
  const events: Event[] = names.map((name) => ({
    at: name.span[0],
    order: 0,
    run: () => {
      // An outlet that speaks of itself by name is nobody else.
      if (outlet !== null && bareName(name.text) === outlet) registry.named(name).kind = 'media';
      meet(scene, name);
    },
  }));
  const resolvedAt = new Map<string, Resolved | null>();
  attributions.forEach((attribution, i) => {
    const { source, within } = attribution;
    if (!source || source.length === 0) return;
    const at = source.at(-1)?.[1] ?? 0;
    events.push({
      at: Math.max(source[0]?.[0] ?? 0, at - 1),
      order: 2,
      run: () => {
        // Two statements of one source phrase are one resolution.
        const key = `${source[0]?.[0]}-${at}`;
        const speaker = within === null ? null : (sources[within]?.entity ?? null);
        const found = resolvedAt.get(key) ?? resolveSource(scene, source, speaker, attribution.content) ?? null;
        resolvedAt.set(key, found);
        sources[i] = found;
        if (found) heard(scene, found, [source[0]?.[0] ?? 0, at], { source: true, pronoun: found.pronoun ?? false });
      },
    });
  });
  for (const { word, offset, place } of lesson?.ask ?? [])
    events.push({ at: offset, order: 3, run: () => void resolvePronoun(scene, word, offset, place) });
  for (const event of subjectEvents(scene, sentences)) events.push({ ...event, order: 1 });
  events.sort((a, b) => a.at - b.at || a.order - b.order);
  for (const { run } of events) run();
  const cited = citations(scene, sentences, attributions, sources);
  settle(scene, sources);
  return { registry, scene, sources, cited };
}

const possessive = (tokens: readonly Token[], name: Name): boolean =>
  tokens[name.tokens[1]]?.lower === "'s" || tokens[name.tokens[1]]?.text === '’';

/** What can be told only at the end: kinds that nothing contradicts, and the name of a body that was first described. */
function settle({ registry, sentenceAt }: Scene, sources: readonly (Resolved | null)[]): void {
  const speaking = new Set(sources.flatMap((found) => (found ? [settled(found.entity)] : [])));
  for (const entity of speaking) {
    const heard = [...entity.heads].some((head) => head.startsWith('voice:'));
    if (entity.kind !== 'unknown' || entity.names.length === 0 || entity.thing || heard) continue;
    if (entity.place) entity.kind = 'government';
    else if (entity.names.some((name) => /^\p{Lu}\S+(?:\s\S+){1,3}$/u.test(name))) entity.kind = 'person';
  }
  for (const entity of speaking) {
    if (
      entity.names.length > 0 ||
      entity.kind === 'person' ||
      entity.kind === 'anonymous' ||
      entity.kind === 'document' ||
      !/^an? /iu.test(entity.description ?? '')
    )
      continue;
    const heads = new Set([...entity.heads].flatMap((head) => [...sameHeads(head)]));
    const first = sentenceAt(entity.mentions[0]?.span[0] ?? 0);
    const alike = registry.withHead(heads).filter((other) => other !== entity && other.kind !== 'person' && other.kind !== 'anonymous');
    const named = alike.filter(({ names, mentions }) => {
      const distance = sentenceAt(mentions[0]?.span[0] ?? 0) - first;
      return names.length > 0 && distance >= 0 && distance <= 3;
    });
    const [only] = named;
    if (only && named.length === 1 && alike.length === 1) registry.merge(only, entity);
  }
}
