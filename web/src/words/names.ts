import type { LedgerReport, LedgerStatement, Statement } from '../api/types.ts';

export const CERTAINTIES = ['certain', 'probable', 'possible', 'unlikely', 'denied', 'unknown'] as const;
export type CertaintyLevel = (typeof CERTAINTIES)[number];

export const KINDS = ['person', 'agency', 'government', 'group', 'company', 'media', 'document', 'anonymous', 'unknown'] as const;

/** What a basis is called in a note. */
export const BASIS_WORDS: Readonly<Record<string, string>> = {
  saw: 'saw it',
  imagery: 'imagery',
  intercepts: 'intercepts',
  documents: 'documents',
  count: 'a count or measurement',
  report: 'another report',
  experts: 'experts',
  briefing: 'a briefing',
};

export const NOBODY = 'nobody named';
export const OWN_VOICE = "the outlet's own voice";

/** A pronoun that nothing resolves names nobody. */
const PRONOUN = /^(?:he|she|it|they|who|which|that|we|i|you)$/i;

/** Who vouches, as it is written over a note. */
export const sourceName = ({ source, voice }: Pick<Statement, 'source' | 'voice'>): string =>
  source?.name ?? (source && !PRONOUN.test(source.text) ? source.text : voice === 'outlet' ? OWN_VOICE : NOBODY);

/** What tells one source from another: its entity's id where linking has found one, else its name. Null where nobody is named. */
export const sourceKey = (statement: Pick<LedgerStatement, 'source' | 'sourceId'>): string | null =>
  statement.sourceId ?? statement.source?.name ?? (statement.source && !PRONOUN.test(statement.source.text) ? statement.source.text : null);

export const reportName = ({ title, outlet, id }: Pick<LedgerReport, 'title' | 'outlet' | 'id'>): string =>
  title ?? (outlet ? `Untitled, ${outlet}` : `Untitled report ${id.slice(0, 8)}`);

const FORMAT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
export const sayNumber = (value: number): string => FORMAT.format(value);

/** `1 report`, `2 reports`, `1,200 reports`. */
export const count = (value: number, one: string, many = `${one}s`): string => `${sayNumber(value)} ${value === 1 ? one : many}`;

/** A figure's bounds: `12`, `25 to 30`, `at least 40`, `at most 9`. */
export function sayBounds(low: number | null, high: number | null, approximate = false): string {
  const about = approximate ? 'about ' : '';
  if (low !== null && high !== null) return about + (low === high ? sayNumber(low) : `${sayNumber(low)} to ${sayNumber(high)}`);
  if (low !== null) return `${about}at least ${sayNumber(low)}`;
  if (high !== null) return `${about}at most ${sayNumber(high)}`;
  return 'no figure';
}
