import type { LedgerReport, Report, Statement } from '../model/index.ts';

/** One report as linking is handed it: its statements with the outlet's own (`voice: 'outlet'`) among them. */
export interface LinkReport {
  readonly report: Report;
  readonly statements: readonly Statement[];
}

/** A statement with its report: what most decisions look at. */
export interface Placed {
  readonly statement: Statement;
  readonly report: Report;
}

export interface Copy {
  readonly report: string;
  readonly copyOf: string;
  readonly copyKind: NonNullable<LedgerReport['copyKind']>;
  /** 0 to 1: how much of the copy stands in the other. */
  readonly containment: number;
  readonly reason: string;
  /** Paragraphs of the original that the copy leaves out, and its own that it adds: [start, end) into each text. */
  readonly cut: readonly (readonly [number, number])[];
  readonly added: readonly (readonly [number, number])[];
}

/** A time of publication as a number for ordering, in milliseconds: undated comes last. */
export function publishedAt(published: string | null): number {
  const parsed = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(parsed) ? Number.POSITIVE_INFINITY : parsed;
}

/** Publication for ordering; undated reports come last, ties go by id. */
export function byPublication(a: Pick<Report, 'id' | 'published'>, b: Pick<Report, 'id' | 'published'>): number {
  const [first, second] = [publishedAt(a.published), publishedAt(b.published)];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
