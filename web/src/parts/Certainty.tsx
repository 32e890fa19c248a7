import type { CertaintyLevel } from '../words/names.ts';
import './certainty.css';

/** The wave of a denied statement's line, as the browser draws it under words. */
const WAVE = 'M0 4 q2 -4 4 0 t4 0 t4 0 t4 0 t4 0 t4 0';

/** How sure the source is: the word, and the line that stands under its words in the text. */
export const Certainty = ({ level }: { readonly level: CertaintyLevel }) => (
  <span className={`certainty c-${level}`}>
    <svg className="line" width="24" height="8" aria-hidden="true">
      <path d={level === 'denied' ? WAVE : 'M0 4 H24'} />
    </svg>
    {level === 'unknown' ? 'not said how sure' : level}
  </span>
);
