import { listCommand } from '../rows/list.ts';
import { oneLine } from '../terminal/printable.ts';

export const sources = listCommand({
  kind: 'sources',
  summary: 'who is quoted, under every name',
  examples: ['accordingto sources', 'accordingto sources ministry --json'],
  view: async ({ id, name, kind, aliases }, { colours }) => [
    `${colours.cyan(oneLine(name))} (${kind}) ${colours.dim(id)}`,
    ...(aliases.length > 0 ? [`  also ${aliases.slice(0, 8).map(oneLine).join(' · ')}`] : []),
  ],
});
