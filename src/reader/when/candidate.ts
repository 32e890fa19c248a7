import type { Meaning } from './meaning.ts';

/** An expression as the rules read it: its tokens, which rule read it, and what it says. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly meaning: Meaning;
}
