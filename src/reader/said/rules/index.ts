import type { Step } from '../../step.ts';
import { attributionsByRules } from './attributions.ts';

export { attributionsByRules } from './attributions.ts';

/** Adds `attributions` by rules: the fallback where no model is at hand, and the baseline that one is measured against. */
export const saidByRules = (): Step<'sentences', 'attributions'> => ({
  name: 'said-rules',
  version: '1',
  needs: ['sentences'],
  adds: ['attributions'],
  annotate: ({ report, sentences }) => ({ attributions: attributionsByRules(report.text, sentences) }),
});
