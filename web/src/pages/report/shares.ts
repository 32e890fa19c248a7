import type { ReportDetail } from '../../api/types.ts';
import { NOBODY, OWN_VOICE, sourceKey } from '../../words/names.ts';

/** How much of a report stands on one source's word, counted in characters of what it vouches for. */
export interface Share {
  readonly key: string;
  readonly name: string;
  readonly kind: 'source' | 'own' | 'nobody';
  /** The source's page; null where it has none. */
  readonly sourceId: string | null;
  readonly characters: number;
  readonly part: number;
  readonly statements: number;
}

const length = (spans: readonly (readonly [number, number])[]): number =>
  spans.reduce((sum, [start, end]) => sum + Math.max(0, end - start), 0);

/** Largest first, then the outlet's own voice and nobody named. Only outermost statements count, so no word counts twice. */
export function sharesOf(report: Pick<ReportDetail, 'statements' | 'unattributed' | 'sources'>): readonly Share[] {
  const names = new Map(report.sources.map(({ id, name }) => [id, name]));
  const sums = new Map<string, Omit<Share, 'part'>>();
  const add = (row: Omit<Share, 'part' | 'characters' | 'statements'>, characters: number): void => {
    const before = sums.get(row.key);
    sums.set(row.key, { ...row, characters: (before?.characters ?? 0) + characters, statements: (before?.statements ?? 0) + 1 });
  };
  for (const statement of report.statements) {
    if (statement.depth > 0) continue;
    const key = sourceKey(statement);
    const characters = length(statement.content.spans);
    if (statement.voice === 'outlet') add({ key: 'own voice', name: OWN_VOICE, kind: 'own', sourceId: null }, characters);
    else if (key === null) add({ key: 'nobody', name: NOBODY, kind: 'nobody', sourceId: null }, characters);
    else {
      const { sourceId, source } = statement;
      const name = (sourceId && names.get(sourceId)) || source?.name || source?.text || key;
      add({ key, name, kind: 'source', sourceId: sourceId && names.has(sourceId) ? sourceId : null }, characters);
    }
  }
  for (const { content } of report.unattributed) {
    add({ key: 'own voice', name: OWN_VOICE, kind: 'own', sourceId: null }, length(content.spans));
  }
  const rank = { source: 0, nobody: 1, own: 2 };
  const total = [...sums.values()].reduce((sum, { characters }) => sum + characters, 0) || 1;
  return [...sums.values()]
    .sort((a, b) => rank[a.kind] - rank[b.kind] || b.characters - a.characters)
    .map((row) => ({ ...row, part: row.characters / total }));
}
