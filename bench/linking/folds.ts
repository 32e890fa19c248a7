import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Options that every fit has: parts of which each is left out once, a folder of stories that are learned from and never measured on, and what those weigh. */
export const FOLD_OPTIONS = {
  folds: { type: 'string', default: '8' },
  learn: { type: 'string' },
  weigh: { type: 'string', default: '1' },
} as const;

/** Examples that weigh so much of what they do. */
export const lighter = <Row extends { readonly weight: number }>(rows: readonly Row[], share: number): Row[] =>
  rows.map((row) => ({ ...row, weight: row.weight * share }));

/** Stories in so many parts, every so-many-th in one, and with each part all the others. */
export function foldsOf<Story>(
  stories: readonly Story[],
  folds: number,
): { readonly left: readonly Story[]; readonly others: readonly Story[] }[] {
  const count = Math.min(folds, stories.length);
  return Array.from({ length: count }, (_, fold) => ({
    left: stories.filter((__, i) => i % count === fold),
    others: stories.filter((__, i) => i % count !== fold),
  }));
}

/** Each made after the one before, as one reader serves all. */
export async function inTurn<Made>(files: readonly string[], make: (file: string) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (const file of files) made.push(await make(file));
  return made;
}

/** The stories of a folder, in order of name; none where no folder is named. */
export const storiesIn = (folder: string | undefined): string[] =>
  folder === undefined
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(folder, name));
