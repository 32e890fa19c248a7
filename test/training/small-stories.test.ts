import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'training/bearing/stories';
const KINDS = ['contradicts', 'updates', 'corrects', 'endorses', 'denies'];
const WINDOW = /^(?:\.\.|\d{4}(?:-\d\d){0,2})(?:\/(?:\.\.|\d{4}(?:-\d\d){0,2}))?$/;

interface SmallStory {
  readonly reports: readonly {
    readonly outlet: string;
    readonly day: string;
    readonly text: readonly (readonly [string, string, string])[];
  }[];
  readonly relations?: readonly (readonly [string, string, string])[];
  readonly forecasts?: readonly { readonly claim: string; readonly window: string; readonly outcome: string; readonly by?: string }[];
}

/** Where each claim is told first, by the number of its sentence. */
function firstTold({ reports }: SmallStory): Map<string, number> {
  const found = new Map<string, number>();
  reports
    .flatMap(({ text }) => text)
    .forEach(([claim], i) => {
      const name = claim.replace('-', '');
      if (name && !found.has(name)) found.set(name, i);
    });
  return found;
}

/** What is wrong with a sentence's form. */
function wrongIn([claim, , sentence]: readonly [string, string, string]): string[] {
  const brackets = sentence.replace(/[^[\]]/g, '');
  if (!/^(?:-?[a-z]{1,2})?$/.test(claim)) return [`claim ${claim}`];
  return brackets === (claim ? '[]' : '') ? [] : [`brackets: ${sentence}`];
}

function wrongWith(story: SmallStory): string[] {
  const told = firstTold(story);
  const days = story.reports.map(({ day }) => day);
  const relations = (story.relations ?? []).filter(
    ([later, earlier, kind]) => !KINDS.includes(kind) || !((told.get(later) ?? -1) > (told.get(earlier) ?? Number.POSITIVE_INFINITY)),
  );
  const forecasts = (story.forecasts ?? []).filter(({ claim, window, outcome, by = '' }) => {
    const settled = outcome === 'pending' || (told.get(by) ?? -1) > (told.get(claim) ?? Number.POSITIVE_INFINITY);
    return !told.has(claim) || !WINDOW.test(window) || !['fulfilled', 'failed', 'pending'].includes(outcome) || !settled;
  });
  return [
    ...(story.reports.length < 3 ? ['fewer than three reports'] : []),
    ...(days.some((day, i) => !/^\d{4}-\d\d-\d\d$/.test(day) || day < (days[i - 1] ?? '')) ? [`days: ${days.join(' ')}`] : []),
    ...story.reports.flatMap(({ text }) => text.flatMap(wrongIn)),
    ...relations.map((row) => `relation: ${row.join(' ')}`),
    ...forecasts.map((row) => `forecast: ${JSON.stringify(row)}`),
  ];
}

describe('the small stories that the network of bearings learns from', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl')))('%s is well formed', (name) => {
    const lines = readFileSync(join(FOLDER, name), 'utf8').trimEnd().split('\n');
    const wrong = lines.flatMap((line, i) => wrongWith(JSON.parse(line) as SmallStory).map((what) => `${i + 1}: ${what}`));
    expect(wrong).toEqual([]);
    expect(lines.length).toBeGreaterThan(20);
  });
});
