import type { SourceKind } from '../../model/index.ts';
import { fold } from '../words/normalise.ts';

/** Which kinds may be one source under two names. */
export type KindClass = 'person' | 'body' | 'document' | 'anonymous' | 'unknown';

export const kindClass = (kind: SourceKind): KindClass => {
  if (kind === 'person' || kind === 'document' || kind === 'anonymous' || kind === 'unknown') return kind;
  return 'body';
};

const TITLES = new Set(
  `mr mrs ms miss dr sir dame lord lady prof professor col colonel gen general lt lieutenant maj major capt captain sgt sergeant adm admiral
  brig brigadier commander commodore corporal supt superintendent inspector detective constable commissioner assistant premier chancellor
  president minister prime deputy vice chief executive chairman chairwoman chair secretary governor mayor senator sen rep representative congressman
  congresswoman judge justice ambassador father sister brother rev reverend bishop archbishop pope king queen prince princess imam sheikh`
    .split(/\s+/)
    .filter(Boolean),
);

/** A person's names without titles, initials kept: "Col. Rolf Danner" gives ["rolf", "danner"]. */
export function personNames(name: string): string[] {
  const words = fold(name.replace(/^(?:the\s)?(?:H\.?E\.?|Hon\.?)\s/i, ''))
    .split(' ')
    .filter(Boolean);
  const bare = words.filter((word) => !TITLES.has(word));
  return bare.length > 0 ? bare : words;
}

/** Whether two persons' names can be one person's: same last name, and first names equal or one the other's initial. */
export function samePerson(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2 || a.at(-1) !== b.at(-1)) return false;
  const [first, second] = [a[0] as string, b[0] as string];
  if (first === second) return true;
  return (first.length === 1 && second.startsWith(first)) || (second.length === 1 && first.startsWith(second));
}

/** Words that name nobody: articles, prepositions, and the "on Saturday" that can stand before a subject. */
const SMALL = new Set(
  `the a an of for and in on at to de la le del der des du its their his her our s last this next week month year earlier later yesterday today
  monday tuesday wednesday thursday friday saturday sunday`
    .split(/\s+/)
    .filter(Boolean),
);

/** The words that make a body this body: "the Ministry of Defence" and "the defence ministry" give the same ones. */
export const bodyWords = (name: string): string[] => [
  ...new Set(
    fold(name)
      .split(' ')
      .filter((word) => word.length > 0 && !SMALL.has(word)),
  ),
];

/** "Varnia" and "Varnian", "defence" and "defense": one word in two forms. Long common beginnings only. */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  const common = Math.max(4, shorter - 2);
  return shorter >= 4 && Math.abs(a.length - b.length) <= 4 && a.slice(0, common) === b.slice(0, common);
}

/** Whether every word of `inner` has its like in `outer`. */
export const wordsWithin = (inner: readonly string[], outer: readonly string[]): boolean =>
  inner.every((word) => outer.some((other) => sameWord(word, other)));

/** "NIS" for "National Intelligence Service": the initials of the words that count. */
export function isAcronymOf(short: string, long: string): boolean {
  if (!/^\p{Lu}[\p{Lu}\p{N}.]{1,9}$/u.test(short)) return false;
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const words = fold(long).split(' ').filter(Boolean);
  const strict = words
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('');
  return words.length > 1 && (strict === letters || words.map((word) => word[0]).join('') === letters);
}

/** A name rather than a description: it holds a capital beyond its first word, or its only word is one. */
export const isProperName = (name: string): boolean => /(?:^|[\s(])(?:\p{Lu}[\p{L}’'.-]*)/u.test(name.replace(/^(?:the|a|an)\s+/i, ''));

/** Nouns that say what a body or a document is. */
export const HEADS = new Set(
  `ministry department agency service directorate survey commission committee council office bureau authority union federation association company
  group firm government army navy police court parliament party bank university hospital institute institution newspaper board staff command
  memo report minutes statement letter document pictures images video logbook papers list note survey bulletin`
    .split(/\s+/)
    .filter(Boolean),
);

/** "Quill Motors and the Federation of Smiths" are two; "Ministry of Health and the Environment" is one. */
const COORDINATED = /^(?<first>(?:(?!\b(?:of|for)\b)[^,]){3,60}?)\sand\sthe\s(?<second>\p{Lu}[^,]{2,80})$/u;

/** The two bodies that a name puts side by side, or null where it is one. */
export function conjunctsOf(name: string): readonly [string, string] | null {
  const groups = COORDINATED.exec(name.replace(/^the\s/i, ''))?.groups;
  return groups?.first && groups.second && isProperName(groups.first) ? [groups.first, groups.second] : null;
}
