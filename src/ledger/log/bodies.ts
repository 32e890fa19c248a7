import type { Evidence, Judgement, Look, Warning } from '../../model/index.ts';

/**
 * The bodies of the log's entries. What is large (a reading, a linking) stands compressed beside the log under its hash, and the
 * entry names the hash: the chain covers it, and the log itself stays quick to walk.
 */
export interface ReportBody {
  readonly report: string;
  readonly givenId: string | null;
  /** The hash of the bytes as they came: their key among the blobs. */
  readonly raw: string;
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
  /** What intake warned of. */
  readonly warnings: readonly Warning[];
  /** The hash of the reading's canonical JSON. */
  readonly reading: string;
  /** Which intake chose its fields; entries of before do not say. */
  readonly intake?: string;
}

/** A later reading of a report that was there. */
export interface ReadingBody {
  readonly report: string;
  readonly reading: string;
}

/** A whole linking or a delta. */
export interface LinkingBody {
  readonly version: string;
  readonly linking: string;
  readonly counts: Readonly<Record<string, number>>;
}

export type JudgementBody = Judgement;
export type LookBody = Look;

/** The blobs that an entry's body names, each with what it holds. */
export function blobsOf(kind: string, body: unknown): readonly { readonly hash: string; readonly what: 'raw' | 'report' | 'entry' }[] {
  if (kind === 'report') {
    const { raw, reading } = body as ReportBody;
    return [
      { hash: raw, what: 'raw' },
      { hash: reading, what: 'report' },
    ];
  }
  if (kind === 'reading') return [{ hash: (body as ReadingBody).reading, what: 'report' }];
  if (kind === 'linking' || kind === 'linking-delta') return [{ hash: (body as LinkingBody).linking, what: 'entry' }];
  return [];
}
