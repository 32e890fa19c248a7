import type { Source, SourceKind, Statement } from '../../model/index.ts';
import type { LinkReport } from '../input.ts';
import { pressOfficeOf, speaksFor } from '../origins/speakers.ts';
import { fold, shortId } from '../words/normalise.ts';
import { saidSoAfter } from './after.ts';
import { bodyBefore, type Heard } from './before.ts';
import { figureGivers } from './givers.ts';
import { ownHandout, ownName, ownOffice, sendersOf } from './handouts.ts';
import { vouchesWithin } from './inner.ts';
import { ministriesOf } from './ministries.ts';
import { bodySpokenFor, documentShown, hadFrom, handedOver, type Named, namedSource, ownReporter, PRONOUN } from './named.ts';
import { bodyWords, isProperName } from './names.ts';
import { type Joined, joinAll, mainName, type Node, Nodes } from './nodes.ts';
import { saneName } from './sane.ts';
import { antecedentOf, calledRightly, knownOf } from './second.ts';
import { addServed } from './served.ts';

export interface ResolvedSource extends Source {
  readonly titles: readonly string[];
  readonly affiliations: readonly string[];
  /** Bodies that a report introduces them as speaking for, in the order of the reports. */
  readonly serves: readonly string[];
}

export interface Resolution {
  readonly sources: readonly ResolvedSource[];
  readonly joined: readonly Joined[];
  readonly statementSources: ReadonlyMap<string, { readonly sourceId: string | null; readonly chainIds: readonly string[] }>;
  /** The source that a name stands for in this story, or null: for affiliations and cited outlets. */
  readonly find: (name: string) => string | null;
  /** Sources whose own word some report gives: they are quoted, others have it from them, or they send a report out. */
  readonly heard: ReadonlySet<string>;
  /** Sources that go by a place's name alone, "Ostrel says": a capital or a country stands for its government. */
  readonly places: ReadonlySet<string>;
}

const MOST_ALIASES = 50;
/**
 * One source across the reports of a story, under all its names. Merges only what nothing else in the story could be:
 * a wrong merge is worse than none.
 * @param roots the first report of each report's chain of copies.
 */
