import type { SourceKind } from '../../model/index.ts';
import { pressOfficeOf } from '../origins/speakers.ts';
import { fold } from '../words/normalise.ts';
import type { Named } from './named.ts';
import { bodyWords, conjunctsOf, HEADS, isAcronymOf, isProperName, kindClass, personNames, samePerson, wordsWithin } from './names.ts';

/** One name as one report uses it, before anything is joined. */
export interface Node {
  readonly key: string;
  readonly kind: SourceKind;
  readonly names: Map<string, number>;
  readonly texts: Set<string>;
  readonly affiliations: Set<string>;
  readonly titles: Set<string>;
  /** Bodies that a report introduces the person as speaking for. */
  readonly serves: Set<string>;
}

/** A decision to hold two names for one source, with its reason. */
export interface Joined {
  readonly name: string;
  readonly into: string;
  readonly reason: string;
}

/** Bodies that go by a common noun: in one story "police" is the police, not somebody who would not be named. */
const GENERIC_BODIES = new Set(
  'police army military navy coastguard government parliament prosecutors firefighters authorities hospital court'.split(' '),
);

/** Unnamed persons stay apart by outlet, or by the outlet that theirs copies; everybody else is known by name. */
function nodeKey({ name, kind }: Named, root: string): string {
  const group = kindClass(kind);
  const words = bodyWords(name);
  // Two bodies that are named together are neither of the two.
  if (conjunctsOf(name)) return `several|${[...words].sort().join(' ')}`;
  if (group === 'anonymous' && words.length === 1 && GENERIC_BODIES.has(words[0] as string)) return `body|${words[0]}`;
  if (group === 'anonymous') return `anonymous|${root}|${fold(name)}`;
  if (group === 'person') return `person|${personNames(name).join(' ')}`;
  if (group === 'document' && !isProperName(name)) return `document|${root}|${bodyWords(name).join(' ')}`;
  return `${group}|${bodyWords(name).sort().join(' ')}`;
}

/** Names as the reports use them, and which of them are one source. */
export class Nodes {
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
      serves: new Set(),
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

export const mainName = (node: Node): string =>
  [...node.names].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? node.key;

/** "M. Voldan" and "Voldan" go to "Marna Voldan" when no other Voldan is about. */
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

/** "Boss Martin Orr" is the only Martin Orr, "Orr" of no known kind the only Orr, where nothing else goes by that name. */
function joinLongerAndLast(nodes: Nodes, joined: Joined[]): void {
  const all = [...nodes.all.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const persons = all.filter((node) => node.key.startsWith('person|'));
  const byLast = new Map<string, Node[]>();
  for (const node of persons) {
    const names = namesOf(node);
    if (names.length !== 2) continue;
    const sharing = byLast.get(names[1] as string);
    if (sharing) sharing.push(node);
    else byLast.set(names[1] as string, [node]);
  }
  const inBodies = new Set(
    all.filter(({ key }) => /^(?:body|document)\|/.test(nodes.root(key))).flatMap((node) => [...node.names.keys()].flatMap(bodyWords)),
  );
  for (const node of all) {
    const person = node.key.startsWith('person|');
    const names = person ? namesOf(node) : node.key.startsWith('unknown|') && /^\p{Lu}/u.test(mainName(node)) ? [fold(mainName(node))] : [];
    if (names.length !== (person ? 3 : 1)) continue;
    const last = names.at(-1) as string;
    if (!person && inBodies.has(last)) continue;
    const fits = (byLast.get(last) ?? []).filter((other) => !person || namesOf(other)[0] === names[1]);
    const [only] = fits;
    if (!only || fits.length > 1) continue;
    nodes.join(node.key, only.key);
    joined.push({ name: mainName(node), into: mainName(only), reason: `the only ${last} in these reports` });
  }
}

const namesOf = (node: Node): string[] => node.key.slice('person|'.length).split(' ');

/** A name that one report takes for a firm's and another, which gives its bearer an office, for a person's. */
function joinTaken(nodes: Nodes, joined: Joined[]): void {
  for (const node of [...nodes.all.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (!node.key.startsWith('person|')) continue;
    const body = nodes.all.get(`body|${[...namesOf(node)].sort().join(' ')}`);
    if (!body || !isFullName(mainName(node))) continue;
    const [from, into] = node.titles.size > 0 ? [body, node] : [node, body];
    nodes.join(from.key, into.key);
    joined.push({ name: mainName(from), into: mainName(into), reason: 'the same name' });
  }
}

/** All the words that identify a body: its name's and, where the name is a common one, its affiliation's. */
const identity = (node: Node): string[] => bodyWords([mainName(node), ...node.affiliations].join(' '));

/** Whether the one is the other's press office. */
const isOfficeOf = (a: Node, b: Node): boolean => pressOfficeOf(mainName(a)) !== pressOfficeOf(mainName(b));

/** Whether two bodies are one beyond doubt: the same identifying words in any form, or a name and its acronym. */
const sameBody = (a: Node, b: Node): boolean => {
  if (isOfficeOf(a, b)) return false;
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
      if (nodes.root(other.key) === nodes.root(node.key) || isOfficeOf(node, other)) return false;
      const theirs = identity(other);
      return theirs.length > own.length && sameHead(ownName, bodyWords(mainName(other))) && wordsWithin(own, theirs);
    });
    const byName =
      fits.length > 0 || ownName.length < 2
        ? []
        : bodies.filter(
            (other) => nodes.root(other.key) !== nodes.root(node.key) && !isOfficeOf(node, other) && longerName(ownName, other),
          );
    const all = [...fits, ...byName, ...(fits.length + byName.length > 0 ? calledSo(node, bodies) : [])];
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

/** Bodies with a name that reports call by a bare noun: "the club" may be Ostby United as well as the Belgian club. */
function calledSo(node: Node, bodies: readonly Node[]): Node[] {
  const name = mainName(node).replace(/^the\s/i, '');
  if (!/^\p{Ll}+$/u.test(name)) return [];
  const called = `the ${name}`;
  return bodies.filter(
    (other) => other !== node && isProperName(mainName(other)) && [...other.texts].some((text) => text.toLowerCase() === called),
  );
}

/** Whether a body's own name is a longer one with the same head: "Varnia's defence ministry" for "Defence Ministry". */
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

/** "The governor of Lomero" in one report is the one named person whom another calls governor of Lomero. */
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
    const roots = [...new Set((fits.length > 0 ? fits : ofNobody(node, named)).map((other) => nodes.root(other.key)))];
    const [root] = roots;
    if (!root || roots.length !== 1) continue;
    nodes.join(node.key, root);
    joined.push({ name, into: mainName(nodes.all.get(root) as Node), reason: 'the only one of that office in these reports' });
  }
}

