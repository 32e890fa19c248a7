import type { LinkReport } from '../input.ts';
import type { Resolution, ResolvedSource } from '../sources/resolve.ts';
import { fold, shortId } from '../words/normalise.ts';
import type { Constraints } from './compile.ts';

type Link = { readonly sourceId: string | null; readonly chainIds: readonly string[] };

/** The id of a source that a person told apart from another: a name of it, or the source of one statement. */
export const apartId = (what: string, from: string): string => shortId('s', `apart|${from}|${fold(what)}`);

const merged = (into: ResolvedSource, from: ResolvedSource): ResolvedSource => ({
  ...into,
  aliases: [...new Set([...into.aliases, from.name, ...from.aliases])].filter((alias) => alias !== into.name).sort(),
  titles: [...new Set([...into.titles, ...from.titles])].sort(),
  affiliations: [...new Set([...into.affiliations, ...from.affiliations])].sort(),
});

/** Sources as people have them: told apart first, then joined, so that what was told apart can be joined with somebody else. */
export function judgeSources(resolution: Resolution, reports: readonly LinkReport[], { ownSource, sameSource }: Constraints): Resolution {
  if (ownSource.length === 0 && sameSource.size === 0) return resolution;
  const sources = new Map(resolution.sources.map((source) => [source.id, source]));
  const links = new Map<string, Link>(resolution.statementSources);
  for (const { what, from } of ownSource) tellApart(sources, links, reports, what, from);
  const idOf = (id: string): string => sameSource.get(id) ?? id;
  for (const source of [...sources.values()]) {
    const id = idOf(source.id);
    if (id === source.id) continue;
    const into = sources.get(id);
    sources.set(id, into ? merged(into, source) : { ...source, id });
    sources.delete(source.id);
  }
  const statementSources = new Map(
    [...links].map(([statement, { sourceId, chainIds }]) => [
      statement,
      { sourceId: sourceId && idOf(sourceId), chainIds: [...new Set(chainIds.map(idOf))] },
    ]),
  );
  const find = (name: string): string | null => {
    const id = resolution.find(name);
    return id && idOf(id);
  };
  const heard = new Set([...resolution.heard].map(idOf));
  const places = new Set([...resolution.places].map(idOf));
  return { ...resolution, heard, places, sources: [...sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), statementSources, find };
}

/** Gives a name of a source, or one statement's source, an id of its own wherever it was held for the other. */
function tellApart(
  sources: Map<string, ResolvedSource>,
  links: Map<string, Link>,
  reports: readonly LinkReport[],
  what: string,
  from: string,
): void {
  const former = sources.get(from);
  if (!former) return;
  const id = apartId(what, from);
  const words = fold(what);
  const texts = new Set<string>();
  let name = what;
  for (const { statements } of reports) {
    for (const { id: statementId, source, chain } of statements) {
      const link = links.get(statementId);
      if (!link) continue;
      const itself = statementId === what;
      const own = itself || [source?.name, source?.text].some((wording) => wording && fold(wording) === words);
      const passed = itself || own || chain.some((step) => fold(step.name) === words);
      if (itself) name = source?.name ?? source?.text ?? what;
      if (own && source && link.sourceId === from) texts.add(source.text);
      if (!passed || (link.sourceId !== from && !link.chainIds.includes(from))) continue;
      links.set(statementId, {
        sourceId: own && link.sourceId === from ? id : link.sourceId,
        chainIds: link.chainIds.map((at) => (at === from ? id : at)),
      });
    }
  }
  const used = [...links.values()].some(({ sourceId, chainIds }) => sourceId === id || chainIds.includes(id));
  if (!used) return;
  sources.set(id, {
    id,
    name,
    kind: former.kind,
    aliases: [...texts].filter((text) => text !== name).sort(),
    titles: [],
    affiliations: [],
    serves: [],
  });
  const still = [...links.values()].some(({ sourceId, chainIds }) => sourceId === from || chainIds.includes(from));
  if (!still) sources.delete(from);
  else if (former.aliases.some((alias) => fold(alias) === words))
    sources.set(from, { ...former, aliases: former.aliases.filter((alias) => fold(alias) !== words) });
}
