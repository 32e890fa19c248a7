/** Characters on each side of a figure in which its sentences are looked for. */
const REACH = 400;
const STOP = /(?<=[.!?]["”’]?)\s+(?=\S)/u;
const PARAGRAPH = /\n\s*\n/u;

/** A figure's own sentence, and those right before and after it in its paragraph. */
export interface Sentences {
  readonly own: string;
  /** The own sentence's words before the figure. */
  readonly lead: string;
  readonly before: string;
  readonly after: string;
}

/** The sentences around the characters from `start` to `end`. */
export function sentencesAround(text: string, start: number, end: number): Sentences {
  const left = (
    text
      .slice(Math.max(0, start - REACH), start)
      .split(PARAGRAPH)
      .at(-1) ?? ''
  ).split(STOP);
  const right = (text.slice(end, end + REACH).split(PARAGRAPH)[0] ?? '').split(STOP);
  const lead = left.at(-1) ?? '';
  return { own: `${lead}${text.slice(start, end)}${right[0] ?? ''}`, lead, before: left.at(-2) ?? '', after: right[1] ?? '' };
}