export function resolveSources(reports: readonly LinkReport[], roots: ReadonlyMap<string, string>): Resolution {
  const nodes = new Nodes();
  const people = peopleNamed(reports);
  const kinds = bodiesNamed(reports, people);
  const speakOf = ministriesOf(reports.map(({ report }) => report.text));
  const nouns = nounsIn(reports.map(({ report }) => report.text));
  const known = knownOf(reports);
  const senders = sendersOf(reports);
  const bodiesKnown = [...new Set([...bodiesIn(reports), ...senders.keys()])];
  const speakers: Speaker[] = [];
  const heardIn = new Map<string, readonly Heard[]>();
  const places: Place[] = [];
  for (const { report, statements } of reports) {
    const root = roots.get(report.id) ?? report.id;
    const heard: Heard[] = [];
    heardIn.set(report.id, heard);
    for (const statement of statements) {
      const before = { text: report.text, heard, bodies: bodiesKnown, known };
      const own = namedSource(statement);
      const found =
        ownName(statement, report.outlet, senders) ??
        (own && calledRightly(own, statement, before)) ??
        antecedentOf(statement, before) ??
        ownReporter(statement, report.outlet) ??
        handedOver(statement) ??
        ownHandout(statement, report.outlet, senders) ??
        (statement.voice === 'outlet' ? saidSoAfter(report.text, statement.content.spans.at(-1)?.[1] ?? 0) : null);
      const named = found && ofKind(withoutNoun(found, nouns), kinds);
      const source = named && nodes.add(named, root);
      const start = statement.source?.spans[0]?.[0] ?? null;
      if (named && source && start !== null) {
        const office = `${named.title} ${named.text}`;
        const ofFirm = RUNS_FIRM.test(office);
        heard.push({ at: start, name: named.name, kind: named.kind });
        if ((ofFirm || SPEAKS_BY_OFFICE.test(office)) && !named.affiliation && !OF_PEOPLE.test(report.text.slice(start, start + SPEAKER)))
          speakers.push({ key: source, text: report.text, start, heard, ofFirm });
      }
      const body = named && (pressOfficeOf(named.name) ?? bodySpokenFor(named, speakOf));
      if (body && !people.has(fold(body))) {
        const kind = HIS_OR_HERS.test(named.text) ? 'person' : 'agency';
        nodes.add({ name: body, text: body, kind }, root);
      }
      const links = statement.chain.filter((link) => link.role !== 'outlet' || link.name !== report.outlet);
      const vouching = links.filter((link, i) => i === 0 || vouchesWithin(link, report.text));
      const chain = vouching.flatMap((link) => {
        // Whoever the statement's own source is found to be is so in its chain as well.
        if (source && link.name === statement.source?.name) return [source];
        const name = saneName(link.name);
        return name ? [nodes.add(ofKind({ name, text: name, kind: link.kind }, kinds), root)] : [];
      });
      const shown = statement.voice === 'outlet' || !source ? null : documentShown(statement.content.text);
      if (shown) chain.push(...(chain.length === 0 && source ? [source] : []), nodes.add(shown, root));
      const heardFrom =
        named && chain.length < 2 ? (ownOffice(statement, report.outlet, senders) ?? hadFrom(statement, report.text)) : null;
      if (heardFrom && source && heardFrom.name !== named.name)
        chain.push(...(chain.length === 0 ? [source] : []), nodes.add(ofKind(heardFrom, kinds), root));
      // A source within another that the chain leaves out: "the two sides had already agreed to" is no word of theirs.
      const unsaid =
        statement.depth > 0 && named !== null && !vouchesWithin({ ...named, role: 'speaker', cue: statement.cue }, report.text);
      places.push({ statement, source, chain, guessed: vouching.length < links.length || unsaid });
    }
  }
  const bodies = [...nodes.all.values()]
    .filter(({ kind }) => BODIES.has(kind))
    .flatMap(({ names }) => [...names.keys()].filter(isProperName));
  for (const speaker of speakers) {
    const heard = speaker.ofFirm ? speaker.heard.filter(({ kind }) => kind === 'company') : speaker.heard;
    const body = bodyBefore(speaker.text, speaker.start, heard, speaker.ofFirm ? [...known.firms] : bodies);
    const node = nodes.all.get(speaker.key);
    if (!body || !node) continue;
    node.affiliations.add(body);
    if (![...node.titles].some(speaksFor)) node.titles.add('spokesperson');
  }
  addServed(
    nodes,
    reports.map(({ report }) => ({
      text: report.text,
      heard: heardIn.get(report.id) ?? [],
      sender: report.outlet !== null && senders.has(report.outlet) ? report.outlet : null,
    })),
    bodies,
  );
  addUnheard(nodes);
  const joined = joinAll(nodes);
  const members = new Map<string, Node[]>();
  for (const node of nodes.all.values()) {
    const root = nodes.root(node.key);
    members.set(root, [...(members.get(root) ?? []), node]);
  }
  const sources = [...members].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([root, group]) => toSource(root, group));
  const idOf = (key: string): string => shortId('s', nodes.root(key));
  const statementSources = new Map(places.map((place) => [place.statement.id, linkOf(place, idOf)] as const));
  const find = finder(sources);
  const kindById = new Map(sources.map(({ id, kind }) => [id, kind]));
  const namesById = new Map(sources.map(({ id, name, aliases }) => [id, [name, ...aliases]]));
  for (const report of reports) {
    const givers = figureGivers(
      report,
      find,
      (id) => statementSources.get(id)?.sourceId ?? null,
      (id) => namesById.get(id) ?? [],
      (id) => kindById.get(id) ?? null,
    );
    for (const [id, sourceId] of givers) statementSources.set(id, { sourceId, chainIds: [sourceId] });
  }
  return {
    sources,
    joined,
    statementSources,
    find,
    heard: heardOf(reports, statementSources, sources, find, speakOf),
    places: placesOf(reports, sources),
  };
}

/** Sources of one word that the reports know as a place: "in Ostrel", "OSTREL —". */
function placesOf(reports: readonly LinkReport[], sources: readonly ResolvedSource[]): ReadonlySet<string> {
  const texts = reports.map(({ report }) => report.text);
  const isPlace = (name: string): boolean =>
    /^\p{Lu}\p{L}{3,}$/u.test(name) &&
    texts.some((text) => text.includes(` in ${name}`) || text.includes(`In ${name}`) || text.startsWith(name.toUpperCase()));
  return new Set(sources.flatMap(({ id, kind, name }) => (kind === 'unknown' && isPlace(name) ? [id] : [])));
}

/** A statement's source and chain by their keys, before anything is joined. */
interface Place {
  readonly statement: Statement;
  readonly source: string | null;
  readonly chain: readonly string[];
  /** Whether somebody of the chain says nothing by himself: "the regulator would insist". */
  readonly guessed: boolean;
}

