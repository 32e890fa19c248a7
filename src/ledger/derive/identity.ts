import type { Reading, Statement } from '../../model/index.ts';

/** Hexadecimal digits of a report's id: 16, and more only where another report's bytes begin with the same ones. */
const ID_LENGTHS = [16, 24, 32, 64] as const;

/** `r` and the first digits of the bytes' hash; `taken` says whether another report has that id. */
export function reportId(sha256: string, taken: (id: string) => boolean): string {
  const ids = ID_LENGTHS.map((length) => `r${sha256.slice(0, length)}`);
  return ids.find((id) => !taken(id)) ?? `r${sha256}`;
}

/** The reading under the ledger's id: statements are named after their report. */
export function underId(reading: Reading, id: string): Reading {
  const from = reading.report.id;
  if (from === id) return reading;
  const renamed = (name: string): string => (name.startsWith(`${from}:`) ? `${id}${name.slice(from.length)}` : name);
  const rename = (statement: Statement): Statement => ({
    ...statement,
    id: renamed(statement.id),
    within: statement.within === null ? null : renamed(statement.within),
  });
  return {
    ...reading,
    report: { ...reading.report, id },
    statements: reading.statements.map(rename),
    ...(reading.unattributed && { unattributed: reading.unattributed.map(rename) }),
  };
}
