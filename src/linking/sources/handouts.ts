import type { SourceKind, Statement } from '../../model/index.ts';
import type { LinkReport } from '../input.ts';
import { fold } from '../words/normalise.ts';
import type { Named } from './named.ts';

/**
 * Words by which a publisher is a body that speaks for itself, each with an example that is its test. Narrow, since "Anadolu Agency", "World
 * Service" and "Bureau of Investigative Journalism" are media: where the name does not tell, the outlet's voice stays the outlet's.
 */
export const BODIES_BY_NAME: readonly { readonly words: RegExp; readonly kind: SourceKind; readonly example: string }[] = [
  {
    words: /\b(?:ministry|department|directorate|secretariat|chancellery|treasury|cabinet|government)\b/i,
    kind: 'government',
    example: 'Ministry of Defence',
  },
  {
    words:
      /\b(?:authority|inspectorate|commission|committee|municipality|(?:county|city|town|district|regional|security) council|county (?:government|office|emergency)|(?:health|public affairs|prosecutor[’']s|governor[’']s|mayor[’']s|president[’']s|attorney general[’']s|statistics|statistical) office|office (?:of|for) )/i,
    kind: 'agency',
    example: 'Linden County Office of Works',
  },
  {
    words:
      /\b(?:environment|environmental protection|space|crime|intelligence|spy|security|border|tax|food|medicines|nuclear|energy|aviation|maritime|health|disaster|emergency management|civil protection) agency\b/i,
    kind: 'agency',
    example: 'Ostland Border Agency',
  },
  {
    words:
      /\b(?:security|intelligence|weather|meteorological|health|fire|rescue|fire and rescue|ambulance|emergency|border|customs|geological|secret|prosecution|prison|parole|park|forest|coast guard|statistical|civil) service\b/i,
    kind: 'agency',
    example: 'Ostland Weather Service',
  },
  {
    words: /\b(?:police|constabulary|prosecutors?|coast ?guard|fire brigade|fire department|emergency management)\b/i,
    kind: 'agency',
    example: 'Ostby Police',
  },
  {
    words:
      /\b(?:army|navy|air force|armed forces|general staff|joint staff|(?:central|northern|southern|eastern|western|air|military) command)\b/i,
    kind: 'agency',
    example: 'General Staff of Ostland',
  },
  {
    words:
      /\b(?:embassy|consulate|parliament|senate|(?:supreme|high|district|constitutional|criminal) court|tribunal|central bank|hospital|university)\b/i,
    kind: 'agency',
    example: 'Ostby General Hospital',
  },
  {
    words: /\b(?:federation|foundation|trade union|workers[’'] union)\b/i,
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
  /\b(?:news|newspaper|newswire|wire|press|post|times|herald|radio|tv|television|broadcast\w*|gazette|journal|daily|weekly|monthly|courier|tribune|review|magazine|today|online|blog|chronicle|observer|guardian|bulletin|mail|standard|echo|star|sun|mirror|telegraph|dispatch|record|register|sentinel|monitor|letter|letters|brief|watch|report|reports|reporter|insider|channel|media|journalism|journalists?|reporting|dispatches|world service|talk)\b/i;

/** What kind of body a publisher is that hands out its own word, or null for a medium and for a name that does not tell. */
export function bodyPublishing(outlet: string | null): SourceKind | null {
  if (outlet === null || MEDIUM.test(outlet)) return null;
  return BODIES_BY_NAME.find(({ words }) => words.test(outlet))?.kind ?? null;
}

/** Which outlets of a story are bodies that speak for themselves, and of what kind: by their names, or since its other reports hear them as such. */
export type Senders = ReadonlyMap<string, SourceKind>;

/** Kinds of those who speak for themselves. */
const SPEAKS: ReadonlySet<SourceKind> = new Set(['agency', 'government', 'group', 'company']);
/** "Orvel N.V.", "Quill S.p.A.": what stands behind a firm's name. */
const LEGAL_FORM = /,?\s(?:N\.?V\.?|S\.?p\.?A\.?|plc|Inc\.?|Ltd\.?|GmbH|AG|S\.?A\.?|LLC|Corp\.?|Co\.?)$/i;
const withoutForm = (name: string): string => fold(name.replace(/^the\s/i, '').replace(LEGAL_FORM, ''));

/** The outlets of a story that are bodies. "Quill Shipping", whom other reports quote as a company, is one; "the Herald", whom they quote as a paper, is none. */
export function sendersOf(reports: readonly LinkReport[]): Senders {
  const heard = new Map<string, SourceKind[]>();
  for (const { report, statements } of reports)
    for (const { source } of statements) {
      if (!source?.name) continue;
      const own = callsItself(source.text, report.outlet);
      if (!own && (!source.text.includes(source.name) || source.name === report.outlet)) continue;
      const name = withoutForm(own ? (report.outlet ?? '') : source.name);
      const kinds = heard.get(name) ?? [];
      heard.set(name, kinds);
      kinds.push(MEDIUM.test(source.text) && !SENT.test(source.text) ? 'media' : source.kind);
    }
  const senders = new Map<string, SourceKind>();
  for (const { report } of reports) {
    const { outlet } = report;
    if (outlet === null || senders.has(outlet)) continue;
    const kind =
      bodyPublishing(outlet) ??
      (MEDIUM.test(outlet) && !SENT.test(outlet) ? null : heardAs(heard.get(withoutForm(outlet)) ?? [], LEGAL_FORM.test(outlet)));
    if (kind) senders.set(outlet, kind);
  }
  return senders;
}

/** "The mission" in what the Vaal Observer Mission sends out: an outlet that goes by its noun in its own words. */
function callsItself(text: string, outlet: string | null): boolean {
  const noun = /^the\s(?<noun>\p{L}{4,20})$/iu.exec(text.trim())?.groups?.noun;
  return noun !== undefined && outlet !== null && fold(outlet).split(' ').at(-1) === fold(noun);
}

/** "Vaal Observer Mission" is no newspaper. */
const SENT = /\b(?:mission|delegation|monitors)$/i;

/** As what a name is heard, where that is a body oftener than a paper; a firm by its legal form. */
function heardAs(kinds: readonly SourceKind[], firm: boolean): SourceKind | null {
  const bodies = kinds.filter((kind) => SPEAKS.has(kind));
  const media = kinds.filter((kind) => kind === 'media');
  if (bodies.length > media.length) return bodies[0] as SourceKind;
  return firm ? 'company' : null;
}

/** What a ministry, a force or a firm states in its own handout is its own word, though nobody is quoted. */
export function ownHandout(statement: Statement, outlet: string | null, senders: Senders): Named | null {
  const kind = statement.voice === 'outlet' && statement.source === null && outlet !== null ? (senders.get(outlet) ?? null) : null;
  return kind && outlet ? { name: outlet, text: outlet, kind } : null;
}

/** Whoever leads a body or speaks for it, by the office alone. */
const OWN_OFFICE =
  /^(?:the|our|its)\s(?:director|chief|commissioner|head|chair(?:man|woman|person)?|secretary|president|chief executive|spokes(?:man|woman|person)|minister|department|office|agency)$/i;

/** "The director" in a body's own handout is its own: the body that speaks there, or null. */
export function ownOffice({ source }: Statement, outlet: string | null, senders: Senders): Named | null {
  if (!source || outlet === null || !OWN_OFFICE.test(source.text.trim())) return null;
  const kind = senders.get(outlet);
  return kind ? { name: outlet, text: outlet, kind } : null;
}

/** A body as its own handout calls it. */
const OWN_NAME =
  /^(?:the|our)\s(?:company|firm|group|association|union|trust|mission|ministry|network|club|board|command|movement|service|bank|charity|authority|front|league|department|agency|foundation|navy|army|police|office|society|observatory)$/i;

/** "The company" in a firm's own handout is the firm: the body that speaks there, or null. */
export function ownName({ source }: Statement, outlet: string | null, senders: Senders): Named | null {
  const kind = source && outlet !== null && OWN_NAME.test(source.text.trim()) ? senders.get(outlet) : undefined;
  const noun =
    fold(source?.text ?? '')
      .split(' ')
      .at(-1) ?? '';
  if (!kind || outlet === null) return null;
  return kind === 'company' || fold(outlet).split(' ').includes(noun) ? { name: outlet, text: source?.text ?? outlet, kind } : null;
}
