/** Roles that speak for the body they belong to: what they say is the body's word, not a second voice. */
const SPEAKS_FOR =
  /\b(?:spokes\w+|press (?:secretary|officer)|chief executive|ceo|chief operating officer|chair(?:man|woman|person)?|president|vice[- ]president|director|head|general secretary|secretary[- ]general|secretary|commissioner|minister|coordinator|commander|chief|manager|leader|representative|official|lawyer|attorney|managing partner|general counsel|who runs)\b/i;
/** Roles that speak for themselves though they work somewhere. */
const SPEAKS_ALONE =
  /\b(?:former|ex|retired|campaign|analyst|economist|expert|professor|lecturer|researcher|engineer|doctor|nurse|priest|mayor|governor|senator|congress\w+|lawmaker|witness|resident|worker|employee|survivor|brother|father|mother|sister|wife|husband)\b/i;

/** Whether somebody of this title says what the body says. Nobody of no title does. */
export const speaksFor = (title: string): boolean => SPEAKS_FOR.test(title) && !SPEAKS_ALONE.test(title);

/** Who stands beside a body, against it or over a place, has left it or only works there: nobody of these speaks for it by the office. */
const NO_OFFICE =
  /\b(?:former|ex|retired|late|own(?:er)?|founder|insurer|operator|maker|manufacturer|sponsor|supplier|contractor|auditor|accountant|adviser|broker|landlord|tenant|buyer|subsidiary|affiliate|rival|opponent|critic|enemy|ally|partner|predecessor|successor|lawyer|attorney|solicitor|barrister|counsel|doctor|surgeon|physician|nurse|pathologist|priest|bishop|mayor|governor|senator|congress\w+|lawmaker|judge|magistrate|prosecutor|ombuds\w+|speaker|prime minister|president|premier|chancellor|king|queen|witness|resident|worker|employee|driver|steward|survivor|victim|patient|customer|shareholder|investor|prisoner|brother|father|mother|sister|wife|widow|husband|son|daughter|friend|neighbou?r|cousin|uncle|nephew|niece|capital|city|town|village|port|plane|ship|vessel|ferry|player|striker|captain|fan|supporter|author|winner|mediator|negotiator|ambassador)\b/i;

/** Whether somebody of this title holds an office of a body that the reports hear itself: what the registrar says is the registry's word. */
export const holdsOffice = (title: string): boolean => !NO_OFFICE.test(title);

/** The ministry that a minister heads, by the portfolio in the title: "Transport Minister" leads to "Transport Ministry", "deputy minister of health" to "Ministry of health". */
export function ministryOf(title: string): string[] {
  if (/\b(?:prime|former|junior|chief)\b/i.test(title)) return [];
  const bare = title.replace(/^(?:the\s)?deputy\s/i, '');
  const portfolio = /^minister (?:of|for) (?:the )?(.{3,40})$/i.exec(bare)?.[1];
  if (portfolio) return [`Ministry of ${portfolio}`];
  const secretary = /^(.{3,40}?) cabinet secretary$/i.exec(bare)?.[1];
  if (secretary) return [`${secretary} Ministry`, `Ministry of ${secretary}`];
  return /^\S+(?: \S+){0,3} minister$/i.test(bare) ? [bare.replace(/minister$/i, 'Ministry')] : [];
}

/** "The court's press office": whose it is, or null. */
export const pressOfficeOf = (name: string): string | null =>
  /^(?:the\s)?(.{3,60}?)[’']s (?:press|media|communications|information) (?:office|service|department|team|bureau)$/i.exec(name)?.[1] ??
  null;

/** Offices that speak for a body which the reports seldom name beside them, with the words that its name has. */
const OFFICES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:police (?:chief|commissioner|spokes\w+|officer)|chief of police|(?:chief |detective )?inspector|superintendent|constable)\b/i,
    'police',
  ],
  [/\b(?:chief|public|deputy|senior|state|special)?\s?prosecutor\b/i, 'prosecutors'],
  [/^(?:the )?chair(?:man|woman|person)?$/i, 'board'],
  [/\bharbou?r[- ]?master\b/i, 'harbour'],
  [/\bfire (?:chief|captain|commander)\b/i, 'fire service'],
  [/\bfire (?:chief|captain|commander)\b/i, 'fire brigade'],
  [/\bfire (?:chief|captain|commander)\b/i, 'fire department'],
];

/** The words by which the body of an office can be found: "fire chief" leads to the one fire service of the story. */
export const officeWords = (title: string): string[] => OFFICES.filter(([office]) => office.test(title)).map(([, words]) => words);
