import { type Atom, atomAt, mayBegin, type Unit } from './atoms.ts';
import { excluded, namedNumbers } from './exclude.ts';
import { at, type Token } from './tokens.ts';
import { CHANGE, RESULT } from './words.data.ts';

/** One figure: a number, or two that make a range. Tokens [from, to). */
export interface Figure {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly approximate: boolean;
  /** "hundreds": the low end alone is known. */
  readonly openEnded: boolean;
  readonly range: boolean;
  readonly unit: Unit | null;
  readonly hyphened: boolean;
  /** The last number that it is made of. */
  readonly atom: Atom;
}

/** Every number of the text that is a quantity, in order. */
function collect(tokens: readonly Token[], text: string): readonly Atom[] {
  const atoms: Atom[] = [];
  const names = namedNumbers(tokens);
  let i = 0;
  while (i < tokens.length) {
    const atom = mayBegin(at(tokens, i)) ? atomAt(tokens, i, text) : null;
    if (!atom) {
      i += 1;
      continue;
    }
    if (!excluded(tokens, atom, names)) atoms.push(atom);
    i = Math.max(i + 1, atom.to);
  }
  return atoms;
}

const single = (atom: Atom): Figure => ({
  from: atom.from,
  to: atom.to,
  low: atom.value,
  high: atom.value,
  approximate: atom.numeral.form === 'couple' || atom.numeral.form === 'vague',
  openEnded: atom.numeral.form === 'vague',
  range: false,
  unit: atom.unit,
  hyphened: atom.hyphened,
  atom,
});

/** The words between two numbers, hyphens dropped; null where more than three tokens stand there. */
function between(tokens: readonly Token[], a: Atom, b: Atom): string | null {
  if (b.from - a.to > 3) return null;
  const parts: string[] = [];
  for (let k = a.to; k < b.from; k += 1) {
    if (at(tokens, k).opens) return null;
    parts.push(at(tokens, k).lower);
  }
  const joined = parts.join('');
  return joined === '-to-' || joined === '-to' ? 'to' : parts.join(' ');
}

function near(tokens: readonly Token[], from: number, to: number, set: ReadonlySet<string>): boolean {
  for (let k = Math.max(0, from); k < Math.min(tokens.length, to); k += 1) if (set.has(at(tokens, k).lower)) return true;
  return false;
}

const DASHES = new Set(['-', '–', '—', '−', '- -']);
const SKIP = new Set(['about', 'around', 'roughly', 'approximately', 'some', 'an', 'estimated', 'as', 'little', 'few']);

/** The word before a number, over "about" and the like. */
function wordBefore(tokens: readonly Token[], i: number): string {
  let k = i - 1;
  while (k >= 0 && i - k < 4 && SKIP.has(at(tokens, k).lower)) k -= 1;
  return at(tokens, k).lower;
}

/** "10 to 12 million", "$10 to 12", "5 to 7 percent": what is said once holds for both. */
function spread(a: Atom, b: Atom): { low: number; high: number; unit: Unit | null } | null {
  const shared =
    a.numeral.scale === 1 && b.numeral.scale > 1 && !a.unitAfter && Math.abs(a.value) < b.value / b.numeral.scale ? b.numeral.scale : 1;
  const low = a.value * shared;
  const high = b.value;
  if (a.unit && b.unit && a.unit.unit !== b.unit.unit && !b.unit.unit.startsWith(`${a.unit.unit} per `)) return null;
  return low < high ? { low, high, unit: b.unit ?? a.unit } : null;
}

/** Two numbers as one range, or null where they are two figures. */
function joined(tokens: readonly Token[], a: Atom, b: Atom): Figure | null {
  const link = between(tokens, a, b);
  if (link === null || a.numeral.form === 'vague' || b.numeral.form === 'vague') return null;
  const ends = spread(a, b);
  const lead = wordBefore(tokens, a.from);
  const led = (lead === 'between' || lead === 'from') && at(tokens, a.from - 1).lower === lead;
  const figure = (low: number, high: number, unit: Unit | null, approximate = false): Figure => ({
    from: led ? a.from - 1 : a.from,
    to: b.to,
    low,
    high,
    approximate,
    openEnded: false,
    range: low !== high,
    unit,
    hyphened: b.hyphened,
    atom: b,
  });
  if (
    (link === 'in' || link === 'in every' || link === 'out of') &&
    !a.unit &&
    !b.unit &&
    a.value > 0 &&
    b.value > a.value &&
    (link === 'out of' ? isShare(a, b) : a.value === 1 || b.value === 10)
  )
    return figure(a.value / b.value, a.value / b.value, null);
  if (!ends) return null;
  if (DASHES.has(link)) return near(tokens, a.from - 7, b.to + 5, RESULT) && !ends.unit ? null : figure(ends.low, ends.high, ends.unit);
  if (link === 'and')
    return lead === 'between' || (lead === 'of' && at(tokens, a.from - 2).lower === 'ages') ? figure(ends.low, ends.high, ends.unit) : null;
  if (link === 'or') return ends.high <= 2 * ends.low + 1 && !a.unit ? figure(ends.low, ends.high, ends.unit, true) : null;
  if (link !== 'to') return null;
  if (lead === 'by') return figure(ends.low, ends.high, ends.unit);
  // "firmed 0.4% to 18.62": two measures.
  if (a.unitAfter && !b.unit) return null;
  const change = near(tokens, a.from - 6, a.from, CHANGE);
  if (lead === 'from') return change ? null : figure(ends.low, ends.high, ends.unit);
  // "rose 5 to 12" is a step and its end; "raise 400 million to 500 million" is a range.
  const close = a.numeral.scale > 1 && a.numeral.scale === b.numeral.scale && ends.high <= 1.6 * ends.low;
  if (change && !close && (a.unitAfter || !b.unitAfter)) return null;
  return figure(ends.low, ends.high, ends.unit);
}

/** "two out of five": a share of a small whole, both in words. "12 out of 14" are two counts. */
const isShare = (a: Atom, b: Atom): boolean =>
  a.numeral.form === 'words' && (b.value <= 5 || b.value === 10) && (b.numeral.form === 'words' || b.value === 10);

/** Every figure of the text, ranges joined. */
export function figuresIn(tokens: readonly Token[], text: string): readonly Figure[] {
  const atoms = collect(tokens, text);
  const figures: Figure[] = [];
  for (let i = 0; i < atoms.length; i += 1) {
    const atom = atoms[i] as Atom;
    const next = atoms[i + 1];
    const range = next ? joined(tokens, atom, next) : null;
    figures.push(range ?? single(atom));
    if (range) i += 1;
  }
  return figures;
}