/** How a report that does not name an office-holder speaks of them: "the health minister", "he". */
const THE_OFFICE = /^(?:the\s\p{Ll}|(?:s?he|his|her|him)$)/iu;

/** Offices that go by one word where a story has one holder of them. */
const ONE_OF_A_STORY = /^(?:minister|mayor|governor|coroner|prefect|ambassador|registrar|bishop|judge|prosecutor)$/;

/** "The chief coroner" of a report that names nobody is the one person whom another report gives just that office. */
function joinOffices(nodes: Nodes, joined: Joined[]): void {
  const named = [...nodes.all.values()].filter((node) => node.key.startsWith('person|') && isFullName(mainName(node)));
  for (const node of [...nodes.all.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const words = bodyWords(mainName(node));
    const definite = [...node.texts].every((text) => THE_OFFICE.test(text) || text === mainName(node));
    if (!node.key.startsWith('anonymous|') || !definite) continue;
    const [office = ''] = words;
    const alone = words.length === 1 && ONE_OF_A_STORY.test(office);
    if (words.length < 2 && !alone) continue;
    const holds = (title: string): boolean => (alone ? bodyWords(title).at(-1) === office : sameWords(bodyWords(title), words));
    const fits = named.filter(({ titles }) => [...titles].some(holds));
    const [only] = fits;
    if (!only || new Set(fits.map(({ key }) => nodes.root(key))).size > 1) continue;
    nodes.join(node.key, only.key);
    joined.push({ name: mainName(node), into: mainName(only), reason: 'the only one of that office in these reports' });
  }
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && wordsWithin(a, b) && wordsWithin(b, a);

/** "Corvin’s chief executive" is Miriam Hale where she alone of those named is a chief executive, and nobody says of what. */
function ofNobody({ titles, affiliations }: Node, named: readonly Node[]): Node[] {
  const [title] = titles;
  if (!title || titles.size !== 1 || affiliations.size === 0 || !HEADS_ONE_BODY.test(title)) return [];
  const all = named.filter((other) => [...other.titles].some((own) => HEADS_ONE_BODY.test(own) && fold(own).endsWith(fold(title))));
  return all.length === 1 && all.every((other) => other.affiliations.size === 0 && other.serves.size === 0) ? all : [];
}

/** Offices of which a firm has one. */
const HEADS_ONE_BODY = /(?:^|\s)(?:chief executive|ceo|managing director|governor)$/i;

/** First and last name, and no office: "Hernán Ruela", not "governor of Lomero". */
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

/** "Skyline's pictures" and "pictures taken on Thursday by Skyline Imagery" are one maker's; "satellite pictures" are the only ones there are. */
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
    // What a firm's name and a person's of the same words have been joined to is one.
    const [only] = fits;
    if (!only || new Set(fits.map(({ key }) => nodes.root(key))).size > 1) continue;
    nodes.join(node.key, only.key);
    joined.push({ name: mainName(node), into: mainName(only), reason: 'the same words' });
  }
}

/** Brings together what is one source beyond doubt, in the order in which one joining prepares another. */
export function joinAll(nodes: Nodes): Joined[] {
  const joined: Joined[] = [];
  joinTaken(nodes, joined);
  joinPersons(nodes, joined);
  joinLongerAndLast(nodes, joined);
  joinBodies(nodes, joined, 'body');
  joinBodies(nodes, joined, 'document');
  joinDocuments(nodes, joined);
  joinUnknown(nodes, joined);
  joinRoles(nodes, joined);
  joinOffices(nodes, joined);
  joinCalled(nodes, joined);
  return joined;
}
