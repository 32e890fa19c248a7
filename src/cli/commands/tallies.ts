import { listCommand } from '../rows/list.ts';
import { tallyLines } from '../rows/views.ts';

export const tallies = listCommand({
  kind: 'tallies',
  summary: 'how each figure moved: who gave it, as of when, first or revised',
  examples: ['accordingto tallies', 'accordingto tallies --json'],
  view: tallyLines,
});
