/** One row of the catalogue: a stable code with what is wrong, what to do next, and how each front door answers. */
export interface ErrorEntry {
  /** What is wrong, one line; `{name}` is filled from the error's details. */
  readonly problem: string;
  /** What to do next, one line. */
  readonly remedy: string;
  /** 1 refused or not found, 2 the command line is wrong, 70 a fault of ours. */
  readonly exit: 1 | 2 | 70;
  readonly http: number;
}

/** An error as data, ready for a terminal line, a JSON line or RFC 9457 problem details. */
export interface Problem {
  readonly code: string;
  readonly problem: string;
  readonly remedy: string;
  readonly exit: 1 | 2 | 70;
  readonly http: number;
  readonly details: Readonly<Record<string, string | number>>;
}
