import type { Origin } from '../../model/index.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { stanceOf } from '../claims/stance.ts';
import type { Placed } from '../input.ts';
import { conjunctsOf, sameWord } from '../sources/names.ts';
import type { Resolution, ResolvedSource } from '../sources/resolve.ts';
import { fold } from '../words/normalise.ts';
import { holdsOffice, ministryOf, officeWords, pressOfficeOf, speaksFor } from './speakers.ts';

/** What a story's origins are found from. */
export interface OriginContext {
  readonly resolution: Resolution;
  readonly sourceById: ReadonlyMap<string, ResolvedSource>;
  /** The first report of each report's chain of copies. */
  readonly roots: ReadonlyMap<string, string>;
  /** An outlet's source id: every report's outlet has one. */
  readonly outletId: (outlet: string | null) => string | null;
}

/** One step from who says it to whom they have it from, with its reason. */
interface Step {
  readonly to: string;
  readonly reason: string;
}

const nameOf = (context: Pick<OriginContext, 'sourceById'>, id: string): string => context.sourceById.get(id)?.name ?? id;

const BODIES: ReadonlySet<string> = new Set(['agency', 'government', 'group']);

const RULES_PLACE = /\b(?:president|minister|leader|head|chief|commissioner|secretary|representative)\b/i;

/** Who says what a person says, and not what a body does: "his spokeswoman, Ina Brand". */
const SPEAKS_FOR_PEOPLE = /^(?:\S+\s)?(?:spokes\w+|press (?:secretary|officer|chief))\b/i;

/** "Corvin" for Corvin Bank: the one body of the story whose name begins so. */
function beginsWith({ sourceById }: Pick<OriginContext, 'sourceById'>, begin: string): string | null {
  if (!/^\p{Lu}/u.test(begin)) return null;
  const fits = [...sourceById.values()].filter(
    ({ kind, name }) => (BODIES.has(kind) || kind === 'company') && fold(name).startsWith(`${fold(begin)} `),
  );
  return fits.length === 1 ? (fits[0]?.id ?? null) : null;
}

/** The body that a person speaks for, where the reports name it. */
export function bodyOf(context: Pick<OriginContext, 'resolution' | 'sourceById'>, id: string): Step | null {
  const person = context.sourceById.get(id);
  const owner = person && pressOfficeOf(person.name);
  const served = owner && context.resolution.find(owner);
  if (served && served !== id) return { to: served, reason: `${person.name} speaks for ${nameOf(context, served)}` };
  if (person?.kind !== 'person') return null;
  const government = ambassadorOf(context, person);
  if (government) return { to: government.id, reason: `${person.name} speaks for ${government.name} (ambassador)` };
  const title = person.titles.find(speaksFor);
  const ministry = ministryServed(context, person);
  if (ministry) return { to: ministry, reason: `${person.name} speaks for ${nameOf(context, ministry)} (${title ?? 'minister'})` };
  const governs = person.titles.some((own) => /\bgovernor\b/i.test(own));
  const holds = governs || person.titles.every(holdsOffice) ? (person.titles[0] ?? 'one of its people') : undefined;
  const offices = person.titles.flatMap(officeWords);
  const [office] = offices;
  if (!title && !office && !holds) return null;
  const ofTitle = title && / of /.test(title) ? [title.replace(/^.*? of (?:the )?/, '')] : [];
  const bodies = [...(title || holds ? [...person.serves, ...person.affiliations] : []), ...ofTitle].map((body) => ({
    body,
    // "Hanryo's foreign minister" is not the Hanryo Coast Guard's.
    to: context.resolution.find(body) ?? (person.titles.some((own) => /\bminister\b/i.test(own)) ? null : beginsWith(context, body)),
  }));
  // Of two bodies the one that is heard: "the force's spokesman" is the police's.
  const heard = ({ to }: { readonly to: string | null }): number => (to !== null && context.resolution.heard.has(to) ? 0 : 1);
  for (const { body, to } of bodies.sort((a, b) => heard(a) - heard(b))) {
    if (to !== null && conjunctsOf(nameOf(context, to))) continue;
    const kind = to === null ? null : context.sourceById.get(to)?.kind;
    // The president of a country or a town speaks for himself: "Karvia's president" is no company's.
    const ofPlace = kind === 'government' || (kind === 'unknown' && /^\p{Lu}\S+$/u.test(body));
    if (ofPlace && !/^spokes/i.test(title ?? '') && (!title || RULES_PLACE.test(title))) continue;
    // The governor of a bank speaks for it, the governor of a province for himself.
    if (governs && !/\bbank\b/i.test(to === null ? '' : nameOf(context, to))) continue;
    // Whoever has no office that speaks by itself speaks for a body only where its own word is heard.
    if (!title && (to === null || !context.resolution.heard.has(to) || !MAY_HOLD.has(kind ?? ''))) continue;
    const mayHave = kind !== 'person' || (title !== undefined && SPEAKS_FOR_PEOPLE.test(title));
    if (to && to !== id && mayHave && kind !== 'document' && kind !== 'anonymous')
      return { to, reason: `${person.name} speaks for ${nameOf(context, to)} (${title ?? office ?? holds})` };
  }
  const bank = governs ? centralBank(context) : null;
  if (bank) return { to: bank.id, reason: `${person.name} speaks for ${bank.name} (governor)` };
  if (!office) return null;
  const fits = [...context.sourceById.values()].filter(
    ({ kind, name }) => BODIES.has(kind) && offices.some((words) => words.split(' ').every((word) => fold(name).split(' ').includes(word))),
  );
  const [only] = fits;
  return only && fits.length === 1
    ? { to: only.id, reason: `${person.name} speaks for ${only.name} (the only ${office} in these reports)` }
    : null;
}

