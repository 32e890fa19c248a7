/** What a copy left out of its original, and what it brought itself, by paragraph. */
export interface Changes {
  readonly cut: readonly string[];
  readonly added: readonly string[];
}

/** Quotation marks, dashes and spaces differ from house to house without a word having changed. */
const plain = (paragraph: string): string =>
  paragraph
    .normalize('NFKC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const paragraphs = (text: string): string[] => text.split(/\n[ \t]*\n\s*/).filter((paragraph) => paragraph.trim() !== '');

/** Compares two texts by their paragraphs, whatever their order. */
export function changesOf(original: string, copy: string): Changes {
  const left = paragraphs(original);
  const right = paragraphs(copy);
  const inOriginal = new Set(left.map(plain));
  const inCopy = new Set(right.map(plain));
  return {
    cut: left.filter((paragraph) => !inCopy.has(plain(paragraph))),
    added: right.filter((paragraph) => !inOriginal.has(plain(paragraph))),
  };
}
