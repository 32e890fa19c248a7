import type { Judged as JudgedRow } from '../api/types.ts';

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value !== 'object') return String(value);
  const { low, high, approximate } = value as { low?: number | null; high?: number | null; approximate?: boolean };
  const bounds = low === high ? String(low) : `${low ?? ''}–${high ?? ''}`;
  return `${approximate ? 'about ' : ''}${bounds}`;
};

/** What people decided about a row, the machine's own beside it; and who said otherwise. */
export function Judged({ judged }: { readonly judged: JudgedRow | undefined }) {
  if (!judged) return null;
  const { verdict, by, outcome, corrections = [], conflicts = [], rating } = judged;
  return (
    <p className="judged small">
      {verdict && (
        <b className={verdict}>
          {verdict} by {by}
        </b>
      )}
      {rating && <b>rated {rating}</b>}
      {outcome && (
        <b>
          settled by {by}: {outcome.value} <span className="quiet">(the machine: {outcome.machine})</span>
        </b>
      )}
      {corrections.map(({ field, value, machine, by: who, sequence }) => (
        <span key={sequence}>
          {field} <b>{shown(value)}</b>, corrected by {who} <span className="quiet">(the machine: {shown(machine)})</span>
        </span>
      ))}
      {conflicts.map(({ sequence, by: who, said }) => (
        <span key={sequence} className="conflict">
          {who} said otherwise: {said}
        </span>
      ))}
    </p>
  );
}
