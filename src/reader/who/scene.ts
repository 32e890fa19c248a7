import type { Token } from '../text/index.ts';
import type { Asked, Candidate, Numbering } from './antecedents.ts';
import type { Entity } from './entity.ts';
import type { Name } from './names.ts';
import type { Registry } from './registry.ts';

/** What resolution looks at: the report, its names, and everybody known so far. */
export interface Scene extends Numbering {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly names: readonly Name[];
  readonly registry: Registry;
  /** Whether an offset lies inside somebody's quoted words. */
  readonly quoted: (offset: number) => boolean;
  /** Where the text begins after its dateline. */
  readonly begins: number;
  /** The outlet's name, where it is known. */
  readonly outlet: string | null;
  /** Answers in place of the fitted decision, where that is being fitted. */
  readonly teacher?: (asked: Asked, candidates: readonly Candidate[], scene: Scene) => Candidate | null;
}

/** Who a phrase stands for, and the role that it gives them. */
export interface Resolved {
  readonly entity: Entity;
  readonly title: string | null;
  /** Told by a pronoun. */
  readonly pronoun?: boolean;
}
