import { VERBS, type VerbRow } from './verbs.ts';

/** One form of a verb of the table. */
export interface VerbForm {
  readonly row: VerbRow;
  readonly takes: ReadonlySet<string>;
  readonly form: 'base' | 's' | 'past' | 'ing';
}

const endsInE = (lemma: string): boolean => lemma.endsWith('e') && !lemma.endsWith('ee');
const consonantY = (lemma: string): boolean => /[^aeiou]y$/.test(lemma);

/** Lemmas whose last letter doubles: the irregular past in the table shows it ("admitted"). */
const doubled = ({ lemma, past = '' }: VerbRow): boolean => past.split(' ').some((form) => form === `${lemma}${lemma.at(-1)}ed`);

/** The forms of one verb: its s-form, its past forms, its participle in -ing. */
export function formsOf(row: VerbRow): readonly (readonly [string, VerbForm['form']])[] {
  const { lemma } = row;
  const stem = endsInE(lemma) ? lemma.slice(0, -1) : doubled(row) ? `${lemma}${lemma.at(-1)}` : lemma;
  const s = consonantY(lemma) ? `${lemma.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const past = row.past
    ? row.past.split(' ')
    : [lemma.endsWith('e') ? `${lemma}d` : consonantY(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`];
  return [[lemma, 'base'], [s, 's'], ...past.map((form) => [form, 'past'] as const), [`${stem}ing`, 'ing']];
}

/** Every form of every verb, by its lower-cased spelling. Where two verbs share one, the earlier row keeps it. */
export const VERB_FORMS: ReadonlyMap<string, VerbForm> = (() => {
  const forms = new Map<string, VerbForm>();
  for (const row of VERBS) {
    const takes = new Set(row.takes.split(' '));
    for (const [spelling, form] of formsOf(row)) if (!forms.has(spelling) || form === 'past') forms.set(spelling, { row, takes, form });
  }
  return forms;
})();

/** Whether a lower-cased word is a form of a verb of the table. */
export const looksLikeVerb = (lower: string): boolean => VERB_FORMS.has(lower);

/** As above, for forms that are seldom nouns: "claimed", "says", not "claim". */
export const looksFinite = (lower: string): boolean => {
  const form = VERB_FORMS.get(lower)?.form;
  return form === 'past' || form === 's';
};
