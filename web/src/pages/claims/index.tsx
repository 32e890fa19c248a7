import { useCounts, useRows } from '../../api/hooks.ts';
import type { Claim } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { Filters, useFilters } from '../../parts/Filters.tsx';
import { Found } from '../../parts/Found.tsx';
import { Rows } from '../../parts/Rows.tsx';
import { Stances } from '../../parts/Stances.tsx';
import { CERTAINTIES, count } from '../../words/names.ts';

const CHOICES = [
  {
    name: 'contradicted',
    label: 'contradicted',
    values: [
      ['true', 'yes'],
      ['false', 'no'],
    ],
  },
  {
    name: 'singleOrigin',
    label: 'origins',
    values: [
      ['true', 'only one'],
      ['false', 'none or several'],
    ],
  },
  { name: 'certainty', label: 'how sure', values: CERTAINTIES },
  {
    name: 'stance',
    label: 'somebody',
    values: [
      ['asserts', 'asserts it'],
      ['hedges', 'hedges'],
      ['denies', 'denies it'],
      ['reports', 'only reports it'],
    ],
  },
] as const;

const NAMED_ELSEWHERE = {
  source: 'one source',
  origin: 'one origin',
  outlet: 'outlet',
  report: 'one report',
  place: 'place',
  country: 'country',
  since: 'first seen since',
  deniedSince: 'denied since',
};

/** Every claim: who says so how often is not the same as how many vouch for it. */
export default function Claims() {
  const filters = useFilters([...CHOICES.map(({ name }) => name), ...Object.keys(NAMED_ELSEWHERE)]);
  const found = useRows<Claim>('claims', filters);
  const counts = useCounts().data;
  const set = Object.fromEntries(Object.entries(NAMED_ELSEWHERE).flatMap(([name, label]) => (filters[name] ? [[name, label]] : [])));
  return (
    <>
      <div className="page-head">
        <h1>Claims</h1>
        {counts && <p className="quiet">{count(counts.claims, 'claim')}, the newest first</p>}
      </div>
      <Filters kind="claims" search="Find words in claims" choices={CHOICES} set={set} />
      <Rows found={found} keyOf={({ id }) => id} height={82} label="Claims" empty="No claim has these words under these filters.">
        {(claim) => <ClaimRow claim={claim} q={filters.q} />}
      </Rows>
    </>
  );
}

/** The report that a statement's id begins with. */
const reportOf = (statement: string): string => statement.slice(0, statement.lastIndexOf(':'));

function ClaimRow({ claim, q }: { readonly claim: Claim; readonly q?: string | undefined }) {
  const { id, proposition, statements, origins } = claim;
  // A list carries at most a hundred statements of each claim; how many there are, the summary says.
  const reports = claim.summary?.reports ?? new Set(statements.map((statement) => reportOf(statement.id))).size;
  return (
    <div className="row-link">
      <p className="title">
        <Link href={`/claims/${encodeURIComponent(id)}`} data-step data-words>
          <Found text={proposition} q={q} />
        </Link>
      </p>
      <p className="meta">
        <span>{count(reports, 'report')}</span>
        <b>{origins.length === 0 ? 'cannot tell the origin' : count(origins.length, 'independent origin')}</b>
        <Stances statements={statements} />
      </p>
    </div>
  );
}
