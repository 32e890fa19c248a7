import { ERRORS } from '../../src/model/errors/catalogue.ts';
import type { ErrorEntry } from '../../src/model/errors/problem.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '\\<');

/** docs/errors.md, from the catalogue: a table a room, by the codes' first word. */
export function errorsPage(): string {
  const rooms = new Map<string, string[]>();
  for (const [code, entry] of Object.entries<ErrorEntry>(ERRORS).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const room = code.slice(0, code.indexOf('_')).toLowerCase();
    const row = `| \`${code}\` | ${cell(entry.problem)} | ${cell(entry.remedy)} | ${entry.exit} | ${entry.http} |`;
    rooms.set(room, [...(rooms.get(room) ?? []), row]);
  }
  const tables = [...rooms].map(
    ([room, rows]) =>
      `## ${room}\n\n| code | what is wrong | what to do | exit | HTTP |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  );
  return `# Errors

Every error that accordingto answers with, from the terminal, in the API's problem details (\`code\`) and in the page. Codes never change their
meaning and are never used again. Exit status: 1 something was refused or not found (the rest is done), 2 the command line is wrong, 70 a fault
of ours. Where several happen in one run, the highest is given. \`{…}\` is filled in.

This page is made by \`npm run docs\` from \`src/model/errors/\`; a test holds the two together.

${tables.join('\n')}`;
}
