import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes fitted weights into the table of a source file: each `name: number,` between the line that opens the table and the one that closes it.
 * @param opens the line by which the table begins, as it stands.
 * @throws Error where the table, or one of the names in it, is not there.
 */
export function writeWeights(file: string, opens: string, weights: Readonly<Record<string, number>>): void {
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(`\n${opens}\n`) + 1;
  const to = text.indexOf('}', from);
  if (from === 0 || to < 0) throw new Error(`${file} has no table that begins with ${opens}`);
  let table = text.slice(from, to);
  for (const [name, value] of Object.entries(weights)) {
    const row = new RegExp(`(?<=\\s${name}: )-?[\\d.]+(?=,)`);
    if (!row.test(table)) throw new Error(`${name} is not in the table of ${file} that begins with ${opens}`);
    table = table.replace(row, String(Number(value.toFixed(2)) || 0));
  }
  writeFileSync(file, text.slice(0, from) + table + text.slice(to));
}
