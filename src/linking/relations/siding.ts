import type { Relation } from '../../model/index.ts';
import { sameWord } from '../sources/names.ts';
import { fold } from '../words/normalise.ts';
import { candidatesOf, withPairs } from './candidates.ts';
import { SIDES } from './cues.ts';
import { placesOf } from './places.ts';
import type { Side } from './sides.ts';
import { nearnessOf } from './topic.ts';

const SIDES_NOT = /\b(?:not|never|no|nothing|without)\b|n[’']t\b|\bif\b/i;
const OFFICE =
  /^(?:Ministry|Minister|Defen[cs]e|Foreign|Interior|Justice|Directorate|Court|Supreme|General|Staff|Police|Office|President|Council|National)$/;
const capitalised = (text: string): readonly string[] => text.match(/\p{Lu}[\p{L}-]{3,}/gu) ?? [];

/** Whether some words name a source: "the Varnian view" is Varnia's. Long common beginnings only. */
const mentions = (said: string, names: readonly string[]): boolean =>
  names.flatMap(capitalised).some((word) => !OFFICE.test(word) && capitalised(said).some((other) => sameWord(fold(word), fold(other))));

/** "The report of the dinner", "their account of the night": what was told before, whoever told it. */
const REFERS = /\b(?:report|account|story|version|view|claim|allegation|finding|assessment|figure)s?\b/i;
/** Likeness that is enough where the words name whose account it is, where they say that it is one, and elsewhere. */
const NAMED = 0.25;
const REFERRED = 0.3;
const LIKE = 0.45;
/** What a claim gains as the target by being disputed: an account is called right when somebody doubts it. */
const DISPUTED = 0.1;
/** And by each doubling of those that tell it. */
const SPREAD = 0.05;

/** Figures below tell little by themselves. */
const TELLING_FIGURE = 10;
const figuresIn = ({ told }: Side) => told.flatMap(({ figures }) => figures).filter(({ low }) => low !== null && low > TELLING_FIGURE);
/** "61 is the honest number" names what it sides with. */
const sharesFigure = (a: Side, b: Side): boolean =>
  figuresIn(a).some((one) => figuresIn(b).some((other) => one.low === other.low && one.high === other.high));

/** "He shared the Varnian view of the market": a claim whose words side with another's. */
export function fromSiding(
  sides: readonly Side[],
  namesOf: (statementId: string) => readonly string[],
  found: readonly Relation[],
): Relation[] {
  const said = ({ first }: Side): string => `${first.statement.cue?.text ?? ''} ${first.statement.content.text}`;
  const siding = new Map(
    sides.flatMap((side) => (SIDES.test(said(side)) && !SIDES_NOT.test(said(side)) ? [[side.id, said(side)] as const] : [])),
  );
  if (siding.size === 0) return [];
  const disputed = new Set(found.flatMap(({ from, to, type }) => (type === 'updates' ? [] : [from, to])));
  const names = new Map(sides.map((side) => [side.id, side.placed.slice(0, 5).flatMap(({ statement }) => namesOf(statement.id))] as const));
  const named = sides.flatMap((later) =>
    siding.has(later.id)
      ? sides.flatMap((earlier) =>
          earlier.order < later.order && mentions(siding.get(later.id) ?? '', names.get(earlier.id) ?? [])
            ? [[later.id, earlier.id] as const]
            : [],
        )
      : [],
  );
  const isNamed = new Set(named.map((pair) => pair.join('|')));
  const compared = withPairs(
    candidatesOf(sides, placesOf(sides), () => []),
    sides,
    named,
  );
  const best = new Map<string, { readonly to: string; readonly value: number }>();
  for (const { later, earlier, topic, centred } of nearnessOf(sides, compared, ({ id }) => siding.has(id))) {
    const words = siding.get(later.id);
    if (words === undefined || earlier.source === null || later.negative) continue;
    const byName = isNamed.has(`${later.id}|${earlier.id}`);
    const figure = sharesFigure(later, earlier);
    if (!byName && (earlier.source === later.source || (!figure && earlier.first.report.id === later.first.report.id))) continue;
    const enough = figure ? 0 : byName ? NAMED : REFERS.test(words) ? REFERRED : LIKE;
    if (topic < enough) continue;
    const told = (disputed.has(earlier.id) ? DISPUTED : 0) + SPREAD * Math.log2(earlier.placed.length);
    const value = centred + (byName || figure ? 1 : 0) + told;
    if (value > (best.get(later.id)?.value ?? 0)) best.set(later.id, { to: earlier.id, value });
  }
  return [...best].map(([from, { to }]) => ({ from, to, type: 'endorses', reason: `“${SIDES.exec(siding.get(from) ?? '')?.[0].trim()}”` }));
}
