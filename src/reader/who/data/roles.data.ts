import type { Gender } from '../entity.ts';

const rows = (words: string, gender: Gender): readonly (readonly [string, Gender])[] => words.split(' ').map((word) => [word, gender]);

/** Nouns for persons by what they do or are, singular, with the gender that they show. */
export const ROLES: ReadonlyMap<string, Gender> = new Map([
  ...rows(
    'spokesman chairman foreman congressman businessman policeman fisherman fireman father son husband brother king prince man boy priest imam uncle grandfather salesman nobleman statesman gentleman',
    'male',
  ),
  ...rows(
    'spokeswoman chairwoman forewoman congresswoman businesswoman policewoman mother daughter wife sister queen princess woman girl nun aunt grandmother widow actress noblewoman stateswoman',
    'female',
  ),
  ...rows(
    'spokesperson guest team-mate teammate cadet client adversary opponent official officer registrar lineman rider cyclist welder fitter vendor seller tenant landlord grocer cleaner coroner pathologist virologist bailiff notary arbitrator dispatcher skipper hydrologist accountant curator commandant ombudsman mayor governor president minister premier chancellor senator lawmaker legislator deputy representative ambassador envoy diplomat negotiator mediator secretary aide adviser advisor assistant commissioner commander general colonel captain major lieutenant sergeant admiral soldier fighter militant rebel commander chief director head manager executive founder co-founder owner boss chair chairperson leader coordinator organiser organizer activist campaigner analyst expert specialist economist strategist researcher scientist professor lecturer academic scholar historian author writer journalist reporter correspondent editor columnist commentator presenter host doctor nurse surgeon physician paramedic medic teacher student pupil engineer surveyor geologist seismologist meteorologist epidemiologist pilot driver sailor farmer fisher worker miner trader banker investor broker lawyer attorney prosecutor judge magistrate counsel detective inspector investigator witness victim survivor resident villager neighbour neighbor local passer-by passenger customer parent relative cousin friend colleague employee staffer insider whistleblower source person candidate nominee voter supporter critic opponent protester demonstrator volunteer pastor bishop archbishop pope cardinal rabbi cleric archivist librarian clerk guard firefighter rescuer lifeguard technician mechanic electrician inspector auditor accountant treasurer trustee patient refugee migrant prisoner inmate hostage suspect defendant plaintiff archaeologist biologist chemist physicist designer architect artist actor singer musician coach player athlete captain trainer referee shopkeeper baker barber butcher cook chef waiter receptionist caretaker custodian porter postman consultant contractor builder carpenter fixer translator interpreter observer monitor inspector agent president-elect member veteran pensioner',
    'unknown',
  ),
]);

/** Roles that speak for the body they belong to: unnamed, they are that body's voice. */
export const SPEAKS_FOR: ReadonlySet<string> = new Set(['spokesman', 'spokeswoman', 'spokesperson']);

/** Persons nobody names: what they are called says only that. */
export const PLURAL_PEOPLE: ReadonlySet<string> = new Set(
  'people men women children residents witnesses officials sources experts analysts critics others investigators prosecutors rescuers locals villagers'.split(
    ' ',
  ),
);
