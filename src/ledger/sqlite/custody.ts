import type { Custody, Look, Report, Version } from '../../model/index.ts';
import { addressKey } from '../derive/address.ts';
import type { ReportBody } from '../log/bodies.ts';
import type { Sql } from './prepared.ts';

interface ReportEntry {
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly hash: string;
  readonly body: string;
  readonly row: string;
  readonly bytes: number;
}

/** How a report came, from its entry in the log. */
export function custodyOf(sql: Sql, id: string): Custody | null {
  const kept = sql(`
    SELECT l.sequence, l.at, l."by", l.hash, l.body, rr.row, b.size AS bytes FROM reports r
    JOIN log l ON l.sequence = r.key JOIN report_rows rr ON rr.key = r.key JOIN blobs b ON b.hash = r.sha256
    WHERE r.id = ?`).get(id) as ReportEntry | undefined;
  if (!kept) return null;
  const { sequence, at, by, hash, bytes } = kept;
  const { mediaType, headers, evidence, warnings, intake = null, raw } = JSON.parse(kept.body) as ReportBody;
  const { from, url } = JSON.parse(kept.row) as Report;
  const readings = sql(`SELECT sequence, at, "by", hash FROM log WHERE kind = 'reading' AND body ->> 'report' = ? ORDER BY sequence`).all(
    id,
  ) as Custody['readings'];
  return {
    report: id,
    entry: { sequence, at, by, hash },
    intake,
    from,
    url,
    sha256: raw,
    bytes,
    mediaType,
    headers,
    evidence,
    warnings,
    readings,
  };
}

interface AddressRow {
  readonly sequence: number;
  readonly at: string;
  readonly what: 'report' | Look['outcome'];
  readonly report: string;
  readonly sha256: string | null;
  readonly row: string | null;
}

/** Everything that an address gave, in the order of the log. */
export function versionsOf(sql: Sql, url: string | null): readonly Version[] {
  const address = addressKey(url);
  if (address === null) return [];
  const rows = sql(`
    SELECT r.key AS sequence, l.at, 'report' AS what, r.id AS report, r.sha256, rr.row FROM reports r
      JOIN log l ON l.sequence = r.key JOIN report_rows rr ON rr.key = r.key WHERE r.address = ?
    UNION ALL
    SELECT k.sequence, l.at, k.outcome, k.report, k.sha256, NULL FROM looks k JOIN log l ON l.sequence = k.sequence WHERE k.address = ?
    ORDER BY 1`).all(address, address) as AddressRow[];
  const reports = new Map(rows.flatMap(({ report, row }) => (row === null ? [] : [[report, JSON.parse(row) as Report]])));
  let before: string | null = null;
  return rows.map(({ row, ...rest }): Version => {
    const given = rest.what === 'report' || rest.what === 'changed' ? reports.get(rest.report) : undefined;
    const same = given ? given.text === before : rest.what === 'unchanged';
    if (given) before = given.text;
    const shown = row === null ? undefined : given;
    return { ...rest, title: shown?.title ?? null, published: shown?.published ?? null, same };
  });
}
