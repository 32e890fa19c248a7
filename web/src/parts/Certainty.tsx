import type { CertaintyLevel } from '../words/names.ts';
import './certainty.css';

/** How sure the source is: the word, and the line that stands under its words in the text. */
export const Certainty = ({ level }: { readonly level: CertaintyLevel }) => (
  <span className="certainty">
    <i className={`line c-${level}`} aria-hidden="true" />
    {level === 'unknown' ? 'not said how sure' : level}
  </span>
);
