import { listCommand } from '../rows/list.ts';
import { oneLine } from '../terminal/printable.ts';
import { wrap } from '../terminal/wrap.ts';

export const timeline = listCommand({
  kind: 'timeline',
  summary: 'what is said to have happened when, and where',
  examples: ['accordingto timeline', 'accordingto timeline --csv'],
  view: async ({ when, what, where }, { width }) => {
    const [first = '', ...rest] = wrap(`${oneLine(what)}${where ? ` (${oneLine(where)})` : ''}`, width - 24);
    return [`${when.padEnd(24)}${first}`, ...rest.map((line) => ' '.repeat(24) + line)];
  },
});
