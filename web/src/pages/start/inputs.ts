/** One thing to add: pasted words, an address, or a file. */
export type Input =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'url'; readonly name: string; readonly url: string }
  | { readonly kind: 'file'; readonly name: string; readonly file: Blob };

/** What the person says of a pasted report, where the report does not say it itself. */
export interface Known {
  readonly published: string;
  readonly outlet: string;
  readonly title: string;
}

const isAddress = (line: string): boolean => /^https?:\/\/\S+$/i.test(line);
const NAME_LENGTH = 60;

/** What was pasted: addresses where every line is one, otherwise one report's words. Nothing where there is nothing. */
export function inputsOf(pasted: string): readonly Input[] {
  const lines = pasted
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return [];
  if (lines.every(isAddress)) return [...new Set(lines)].map((url) => ({ kind: 'url', name: url, url }));
  const first = lines[0] as string;
  const name = first.length > NAME_LENGTH ? `${first.slice(0, NAME_LENGTH).trimEnd()} …` : first;
  return [{ kind: 'text', name, text: pasted }];
}

export const fileInput = (file: File): Input => ({ kind: 'file', name: file.name, file });

/** The request that adds one input. A file goes as it is, whatever it calls itself: its content tells what it is. */
export function requestOf(input: Input, known: Known): readonly [path: string, init: RequestInit] {
  if (input.kind === 'file') {
    const query = new URLSearchParams({ name: input.name.slice(0, 500), ...(known.published && { published: known.published }) });
    return [`/api/add?${query}`, { method: 'POST', body: input.file, headers: { 'content-type': 'application/octet-stream' } }];
  }
  const what = input.kind === 'text' ? { text: input.text, name: 'pasted' } : { url: input.url };
  const said = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
  return ['/api/add', { method: 'POST', body: JSON.stringify({ ...what, ...said }), headers: { 'content-type': 'application/json' } }];
}
