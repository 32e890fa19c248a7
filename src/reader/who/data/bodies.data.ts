import type { SourceKind } from '../../../model/index.ts';

const rows = (words: string, kind: SourceKind): readonly (readonly [string, SourceKind])[] => words.split(' ').map((word) => [word, kind]);

/** Nouns that say what kind of body something is, lower-cased, singular. */
export const BODIES: ReadonlyMap<string, SourceKind> = new Map([
  ...rows(
    'ministry agency panel service force hall coastguard prosecutors directorate department office bureau authority authorities commission committee council staff police army navy military inspectorate institute survey observatory laboratory centre center court tribunal parliament assembly senate congress chamber cabinet prosecutor customs embassy consulate headquarters command brigade regiment battalion division corps forces fbi cia nato un eu who hospital clinic prison university college school board watchdog regulator registry museum body mission delegation taskforce fund treasury pentagon secretariat intelligence reserve bench waterworks',
    'agency',
  ),
  ...rows('government province municipality kremlin regime presidency administration', 'government'),
  ...rows(
    'company firm manufacturer lender utility dairy railway railways maker operator carrier airline bank brokerage insurer retailer supplier contractor producer corporation corp inc ltd plc llc gmbh ag sa co holdings industries motors airlines airways enterprises partners consultancy brokers brewery utility startup start-up shipyard refinery steelmaker carmaker',
    'company',
  ),
  ...rows(
    'union party federation association organisation organization charity foundation alliance coalition movement militia front league confederation campaign society club group network church diocese synod congregation cooperative crew team jury family lobby initiative trust forum rebels militants opposition',
    'group',
  ),
  ...rows(
    'newspaper paper daily weekly magazine broadcaster channel newsroom outlet tabloid website press news times post herald tribune gazette journal chronicle telegraph guardian observer courier dispatch examiner sentinel mercury radio tv television reuters ap afp bbc cnn zeitung diario faro',
    'media',
  ),
]);

/** Bodies that the news calls by one another's noun: "the firm" is "the company". The first of a row stands for all. */
const SAME: readonly string[] = [
  'company firm group business manufacturer maker operator corporation corp inc ltd plc carrier producer',
  'bank lender',
  'newspaper paper daily weekly tabloid',
  'broadcaster channel station',
  'union federation confederation',
  'group organisation organization charity association foundation movement',
  'government administration authorities regime',
  'agency service bureau office body',
];

/** Heads that a definite description with this head may refer back to. */
export const sameHeads = (head: string): ReadonlySet<string> => SAME_HEADS.get(head) ?? new Set([head]);

const SAME_HEADS: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const heads = new Map<string, Set<string>>();
  for (const line of SAME) {
    const words = line.split(' ');
    for (const word of words) heads.set(word, new Set([...(heads.get(word) ?? []), ...words]));
  }
  return heads;
})();

/** Things that say something without being anybody. */
export const DOCUMENTS: ReadonlySet<string> = new Set(
  'report e-mail judgment judgement declaration study survey poll document memo memorandum letter email statement note bulletin file files record records logbook log minutes data figure figures statistics image images picture pictures photo photos photograph photographs video footage transcript indictment complaint filing lawsuit ruling verdict law bill treaty agreement draft assessment analysis review audit inquiry investigation findings census ballot article story book diary notebook manifest waybill certificate contract invoice receipt map chart graph graphic post tweet message messages recording tape cable dossier page pages text release communique communiqué brief leaflet notice sign list results result tests test evidence reading readings papers'.split(
    ' ',
  ),
);