/** Bodies for which whoever has an office there speaks, where they are heard themselves; a firm's or a state's own, and no outlet's reporters. */
const MAY_HOLD: ReadonlySet<string> = new Set(['agency', 'group', 'company', 'unknown']);

/** The ministry that a minister heads, where its own word is heard and it is not known to be another country's. */
function ministryServed(
  context: Pick<OriginContext, 'resolution' | 'sourceById'>,
  { id, titles, affiliations, serves }: ResolvedSource,
): string | null {
  const countries = [...affiliations, ...serves].flatMap(countryIn);
  const ministries = titles.flatMap(ministryOf);
  const found = ministries.flatMap((ministry) => context.resolution.find(ministry) ?? []);
  const only = found.find((to) => {
    const ministry = context.sourceById.get(to);
    if (!ministry || to === id || !context.resolution.heard.has(to)) return false;
    return countries.length === 0 || isOf(ministry, countries) || !namesCountry(ministry);
  });
  if (only) return only;
  // "Lithuania's defence minister": of two defence ministries the one that is known to be that country's.
  const words = ministries.map((ministry) => fold(ministry).split(' '));
  const own = [...context.sourceById.values()].filter(
    (source) =>
      source.kind === 'agency' &&
      context.resolution.heard.has(source.id) &&
      countries.length > 0 &&
      isOf(source, countries) &&
      words.some((all) => all.every((word) => fold(source.name).split(' ').includes(word))),
  );
  return own.length === 1 ? (own[0]?.id ?? null) : null;
}

const CENTRAL_BANK = /^(?:the\s)?(?:(?:national|central|reserve|federal|state)\sbank\b|bank\sof\s)/i;

