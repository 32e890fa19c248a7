import { fieldOf, REPORT_FIELDS, STATEMENT_FIELDS } from '../../ledger/index.ts';
import type { Ledger, RowTypes } from '../../ledger/port.ts';
import { AccordingtoError, type Decision, type JudgedKind, type Judgement, SOURCE_KINDS } from '../../model/index.ts';

/** So many of a claim's statements are noted beside a judgement on it: enough to find it again, whatever else comes or goes. */
const MOST_MEMBERS = 200;

/** What a target is, with the row and the statements that it stands for. */
type Target =
  | { readonly kind: 'report' | 'source' | 'statement'; readonly id: string; readonly members: readonly string[] }
  | { readonly kind: 'claim'; readonly id: string; readonly members: readonly string[]; readonly proposition: string }
  | { readonly kind: 'forecast'; readonly id: string; readonly members: readonly string[] }
  | { readonly kind: 'relation'; readonly id: string; readonly members: readonly string[]; readonly against: readonly string[] }
  | { readonly kind: 'decision'; readonly id: string; readonly members: readonly string[]; readonly decision: Decision };

const isStatement = (id: string): boolean => /^.+:\d+-\d+$/.test(id);

async function membersOf(ledger: Ledger, claim: string): Promise<readonly string[]> {
  const row = await ledger.row('claims', claim);
  return (row?.statements ?? []).slice(0, MOST_MEMBERS).map(({ id }) => id);
}

/** Finds what an id names. A report or statement that was set aside can still be judged. */
async function find(ledger: Ledger, id: string): Promise<Target | null> {
  if (isStatement(id)) return (await statementExists(ledger, id)) ? { kind: 'statement', id, members: [id] } : null;
  if (await ledger.reading(id)) return { kind: 'report', id, members: [] };
  const claim = await ledger.row('claims', id);
  if (claim) return { kind: 'claim', id, members: await membersOf(ledger, id), proposition: claim.proposition };
  if (await ledger.row('sources', id)) return { kind: 'source', id, members: [] };
  const forecast = await ledger.row('forecasts', id);
  if (forecast) return { kind: 'forecast', id, members: await membersOf(ledger, forecast.claim) };
  const relation = await ledger.row('relations', id);
  if (relation)
    return { kind: 'relation', id, members: await membersOf(ledger, relation.from), against: await membersOf(ledger, relation.to) };
  const decision = await ledger.row('decisions', id);
  return decision ? { kind: 'decision', id, members: decision.members, decision } : null;
}

async function statementExists(ledger: Ledger, id: string): Promise<boolean> {
  if (await ledger.row('statements', id)) return true;
  const reading = await ledger.reading(id.replace(/:\d+-\d+$/, ''));
  return reading?.statements.some((statement) => statement.id === id) ?? false;
}

const notFound = (target: string): AccordingtoError => new AccordingtoError('JUDGE_NOT_FOUND', { target: target.slice(0, 200) });
const notSo = (verdict: string, kind: string, instead: string): AccordingtoError =>
  new AccordingtoError('JUDGE_NOT_SO', { verdict, kind, instead });

/** What each verdict can be passed on. */
const TAKES: Readonly<Record<Exclude<Judgement['verdict'], 'undo'>, readonly JudgedKind[]>> = {
  confirm: ['report', 'statement', 'claim', 'source', 'decision'],
  reject: ['report', 'statement', 'claim', 'source', 'relation', 'decision'],
  correct: ['report', 'statement', 'claim', 'source'],
  join: ['report', 'statement', 'claim', 'source'],
  split: ['report', 'statement', 'claim', 'source'],
  rate: ['source'],
  resolve: ['forecast', 'claim'],
};

/**
 * A judgement as it is written to the log: its target found, what it stands for noted beside it, its value checked.
 * @throws AccordingtoError JUDGE_NOT_FOUND, JUDGE_NOT_SO, JUDGE_FIELD, JUDGE_VALUE, JUDGE_NOT_UNDOABLE.
 */
