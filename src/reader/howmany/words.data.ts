const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that end a noun phrase: articles, pronouns, prepositions, conjunctions, auxiliaries, adverbs of time. */
export const FUNCTION_WORDS = words(`
a an the this that these those my your his her its our their whose each every some any no
i you he she it we they me him us them who whom which what whoever himself herself itself themselves
of in on at by for from to with without within into onto over under above below between among amid across through throughout during before after since until till
against about around near beyond behind beside besides toward towards upon via per than as like unlike despite except off out up down
and or but nor so yet if when while whereas where because although though unless whether
is are was were be been being am has have had having do does did done will would shall should can could may might must ought
not never also only just even still already almost nearly ever then there here now today yesterday tomorrow tonight ago later earlier
said says say told according including excluding respectively apart together alone instead however
`);

/** Verbs that follow a counted noun or a bare number; they end the noun phrase and are never its head. */
export const VERBS = words(`
killed injured wounded died dead hurt missing displaced arrested detained captured kidnapped abducted rescued evacuated hospitalized hospitalised freed released
left fled crossed came went took made got gave found lost won voted remain remained remains live lived lives work worked works die dies
arrived landed fell rose struck hit reached became began started stopped stood sat lay ran broke opened closed wanted needed known seen
attended gathered marched protested joined returned survived perished drowned collapsed burned burnt damaged destroyed
followed according expected believed thought suspected accused charged convicted sentenced sought seeking living working waiting fighting
tested contracted received helped signed agreed refused reported confirmed confirmed told said say says
`);

/** Plurals that do not end in s. */
export const PLURALS = words(`
people men women children police troops personnel staff cattle sheep fish aircraft spacecraft watercraft feet teeth mice geese lives wives oxen youth crew
policemen policewomen servicemen servicewomen gunmen fishermen firemen businessmen lawmakers tribesmen militiamen guardsmen frenchmen englishmen irishmen
cavalry infantry offspring media data criteria phenomena bacteria alumni nuclei fungi dead injured wounded missing killed others
`);

/** Words in s that are no plural. */
export const NOT_PLURALS = words(`
is was has as his its this us yes thus plus across less unless perhaps always sometimes besides towards afterwards
business glass class mass loss boss cross press process access success progress congress address
series species bus gas crisis analysis basis status virus campus bonus focus census surplus chorus
previous various serious religious dangerous famous numerous enormous tremendous continuous suspicious precious conscious anonymous religious indigenous
international's days' says does goes
`);

/** Irregular or person nouns that make even "2000" a count. */
export const PERSONS = words(`
people persons men women children civilians soldiers troops servicemen fighters militants rebels insurgents gunmen officers policemen police protesters demonstrators
workers employees staff jobs voters residents refugees migrants students pupils patients passengers prisoners detainees hostages victims deaths casualties homes houses
families villagers athletes delegates members volunteers fans spectators guests customers users copies troops guards animals cattle sheep
`);

/** Verbs and nouns of change: "rose from 10 to 12" gives two figures, not a range. */
export const CHANGE = words(`
rose rise rises rising risen fell fall falls falling fallen increased increase increases increasing decreased decrease decreases decreasing
grew grow grows growing grown shrank shrink shrinks shrinking shrunk dropped drop drops dropping declined decline declines declining
jumped jump jumps jumping climbed climb climbs climbing gained gain gains gaining lost lose loses losing slipped slip slips slipping slid slide slides sliding
soared soar soars soaring surged surge surges surging plunged plunge plunges plunging plummeted tumbled tumble sank sink sinking dipped dip
cut cuts cutting raised raise raises raising lowered lower lowering reduced reduce reduces reducing slashed slash boosted boost boosting hiked hike
expanded expand extended extend widened widen narrowed narrow doubled tripled quadrupled trebled changed change moved move went revised upgraded downgraded
up down edged inched ticked slowed slow accelerated improved advanced advance rallied rally retreated eased ease crept shortened lengthened swelled swell upped
trimmed trim shaved halved brought bring bringing takes took taking pushed push pushing
`);

/** Words near "3-1" that make it a result, not a range. */
export const RESULT = words(`
won win wins winning beat beats beating beaten lost loss defeat defeated defeats victory draw drew lead led leads leading score scored scoreline tie tied trail trailed
vote voted votes voting ruled ruling passed margin record set sets match game series halftime half-time aggregate senate house committee court
`);