/** The one central bank whose word is heard: "Governor Ada Roe" of a story that speaks of it. */
function centralBank({ resolution, sourceById }: Pick<OriginContext, 'resolution' | 'sourceById'>): ResolvedSource | null {
  const fits = [...sourceById.values()].filter(({ id, name }) => CENTRAL_BANK.test(name) && resolution.heard.has(id));
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** Words of ministries' names that are no country's. */
const PORTFOLIO =
  /^(?:The|Ministry|Department|Office|Foreign|Defen[cs]e|Interior|Health|Transport|Energy|Finance|Justice|Agriculture|Affairs|National|External|Home|Internal|Environment|Education|Industry|Economy|Labou?r|Trade|Ports|Mines|Sports?|Culture)$/;

/** Whether a ministry is called by its country: "Ministry of Foreign Affairs of Vaal", "the Vaalish health ministry". */
const namesCountry = ({ name, aliases }: ResolvedSource): boolean =>
  [name, ...aliases].some((own) => own.split(/[\s’']+/).some((word) => /^\p{Lu}\p{L}{3,}/u.test(word) && !PORTFOLIO.test(word)));

/** The government that an ambassador speaks for: the only one of the country by which the reports call him, "Vaal's ambassador to Norway". */
function ambassadorOf(
  context: Pick<OriginContext, 'resolution' | 'sourceById'>,
  { titles, affiliations }: ResolvedSource,
): ResolvedSource | null {
  if (!titles.some((title) => /\bambassador\b/i.test(title)) || titles.some((title) => /\bformer\b/i.test(title))) return null;
  const countries = affiliations.flatMap(countryIn);
  const fits = [...context.sourceById.values()].filter(
    (source) => source.kind === 'government' && countries.length > 0 && isGovernment(context, source) && isOf(source, countries),
  );
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** Adds the steps that one statement shows: along its chain, and from a speaker to the body spoken for. */
function addSteps(context: OriginContext, { statement }: Placed, steps: Map<string, Step[]>, voices: Set<string>): void {
  const { sourceId, chainIds } = context.resolution.statementSources.get(statement.id) ?? { sourceId: null, chainIds: [] };
  if (!sourceId) return;
  voices.add(chainIds[0] ?? sourceId);
  const add = (from: string, step: Step): void => {
    if (step.to !== from) steps.set(from, [...(steps.get(from) ?? []), step]);
  };
  chainIds.slice(1).forEach((to, i) => {
    const from = chainIds[i] as string;
    add(from, { to, reason: `${nameOf(context, from)} has it from ${nameOf(context, to)}` });
    voices.add(to);
  });
  // Whoever hands on what another says hands it on, for a body or not.
  for (const id of chainIds.length > 0 ? chainIds.slice(-1) : [sourceId]) {
    const body = bodyOf(context, id);
    if (body) {
      add(id, body);
      voices.add(body.to);
    }
  }
}

/** An outlet that others cite has it from whom its own reports quote for it. */
function addOutletSteps(
  context: OriginContext,
  appearances: readonly Placed[],
  steps: Map<string, Step[]>,
  voices: ReadonlySet<string>,
): void {
  for (const { statement, report } of appearances) {
    const outlet = context.outletId(report.outlet);
    const found = context.resolution.statementSources.get(statement.id);
    const source = found?.chainIds[0] ?? found?.sourceId;
    if (!outlet || !source || source === outlet || !voices.has(outlet)) continue;
    // In its own handout a body quotes its own director: that is one voice, and no ring.
    if ((steps.get(source) ?? []).some(({ to }) => to === outlet)) continue;
    const reason = `${nameOf(context, outlet)} quotes ${nameOf(context, source)} for it`;
    if (!(steps.get(outlet) ?? []).some(({ to }) => to === source))
      steps.set(outlet, [...(steps.get(outlet) ?? []), { to: source, reason }]);
  }
}

/**
 * "The Islander, citing a nun who was on board": whom the Islander itself quotes for it is that nun. Of several nobody can tell which.
 */
function addQuoted(context: OriginContext, appearances: readonly Placed[], steps: Map<string, Step[]>): void {
  const linksOf = ({ statement }: Placed) => context.resolution.statementSources.get(statement.id);
  const quotedBy = new Map<string, Set<string>>();
  for (const own of appearances) {
    const outlet = context.outletId(own.report.outlet);
    const last = linksOf(own)?.chainIds.at(-1) ?? linksOf(own)?.sourceId;
    if (outlet && last && last !== outlet) quotedBy.set(outlet, (quotedBy.get(outlet) ?? new Set()).add(last));
  }
  for (const placed of appearances) {
    const [outlet, cited] = linksOf(placed)?.chainIds ?? [];
    if (!outlet || !cited || (steps.get(cited) ?? []).length > 0 || !isDescription(nameOf(context, cited))) continue;
    const [only, another] = quotedBy.get(outlet) ?? [];
    if (!only || another || only === cited) continue;
    steps.set(cited, [{ to: only, reason: `${nameOf(context, outlet)}, which is cited, has it from ${nameOf(context, only)}` }]);
  }
}

/** "a nun", "one of its officials": somebody who is not named. */
const isDescription = (name: string): boolean =>
  /^(?:an?|one|two|some|unnamed|anonymous|the|its|their)\s/i.test(name) || !/\p{Lu}/u.test(name);

/** Words of a government's name that are not its country's. */
const GOVERNMENT = /^(?:The|Government|Cabinet|Administration|Republic|Kingdom)$/;

/** The words by which a government names its country: "Government of Vaal", "Vaal", "the Vaalish government"; empty for "the government". */
const countryIn = (name: string): string[] =>
  name.split(/[\s’']+/).filter((word) => /^\p{Lu}\p{L}{3,}/u.test(word) && !GOVERNMENT.test(word));

/** Whether a body is known to be one country's: "Vaalish General Staff" is Vaal's, "Karvia's air force" Karvia's. */
const isOf = ({ name: own, aliases, affiliations }: ResolvedSource, country: readonly string[]): boolean =>
  [own, ...aliases, ...affiliations].some((name) =>
    name.split(/[\s’']+/).some((word) => /^\p{Lu}/u.test(word) && country.some((other) => sameWord(fold(word), fold(other)))),
  );

/** Whether a source is a country's government: by its kind, or a name of one word that bodies of the story have in theirs. */
function isGovernment(
  { resolution, sourceById }: Pick<OriginContext, 'resolution' | 'sourceById'>,
  { id, kind, name }: ResolvedSource,
): boolean {
  const country = countryIn(name);
  if (country.length === 0) return false;
  if (kind === 'government' || /\bgovernment\b/i.test(name) || (kind === 'unknown' && resolution.places.has(id))) return true;
  if (!/^\p{Lu}[\p{L}’'-]+$/u.test(name) || (kind !== 'unknown' && kind !== 'agency')) return false;
  return [...sourceById.values()].some((body) => body.id !== id && body.kind === 'agency' && isOf(body, country));
}

/**
 * "Ostrel says 46": a capital or a country stands for its government, which has it from the one ministry or staff of its own that said so
 * before it or with it; where no body's country is known, from the only one of the claim. Two ministries: nobody can tell whose word it is.
 */
function addGovernments(
  context: OriginContext,
  appearances: readonly Placed[],
  steps: Map<string, Step[]>,
  voices: ReadonlySet<string>,
): void {
  const sources = [...voices].flatMap((id) => context.sourceById.get(id) ?? []);
  const governments = sources.filter((source) => isGovernment(context, source));
  if (governments.length === 0) return;
  const bodies = sources.filter((source) => source.kind === 'agency' && !governments.includes(source));
  for (const { id, name } of governments) {
    const country = countryIn(name);
    const own = bodies.filter((body) => isOf(body, country));
    const [body] = own.length > 0 ? own : bodies;
    // A report that has a capital say so beside a ministry holds them for two: they may be of two countries.
    if (body && own.length === 0 && context.resolution.places.has(id) && inOneReport(context, appearances, id, body.id)) continue;
    if (!body || Math.max(own.length, own.length > 0 ? 0 : bodies.length) > 1 || (steps.get(id) ?? []).length > 0) continue;
    steps.set(id, [{ to: body.id, reason: `${name} stands for the government, and ${body.name} says so` }]);
  }
}

/** Whether a report of a claim gives both sources for it. */
function inOneReport({ resolution }: OriginContext, appearances: readonly Placed[], a: string, b: string): boolean {
  const reportsOf = (id: string): string[] =>
    appearances.flatMap(({ statement, report }) => {
      const found = resolution.statementSources.get(statement.id);
      return found?.sourceId === id || found?.chainIds.includes(id) ? [report.id] : [];
    });
  const first = new Set(reportsOf(a));
  return reportsOf(b).some((report) => first.has(report));
}

/** Whoever took the pictures or keeps the log has it from them: "satellite pictures released by Skyline Imagery". */
function addDocuments(context: OriginContext, steps: Map<string, Step[]>, voices: ReadonlySet<string>): void {
  const documents = [...voices].flatMap((id) => {
    const source = context.sourceById.get(id);
    return source?.kind === 'document' ? [source] : [];
  });
  for (const id of voices) {
    const maker = context.sourceById.get(id);
    if (!maker || maker.kind === 'document' || maker.kind === 'anonymous' || maker.name.length < 4) continue;
    const own = documents.find(({ name, aliases }) => [name, ...aliases].some((alias) => fold(alias).includes(fold(maker.name))));
    if (own && (steps.get(id) ?? []).length === 0) steps.set(id, [{ to: own.id, reason: `${maker.name} has it from its own ${own.name}` }]);
  }
}

/**
 * Walks every voice to those from whom nothing leads further. A ring of citations has no such end: it is named as one.
 * @param ofItself what a voice that has it from nobody does: "says so".
 */
function sinks(
  context: OriginContext,
  voices: ReadonlySet<string>,
  steps: ReadonlyMap<string, readonly Step[]>,
  ofItself: string,
): Origin[] {
  const reached = new Map<string, Set<string>>();
  const rings = new Set<string>();
  for (const voice of [...voices].sort()) {
    const seen = new Set<string>();
    const walk = [voice];
    let ended = false;
    while (walk.length > 0) {
      const at = walk.pop() as string;
      if (seen.has(at)) continue;
      seen.add(at);
      const onward = steps.get(at) ?? [];
      if (onward.length === 0) {
        ended = true;
        const why = reached.get(at) ?? new Set();
        for (const from of seen) for (const step of steps.get(from) ?? []) if (step.to === at) why.add(step.reason);
        reached.set(at, why);
      }
      walk.push(...onward.map((step) => step.to));
    }
    if (!ended) rings.add([...seen].sort().join('|'));
  }
  const ends = [...reached].map(([sourceId, why]) => ({
    sourceId,
    reason: why.size > 0 ? `${[...why].sort().join('; ')}.` : `${nameOf(context, sourceId)} ${ofItself}.`,
  }));
  const circular = [...rings].map((ring) => {
    const ids = ring.split('|');
    return { sourceId: ids[0] as string, reason: `Cannot tell: ${ids.map((id) => nameOf(context, id)).join(' and ')} cite each other.` };
  });
  return [...ends, ...circular].sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
}

/** The end of the only way that leads on from a voice; itself where none does or several do. */
function endOf(steps: ReadonlyMap<string, readonly Step[]>, id: string): string {
  const seen = new Set<string>();
  for (let at = id; ; ) {
    seen.add(at);
    const onward = [...new Set((steps.get(at) ?? []).map(({ to }) => to))];
    const [next] = onward;
    if (!next || onward.length > 1 || seen.has(next)) return at;
    at = next;
  }
}

export interface Found {
  readonly origins: Origin[];
  /** To whom a voice of the claim leads in the end. */
  readonly endOf: (sourceId: string) => string;
}

/**
 * Who vouches for a claim independently: copies and citations collapsed, denials left out. The outlet's own voice counts
 * only where nobody was quoted for it before: a later outlet that states it plainly may well have read it.
 */
export function findOrigins(claim: ClaimDraft, context: OriginContext): Found {
  const steps = new Map<string, Step[]>();
  const voices = new Set<string>();
  const originals = claim.appearances.filter(({ report }) => !context.roots.has(report.id));
  const told = originals.length > 0 ? originals : claim.appearances;
  const asserting = told.filter(({ statement }) => stanceOf(statement) !== 'denies');
  // What is only ever denied has those who deny it.
  const vouching = asserting.length > 0 ? asserting : told;
  vouching.forEach((placed, i) => {
    if (placed.statement.voice !== 'outlet' || context.resolution.statementSources.get(placed.statement.id)?.sourceId) {
      addSteps(context, placed, steps, voices);
      return;
    }
    const before = vouching.slice(0, i).some(({ report }) => report.id !== placed.report.id);
    const quotedHere = vouching.some(({ statement, report }) => report.id === placed.report.id && statement.voice !== 'outlet');
    const outlet = context.outletId(placed.report.outlet);
    if (outlet && !before && !quotedHere) voices.add(outlet);
  });
  addOutletSteps(context, vouching, steps, voices);
  addQuoted(context, vouching, steps);
  addGovernments(context, vouching, steps, voices);
  addDocuments(context, steps, voices);
  const ofItself = asserting.length > 0 ? 'says so' : 'denies it, and nobody here says it';
  return { origins: sinks(context, voices, steps, ofItself), endOf: (id) => endOf(steps, id) };
}