export async function prepare(ledger: Ledger, given: Judgement): Promise<Judgement> {
  const { kind: _, members: __, against: ___, ...judgement } = given as Judgement & { readonly machine?: unknown };
  if (judgement.verdict === 'undo') return prepareUndo(ledger, judgement);
  const target = await find(ledger, judgement.target);
  if (!target) {
    if (judgement.verdict === 'split') return prepareNameSplit(ledger, judgement);
    throw notFound(judgement.target);
  }
  const takes = TAKES[judgement.verdict];
  if (!takes.includes(target.kind)) throw notSo(judgement.verdict, target.kind, takes.join(', '));
  const noted = { kind: target.kind, ...(target.members.length > 0 && { members: target.members }) };
  switch (judgement.verdict) {
    case 'reject':
      if (target.kind === 'decision') return turnDown(ledger, judgement, target.decision);
      return { ...judgement, ...noted, ...(target.kind === 'relation' && { against: target.against }) };
    case 'correct':
      return prepareCorrection(ledger, judgement, target, noted);
    case 'join':
      return prepareJoin(ledger, judgement, target, noted);
    case 'split':
      return prepareSplit(ledger, judgement, target, noted);
    case 'resolve': {
      const forecasts =
        target.kind === 'claim' ? (await ledger.page('forecasts', { filters: { claim: target.id }, limit: 1 })).rows : [null];
      if (forecasts.length === 0) throw notSo('resolve', 'claim that foresees nothing', 'forecast');
      if (judgement.resolvedBy && !(await statementExists(ledger, judgement.resolvedBy))) throw notFound(judgement.resolvedBy);
      return { ...judgement, ...noted, kind: 'forecast' };
    }
    default:
      return { ...judgement, ...noted };
  }
}

type Of<Verdict extends Judgement['verdict']> = Extract<Judgement, { readonly verdict: Verdict }>;
type Noted = Pick<Judgement, 'kind' | 'members'>;

async function prepareUndo(ledger: Ledger, judgement: Of<'undo'>): Promise<Judgement> {
  const sequence = Number(judgement.target);
  const row = Number.isSafeInteger(sequence) ? await ledger.judgement(sequence) : null;
  if (!row)
    throw new AccordingtoError('JUDGE_NOT_UNDOABLE', { target: judgement.target.slice(0, 200), reason: 'no judgement has that number' });
  if (row.undone) throw new AccordingtoError('JUDGE_NOT_UNDOABLE', { target: judgement.target, reason: 'it is undone already' });
  return { ...judgement, ...(row.judgement.kind && { kind: row.judgement.kind }) };
}

async function prepareCorrection(ledger: Ledger, judgement: Of<'correct'>, target: Target, noted: Noted): Promise<Judgement> {
  const bad = (expected: string): AccordingtoError =>
    new AccordingtoError('JUDGE_VALUE', { field: judgement.field, value: JSON.stringify(judgement.value ?? null).slice(0, 80), expected });
  const noField = (known: readonly string[]): AccordingtoError =>
    new AccordingtoError('JUDGE_FIELD', { field: judgement.field, kind: target.kind, known: known.join(', ') });
  if (target.kind === 'statement' || target.kind === 'report') {
    const fields = target.kind === 'statement' ? STATEMENT_FIELDS : REPORT_FIELDS;
    const field = fieldOf(target.kind, judgement.field);
    if (!field) throw noField(Object.keys(fields));
    if (!field.takes(judgement.value)) throw bad(field.expected);
    return { ...judgement, ...noted, machine: await machineValue(ledger, target, field.get) };
  }
  const words = typeof judgement.value === 'string' && judgement.value.trim() !== '' && judgement.value.length <= 2000;
  if (target.kind === 'claim') {
    if (judgement.field !== 'proposition') throw noField(['proposition']);
    if (!words) throw bad('a sentence');
    return { ...judgement, ...noted, machine: target.proposition };
  }
  if (judgement.field !== 'name' && judgement.field !== 'kind') throw noField(['name', 'kind']);
  if (!words) throw bad('a name');
  if (judgement.field === 'kind' && !(SOURCE_KINDS as readonly unknown[]).includes(judgement.value))
    throw bad(`one of: ${SOURCE_KINDS.join(', ')}`);
  const source = (await ledger.row('sources', target.id)) as RowTypes['sources'];
  return { ...judgement, ...noted, machine: source[judgement.field] };
}

