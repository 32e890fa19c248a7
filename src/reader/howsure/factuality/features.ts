import { ATTITUDES, CLAUSE_WALLS, CONDITIONALS, MODALS, NEGATIONS, SMALL } from '../words/attitudes.ts';

/** How many words to the left and to the right of an event are looked at. */
const LEFT = 16;
const RIGHT = 6;

const distance = (by: number): string => (by <= 1 ? '1' : by <= 2 ? '2' : by <= 4 ? '4' : by <= 8 ? '8' : 'far');
const form = (word: string): string => {
  if (word.endsWith('ing')) return 'ing';
  if (word.endsWith('ed')) return 'ed';
  if (word.endsWith('tion') || word.endsWith('ment') || word.endsWith('sion')) return 'noun';
  return word.endsWith('s') ? 's' : 'plain';
};

/**
 * What the regressor looks at for the event named by the word at `at`, as names of features that are all 1: the words beside it, and
 * to its left the nearest modal, negation, condition and words of attitude, with how far off they stand.
 * @param words a sentence in lower case, punctuation as words of its own
 */
export function factFeatures(words: readonly string[], at: number): readonly string[] {
  const word = words[at] ?? '';
  const back = (by: number): string => words[at - by] ?? '^';
  const ahead = (by: number): string => words[at + by] ?? '$';
  const features = new Set<string>([
    'bias',
    `w ${word}`,
    `end ${word.slice(-3)}`,
    `form ${form(word)}`,
    `-1 ${back(1)}`,
    `-2 ${back(2)}`,
    `-3 ${back(3)}`,
    `+1 ${ahead(1)}`,
    `+2 ${ahead(2)}`,
    `-21 ${back(2)} ${back(1)}`,
    `-1f ${back(1)} ${form(word)}`,
    `-2f ${back(2)} ${back(1)} ${form(word)}`,
  ]);
  addLeft(features, words, at, word);
  for (let by = 1; by <= RIGHT && at + by < words.length; by++) {
    const next = words[at + by] as string;
    features.add(`r ${next}`);
    const attitude = ATTITUDES.get(next);
    if (attitude) features.add(`ra ${attitude} ${distance(by)}`);
    if (NEGATIONS.has(next)) features.add(`rneg ${distance(by)}`);
  }
  if (words.at(-1) === '?' || words.at(-2) === '?') features.add('question');
  if (at < 3) features.add(`start ${form(word)}`);
  return [...features];
}

/** The words to the left: by distance, and the nearest of each kind, also with whether a clause's end stands between. */
function addLeft(features: Set<string>, words: readonly string[], at: number, word: string): void {
  let walls = 0;
  let negation = '';
  let modal = '';
  const near: string[] = [];
  for (let by = 1; by <= LEFT && at - by >= 0; by++) {
    const left = words[at - by] as string;
    if (CLAUSE_WALLS.has(left)) walls++;
    const zone = walls === 0 ? distance(by) : `wall${Math.min(walls, 2)}`;
    if (walls === 0) features.add(by <= 5 ? `l ${left}` : `ll ${left}`);
    else if (walls === 1) features.add(`lw ${left}`);
    if (NEGATIONS.has(left)) {
      features.add(`neg ${zone}`);
      if (walls === 0) negation ||= distance(by);
    }
    if (MODALS.has(left)) {
      features.add(`modal ${left} ${zone}`);
      if (walls === 0) modal ||= left;
    }
    if (CONDITIONALS.has(left)) features.add(`cond ${left} ${zone}`);
    const attitude = ATTITUDES.get(left);
    if (attitude) {
      features.add(`att ${attitude} ${zone}`);
      if (walls === 0 && near.length < 2 && attitude !== 'chance') near.push(attitude);
    }
    if (left === 'to' && by <= 2) governor(features, words, at - by, form(word));
    if (left === 'that' && walls === 0) features.add(`that ${words[at - by - 1] ?? '^'}`);
  }
  features.add(`nm ${negation ? 'neg' : ''} ${modal}`);
  features.add(`nma ${negation ? 'neg' : ''} ${modal ? 'modal' : ''} ${near[0] ?? ''}`);
  features.add(`aa ${near.join(' ')}`);
  features.add(`nmf ${negation ? 'neg' : ''} ${modal} ${form(word)}`);
}

/** What governs "to …": the nearest word before it that is no little one, and whether it is denied. */
function governor(features: Set<string>, words: readonly string[], to: number, shape: string): void {
  features.add('to');
  for (let by = 1; by <= 4 && to - by >= 0; by++) {
    const left = words[to - by] as string;
    if (SMALL.has(left)) continue;
    features.add(`gov ${left}`);
    features.add(`govd ${left} ${by}`);
    const attitude = ATTITUDES.get(left);
    const denied = [1, 2, 3].some((more) => NEGATIONS.has(words[to - by - more] ?? ''));
    features.add(`gova ${attitude ?? ''} ${denied ? 'neg' : ''} ${shape}`);
    return;
  }
  features.add('gov none');
}
