import type { Source, SourceKind, Statement } from '../../model/index.ts';
import type { LinkReport } from '../input.ts';
import { fold, shortId } from '../words/normalise.ts';
import { figureGivers } from './givers.ts';
import { bodySpokenFor, documentShown, handedOver, type Named, namedSource, ownReporter, PRONOUN } from './named.ts';
import { bodyWords, HEADS, isAcronymOf, isProperName, kindClass, personNames, samePerson, wordsWithin } from './names.ts';

/** One name as one report uses it, before anything is joined. */
interface Node {
  readonly key: string;
  readonly kind: SourceKind;
  readonly names: Map<string, number>;
  readonly texts: Set<string>;
  readonly affiliations: Set<string>;
  readonly titles: Set<string>;
}

export interface ResolvedSource extends Source {
  readonly titles: readonly string[];
  readonly affiliations: readonly string[];
}

/** A decision to hold two names for one source, with its reason. */
export interface Joined {
  readonly name: string;
  readonly into: string;
  readonly reason: string;
}

export interface Resolution {
  readonly sources: readonly ResolvedSource[];
  readonly joined: readonly Joined[];
  readonly statementSources: ReadonlyMap<string, { readonly sourceId: string | null; readonly chainIds: readonly string[] }>;
  /** The source that a name stands for in this story, or null: for affiliations and cited outlets. */
  readonly find: (name: string) => string | null;
}

const MOST_ALIASES = 50;
/** Bodies that go by a common noun: in one story "police" is the police, not somebody who would not be named. */
const GENERIC_BODIES = new Set(
  'police army military navy coastguard government parliament prosecutors firefighters authorities hospital court'.split(' '),
);

/** Unnamed persons stay apart by outlet, or by the outlet that theirs copies; everybody else is known by name. */
function nodeKey({ name, kind }: Named, root: string): string {
  const group = kindClass(kind);
  const words = bodyWords(name);
  if (group === 'anonymous' && words.length === 1 && GENERIC_BODIES.has(words[0] as string)) return `body|${words[0]}`;
  if (group === 'anonymous') return `anonymous|${root}|${fold(name)}`;
  if (group === 'person') return `person|${personNames(name).join(' ')}`;
  if (group === 'document' && !isProperName(name)) return `document|${root}|${bodyWords(name).join(' ')}`;
  return `${group}|${bodyWords(name).sort().join(' ')}`;
}

class Nodes {
  readonly all = new Map<string, Node>();
  private readonly parent = new Map<string, string>();

  add(named: Named, root: string): string {
    const key = nodeKey(named, root);
    const node = this.all.get(key) ?? {
      key,
      kind: named.kind,
      names: new Map(),
      texts: new Set(),
      affiliations: new Set(),
      titles: new Set(),
    };
    this.all.set(key, node);
    node.names.set(named.name, (node.names.get(named.name) ?? 0) + 1);
    node.texts.add(named.text);
    if (named.affiliation) node.affiliations.add(named.affiliation);
    if (named.title) node.titles.add(named.title);
    return key;
  }

  root(key: string): string {
    let at = key;
    while (this.parent.has(at)) at = this.parent.get(at) as string;
    return at;
  }

  join(from: string, into: string): void {
    const [a, b] = [this.root(from), this.root(into)];
    if (a !== b) this.parent.set(a, b);
  }
}

const mainName = (node: Node): string =>
  [...node.names].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? node.key;

