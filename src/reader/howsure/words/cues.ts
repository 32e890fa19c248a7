import type { Certainty, Statement } from '../../../model/index.ts';

type Stance = NonNullable<Statement['stance']>;

/** What a cue's word says about the content: how sure the source is (null: nothing), and the stance with which the content is handed on. */
export interface CueWords {
  readonly words: string;
  readonly level: Certainty['level'] | null;
  readonly stance: Stance;
  readonly example: string;
}

const rows = (level: CueWords['level'], stance: Stance, forms: string, example: (form: string) => string): readonly CueWords[] =>
  forms.split(', ').map((words) => ({ words, level, stance, example: example(words) }));

const said = (form: string): string => `The ministry ${form} that the bridge was hit.`;

/** Verbs and nouns of the cue. The longest row wins; a cue of none of these asserts. */
export const CUE_WORDS: readonly CueWords[] = [
  ...rows(
    'denied',
    'denies',
    'denied, denies, deny, denying, rejected, rejects, dismissed, dismisses, refuted, refutes, disputed, disputes',
    said,
  ),
  ...rows('denied', 'denies', 'ruled out, denial', (form) => `The ministry ${form} a strike.`),
  ...rows('unlikely', 'denies', 'doubts, doubted, doubt, doubtful, skeptical, sceptical, questioned, questions', said),
  ...rows(
    'certain',
    'asserts',
    'confirmed, confirms, confirming, acknowledged, acknowledges, admitted, admits, conceded, concedes, insisted, insists, proved, proves, certain, convinced, affirmed, reaffirmed, verified',
    said,
  ),
  ...rows(
    'probable',
    'asserts',
    'believes, believed, believe, thinks, thought, assessed, assesses, assess, estimated, estimates, estimate, concluded, concludes, presumes, assumes, assumed, expects, expected, expect, predicted, predicts, predict, forecast, forecasts, anticipates, confident, understands',
    said,
  ),
  ...rows(
    'possible',
    'hedges',
    'suggested, suggests, suggesting, hinted, hints, speculated, speculates, suspects, suspected, suspect, fears, feared, fear, wondered, hopes, hoped, indicated, indicates',
    said,
  ),
  ...rows(
    null,
    'hedges',
    'claimed, claims, claim, claiming, alleged, alleges, allege, alleging, allegedly, purportedly, purported, rumored, rumoured, reportedly, supposedly, contends, contended, contend, maintained, maintains',
    said,
  ),
  ...rows(
    null,
    'reports',
    'quoted, quoting, cited, citing, cites, quotes, relayed, carried, reported by, reports say, reports said, according to reports, told of',
    said,
  ),
];
