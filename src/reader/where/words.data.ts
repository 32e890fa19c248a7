const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Titles: the name behind one is a person's ("Mr Washington"). */
export const TITLES = words(`
mr mrs ms miss dr sir lord lady prof professor president vice chancellor premier pm king queen prince princess pope imam sheikh ayatollah rabbi rev reverend father sister brother
gen general col colonel maj major capt captain lt lieutenant sgt sergeant cpl corporal pvt private adm admiral cmdr commander officer detective inspector chief constable deputy trooper sheriff
sen senator rep representative congressman congresswoman gov governor mayor councilman councilwoman councillor judge justice attorney secretary minister ambassador spokesman spokeswoman coach
`);

/** Places that are also given to persons: "Paris Hilton", "Austin Butler". */
export const ALSO_GIVEN = words(`
paris chelsea brooklyn florence charlotte sydney austin dallas jordan israel virginia georgia carolina savannah madison jackson lincoln houston chester kent troy logan sofia
adelaide victoria francis diego santiago india asia cleveland orlando denver phoenix trenton camden bristol milan vienna lourdes kingston preston clifton ashton dayton hudson
`);

/** Words behind a place's name that make the whole a body, a road or a paper, not the place. */
export const NAME_TAILS = words(`
university college school institute hospital church cathedral mosque street st road rd avenue ave lane drive dr boulevard blvd highway parkway square bridge airport station stadium arena park
times post herald tribune journal news gazette star telegraph guardian press chronicle observer courier
inc corp corporation co company ltd llc bank group association society foundation center centre museum library theater theatre hotel department police council committee commission
united city fc rovers wanderers accord accords agreement treaty declaration pact festival championship championships games cup open derby marathon
`);

/** Verbs that only a government does: "Seoul slammed the plan". */
export const GOVERNMENT_VERBS = words(`
said says slammed accused accuses denied denies rejected rejects condemned condemns warned warns vowed vows urged urges demanded demands insisted insists announced announces agreed agrees refused refuses
pledged pledges threatened threatens imposed imposes backed backs supported supports opposed opposes recalled expelled summoned signed claimed claims called calls sought seeks wants wanted blames blamed
dismissed protested retaliated lodged hailed welcomed criticised criticized believes believed considers reiterated stressed maintains maintained proposed proposes offered offers hopes hoped expects expected
fired tested bombed shelled attacked banned declared approved ordered vetoed broke restored halted
plans planned decided decides launched deployed supplied supplies sent sends sold sells bought buys invaded annexed recognised recognized severed lifted suspended ratified
`);

/** Verbs whose object, where it is a capital, is the government there: "accused Kiev", "urged Tehran". */
export const TOLD_VERBS = words(`
accused accuses accusing warned warns warning urged urges urging told tells blamed blames blaming criticised criticized condemned backed pressed pressing persuade persuaded lobbied
thanked assured reassured informed notified pressured asked asks asking
`);

/** Behind "the" and a capital: "the Kabul government". */
export const GOVERNMENT_BODIES = words('government authorities administration regime leadership cabinet');

/** Words right before a name that put something there: never a government. */
export const PLACE_PREPOSITIONS = words(
  'in at near from to into across around outside inside throughout through toward towards over off above below beyond via within between along against of for',
);

/** Relations that keep a report from meaning the town itself: "north of Kharkiv". */
export const RELATIONS: readonly { readonly words: string; readonly example: string }[] = [
  { words: 'near', example: 'The clash took place near Kharkiv.' },
  { words: 'outside', example: 'The clash took place outside Kharkiv.' },
  { words: 'just outside', example: 'The clash took place just outside Kharkiv.' },
  { words: 'north of', example: 'The clash took place north of Kharkiv.' },
  { words: 'south of', example: 'The clash took place south of Kharkiv.' },
  { words: 'east of', example: 'The clash took place east of Kharkiv.' },
  { words: 'west of', example: 'The clash took place west of Kharkiv.' },
  { words: 'northeast of', example: 'The clash took place northeast of Kharkiv.' },
  { words: 'northwest of', example: 'The clash took place northwest of Kharkiv.' },
  { words: 'southeast of', example: 'The clash took place southeast of Kharkiv.' },
  { words: 'southwest of', example: 'The clash took place southwest of Kharkiv.' },
  { words: 'north-east of', example: 'The clash took place north-east of Kharkiv.' },
  { words: 'north-west of', example: 'The clash took place north-west of Kharkiv.' },
  { words: 'south-east of', example: 'The clash took place south-east of Kharkiv.' },
  { words: 'south-west of', example: 'The clash took place south-west of Kharkiv.' },
  { words: 'off the coast of', example: 'The ship sank off the coast of Somalia.' },
  { words: 'the outskirts of', example: 'The clash took place on the outskirts of Kharkiv.' },
  { words: 'the suburbs of', example: 'The clash took place in the suburbs of Kharkiv.' },
  { words: 'close to', example: 'The clash took place close to Kharkiv.' },
  { words: 'northern', example: 'The clash took place in northern Mali.' },
  { words: 'southern', example: 'The clash took place in southern Mali.' },
  { words: 'eastern', example: 'The clash took place in eastern Mali.' },
  { words: 'western', example: 'The clash took place in western Mali.' },
  { words: 'central', example: 'The clash took place in central Mali.' },
];
