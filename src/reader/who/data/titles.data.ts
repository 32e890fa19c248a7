import type { Gender } from '../entity.ts';

/** Words before a name that make it a person's, lower-cased without their full stop, with the gender that they show. */
const rows = (words: string, gender: Gender): readonly (readonly [string, Gender])[] => words.split(' ').map((word) => [word, gender]);

export const TITLES: ReadonlyMap<string, Gender> = new Map([
  ...rows('mr sir lord king prince pope father brother imam sheikh baron duke emir', 'male'),
  ...rows('mrs ms miss lady dame queen princess sister baroness duchess', 'female'),
  ...rows('dr prof professor rev reverend bishop archbishop cardinal rabbi ayatollah mx', 'unknown'),
  ...rows(
    'col colonel gen general lt lieutenant maj major capt captain cmdr commander adm admiral brig brigadier sgt sergeant cpl corporal pvt private marshal commodore officer detective inspector det insp supt superintendent sheriff constable',
    'unknown',
  ),
  ...rows(
    'president premier chancellor minister senator sen rep representative congressman congresswoman gov governor mayor judge justice ambassador secretary speaker chief commissioner chairman chairwoman director prosecutor counsellor councillor envoy',
    'unknown',
  ),
  ...rows('spokesman', 'male'),
  ...rows('spokeswoman', 'female'),
  ...rows('spokesperson', 'unknown'),
]);

/** Words that belong to a title beside the one that makes it: "Deputy Foreign Minister", "Chief Executive", "Attorney General". */
export const TITLE_PARTS: ReadonlySet<string> = new Set(
  'prime foreign defence defense interior finance justice deputy vice acting former chief executive attorney general first second senior state secretary of health economy energy trade transport education home environment lieutenant major brigadier rear air vice-president ex-president opposition leader press house senate majority minority police fire army navy city county'.split(
    ' ',
  ),
);

/** Ranks and offices in short, and what they stand for: "the colonel" is "Col. Orr". */
export const LONG_FORM: ReadonlyMap<string, string> = new Map([
  ['col', 'colonel'],
  ['gen', 'general'],
  ['lt', 'lieutenant'],
  ['maj', 'major'],
  ['capt', 'captain'],
  ['cmdr', 'commander'],
  ['adm', 'admiral'],
  ['brig', 'brigadier'],
  ['sgt', 'sergeant'],
  ['prof', 'professor'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['rev', 'reverend'],
  ['dr', 'doctor'],
  ['det', 'detective'],
  ['insp', 'inspector'],
]);
