import { listCommand } from '../rows/list.ts';
import { claimLines } from '../rows/views.ts';

export const claims = listCommand({
  kind: 'claims',
  summary: 'what is claimed, by how many, on whose independent word',
  examples: ['accordingto claims', 'accordingto claims --filter singleOrigin=true --csv'],
  view: claimLines,
});
