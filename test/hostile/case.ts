import type { IntakeOptions } from '../../src/intake/index.ts';

/** One thing that somebody might send to do harm, and what must come of it. */
export interface HostileCase {
  readonly name: string;
  /** Made when it is needed, by this code: nothing of the corpus lies in the repository. */
  readonly make: () => Uint8Array | string;
  /**
   * What intake gives, in order: `report` or a refusal's code, `×n` where there are several alike: `report×2 INTAKE_DAMAGED`.
   * An array names all outcomes that are right (what a parser makes of broken markup is its own affair).
   */
  readonly gives: string | readonly string[];
  /** What every text that is given must hold, and what nothing that is given may hold. */
  readonly holds?: string;
  readonly never?: string;
  readonly options?: IntakeOptions;
}

/** Words that make a report. */
export const WORDS =
  'The harbour of Vellmar was closed on Tuesday after a barge struck the eastern pier, the port authority said in a statement to reporters. Three people were taken to hospital, according to the coast guard.';

export const MEBIBYTE = 1024 * 1024;

/** Narrow limits, so that what passes them need not be large. */
export const NARROW: IntakeOptions = {
  limits: { maxBytes: 4 * MEBIBYTE, maxExpandedBytes: 32 * MEBIBYTE, maxEntries: 10_000, maxElements: 50_000, parseTimeout: 20_000 },
};

export const page = (head: string, body = `<p>${WORDS}</p>`): string =>
  `<!doctype html><html><head><title>Barge</title>${head}</head><body><article>${body}</article></body></html>`;
