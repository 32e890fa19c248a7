import { canonicalJson, sha256 } from '../canonical/canonical.ts';
import type { Entry } from '../port.ts';

/** What the first entry names as the one before it. */
export const GENESIS = '0'.repeat(64);

/** What the log records. */
export const ENTRY_KINDS = ['report', 'reading', 'linking', 'linking-delta', 'judgement', 'look'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export type EntryDraft = Omit<Entry, 'sequence' | 'previous' | 'hash'>;
export type EntryHead = Pick<Entry, 'sequence' | 'hash'>;

/** Where an empty log stands. */
export const EMPTY_HEAD: EntryHead = { sequence: 0, hash: GENESIS };

/** SHA-256 over the canonical JSON of the whole entry but its hash. The hash before is part of it, so each covers all before it. */
export const entryHash = ({ sequence, at, by, kind, body, previous }: Omit<Entry, 'hash'>): string =>
  sha256(canonicalJson({ sequence, at, by, kind, body, previous }));

/** The entry that follows `head`. */
export function nextEntry(head: EntryHead, draft: EntryDraft): Entry {
  const entry = { ...draft, sequence: head.sequence + 1, previous: head.hash };
  return { ...entry, hash: entryHash(entry) };
}

/** What does not hold about `entry` standing after `head`; null where all does. */
export function brokenLink(head: EntryHead, entry: Entry): string | null {
  if (entry.sequence !== head.sequence + 1) return `entry ${entry.sequence} stands where ${head.sequence + 1} should`;
  if (entry.previous !== head.hash) return 'it does not name the hash of the entry before it';
  if (entry.hash !== entryHash(entry)) return 'its words do not have its hash: it was changed after it was written';
  return null;
}
