/**
 * What the news calls a body whose name has such words in it. One kind of body a row: words of its name, then what it is called.
 * A calling stands for a name only where no other body of the report could be meant (`callings.ts`).
 */
export const CALLINGS: readonly { readonly names: string; readonly called: string }[] = [
  {
    names: 'intelligence|security service|secret service|espionage|counterintelligence',
    called:
      'spy agency|spy service|intelligence agency|intelligence service|spy body|intelligence body|intelligence office|espionage agency|secret service',
  },
  {
    names: 'meteorological|meteorology|weather',
    called:
      'weather agency|weather service|weather office|weather bureau|meteorological agency|meteorological office|met office|forecaster',
  },
  { names: 'bank of|reserve|central bank|national bank|monetary authority', called: 'central bank' },
  { names: 'statistics|statistical', called: 'statistics office|statistics agency|statistics bureau|statistics body|statistical office' },
  {
    names: 'election|electoral|elections',
    called: 'election commission|electoral commission|election body|election authority|poll body|election board',
  },
  { names: 'nuclear|atomic', called: 'nuclear watchdog|nuclear regulator|atomic agency|nuclear agency|atomic watchdog' },
  { names: 'space|aerospace', called: 'space agency' },
  { names: 'aviation', called: 'aviation regulator|aviation authority|aviation watchdog|air safety regulator|aviation agency' },
  { names: 'medicines|drug|drugs', called: 'drug regulator|medicines regulator|drugs regulator|medicines watchdog' },
  {
    names: 'competition|antitrust|fair trade',
    called: 'competition watchdog|competition authority|antitrust regulator|competition regulator|antitrust authority',
  },
  {
    names: 'financial conduct|securities|financial services|financial supervisory',
    called: 'financial regulator|securities regulator|financial watchdog|markets regulator|market regulator',
  },
  { names: 'environment|environmental', called: 'environment agency|environmental agency|environmental regulator|environment watchdog' },
  { names: 'disaster|emergency', called: 'disaster agency|emergency agency|emergency service|disaster management agency|rescue agency' },
  {
    names: 'geological|seismological|seismic|geophysical',
    called: 'geological survey|seismological agency|seismic agency|earthquake agency',
  },
  { names: 'human rights|amnesty', called: 'rights group|human rights group|rights organisation|rights organization|rights body' },
  { names: 'refugee|refugees', called: 'refugee agency' },
  { names: 'health|disease', called: 'health agency|health authority|health body|public health agency' },
  {
    names: 'army|armed forces|defence force|defense force|defence forces|defense forces|general staff',
    called: 'army|military|armed forces',
  },
  { names: 'air lines|airlines|airline|airways|air', called: 'airline|carrier' },
  { names: 'motor|motors|automobiles', called: 'carmaker|automaker|car maker' },
  { names: 'steel', called: 'steelmaker|steel maker' },
  { names: 'petroleum|oil', called: 'oil company|oil firm|oil group' },
  { names: 'bank', called: 'bank|lender' },
  { names: 'insurance|assurance', called: 'insurer' },
];
