/** Letters and digits only, without accents and case: what a name is compared by. Linear in the name's length. */
export const normalName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s(?![\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?the /u, '')
    .trim();

/**
 * A date of any precision as text that sorts by time: a date-time in UTC, EDTF without its qualifiers, an interval by its start
 * (by its end where the start is open). Null for nothing.
 */
export function sortDate(edtf: string | null | undefined): string | null {
  if (!edtf) return null;
  if (edtf.includes('T') && !edtf.includes('/')) {
    const instant = Date.parse(edtf);
    if (!Number.isNaN(instant)) return new Date(instant).toISOString().replace('.000Z', 'Z');
  }
  const [start = '', end = ''] = edtf.split('/');
  const bound = /\d/.test(start) ? start : end;
  const plain = bound.replace(/[?~%]/g, '').replace(/X/g, '0');
  return plain === '' || plain === '..' ? null : plain;
}

/** A count as text of fixed width, so that text sorts as numbers do. */
export const padded = (count: number, width: number): string => String(count).padStart(width, '0');

/** The same, the greatest first. */
export const paddedDown = (count: number, width: number): string => padded(Math.max(0, 10 ** width - 1 - count), width);
