import type { SourceKind, Statement } from '../../model/index.ts';
import type { Named } from './named.ts';

/** Words by which a publisher is a body that speaks for itself, each with an example that is its test. */
export const BODIES_BY_NAME: readonly { readonly words: RegExp; readonly kind: SourceKind; readonly example: string }[] = [
  {
    words: /\b(?:ministry|department|directorate|secretariat|chancellery|treasury|cabinet|government)\b/i,
    kind: 'government',
    example: 'Ministry of Defence',
  },
  {
    words: /\b(?:agency|authority|inspectorate|commission|committee|bureau|office|administration|service|council|county|municipality)\b/i,
    kind: 'agency',
    example: 'Linden County Office of Works',
  },
  {
    words: /\b(?:police|constabulary|prosecutors?|coast ?guard|fire brigade|fire department|emergency management)\b/i,
    kind: 'agency',
    example: 'Ostby Police',
  },
  {
    words: /\b(?:army|navy|air force|armed forces|general staff|joint staff|command)\b/i,
    kind: 'agency',
    example: 'General Staff of Ostland',
  },
  {
    words: /\b(?:embassy|consulate|parliament|senate|court|tribunal|central bank|hospital|university)\b/i,
    kind: 'agency',
    example: 'Ostby General Hospital',
  },
  {
    words: /\b(?:federation|association|party|foundation|institute|committee|league)\b/i,
    kind: 'group',
    example: 'Ostland Football Federation',
  },
  {
    words: /\b(?:inc|plc|ltd|llc|corp|gmbh|holdings|pharmaceuticals|chemicals|airlines|railways|investor relations)\b\.?/i,
    kind: 'company',
    example: 'Corvel Holdings plc',
  },
];

/** Words of a medium's name: a "News Agency" or "Parliament Review" reports on others. */
const MEDIUM =
  /\b(?:news|newspaper|newswire|wire|press agency|post|times|herald|radio|tv|television|broadcast\w*|gazette|journal|daily|weekly|monthly|courier|tribune|review|magazine|today|online|blog|chronicle|observer|guardian|bulletin|mail|standard|echo|star|sun|mirror|telegraph|dispatch|record|register|sentinel|monitor|letter|letters|brief|watch|report|reports|reporter|insider|channel|media|press association|press union|press trust)\b/i;

/** What kind of body a publisher is that hands out its own word, or null for a medium and for a name that does not tell. */
export function bodyPublishing(outlet: string | null): SourceKind | null {
  if (outlet === null || MEDIUM.test(outlet)) return null;
  return BODIES_BY_NAME.find(({ words }) => words.test(outlet))?.kind ?? null;
}

/** What a ministry, a force or a firm states in its own handout is its own word, though nobody is quoted. */
export function ownHandout(statement: Statement, outlet: string | null): Named | null {
  const kind = statement.voice === 'outlet' && statement.source === null ? bodyPublishing(outlet) : null;
  return kind && outlet ? { name: outlet, text: outlet, kind } : null;
}
