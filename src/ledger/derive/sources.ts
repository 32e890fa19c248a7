import type { Source, SourceKind, Statement } from '../../model/index.ts';
import { sha256 } from '../canonical/canonical.ts';
import type { StatementLink } from '../port.ts';
import { normalName } from './normal.ts';

/** One mention of a source: `own` where the statement is its own, not one that it only passed on. */
export interface Mention {
  readonly sourceId: string;
  readonly name: string | null;
  readonly text: string;
  readonly kind: SourceKind;
  readonly own: boolean;
}

/** Who vouches for one statement before linking has looked at it. */
export interface Vouching {
  readonly sourceId: string | null;
  readonly chainIds: readonly string[];
  readonly mentions: readonly Mention[];
}

/** At most so many names stand in a source's row: a hostile report can word one source in a million ways. */
export const MAX_ALIASES = 50;

/** Words that stand for a name but are none: never an alias. */
const STAND_INS = new Set(
  'i you he she it we they him her them us me his hers its their who which that this these those one someone somebody'.split(' '),
);

/**
 * Until linking has run: a named source is one wherever its name stands; one that is only described ("a senior official") is one
 * within its report alone, since two reports' officials are not known to be the same.
 */
function idOf(reportId: string, name: string | null, text: string, kind: SourceKind): string | null {
  const named = kind === 'anonymous' ? '' : normalName(name ?? '');
  const key = named === '' ? normalName(name ?? text) && `${reportId}\n${normalName(name ?? text)}` : named;
  return key === '' ? null : `s${sha256(key).slice(0, 16)}`;
}

/** Who vouches for a statement, by the statement alone. Pure: the same statement, the same answer. */
export function vouchingOf(reportId: string, { source, chain }: Pick<Statement, 'source' | 'chain'>): Vouching {
  const mentions: Mention[] = [];
  const mention = (name: string | null, text: string, kind: SourceKind, own: boolean): string | null => {
    const sourceId = idOf(reportId, name, text, kind);
    if (sourceId !== null) mentions.push({ sourceId, name, text, kind, own });
    return sourceId;
  };
  const sourceId = source && mention(source.name, source.text, source.kind, true);
  const chainIds = chain.flatMap((link) => mention(link.name, link.name, link.kind, false) ?? []);
  return { sourceId, chainIds, mentions };
}

/** Who vouches for a statement as linking has it. A linked source's names are linking's own, so only the count matters here. */
export function linkedVouching({ source, chain }: Pick<Statement, 'source' | 'chain'>, { sourceId, chainIds }: StatementLink): Vouching {
  const own: Mention[] =
    sourceId === null
      ? []
      : [{ sourceId, name: source?.name ?? null, text: source?.text ?? '', kind: source?.kind ?? 'unknown', own: true }];
  const passed = chainIds.map((id, i): Mention => {
    const link = chain[i];
    return { sourceId: id, name: link?.name ?? null, text: link?.name ?? '', kind: link?.kind ?? 'unknown', own: false };
  });
  return { sourceId, chainIds, mentions: [...own, ...passed] };
}

/** Mentions as the ledger counts them. */
export type CountedMention = Omit<Mention, 'sourceId' | 'own'> & { readonly uses: number };

/** The most used value, the first in order of its letters among equals. */
function mostUsed<Value extends string>(counted: readonly (readonly [Value, number])[]): Value | null {
  const totals = new Map<Value, number>();
  for (const [value, uses] of counted) totals.set(value, (totals.get(value) ?? 0) + uses);
  const ranked = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

/** One source as its mentions show it: the name most used, the kind most used, every other wording an alias. */
export function derivedSource(id: string, mentions: readonly CountedMention[]): Source {
  const names = mentions.flatMap(({ name, uses }) => (name === null ? [] : [[name, uses] as const]));
  const texts = mentions.map(({ text, uses }) => [text, uses] as const);
  const known = mentions.filter(({ kind }) => kind !== 'unknown').map(({ kind, uses }) => [kind, uses] as const);
  const name = mostUsed(names) ?? mostUsed(texts) ?? id;
  const wordings = new Set([...names, ...texts].map(([wording]) => wording));
  const aliases = [...wordings].filter((wording) => wording !== name && !STAND_INS.has(normalName(wording))).sort();
  return { id, name, kind: mostUsed(known) ?? 'unknown', aliases: aliases.slice(0, MAX_ALIASES) };
}
