import { listCommand } from '../rows/list.ts';
import { forecastLines } from '../rows/views.ts';

export const forecasts = listCommand({
  kind: 'forecasts',
  summary: 'what was foreseen, and what became of it',
  examples: ['accordingto forecasts', 'accordingto forecasts --filter outcome=failed'],
  view: forecastLines,
});