/** Who vouches for a statement, the outermost first: of "the Herald quoted a sailor as saying that …" the Herald, which has it from the sailor. */
function linkOf({ statement, source, chain, guessed }: Place, idOf: (key: string) => string) {
  const ids = [...new Set(chain.map(idOf))];
  const own = source && idOf(source);
  const chainIds = own && !guessed && !ids.includes(own) ? (statement.depth > 0 ? [...ids, own] : [own, ...ids]) : ids;
  return { sourceId: statement.depth > 0 && own !== null ? (chainIds[0] ?? own) : own, chainIds };
}

/** Whoever is quoted, or sends a report out; and a ministry that is told to have done something. */
function heardOf(
  reports: readonly LinkReport[],
  statementSources: Resolution['statementSources'],
  sources: readonly ResolvedSource[],
  find: Resolution['find'],
  acts: (ministry: string) => boolean,
): ReadonlySet<string> {
  const outlets = reports.flatMap(({ report }) => (report.outlet === null ? [] : (find(report.outlet) ?? [])));
  const quoted = [...statementSources.values()].flatMap(({ sourceId, chainIds }) => [...(sourceId ? [sourceId] : []), ...chainIds]);
  const ministries = sources.flatMap(({ id, name }) => (/\bministry\b/i.test(name) && acts(name) ? [id] : []));
  return new Set([...quoted, ...outlets, ...ministries]);
}

/** Whoever has a spokeswoman is somebody, though called by a common noun and quoted by nobody else: "a spokeswoman for the dairy". */
function addUnheard(nodes: Nodes): void {
  const all = [...nodes.all.values()];
  const known = new Set(all.flatMap(({ names, texts }) => [...names.keys(), ...texts].map((name) => bodyWords(name).join(' '))));
  for (const { titles, affiliations, kind } of all) {
    if (kind !== 'person' || ![...titles].some((title) => /\bspokes/i.test(title))) continue;
    for (const body of affiliations)
      if (/^(?:the\s)?\p{Ll}+$/u.test(body) && !known.has(bodyWords(body).join(' ')))
        nodes.add({ name: body, text: body, kind: 'agency' }, '');
  }
}

/** Bodies that a story's sources name in so many words. */
const bodiesIn = (reports: readonly LinkReport[]): string[] => [
  ...new Set(
    reports.flatMap(({ statements }) =>
      statements.flatMap(({ source }) =>
        source?.name && BODIES.has(source.kind) && isProperName(source.name) && source.text.includes(source.name) ? [source.name] : [],
      ),
    ),
  ),
];

/** Names of persons beyond doubt: who is spoken of as "she", or has an office. */
const peopleNamed = (reports: readonly LinkReport[]): ReadonlySet<string> =>
  new Set(
    reports.flatMap(({ statements }) =>
      statements.flatMap(({ source }) =>
        source?.kind === 'person' && source.name && (HE_OR_SHE.test(source.text) || (source.title && !MAY_BE_FIRM.test(source.title)))
          ? [fold(source.name)]
          : [],
      ),
    ),
  );

/** Names that are no person's: outlets of the story, and what somebody else of it belongs to. */
function bodiesNamed(reports: readonly LinkReport[], people: ReadonlySet<string>): ReadonlyMap<string, SourceKind> {
  const kinds = new Map<string, SourceKind>();
  for (const { report, statements } of reports) {
    for (const { source } of statements)
      if (
        source?.affiliation &&
        isProperName(source.affiliation) &&
        !people.has(fold(source.affiliation)) &&
        !OF_A_PERSON.test(source.title ?? '')
      )
        kinds.set(fold(source.affiliation), 'group');
    if (report.outlet) kinds.set(fold(report.outlet.replace(/^the\s/i, '')), 'media');
  }
  return kinds;
}

/** What a firm may be called as well as a person: "the ferry's owner, Blue Strait Lines". */
const MAY_BE_FIRM = /\b(?:owner|founder|broker|contractor|builder|consultant|trader|investor|customer|observer|sponsor|seller|vendor)\b/i;

/** Whose office is to speak for or run some body, whichever was heard before. */
const SPEAKS_BY_OFFICE = /\b(?:spokes(?:man|woman|person)|chief executive|ceo|press (?:officer|chief))\b/i;
/** Offices that firms alone have. */
const RUNS_FIRM = /\b(?:operations|managing|finance|commercial) director\b/i;

