import type { Passage, Report, Span, Spans, Statement } from '../../model/index.ts';
import { cutSpan, standsAlone } from './cuts.ts';

/** Longer contents are documents that somebody quotes whole: they are not cut. */
const LONGEST = 1500;

/** The pieces of a content that state something by themselves; spans that do not stay with the ones before them. */
function piecesOf(text: string, spans: Spans): Span[][] {
  const pieces: Span[][] = [];
  for (const span of spans) {
    const cuts = cutSpan(text, span);
    cuts.forEach((cut, i) => {
      const words = text.slice(cut[0], cut[1]);
      const before = pieces.at(-1);
      const goesOn = i === 0 && before && !(standsAlone(words) && standsAlone(textOf(text, before)));
      if (goesOn) before.push(cut);
      else pieces.push([cut]);
    });
  }
  return pieces;
}

const textOf = (text: string, spans: Spans): string => spans.map(([start, end]) => text.slice(start, end)).join(' ');

const inside = (inner: Spans, outer: Spans): boolean =>
  inner.every(([start, end]) => outer.some(([from, to]) => from <= start && end <= to));

/** Words by which a piece is about what is to come. */
const TO_COME = /\b(?:will|shall|would|is to|are to|was to|were to|to be|likely|probabl[ey]|going to|expected|expects?)\b|['’]ll\b/i;

/** Which piece holds the forecast: the first that names its date or speaks of what is to come. */
function forecastAt(pieces: readonly Spans[], text: string, statement: Statement): number {
  const at = pieces.findIndex((piece) => TO_COME.test(textOf(text, piece)));
  const dated = pieces.findIndex(
    (piece) => TO_COME.test(textOf(text, piece)) && statement.times.some(({ spans, edtf }) => edtf !== null && inside(spans, piece)),
  );
  return Math.max(0, dated >= 0 ? dated : at);
}

/** A statement for every proposition in it: whoever says that 71 died and 540 were injured says two things. */
export function inParts(statement: Statement, { text, id }: Pick<Report, 'text' | 'id'>): readonly Statement[] {
  const { spans } = statement.content;
  const [first] = spans;
  if (!first || (spans.at(-1)?.[1] ?? 0) - first[0] > LONGEST) return [statement];
  const pieces = piecesOf(text, spans);
  if (pieces.length < 2) return [statement];
  const foreseen = forecastAt(pieces, text, statement);
  return pieces.map((piece, i): Statement => {
    const content: Passage = { spans: piece, text: textOf(text, piece) };
    return {
      ...statement,
      id: `${id}:${piece[0]?.[0] ?? 0}-${piece.at(-1)?.[1] ?? 0}${statement.voice === 'outlet' ? '.own' : `.${statement.depth}p`}`,
      content,
      forecast: i === foreseen ? statement.forecast : null,
      quantities: statement.quantities.filter((row) => inside(row.spans, piece)),
      times: statement.times.filter((row) => inside(row.spans, piece)),
      places: statement.places.filter((row) => inside(row.spans, piece)),
    };
  });
}

/** Every statement of a report in its parts; what stands within another points to the part that it stands in. */
export function allInParts(statements: readonly Statement[], report: Pick<Report, 'text' | 'id'>): Statement[] {
  const parts = new Map(statements.map((statement) => [statement.id, inParts(statement, report)]));
  const taken = new Set<string>();
  return [...parts.values()].flat().map((part) => {
    let id = part.id;
    for (let i = 2; taken.has(id); i += 1) id = `${part.id}.${i}`;
    taken.add(id);
    const around = part.within === null ? undefined : parts.get(part.within);
    const within = around && (around.find(({ content }) => inside(part.content.spans, content.spans)) ?? around[0]);
    return { ...part, id, ...(within && { within: within.id }) };
  });
}
