import type { Certainty, Statement } from '../../../model/index.ts';

type Stance = NonNullable<Statement['stance']>;

/** What a cue's word says about the content: how sure the source is (null: nothing), and the stance with which the content is handed on. */
export interface CueWords {
  readonly words: string;
  readonly level: Certainty['level'] | null;
  readonly stance: Stance;
  /** Which content that hangs on the word is about what is to come: any, one that begins with "to", one with "to" in it, one in "-ing". */
  readonly ahead: 'always' | 'begins with to' | 'has to' | 'begins with -ing' | null;
  readonly example: string;
}

const rows = (
  level: CueWords['level'],
  stance: Stance,
  forms: string,
  example: (form: string) => string,
  ahead: CueWords['ahead'] = null,
): readonly CueWords[] => forms.split(', ').map((words) => ({ words, level, stance, ahead, example: example(words) }));

const said = (form: string): string => `The ministry ${form} that the bridge was hit.`;

const will = (form: string): string => `The ministry ${form} to leave.`;
const expects = (form: string): string => `The ministry ${form} the army to leave.`;

/**
 * Verbs and nouns of the cue. The longest row wins; of several in one cue the first that is no bare handing on. A cue of none of these
 * asserts. What a "not" or "never" before a row makes of it: `NEGATED`.
 */
export const CUE_WORDS: readonly CueWords[] = [
  ...rows(null, 'asserts', 'said, says, say, told, tells, reported, announced, announces, added, stated, wrote', said),
  ...rows(
    'denied',
    'denies',
    'denied, denies, deny, denying, rejected, rejects, dismissed, dismisses, refuted, refutes, disputed, disputes, rebutted, false, untrue, baseless, nonsense',
    said,
  ),
  ...rows('denied', 'denies', 'ruled out, rules out, ruling out', (form) => `The ministry ${form} leaving.`, 'begins with -ing'),
  ...rows(
    'possible',
    'reports',
    'did not rule out, does not rule out, do not rule out, not ruled out, not ruling out, cannot rule out, could not rule out, would not rule out, refused to rule out, declined to rule out',
    said,
  ),
  ...rows('unlikely', 'denies', 'refused to believe, refuses to believe, hard to believe', said),
  ...rows('denied', 'denies', 'denial', (form) => `The ministry repeated its ${form} of a strike.`),
  ...rows('unlikely', 'denies', 'doubts, doubted, doubt, doubtful, skeptical, sceptical, questioned, questions', said),
  ...rows(
    'certain',
    'asserts',
    'confirmed, confirms, confirming, confirm, acknowledged, acknowledges, admitted, admits, conceded, concedes, insisted, insists, proved, proves, certain, sure, convinced, affirmed, reaffirmed, verified, no doubt, little doubt',
    said,
  ),
  ...rows(
    'probable',
    'asserts',
    'believes, believed, believe, thinks, think, thought, assessed, assesses, assess, estimated, estimates, estimate, concluded, concludes, presumes, assumes, assumed, confident, understands, reckons, reckoned',
    said,
  ),
  ...rows(
    'probable',
    'asserts',
    'expects, expected, expect, predicted, predicts, predict, forecast, forecasts, anticipates, anticipated, projects, projected, foresees',
    expects,
    'has to',
  ),
  ...rows('probable', 'asserts', 'plans, planned, intends, intended, aims, is preparing, are preparing', will, 'begins with to'),
  ...rows(
    'possible',
    'hedges',
    'suggested, suggests, suggesting, hinted, hints, speculated, speculates, suspects, suspected, suspect, wondered, wonders, indicated, indicates, signalled, signaled, signals, implied, implies, not sure, not certain, unsure',
    said,
  ),
  ...rows('possible', 'hedges', 'fears, feared, fear, hopes, hoped, hope', expects, 'has to'),
  ...rows(
    null,
    'asserts',
    'vowed, vows, vow, promised, promises, promise, pledged, pledges, pledge, threatened, threatens, threaten',
    will,
    'always',
  ),
  ...rows(
    null,
    'asserts',
    'swore, agreed, agrees, agree, offered, offers, offer, refused, refuses, refuse, decided, undertook, volunteered',
    will,
    'begins with to',
  ),
  ...rows(
    null,
    'hedges',
    'claimed, claims, claim, claiming, alleged, alleges, allege, alleging, allegedly, purportedly, purported, rumored, rumoured, reportedly, supposedly, contends, contended, contend, maintained, maintains',
    said,
  ),
  ...rows(null, 'reports', 'quoted, quoting, cited, citing, cites, quotes, relayed, carried, reported by, told of', said),
  ...rows('possible', 'reports', 'reports say, reports said, according to reports, rumour has it, rumor has it', said),
  ...rows(
    'unknown',
    'reports',
    'declined to say, declines to say, declined to confirm, declined to comment, declined to discuss, refused to say, refuses to say, refused to confirm, refused to comment, refused to discuss, could not say, could not confirm, cannot say, cannot confirm, could not verify, would not say, would not confirm, would not comment, neither confirmed nor denied, unable to say, unable to confirm, yet to say, yet to confirm, yet to comment, not yet said',
    said,
  ),
];

/** Words that turn the next few of a cue round: "did not deny", "has never said". */
export const NEGATORS: ReadonlySet<string> = new Set(['not', 'never', 't', 'cannot', 'nor', 'neither']);

/** What a row becomes behind one of `NEGATORS`: to think something not so is to find it unlikely; not to say or deny it is to say nothing. */
export const negated = ({ level }: CueWords): Pick<CueWords, 'level' | 'stance'> =>
  level === 'probable' ? { level: 'unlikely', stance: 'denies' } : { level: 'unknown', stance: 'reports' };