/** "Who described himself as their spokesman": somebody who speaks for people, and for no body that was named before. */
const OF_PEOPLE =
  /\b(?:describe[sd]|call(?:s|ed)|style[sd])\s(?:him|her)self\b|\btheir\sspokes|\b(?:mutineers|rebels|strikers|protesters|demonstrators|villagers|prisoners|residents)[’']/i;
/** Characters of a spokesman's own words that are looked at. */
const SPEAKER = 120;
const HE_OR_SHE = /^(?:he|she)$/i;
/** "Her spokeswoman": whoever has her is a person. */
const HIS_OR_HERS = /^(?:his|her)\s/i;

/** The words that reports write small, told when first asked for. */
function nounsIn(texts: readonly string[]): () => ReadonlySet<string> {
  let words: ReadonlySet<string> | undefined;
  return () => {
    words ??= new Set(texts.flatMap((text) => text.match(/(?<!\p{L})\p{Ll}{3,24}(?!\p{L})/gu) ?? []));
    return words;
  };
}

/** "Plant manager Martin Orr" at the beginning of a sentence is of the plant, which has no name: elsewhere the reports write it small. */
function withoutNoun(named: Named, nouns: () => ReadonlySet<string>): Named {
  const { affiliation } = named;
  if (!affiliation || !/^\p{Lu}\p{Ll}+$/u.test(affiliation)) return named;
  const small = affiliation.toLowerCase();
  return nouns().has(small) ? { ...named, affiliation: small } : named;
}
/** Who belongs to a person: "Berta Solís" stays one though she has a lawyer. */
const OF_A_PERSON =
  /\b(?:lawyer|attorney|counsel|wife|husband|widow|brother|sister|son|daughter|father|mother|friend|neighbou?r|doctor|adviser|biographer|aide)\b/i;

/** "The supporters' trust": a body by its noun, though nobody gave it a name. */
const isBodyCalled = ({ kind, name }: Named): boolean =>
  kind === 'anonymous' &&
  /^the\s/i.test(name) &&
  /[\s](?:trust|club|league|charity|union|association|federation|company|firm|bank|ministry|agency|commission|council|institute|hospital|university|party|foundation|insurer|regulator|operator)$/i.test(
    name,
  );

/** Nouns by which a name is a public body's, whatever a reader could not tell. */
const PUBLIC_BODY = /\b(?:ministry|directorate|general staff|inspectorate|commission|coast ?guard)$/i;

const ofKind = (given: Named, kinds: ReadonlyMap<string, SourceKind>): Named => {
  // "Justice Watch Ostby" is an outlet of the story, and no Justice of that name.
  const whole = given.title && /^\p{Lu}\S+$/u.test(given.title) ? `${given.title} ${given.name}` : null;
  const named = whole && kinds.has(fold(whole)) ? { name: whole, text: given.text, kind: kinds.get(fold(whole)) as SourceKind } : given;
  if ((named.kind === 'unknown' || named.kind === 'person') && isProperName(named.name) && PUBLIC_BODY.test(named.name))
    return { ...named, kind: 'agency' };
  return isBodyCalled(named)
    ? { ...named, kind: 'group' }
    : named.kind === 'person'
      ? { ...named, kind: kinds.get(fold(named.name.replace(/^the\s/i, ''))) ?? named.kind }
      : named;
};

const BODIES: ReadonlySet<SourceKind> = new Set(['agency', 'group', 'company']);

/** "A spokeswoman, Ina Orr, said": somebody who speaks for a body that stands before. */
interface Speaker {
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly heard: readonly Heard[];
  /** Whether the office is one that firms alone have. */
  readonly ofFirm: boolean;
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
    serves: [...new Set(group.flatMap((node) => [...node.serves]))],
    affiliations: [...new Set(group.flatMap((node) => [...node.affiliations]))].sort(),
  };
}

/** Takes from a source the words that stand for another as well: where both are called "the bank", it names neither of them. */
export function withoutShared(sources: readonly Source[]): (source: Source) => Source {
  const bearers = new Map<string, number>();
  const named = new Set(sources.map(({ name }) => bare(name)));
  for (const { aliases } of sources) for (const alias of new Set(aliases.map(bare))) bearers.set(alias, (bearers.get(alias) ?? 0) + 1);
  const shared = (alias: string): boolean => (bearers.get(bare(alias)) ?? 0) > 1 || named.has(bare(alias));
  return (source) => ({ ...source, aliases: source.aliases.filter((alias) => bare(alias) === bare(source.name) || !shared(alias)) });
}

/** Words without their article: "The bank" and "the bank" are one. */
const bare = (alias: string): string => fold(alias).replace(/^(?:the|an?)\s/, '');

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
