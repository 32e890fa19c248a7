import type { ChainLink, Report } from '../../model/index.ts';
import { type Attribution, passage } from '../layers.ts';
import { nameOf, settled } from './entity.ts';
import type { People } from './people.ts';

/** News agencies whose text others print. Each is found in a byline or in the brackets of a dateline. */
const WIRES: readonly (readonly [string, RegExp])[] = [
  ['Reuters', /\bReuters\b/],
  ['Associated Press', /\b(?:AP|Associated Press)\b/],
  ['Agence France-Presse', /\b(?:AFP|Agence France-Presse)\b/],
  ['Xinhua', /\bXinhua\b/],
  ['TASS', /\bTASS\b/],
  ['Interfax', /\bInterfax\b/],
  ['dpa', /\bdpa\b/],
  ['EFE', /\bEFE\b/],
  ['ANSA', /\bANSA\b/],
  ['Kyodo', /\bKyodo\b/],
  ['Yonhap', /\bYonhap\b/],
  ['Bloomberg', /\bBloomberg\b/],
  ['UPI', /\bUPI\b/],
  ['PA Media', /\bPA Media\b/],
];

/** How far into a text a dateline reaches. */
const DATELINE = 90;

/** The news agency that a report is printed from, by its dateline ("OSTBY (Reuters) —") or its byline. */
function wireOf({ text, byline, outlet }: Report): string | null {
  const bracket = /^[^.\n(]{0,60}\(([^()\n]{2,30})\)\s*[—–-]/u.exec(text.slice(0, DATELINE))?.[1] ?? '';
  const found = WIRES.find(([, pattern]) => pattern.test(bracket)) ?? WIRES.find(([, pattern]) => pattern.test(byline ?? ''));
  return found && found[0] !== outlet ? found[0] : null;
}

/** Outlet and agency: the links that every statement of a report has before its own. */
export function carriers(report: Report): ChainLink[] {
  const wire = wireOf(report);
  return [
    ...(report.outlet ? [{ name: report.outlet, kind: 'media', role: 'outlet' } as const] : []),
    ...(wire ? [{ name: wire, kind: 'media', role: 'wire' } as const] : []),
  ];
}

/** The sources from the outermost to this attribution's own, each with its cue. Those that cannot be named are left out. */
export function chainOf(report: Report, people: People, attributions: readonly Attribution[], index: number): ChainLink[] {
  const links: ChainLink[] = [];
  for (let at: number | null = index; at !== null; at = attributions[at]?.within ?? null) {
    const entity = people.sources[at]?.entity;
    const name = entity && nameOf(entity);
    const { cue } = attributions[at] as Attribution;
    if (!entity || !name) continue;
    const { kind } = settled(entity);
    links.unshift({ name, kind, role: kind === 'document' ? 'document' : 'speaker', cue: cue && passage(report.text, cue) });
  }
  const cited = people.cited.get(index);
  const name = cited && nameOf(cited.entity);
  if (cited && name) {
    const { kind } = settled(cited.entity);
    links.push({ name, kind, role: kind === 'document' ? 'document' : 'speaker', cue: passage(report.text, cited.cue) });
  }
  // Somebody within their own words is one link, not two.
  return links.filter((link, i) => i === 0 || link.name !== links[i - 1]?.name);
}