/** "M. Todorin" and "Todorin" go to "Mirela Todorin" when no other Todorin is about. */
function joinPersons(nodes: Nodes, joined: Joined[]): void {
  const persons = [...nodes.all.values()].filter((node) => node.key.startsWith('person|')).sort((a, b) => (a.key < b.key ? -1 : 1));
  const parts = persons.map((node) => node.key.slice('person|'.length).split(' '));
  persons.forEach((node, i) => {
    const own = parts[i] as string[];
    const single = own.length === 1;
    if (!single && (own[0] as string).length > 1) return;
    const others = persons.filter((_, j) => {
      const other = parts[j] as string[];
      return (
        j !== i &&
        (single
          ? other.length > 1 && (other.at(-1) === own[0] || other[0] === own[0])
          : (other[0] as string).length > 1 && samePerson(own, other))
      );
    });
    const [only] = others;
    if (!only || others.length > 1) return;
    nodes.join(node.key, only.key);
    joined.push({ name: mainName(node), into: mainName(only), reason: `the only ${own.at(-1)} in these reports` });
  });
}

/** All the words that identify a body: its name's and, where the name is a common one, its affiliation's. */
const identity = (node: Node): string[] => bodyWords([mainName(node), ...node.affiliations].join(' '));

/** Whether two bodies are one beyond doubt: the same identifying words in any form, or a name and its acronym. */
const sameBody = (a: Node, b: Node): boolean => {
  const [first, second] = [identity(a), identity(b)];
  if (first.length === second.length && first.length > 1 && wordsWithin(first, second) && wordsWithin(second, first)) return true;
  return [...a.names.keys()].some((short) => [...b.names.keys()].some((long) => isAcronymOf(short, long) || isAcronymOf(long, short)));
};

/** One body under two names: first those that are the same beyond doubt, then a shorter name that only one longer can mean. */
function joinBodies(nodes: Nodes, joined: Joined[], group: 'body' | 'document'): void {
  const bodies = [...nodes.all.values()].filter((node) => node.key.startsWith(`${group}|`)).sort((a, b) => (a.key < b.key ? -1 : 1));
  bodies.forEach((node, i) => {
    for (const other of bodies.slice(0, i)) {
      if (nodes.root(node.key) === nodes.root(other.key) || !sameBody(node, other)) continue;
      nodes.join(node.key, other.key);
      joined.push({ name: mainName(node), into: mainName(other), reason: 'the same words' });
    }
  });
  for (const node of [...bodies].sort((a, b) => identity(b).length - identity(a).length || (a.key < b.key ? -1 : 1))) {
    const own = identity(node);
    const ownName = bodyWords(mainName(node));
    if (own.length === 0) continue;
    const fits = bodies.filter((other) => {
      if (nodes.root(other.key) === nodes.root(node.key)) return false;
      const theirs = identity(other);
      return theirs.length > own.length && sameHead(ownName, bodyWords(mainName(other))) && wordsWithin(own, theirs);
    });
    const byName =
      fits.length > 0 || ownName.length < 2
        ? []
        : bodies.filter((other) => nodes.root(other.key) !== nodes.root(node.key) && longerName(ownName, other));
    const all = [...fits, ...byName];
    const roots = [...new Set(all.map((other) => nodes.root(other.key)))];
    if (roots.length !== 1) continue;
    nodes.join(node.key, roots[0] as string);
    joined.push({
      name: mainName(node),
      into: mainName(all[0] as Node),
      reason: 'the only one in these reports that the shorter name fits',
    });
  }
}

/** Whether a body's own name is a longer one with the same head: "Tolmenia's defence ministry" for "Defence Ministry". */
const longerName = (ownName: readonly string[], other: Node): boolean => {
  const theirs = bodyWords(mainName(other));
  return theirs.length > ownName.length && sameHead(ownName, theirs) && wordsWithin(ownName, theirs);
};

/** Whether two names share the noun that says what they are, where either has one. */
function sameHead(a: readonly string[], b: readonly string[]): boolean {
  const heads = (words: readonly string[]): string[] => words.filter((word) => HEADS.has(word));
  const [first, second] = [heads(a), heads(b)];
  if (first.length === 0 || second.length === 0) return true;
  return first.some((word) => second.includes(word));
}

/**
 * One source across the reports of a story, under all its names. Merges only what nothing else in the story could be:
 * a wrong merge is worse than none.
 * @param roots the first report of each report's chain of copies.
 */
