import { FIRST } from './first.ts';
import { JUDGED } from './judged.ts';
import { STORIES, STORY_WORDS } from './stories.ts';
import { VERSIONS } from './versions.ts';
import { WATCH_LEASE } from './watch-lease.ts';

/**
 * Every schema the ledger has had, in order: the file's `user_version` is how many of them it has been through. A migration is
 * never changed once it has been released. `rebuild` says that derived tables must be made again after it.
 */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly rebuild: boolean;
}

export const MIGRATIONS: readonly Migration[] = [
  { name: 'first', sql: FIRST, rebuild: false },
  { name: 'stories', sql: STORIES, rebuild: false },
  { name: 'versions', sql: VERSIONS, rebuild: true },
  { name: 'judged', sql: JUDGED, rebuild: true },
  { name: 'story words', sql: STORY_WORDS, rebuild: false },
  { name: 'watch lease', sql: WATCH_LEASE, rebuild: false },
];
