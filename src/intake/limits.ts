/** What one input may cost. Every limit is a setting; these are the defaults that docs/intake.md states. */
export interface Limits {
  /** Bytes of one document, or of one line of JSON Lines. */
  readonly maxBytes: number;
  /** Bytes that one compressed input may unpack to when it is read as a stream. */
  readonly maxExpandedBytes: number;
  /** How many bytes one compressed byte may become, past the first 16 MiB. */
  readonly maxExpansionRatio: number;
  /** Archives inside archives. */
  readonly maxDepth: number;
  /** Members of one archive, records of one WARC, messages of one mbox. */
  readonly maxEntries: number;
  /** Elements of one page. */
  readonly maxElements: number;
  /** Elements inside elements of one page. */
  readonly maxNesting: number;
  /** Milliseconds in which one document is parsed. */
  readonly parseTimeout: number;
  /** Bytes that the process in which a document is parsed may hold, the program itself among them. */
  readonly parseMemory: number;
  /** Bytes of text and attachments that one parsed document may come to. */
  readonly maxOutput: number;
  /** Milliseconds for one address, redirects and all. */
  readonly fetchTimeout: number;
  /** Redirects followed for one address. */
  readonly maxRedirects: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  maxBytes: 64 * MEBIBYTE,
  maxExpandedBytes: 64 * 1024 * MEBIBYTE,
  maxExpansionRatio: 200,
  maxDepth: 4,
  maxEntries: 1_000_000,
  maxElements: 500_000,
  maxNesting: 512,
  parseTimeout: 60_000,
  parseMemory: 1024 * MEBIBYTE,
  maxOutput: 256 * MEBIBYTE,
  fetchTimeout: 30_000,
  maxRedirects: 10,
};
