import { diffArrays, diffWordsWithSpace } from 'diff';

/** A run of words: in both texts, only in the older one, or only in the newer one. */
export interface Run {
  readonly kind: 'same' | 'cut' | 'added';
  readonly text: string;
}

/** One paragraph of two versions: the same in both, cut, added, or changed within. */
export type ParagraphChange =
  | { readonly kind: 'same' | 'cut' | 'added'; readonly text: string }
  | { readonly kind: 'changed'; readonly runs: readonly Run[] };

/** Past so many edits two texts are not compared further: they are shown as one cut and the other added. */
const MOST_EDITS = 2000;
/** A paragraph of which less than this stays is another paragraph. */
const LEAST_KEPT = 0.4;

const paragraphs = (text: string): string[] => text.split(/\n[ \t]*\n\s*/).filter((paragraph) => paragraph.trim() !== '');

/** What became of one paragraph, word by word; null where so little stays that it is another one. */
function within(older: string, newer: string): ParagraphChange | null {
  const parts = diffWordsWithSpace(older, newer, { maxEditLength: MOST_EDITS });
  if (!parts) return null;
  const kept = parts.reduce((sum, { added, removed, value }) => (added || removed ? sum : sum + value.length), 0);
  if (kept < LEAST_KEPT * Math.max(older.length, newer.length)) return null;
  return {
    kind: 'changed',
    runs: parts.map(({ added, removed, value }): Run => ({ kind: added ? 'added' : removed ? 'cut' : 'same', text: value })),
  };
}

/** Paragraphs that went and came at one place: paired in order, and what has no partner cut or added. */
function replaced(cut: readonly string[], added: readonly string[]): readonly ParagraphChange[] {
  return Array.from({ length: Math.max(cut.length, added.length) }, (_, i) => i).flatMap((i): readonly ParagraphChange[] => {
    const [older, newer] = [cut[i], added[i]];
    const changed = older !== undefined && newer !== undefined ? within(older, newer) : null;
    if (changed) return [changed];
    return [
      ...(older === undefined ? [] : [{ kind: 'cut' as const, text: older }]),
      ...(newer === undefined ? [] : [{ kind: 'added' as const, text: newer }]),
    ];
  });
}

/** What changed from one text to another: by paragraph, and by word in paragraphs of which most stayed. In order of the texts. */
export function differenceOf(older: string, newer: string): readonly ParagraphChange[] {
  const [left, right] = [paragraphs(older), paragraphs(newer)];
  const parts = diffArrays(left, right, { maxEditLength: MOST_EDITS }) ?? [
    { removed: true, added: false, value: left },
    { removed: false, added: true, value: right },
  ];
  const changes: ParagraphChange[] = [];
  for (let i = 0; i < parts.length; i++) {
    const { removed, added, value } = parts[i] as (typeof parts)[number];
    const next = parts[i + 1];
    if (removed && next?.added) {
      changes.push(...replaced(value, next.value));
      i++;
    } else if (removed) changes.push(...replaced(value, []));
    else if (added) changes.push(...replaced([], value));
    else changes.push(...value.map((text) => ({ kind: 'same' as const, text })));
  }
  return changes;
}