export function resolveSources(reports: readonly LinkReport[], roots: ReadonlyMap<string, string>): Resolution {
  const nodes = new Nodes();
  const kinds = bodiesNamed(reports);
  const places: { statement: string; source: string | null; chain: string[]; guessed: boolean }[] = [];
  for (const { report, statements } of reports) {
    const root = roots.get(report.id) ?? report.id;
    let heard: string | null = null;
    for (const statement of [...statements].sort(byPlace)) {
      const found = namedSource(statement) ?? ownReporter(statement, report.outlet) ?? handedOver(statement);
      const named: Named | null = found && withBody(ofKind(found, kinds), heard);
      if (named && BODIES.has(named.kind)) heard = named.name;
      const source = named && nodes.add(named, root);
      const body = named && bodySpokenFor(named);
      if (body) nodes.add({ name: body, text: body, kind: 'agency' }, root);
      const links = statement.chain.filter((link) => link.role !== 'outlet' || link.name !== report.outlet);
      const vouching = links.filter((link, i) => i === 0 || vouches(link, report.text));
      const chain = vouching.map((link) => nodes.add(ofKind({ name: link.name, text: link.name, kind: link.kind }, kinds), root));
      const shown = statement.voice === 'outlet' || !source ? null : documentShown(statement.content.text);
      if (shown) chain.push(...(chain.length === 0 && source ? [source] : []), nodes.add(shown, root));
      places.push({ statement: statement.id, source, chain, guessed: vouching.length < links.length });
    }
  }
  const joined: Joined[] = [];
  joinPersons(nodes, joined);
  joinBodies(nodes, joined, 'body');
  joinBodies(nodes, joined, 'document');
  joinDocuments(nodes, joined);
  joinUnknown(nodes, joined);
  joinRoles(nodes, joined);
  joinCalled(nodes, joined);

  const members = new Map<string, Node[]>();
  for (const node of nodes.all.values()) {
    const root = nodes.root(node.key);
    members.set(root, [...(members.get(root) ?? []), node]);
  }
  const sources = [...members].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([root, group]) => toSource(root, group));
  const idOf = (key: string): string => shortId('s', nodes.root(key));
  const statementSources = new Map(
    places.map(({ statement, source, chain, guessed }) => {
      const chainIds = [...new Set(chain.map(idOf))];
      const sourceId = source && idOf(source);
      return [statement, { sourceId, chainIds: sourceId && !guessed && !chainIds.includes(sourceId) ? [sourceId, ...chainIds] : chainIds }];
    }),
  );
  const find = finder(sources);
  const namesById = new Map(sources.map(({ id, name, aliases }) => [id, [name, ...aliases]]));
  for (const report of reports) {
    const givers = figureGivers(
      report,
      find,
      (id) => statementSources.get(id)?.sourceId ?? null,
      (id) => namesById.get(id) ?? [],
    );
    for (const [id, sourceId] of givers) statementSources.set(id, { sourceId, chainIds: [sourceId] });
  }
  return { sources, joined, statementSources, find };
}

const byPlace = (a: Statement, b: Statement): number =>
  (a.content.spans[0]?.[0] ?? 0) - (b.content.spans[0]?.[0] ?? 0) || (a.id < b.id ? -1 : 1);

/** Names that are no person's: outlets of the story, and what somebody else of it belongs to. */
function bodiesNamed(reports: readonly LinkReport[]): ReadonlyMap<string, SourceKind> {
  const kinds = new Map<string, SourceKind>();
  for (const { report, statements } of reports) {
    for (const { source } of statements)
      if (source?.affiliation && isProperName(source.affiliation)) kinds.set(fold(source.affiliation), 'group');
    if (report.outlet) kinds.set(fold(report.outlet), 'media');
  }
  return kinds;
}

