/** What a cell may hold. Lists are joined by the column that makes them. */
export type Cell = string | number | boolean | null | undefined;

/** One column: its heading, and its cell for a row. */
export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => Cell;
}

/** A spreadsheet takes a text cell that begins like this for a formula. */
const FORMULA_START = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/u;

/**
 * One cell after RFC 4180. Text that a spreadsheet would run is disarmed with a leading apostrophe (OWASP, CSV injection);
 * numbers are written as they are.
 */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

export const csvHeading = <Row>(columns: readonly Column<Row>[]): string => line(columns.map(({ name }) => name));

export const csvLine = <Row>(columns: readonly Column<Row>[], row: Row): string => line(columns.map(({ cell }) => cell(row)));
