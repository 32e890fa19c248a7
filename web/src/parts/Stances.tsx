import type { Claim } from '../api/types.ts';
import './stances.css';

const STANCES = [
  ['asserts', 'asserted'],
  ['reports', 'only reported'],
  ['hedges', 'hedged'],
  ['denies', 'denied'],
] as const;

/** How often a claim is asserted, hedged, denied: a small bar, and the same in words. */
export function Stances({ statements }: { readonly statements: Claim['statements'] }) {
  const sums = STANCES.map(([stance, word]) => ({ stance, word, sum: statements.filter((row) => row.stance === stance).length }));
  const some = sums.filter(({ sum }) => sum > 0);
  return (
    <span className="stances">
      <span className="bar" aria-hidden="true">
        {some.map(({ stance, sum }) => (
          <i key={stance} className={stance} style={{ flexGrow: sum }} />
        ))}
      </span>
      {some.map(({ word, sum }) => `${word} ${sum}`).join(' · ')}
    </span>
  );
}