const ofKind = (named: Named, kinds: ReadonlyMap<string, SourceKind>): Named =>
  named.kind === 'person' ? { ...named, kind: kinds.get(fold(named.name.replace(/^the\s/i, ''))) ?? named.kind } : named;

const BODIES: ReadonlySet<SourceKind> = new Set(['agency', 'group', 'company']);

/** "A spokeswoman, Tilde Brask": of the body that was heard last. */
const withBody = (named: Named, heard: string | null): Named =>
  named.kind === 'person' && heard && /^spokes/i.test(named.title ?? '') && !named.affiliation ? { ...named, affiliation: heard } : named;

/** Verbs by which a source within a source is told to intend something, and a modal before the cue: it has not said so. */
const INTENDS = /^(?:plan|intend|want|hope|aim|seek|prepar|wish|need|mean|tr[iy])/i;
const UNREAL = /\b(?:would|will|may|might|could|should|must|can|shall|to)\s(?:\p{L}+\s)?$/iu;

/** Whether somebody within a statement is told to have said what it holds: "the regulator would insist" is the speaker's guess. */
function vouches(link: Statement['chain'][number], text: string): boolean {
  const cue = link.cue;
  if (!cue) return true;
  const start = cue.spans[0]?.[0] ?? 0;
  return (
    !INTENDS.test(cue.text) &&
    !UNREAL.test(`${text.slice(Math.max(0, start - 30), start)}`) &&
    !/^(?:would|will|may|might)\b/i.test(cue.text)
  );
}

/** "The governor of Ancayo" in one report is the one named person whom another calls governor of Ancayo. */
function joinRoles(nodes: Nodes, joined: Joined[]): void {
  const persons = [...nodes.all.values()].filter((node) => node.key.startsWith('person|')).sort((a, b) => (a.key < b.key ? -1 : 1));
  const named = persons.filter((node) => isFullName(mainName(node)));
  for (const node of persons) {
    const name = mainName(node);
    const words = bodyWords(name);
    if (isFullName(name) || words.length < 2) continue;
    const fits = named.filter((other) => {
      const known = bodyWords([...other.titles, ...other.affiliations].join(' '));
      return (
        other.titles.size > 0 &&
        wordsWithin(words, known) &&
        [...other.titles].some((title) => bodyWords(title).some((word) => words.includes(word)))
      );
    });
    const roots = [...new Set(fits.map((other) => nodes.root(other.key)))];
    if (roots.length !== 1) continue;
    nodes.join(node.key, roots[0] as string);
    joined.push({ name, into: mainName(fits[0] as Node), reason: 'the only one of that office in these reports' });
  }
}

/** First and last name, and no office: "Hernán Callupe", not "governor of Ancayo". */
const isFullName = (name: string): boolean =>
  /^(?:\p{Lu}[\p{L}’'.-]*\s)+\p{Lu}[\p{L}’'-]+$/u.test(name) && !/\b(?:of|director|minister)\b/i.test(name);

/** "The company" of one report is the one body in the story that other reports call so. */
function joinCalled(nodes: Nodes, joined: Joined[]): void {
  const bodies = [...nodes.all.values()].filter((node) => node.key.startsWith('body|')).sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const node of bodies) {
    const name = mainName(node);
    if (!/^(?:the\s)?\p{Ll}+$/u.test(name) || GENERIC_BODIES.has(name)) continue;
    const called = new RegExp(`^the ${name.replace(/^the\s/, '')}$`, 'i');
    const fits = bodies.filter(
      (other) => other !== node && isProperName(mainName(other)) && [...other.texts].some((text) => called.test(text)),
    );
    const roots = [...new Set(fits.map((other) => nodes.root(other.key)))].filter((root) => root !== nodes.root(node.key));
    if (roots.length !== 1) continue;
    nodes.join(node.key, roots[0] as string);
    joined.push({ name, into: mainName(fits[0] as Node), reason: `the only one in these reports that is called “the ${name}”` });
  }
}

