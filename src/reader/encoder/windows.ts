import type { Word } from './words.ts';

/** Paragraphs packed so that the encoder reads them at once. `training/windows.py` is this file's twin: keep them alike. */
export interface Window {
  readonly ids: number[];
  readonly looks: number[];
  readonly quoted: number[];
  /** Where each word's first piece stands. */
  readonly firsts: number[];
  /** The window's words are words[start, end) of the text. */
  readonly start: number;
  end: number;
}

/** Words [start, end). */
export type Run = readonly [start: number, end: number];

const CLS = 101;
const SEP = 102;
const ENDS = new Set('.!?');
const CLOSERS = new Set(['"', '”', '’', ')', ']', '»']);

/** Whether a sentence plausibly ends with this word. */
function endsSentence(words: readonly Word[], index: number): boolean {
  let at = index;
  while (at > 0 && CLOSERS.has(words[at]?.text ?? '')) at -= 1;
  return ENDS.has(words[at]?.text ?? '');
}

/** Ranges of words: whole paragraphs, or parts of them cut at a sentence's end where one exceeds the limit. */
function chunksOf(words: readonly Word[], pieces: readonly number[][], limit: number): Run[] {
  const chunks: Run[] = [];
  for (let start = 0; start < words.length; ) {
    const paragraph = words[start]?.paragraph;
    let end = start;
    let size = 0;
    let cut = -1;
    while (end < words.length && words[end]?.paragraph === paragraph && size + (pieces[end]?.length ?? 0) <= limit) {
      size += pieces[end]?.length ?? 0;
      if (endsSentence(words, end)) cut = end + 1;
      end += 1;
    }
    const whole = end === words.length || words[end]?.paragraph !== paragraph;
    if (!whole && cut > start) end = cut;
    chunks.push([start, end]);
    start = end;
  }
  return chunks;
}

/** Packs chunks into windows of at most `limit` pieces, in order. */
export function windowsOf(words: readonly Word[], pieces: readonly number[][], limit: number): Window[] {
  const windows: Window[] = [];
  for (const [start, end] of chunksOf(words, pieces, limit - 2)) {
    let size = 1;
    for (let i = start; i < end; i += 1) size += pieces[i]?.length ?? 0;
    let window = windows.at(-1);
    if (!window || window.ids.length + size > limit) {
      window = { ids: [CLS], looks: [0], quoted: [0], firsts: [], start, end: start };
      windows.push(window);
    }
    for (let i = start; i < end; i += 1) {
      const word = words[i] as Word;
      window.firsts.push(window.ids.length);
      for (const id of pieces[i] ?? []) {
        window.ids.push(id);
        window.looks.push(word.look);
        window.quoted.push(word.quoted);
      }
    }
    window.end = end;
    window.ids.push(SEP);
    window.looks.push(0);
    window.quoted.push(0);
  }
  return windows;
}

/** Whether the paragraph that ends with word `i` leaves a quotation open that the next one takes up. */
const goesOn = (words: readonly Word[], i: number): boolean =>
  words[i]?.quoted === 1 && !CLOSERS.has(words[i]?.text ?? '') && words[i + 1]?.quoted === 1;

const MOST_WORDS = 256;
const MOST_PARAGRAPHS = 2;

/** The words in which a cue looks for its source and content: its paragraph, and those that an open quotation runs into or comes from. */
export function scopeOf(words: readonly Word[], window: Window, cue: Run): Run {
  let [start] = cue;
  let end = start;
  const paragraphOf = (i: number): number | undefined => words[i]?.paragraph;
  const back = (paragraph: number | undefined): void => {
    while (start > window.start && paragraphOf(start - 1) === paragraph) start -= 1;
  };
  const on = (paragraph: number | undefined): void => {
    while (end < window.end && paragraphOf(end) === paragraph) end += 1;
  };
  back(paragraphOf(cue[0]));
  on(paragraphOf(cue[0]));
  for (let i = 0; i < MOST_PARAGRAPHS && end < window.end && goesOn(words, end - 1); i += 1) on(paragraphOf(end));
  for (let i = 0; i < MOST_PARAGRAPHS && start > window.start && goesOn(words, start - 1); i += 1) back(paragraphOf(start - 1));
  end = Math.max(end, cue[1]);
  if (end - start > MOST_WORDS) {
    start = Math.max(start, Math.min(cue[0] - MOST_WORDS / 2, end - MOST_WORDS));
    end = Math.min(end, start + MOST_WORDS);
  }
  return [start, end];
}

/** Each word's distance from the cue as the second network's rows: 1 in the cue, then before it, then after it. */
export function distancesOf([start, end]: Run, cue: Run, bounds: readonly number[]): number[] {
  const bucket = (steps: number): number => {
    let last = bounds.length - 1;
    while (last > 0 && steps < (bounds[last] as number)) last -= 1;
    return last;
  };
  return Array.from({ length: end - start }, (_, i) => {
    const word = start + i;
    if (word >= cue[0] && word < cue[1]) return 1;
    return word < cue[0] ? 2 + bucket(cue[0] - word) : 3 + bounds.length + bucket(word - cue[1] + 1);
  });
}
