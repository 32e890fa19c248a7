/** A short form: the place's name in the gazetteer and its area; `after`: only behind a place and a comma ("Bend, OR"). */
export interface Abbreviation {
  readonly short: string;
  readonly name: string;
  readonly area: string;
  readonly after: boolean;
}

const split = (row: string): string[] => row.split('/').filter(Boolean);

/** Postal code, name, and the shorter forms that stand anywhere; written as in news (Associated Press style). */
const US_STATES = `AL Alabama/Ala.
AK Alaska
AZ Arizona/Ariz.
AR Arkansas/Ark.
CA California/Calif.
CO Colorado/Colo.
CT Connecticut/Conn.
DE Delaware/Del.
DC District of Columbia/D.C./Washington D.C./Washington, D.C./Washington, DC/Washington DC
FL Florida/Fla.
GA Georgia/Ga.
HI Hawaii
ID Idaho
IL Illinois/Ill.
IN Indiana/Ind.
IA Iowa
KS Kansas/Kan.
KY Kentucky/Ky.
LA Louisiana/La.
ME Maine
MD Maryland/Md.
MA Massachusetts/Mass.
MI Michigan/Mich.
MN Minnesota/Minn.
MS Mississippi/Miss.
MO Missouri/Mo.
MT Montana/Mont.
NE Nebraska/Neb.
NV Nevada/Nev.
NH New Hampshire/N.H.
NJ New Jersey/N.J.
NM New Mexico/N.M.
NY New York/N.Y.
NC North Carolina/N.C.
ND North Dakota/N.D.
OH Ohio
OK Oklahoma/Okla.
OR Oregon/Ore.
PA Pennsylvania/Pa.
RI Rhode Island/R.I.
SC South Carolina/S.C.
SD South Dakota/S.D.
TN Tennessee/Tenn.
TX Texas/Tex.
UT Utah
VT Vermont/Vt.
VA Virginia/Va.
WA Washington/Wash.
WV West Virginia/W.Va.
WI Wisconsin/Wis.
WY Wyoming/Wyo.`;

/** Short forms that would be other words when they stand alone. */
const ONLY_AFTER = new Set([
  'Ala.',
  'Ark.',
  'Del.',
  'Ill.',
  'Ind.',
  'Kan.',
  'La.',
  'Mass.',
  'Miss.',
  'Mo.',
  'Ore.',
  'Pa.',
  'Wash.',
  'Md.',
  'Ga.',
  'Va.',
  'Mich.',
  'Man.',
  'Conn.',
  'Mont.',
  'Tex.',
  'Vt.',
  'Ky.',
  'Minn.',
  'Neb.',
  'Wis.',
  'Wyo.',
  'Fla.',
  'Nev.',
  'Ont.',
]);

const states = US_STATES.split('\n').flatMap((line): Abbreviation[] => {
  const [full = '', ...shorts] = split(line.slice(3));
  const area = `US.${line.slice(0, 2)}`;
  return [
    { short: line.slice(0, 2), name: full, area, after: true },
    ...shorts.map((short) => ({ short, name: full, area, after: ONLY_AFTER.has(short) })),
  ];
});

const more = (short: string, name: string, area: string, after = false): Abbreviation => ({ short, name, area, after });

export const ABBREVIATIONS: readonly Abbreviation[] = [
  ...states,
  more('U.S.', 'United States', 'US.'),
  more('U.S.A.', 'United States', 'US.'),
  more('US', 'United States', 'US.'),
  more('USA', 'United States', 'US.'),
  more('U.K.', 'United Kingdom', 'GB.'),
  more('UK', 'United Kingdom', 'GB.'),
  more('UAE', 'United Arab Emirates', 'AE.'),
  more('U.A.E.', 'United Arab Emirates', 'AE.'),
  more('DRC', 'Democratic Republic of Congo', 'CD.'),
  more('NYC', 'New York City', 'US.NY'),
  more('B.C.', 'British Columbia', 'CA.02'),
  more('BC', 'British Columbia', 'CA.02', true),
  more('Alta.', 'Alberta', 'CA.01'),
  more('AB', 'Alberta', 'CA.01', true),
  more('Sask.', 'Saskatchewan', 'CA.11'),
  more('SK', 'Saskatchewan', 'CA.11', true),
  more('Man.', 'Manitoba', 'CA.03', true),
  more('MB', 'Manitoba', 'CA.03', true),
  more('Ont.', 'Ontario', 'CA.08', true),
  more('ON', 'Ontario', 'CA.08', true),
  more('Que.', 'Quebec', 'CA.10', true),
  more('QC', 'Quebec', 'CA.10', true),
  more('N.B.', 'New Brunswick', 'CA.04', true),
  more('N.S.', 'Nova Scotia', 'CA.07', true),
  more('P.E.I.', 'Prince Edward Island', 'CA.09'),
  more('N.L.', 'Newfoundland and Labrador', 'CA.05', true),
  more('N.W.T.', 'Northwest Territories', 'CA.13'),
  more('NSW', 'New South Wales', 'AU.02'),
  more('ACT', 'Australian Capital Territory', 'AU.01'),
];