const IMAGERY = /\b(?:pictures?|images?|imagery|photographs?|photos?|footage)\b/i;
const capitals = (node: Node): string[] =>
  [...node.names.keys(), ...node.texts]
    .flatMap((text) => text.match(/(?<=\s)\p{Lu}[\p{L}-]{3,}|^\p{Lu}[\p{L}-]{3,}(?=[’']s)/gu) ?? [])
    .filter((word) => !DAY.test(word));
const DAY = /day$/;

/** "Palisade's pictures" and "pictures taken on Thursday by Palisade Imagery" are one maker's; "satellite pictures" are the only ones there are. */
function joinDocuments(nodes: Nodes, joined: Joined[]): void {
  const pictures = [...nodes.all.values()]
    .filter((node) => node.key.startsWith('document|') && IMAGERY.test(mainName(node)))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const makers = new Set(pictures.flatMap(capitals));
  pictures.slice(1).forEach((node, i) => {
    const other = pictures.slice(0, i + 1).find((before) => {
      const [own, theirs] = [capitals(node), capitals(before)];
      return own.some((word) => theirs.includes(word)) || (makers.size < 3 && (own.length === 0 || theirs.length === 0));
    });
    if (!other || nodes.root(node.key) === nodes.root(other.key)) return;
    nodes.join(node.key, other.key);
    joined.push({ name: mainName(node), into: mainName(other), reason: 'pictures of one maker' });
  });
}

/** A name whose kind could not be told joins the one source of a known kind that has the same words. */
function joinUnknown(nodes: Nodes, joined: Joined[]): void {
  for (const node of nodes.all.values()) {
    if (!node.key.startsWith('unknown|')) continue;
    const words = node.key.slice('unknown|'.length);
    const fits = [...nodes.all.values()].filter(
      (other) => !/^(?:unknown|anonymous)\|/.test(other.key) && other.key.split('|').at(-1)?.split(' ').sort().join(' ') === words,
    );
    const [only] = fits;
    if (!only || fits.length > 1) continue;
    nodes.join(node.key, only.key);
    joined.push({ name: mainName(node), into: mainName(only), reason: 'the same words' });
  }
}

function toSource(root: string, group: readonly Node[]): ResolvedSource {
  const counts = new Map<string, number>();
  for (const node of group) for (const [name, count] of node.names) counts.set(name, (counts.get(name) ?? 0) + count);
  const ranked = [...counts].sort((a, b) => b[0].length * Math.sign(b[1]) - a[0].length || (a[0] < b[0] ? -1 : 1));
  const lead = group.find((node) => node.key === root) ?? (group[0] as Node);
  const name = ranked.find(([candidate]) => lead.names.has(candidate))?.[0] ?? mainName(lead);
  const aliases = [...new Set(group.flatMap((node) => [...node.names.keys(), ...node.texts]))]
    .filter((alias) => alias !== name && !PRONOUN.test(alias))
    .sort();
  return {
    id: shortId('s', root),
    name,
    kind: lead.kind,
    aliases: aliases.slice(0, MOST_ALIASES),
    titles: [...new Set(group.flatMap((node) => [...node.titles]))].sort(),
    affiliations: [...new Set(group.flatMap((node) => [...node.affiliations]))].sort(),
  };
}

function finder(sources: readonly ResolvedSource[]): (name: string) => string | null {
  const byWords = new Map<string, Set<string>>();
  for (const source of sources) {
    if (source.kind === 'anonymous') continue;
    for (const name of [source.name, ...source.aliases]) {
      const key = bodyWords(name).sort().join(' ');
      byWords.set(key, (byWords.get(key) ?? new Set()).add(source.id));
    }
  }
  return (name) => {
    const found = byWords.get(bodyWords(name).sort().join(' '));
    return found?.size === 1 ? ([...found][0] as string) : null;
  };
}
