/** What befell those who are counted: the words that say so, with an example that the suite checks. */
export interface ScopeRow {
  readonly scope: 'dead' | 'injured' | 'missing' | 'displaced' | 'detained' | 'abducted' | 'infected' | 'rescued';
  readonly words: readonly string[];
  readonly example: string;
}

const row = (scope: ScopeRow['scope'], words: string, example: string): ScopeRow => ({ scope, words: words.split(' '), example });

export const SCOPES: readonly ScopeRow[] = [
  row(
    'dead',
    'killed kill kills killing dead died die dies dying death deaths fatalities slain murdered perished drowned executed bodies corpses martyred',
    'At least 12 people were killed.',
  ),
  row(
    'injured',
    'injured injure injures injuring injury injuries wounded wound wounds wounding hurt hurting',
    'The blast wounded 30 people.',
  ),
  row('missing', 'missing unaccounted', 'Forty people are missing.'),
  row('displaced', 'displaced displacing homeless evacuated evacuate evacuating fled flee uprooted', 'The floods displaced 4,000 people.'),
  row('detained', 'arrested arrest arrests detained detain detains jailed imprisoned captured', 'Police arrested 14 people.'),
  row('abducted', 'kidnapped abducted hostages hostage', 'Gunmen abducted 14 girls.'),
  row('infected', 'infected infections hospitalised hospitalized', 'It has infected 200 people.'),
  row('rescued', 'rescued rescue', 'Divers rescued 14 people.'),
];

/** Words that say the figure counts everything so far, or only what is new. */
export const CUMULATIVE: readonly { readonly words: string; readonly cumulative: boolean; readonly example: string }[] = [
  { words: 'so far', cumulative: true, example: 'So far 35 people have died.' },
  { words: 'to date', cumulative: true, example: 'To date 35 people have died.' },
  { words: 'in total', cumulative: true, example: 'In total 35 people have died.' },
  { words: 'a total of', cumulative: true, example: 'A total of 35 people have died.' },
  { words: 'toll', cumulative: true, example: 'The toll rose to 35.' },
  { words: 'altogether', cumulative: true, example: 'Altogether 35 people have died.' },
  { words: 'overall', cumulative: true, example: 'Overall 35 people have died.' },
  { words: 'overnight', cumulative: false, example: 'Overnight 35 people died.' },
  { words: 'daily', cumulative: false, example: 'Daily 35 people die.' },
  { words: 'past 24 hours', cumulative: false, example: 'In the past 24 hours 35 people died.' },
  { words: 'last 24 hours', cumulative: false, example: 'In the last 24 hours 35 people died.' },
];
