import type { Warning } from '../model/index.ts';
import type { Candidate } from './formats/format.ts';
import { warning } from './warnings.ts';

const DAY = 86_400_000;
/** Characters from which on a text's language is told for certain enough to contradict a label. */
const LONG = 200;

const daysApart = (a: string, b: string): number => (Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / DAY;
const first = (candidates: readonly Candidate[], field: Candidate['field']): string | undefined =>
  candidates.find((one) => one.field === field)?.value;

/** Days that two places of a document give and that lie more than a day apart. */
function ofDays(candidates: readonly Candidate[]): readonly Warning[] {
  const strong = candidates.filter(
    ({ field, from }) => field === 'published' && /^(JSON-LD .*datePublished|meta (article:published_time|date))/.test(from),
  );
  const [one, ...others] = strong.map(({ value }) => value);
  const apart = one === undefined ? undefined : others.find((other) => Math.abs(daysApart(other, one)) > 1);
  return apart ? [warning('intake-published-contradicted', { actual: apart, expected: one })] : [];
}

/** A change from before it came out. */
function ofChange(candidates: readonly Candidate[]): readonly Warning[] {
  const [published, modified] = [first(candidates, 'published'), first(candidates, 'modified')];
  if (!published || !modified || !(daysApart(published, modified) > 1)) return [];
  return [warning('intake-modified-before-published', { actual: modified, expected: published })];
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname.replace(/^(?:www|m|amp|mobile)\./, '') : '');

/** An address of another site than the one that the page was had from: taken over, or made to look like another's. */
function ofAddress(candidates: readonly Candidate[], fetched: string | null): readonly Warning[] {
  const own = candidates.find(({ field, from }) => field === 'url' && from === 'link rel=canonical')?.value;
  if (!own || !fetched) return [];
  const [a, b] = [hostOf(own), hostOf(fetched)];
  if (!a || a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)) return [];
  return [warning('intake-address-contradicted', { actual: own, expected: fetched })];
}

function ofLanguage(candidates: readonly Candidate[], told: string | null, length: number): readonly Warning[] {
  const label = candidates.find(({ field, from }) => field === 'language' && from === 'html lang')?.value;
  if (!told || !label || length < LONG || label.slice(0, 2).toLowerCase() === told) return [];
  return [warning('intake-language-contradicted', { actual: told, expected: label })];
}

export interface Circumstances {
  /** Where it was fetched, null where it was not. */
  readonly fetched: string | null;
  /** Its language by its words, null where they do not tell. */
  readonly told: string | null;
  readonly length: number;
}

/** Where a document contradicts itself, or how it came to us: a person should look. */
export const contradictions = (candidates: readonly Candidate[], { fetched, told, length }: Circumstances): readonly Warning[] => [
  ...ofDays(candidates),
  ...ofChange(candidates),
  ...ofAddress(candidates, fetched),
  ...ofLanguage(candidates, told, length),
];
