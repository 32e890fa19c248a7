import { judgedOf, SOURCE_KINDS, type Source } from '../../../model/index.ts';
import { padded } from '../../derive/normal.ts';
import { type CountedMention, derivedSource, type Mention } from '../../derive/sources.ts';
import type { Sql } from '../prepared.ts';
import { rulingsAbout } from '../rulings.ts';

/**
 * Who is mentioned how often. Changes are gathered and written once: a source that a report names twenty times costs one row.
 * What is written depends on the mentions alone and not on the order in which they came.
 */
export interface SourceBook {
  readonly count: (mentions: readonly Mention[], change: 1 | -1) => void;
  /** The source's row is made again although no mention of it changed. */
  readonly touch: (sourceId: string) => void;
  readonly flush: () => void;
}

/** A source's row looks at so many of its wordings, the most used. */
const WORDINGS = 200;

const keyOf = ({ own, name, text, kind }: Mention): string => JSON.stringify([own, name, text, kind]);

export function sourceBook(sql: Sql): SourceBook {
  const pending = new Map<string, Map<string, { readonly mention: Mention; uses: number }>>();

  const changesOf = (sourceId: string) => {
    const found = pending.get(sourceId) ?? new Map<string, { readonly mention: Mention; uses: number }>();
    pending.set(sourceId, found);
    return found;
  };

  const count: SourceBook['count'] = (mentions, change) => {
    for (const mention of mentions) {
      const changes = changesOf(mention.sourceId);
      const key = keyOf(mention);
      const known = changes.get(key);
      if (known) known.uses += change;
      else changes.set(key, { mention, uses: change });
    }
  };

  const write = (sourceId: string, { own, name, text, kind }: Mention, uses: number): void => {
    if (uses === 0) return;
    sql(
      `INSERT INTO mentions (source_id, own, name, text, kind, uses) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET uses = uses + excluded.uses`,
    ).run(sourceId, own ? 1 : 0, name ?? '', text, kind, uses);
    if (uses < 0) sql('DELETE FROM mentions WHERE source_id = ? AND uses <= 0').run(sourceId);
  };

  const flush = (): void => {
    for (const [sourceId, changes] of pending) {
      for (const { mention, uses } of changes.values()) write(sourceId, mention, uses);
      refreshSource(sql, sourceId);
    }
    pending.clear();
  };

  return { count, touch: changesOf, flush };
}

/** The source as people have it: rated, its name or kind corrected. */
function judgedSource(sql: Sql, id: string): Source | null {
  const source = sourceNow(sql, id);
  if (!source) return null;
  const judged = judgedOf(rulingsAbout(sql, id), (field) => (field === 'name' ? source.name : field === 'kind' ? source.kind : null));
  if (!judged) return source;
  const given = (field: string): unknown => judged.corrections?.find((correction) => correction.field === field)?.value;
  const name = given('name');
  const kind = SOURCE_KINDS.find((known) => known === given('kind'));
  return {
    ...source,
    ...(typeof name === 'string' && {
      name,
      aliases: [...new Set([...source.aliases, source.name])].filter((alias) => alias !== name).sort(),
    }),
    ...(kind && { kind }),
    judged,
  };
}

/** The source as linking has it, or as its mentions show it; null where neither knows it. */
function sourceNow(sql: Sql, id: string): Source | null {
  const linked = sql('SELECT row FROM linked_sources WHERE id = ?').get(id) as { readonly row: string } | undefined;
  if (linked) return JSON.parse(linked.row) as Source;
  const mentions = sql(
    `SELECT name, text, kind, sum(uses) AS uses FROM mentions WHERE source_id = ?
     GROUP BY name, text, kind ORDER BY uses DESC, text, name, kind LIMIT ${WORDINGS}`,
  ).all(id) as (Omit<CountedMention, 'name'> & { readonly name: string })[];
  if (mentions.length === 0) return null;
  return derivedSource(
    id,
    mentions.map((mention) => ({ ...mention, name: mention.name === '' ? null : mention.name })),
  );
}

interface KeptSource {
  readonly key: number;
  readonly row: string;
  readonly sort: string;
}

/** Makes one source's row again. The most quoted come first. */
function refreshSource(sql: Sql, id: string): void {
  const kept = sql('SELECT key, row, sort FROM sources WHERE id = ?').get(id) as KeptSource | undefined;
  const source = judgedSource(sql, id);
  if (!source) {
    if (kept) sql('DELETE FROM sources_words WHERE rowid = ?').run(kept.key);
    if (kept) sql('DELETE FROM sources WHERE key = ?').run(kept.key);
    return;
  }
  const { uses } = sql('SELECT coalesce(sum(uses), 0) AS uses FROM mentions WHERE source_id = ? AND own = 1').get(id) as {
    readonly uses: number;
  };
  const sort = `${padded(uses, 10)} ${id}`;
  const row = JSON.stringify(source);
  if (kept && kept.row === row) {
    if (kept.sort !== sort) sql('UPDATE sources SET sort = ? WHERE key = ?').run(sort, kept.key);
    return;
  }
  const { key } = sql(
    `INSERT INTO sources (id, sort, kind, row) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET sort = excluded.sort, kind = excluded.kind, row = excluded.row RETURNING key`,
  ).get(id, sort, source.kind, row) as { readonly key: number };
  if (kept) sql('DELETE FROM sources_words WHERE rowid = ?').run(key);
  sql('INSERT INTO sources_words (rowid, words) VALUES (?, ?)').run(key, [source.name, ...source.aliases].join(' '));
}