/** What the reader had there, before any correction. */
async function machineValue(ledger: Ledger, target: Target, get: (row: never) => unknown): Promise<unknown> {
  const reading = await ledger.reading(target.id.replace(/:\d+-\d+$/, ''));
  const row = target.kind === 'report' ? reading?.report : reading?.statements.find(({ id }) => id === target.id);
  return row ? (get(row as never) ?? null) : null;
}

async function prepareJoin(ledger: Ledger, judgement: Of<'join'>, target: Target, noted: Noted): Promise<Judgement> {
  const other = await find(ledger, judgement.with);
  if (!other) throw notFound(judgement.with);
  const said = (kind: JudgedKind): JudgedKind => (kind === 'statement' ? 'claim' : kind);
  if (said(other.kind) !== said(target.kind)) throw notSo('join', `${target.kind} with a ${other.kind}`, 'two of a kind');
  if (other.id === target.id) throw notSo('join', `${target.kind} with itself`, 'two of a kind');
  return { ...judgement, ...noted, kind: said(target.kind), ...(other.members.length > 0 && { against: other.members }) };
}

async function prepareSplit(ledger: Ledger, judgement: Of<'split'>, target: Target, noted: Noted): Promise<Judgement> {
  const other = await find(ledger, judgement.from);
  if (!other) throw notFound(judgement.from);
  if (target.kind === 'report' && other.kind === 'report') return { ...judgement, ...noted };
  if (target.kind === 'statement' && other.kind === 'source') return { ...judgement, ...noted, kind: 'source' };
  if (target.kind === 'statement' && (other.kind === 'claim' || other.kind === 'statement'))
    return { ...judgement, ...noted, against: other.members.filter((id) => id !== target.id) };
  if (target.kind === 'source' && other.kind === 'source') return prepareUnjoin(ledger, judgement);
  throw notSo(
    'split',
    `${target.kind} from a ${other.kind}`,
    'a statement from a claim or source, a name from a source, a report from a report',
  );
}

/** Two sources that are two already need no split. */
async function prepareUnjoin(ledger: Ledger, judgement: Of<'split'>): Promise<Judgement> {
  const source = await ledger.row('sources', judgement.target);
  throw notSo('split', `source (${source?.name}) that is another than that already`, 'a name that the other goes by');
}

/** A name that a source goes by, told apart from it. */
async function prepareNameSplit(ledger: Ledger, judgement: Of<'split'>): Promise<Judgement> {
  const source = await ledger.row('sources', judgement.from);
  if (!source) throw notFound(judgement.target);
  if (![source.name, ...source.aliases].includes(judgement.target)) throw notFound(judgement.target);
  return { ...judgement, kind: 'source' };
}

/** To turn a decision down is to decide otherwise: each kind has its own judgement for that. */
async function turnDown(ledger: Ledger, { by, note }: Of<'reject'>, decision: Decision): Promise<Judgement> {
  const [first = '', second = '', third = ''] = decision.members;
  const signed = { by, ...(note !== undefined && { note }) };
  switch (decision.kind) {
    case 'statement':
      return prepare(ledger, { verdict: 'reject', target: first, ...signed });
    case 'claim': {
      // The claim's first appearance stays where it is.
      const lead = (await ledger.page('claims', { filters: { report: first.replace(/:\d+-\d+$/, '') }, limit: 500 })).rows.find(
        ({ statements }) => statements.some(({ id }) => id === first),
      )?.statements[0]?.id;
      const [leaves, stays] = lead === second ? [first, second] : [second, first];
      return prepare(ledger, { verdict: 'split', target: leaves, from: stays, ...signed });
    }
    case 'source':
      return prepare(ledger, { verdict: 'split', target: first, from: third, ...signed });
    case 'copy':
      return prepare(ledger, { verdict: 'split', target: first, from: second, ...signed });
    case 'forecast':
      return prepare(ledger, { verdict: 'resolve', target: first, outcome: 'pending', ...signed });
    case 'relation':
      return {
        verdict: 'reject',
        target: decision.id,
        kind: 'relation',
        members: await membersOf(ledger, first),
        against: await membersOf(ledger, second),
        ...signed,
      };
  }
}
