import type { Judgement, Ruling } from '../../model/index.ts';
import type { Sql } from './prepared.ts';

interface Kept {
  readonly sequence: number;
  readonly at: string;
  readonly body: string;
}

const rulingOf = ({ sequence, at, body }: Kept): Ruling => ({ sequence, at, judgement: JSON.parse(body) as Judgement });

/** Under this name stand judgements on sources, which bear on every report that uses them. */
export const ANY_REPORT = '*';

/** The judgements that stand and bear on one of these reports, oldest first; those on sources too where `ANY_REPORT` is asked for. */
export function rulingsOn(sql: Sql, reports: readonly string[]): readonly Ruling[] {
  const rows = sql(
    `SELECT DISTINCT j.sequence, l.at, l.body FROM json_each(?) w CROSS JOIN judgement_reports r ON r.report = w.value
     JOIN judgements j ON j.sequence = r.sequence JOIN log l ON l.sequence = j.sequence
     WHERE j.undone = 0 AND j.verdict <> 'undo' ORDER BY j.sequence`,
  ).all(JSON.stringify(reports));
  return (rows as Kept[]).map(rulingOf);
}

/** The judgements that stand on one thing, oldest first. */
export function rulingsAbout(sql: Sql, target: string): readonly Ruling[] {
  const rows = sql(
    `SELECT j.sequence, l.at, l.body FROM judgements j JOIN log l ON l.sequence = j.sequence
     WHERE j.target = ? AND j.undone = 0 AND j.verdict <> 'undo' ORDER BY j.sequence`,
  ).all(target);
  return (rows as Kept[]).map(rulingOf);
}

const STATEMENT = /^(.+):\d+-\d+$/;

/** The reports that a judgement bears on by what it names: a statement's id begins with its report's. */
export function reportsNamed(judgement: Judgement): readonly string[] {
  const { target, members = [], against = [] } = judgement;
  const other = judgement.verdict === 'join' ? judgement.with : judgement.verdict === 'split' ? judgement.from : target;
  const named = [target, other, ...members, ...against].map((id) => STATEMENT.exec(id)?.[1] ?? id);
  return [...new Set(named)];
}
