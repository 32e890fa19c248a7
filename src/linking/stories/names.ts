import type { Report } from '../../model/index.ts';
import { fold } from '../words/normalise.ts';

/** Capitalised words that stand in news of every kind: they bring no two reports of one event together. */
const EVERYWHERE = new Set(
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  mr mrs ms dr sir president minister prime government ministry parliament senate house congress court police army state states united nations
  north south east west northern southern eastern western central national international american european british english french german
  chinese russian u.s us uk eu un america europe asia africa england britain reuters ap afp i the a it he she they we in on at for but and
  god internet facebook twitter television english god christmas easter street road avenue university hospital church school company group
  directorate department agency bureau committee commission council federation union association institute survey board bank service authority
  office staff health rescue civil protection transport housing defence defense foreign interior finance industry education justice trade labour
  labor energy agriculture environment culture sports workers relief emergency geological meteorological medical public general secretary colonel
  col capt gen lt maj editor spokesman spokeswoman spokesperson news daily times post herald courier wire press radio tv`
    .split(/\s+/)
    .filter(Boolean),
);

const CAPITAL = /(?<=[\p{Ll}\p{N},;:—–)’'”"]\s["“‘]?)\p{Lu}[\p{L}\p{N}’'.-]*\p{L}/gu;
/** A name that begins a sentence: another follows ("Milena Stojk was"), or it is somebody's ("Karvenergo's fitters"). */
const FIRST = /(?<=^|\n|[.!?]["”’]?\s)["“‘]?(\p{Lu}\p{Ll}{2,})(?=\s\p{Lu}\p{Ll}|[’']s\s)/gu;
const STARTERS = new Set(
  `the this that these those and but for nor yet our his her its their when where while after before since until once with without from into under over
  two three four five six seven eight nine ten eleven twelve many most some all both each every few several other another last next what who why how
  one not only even also then there here now if as so because although though according former`
    .split(/\s+/)
    .filter(Boolean),
);

/** Names a report is known by: more would bring in what it mentions in passing. */
const MOST_NAMES = 24;
/** Characters that are looked at: who a report is about stands at its beginning. */
const MOST_CHARACTERS = 20_000;

/** The names that a report is known by, the most frequent first: capitalised words within sentences, folded. */
export function storyNames(report: Pick<Report, 'text' | 'title'>): string[] {
  const counts = new Map<string, number>();
  const text = `${report.text.slice(0, MOST_CHARACTERS)}`;
  const first = [...text.matchAll(FIRST)].map((match) => match[1] as string).filter((word) => !STARTERS.has(word.toLowerCase()));
  for (const match of [...(text.match(CAPITAL) ?? []), ...first]) {
    const name = fold(match);
    if (name.length > 2 && !EVERYWHERE.has(name) && !/\d/.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(([name]) => name);
}
