import { useRows } from '../../api/hooks.ts';
import type { LedgerStatement } from '../../api/types.ts';
import { DayFilter, Filters, TypedFilter, useFilters } from '../../parts/Filters.tsx';
import { Rows } from '../../parts/Rows.tsx';
import { StatementRow } from '../../parts/StatementRow.tsx';
import { BASIS_WORDS, CERTAINTIES, count, KINDS } from '../../words/names.ts';

const CHOICES = [
  { name: 'certainty', label: 'how sure', values: CERTAINTIES },
  { name: 'kind', label: 'source', values: KINDS },
  {
    name: 'quotation',
    label: 'words',
    values: [
      ['direct', 'quoted'],
      ['mixed', 'partly quoted'],
      ['indirect', 'reported'],
    ],
  },
  { name: 'basis', label: 'rests on', values: [...Object.entries(BASIS_WORDS), ['none', 'nothing given']] },
  {
    name: 'hasFigure',
    label: 'figures',
    values: [
      ['true', 'with'],
      ['false', 'without'],
    ],
  },
  {
    name: 'minConfidence',
    label: 'read with at least',
    values: ['0.5', '0.6', '0.7', '0.8', '0.9'].map((share) => [share, `${Number(share) * 100} %`] as const),
  },
] as const;

const TYPED = ['source', 'place', 'from', 'to'] as const;
const NAMED_ELSEWHERE = { sourceId: 'one source', report: 'one report', claim: 'one claim', country: 'country' };

/** Every statement of every report: search as you type, filters, and each opens to its words. */
export default function Statements() {
  const filters = useFilters([...CHOICES.map(({ name }) => name), ...TYPED, ...Object.keys(NAMED_ELSEWHERE)]);
  const found = useRows<LedgerStatement>('statements', filters);
  const set = Object.fromEntries(
    Object.entries(NAMED_ELSEWHERE).flatMap(([name, label]) =>
      filters[name] ? [[name, ['sourceId', 'report', 'claim'].includes(name) ? label : `${label} ${filters[name]}`]] : [],
    ),
  );
  const isAll = Object.keys(filters).length === 0;
  return (
    <>
      <div className="page-head">
        <h1>Statements</h1>
        <p className="quiet" role="status">
          {found.isPending ? '' : `${found.hasNextPage ? 'more than ' : ''}${count(found.rows.length, 'statement')}`}
        </p>
      </div>
      <Filters kind="statements" search="Find words in statements" choices={CHOICES} set={set}>
        <TypedFilter name="source" label="source’s name" />
        <TypedFilter name="place" label="place" />
        <DayFilter name="from" label="said from" />
        <DayFilter name="to" label="to" />
      </Filters>
      <Rows
        found={found}
        keyOf={({ id }) => id}
        height={112}
        label="Statements"
        empty={
          isAll
            ? 'No statements yet: add a report first.'
            : 'No statement has these words under these filters. Take one away, or search for fewer words.'
        }
      >
        {(statement) => <StatementRow statement={statement} q={filters.q} />}
      </Rows>
    </>
  );
}
