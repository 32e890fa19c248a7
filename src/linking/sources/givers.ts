import type { Statement } from '../../model/index.ts';
import type { LinkReport } from '../input.ts';

/** Verbs by which a body gives a figure without being quoted: "the directorate raised the toll to 74". */
const GIVES =
  /\s(?:(?:has|have|had|now|also|later|since|already)\s){0,3}(?:puts?|raised|raises|lowered|lowers|revised|revises|counted|counts|estimated|estimates|gave|gives|brought|brings|recorded|recalled|is recalling|expects|expected|speaks of|spoke of|speak of|promised|announced)\s/;
const PRONOUN = /^(?:it|they|he|she)$/i;

/** The words that can name the subject: what stands before the verb, and each part of it between commas. */
function subjects(sentence: string): string[] {
  const verb = GIVES.exec(` ${sentence}`);
  if (!verb) return [];
  const before = sentence.slice(0, Math.max(0, verb.index)).trim();
  return [before, ...before.split(/,\s*/)]
    .map((part) => part.replace(/^(?:in|on|by)\s+\S+,?\s*/i, '').trim())
    .filter((part) => part.length > 1);
}

/**
 * Who gives the figures that a report states in its own voice: statement id → source id. Only where the sentence's subject is a
 * source known by that name, or a pronoun right after a statement of a source's in the same paragraph. A figure whose giver
 * cannot be told stays the outlet's.
 */
export function figureGivers(
  { report, statements }: LinkReport,
  find: (name: string) => string | null,
  sourceOf: (statementId: string) => string | null,
): Map<string, string> {
  const found = new Map<string, string>();
  const ordered = [...statements].sort((a, b) => placeOf(a) - placeOf(b));
  let last: { readonly end: number; readonly source: string } | null = null;
  for (const statement of ordered) {
    const start = placeOf(statement);
    const end = statement.content.spans.at(-1)?.[1] ?? start;
    const known = sourceOf(statement.id);
    if (statement.voice === 'outlet' && statement.quantities.length > 0) {
      const names = subjects(statement.content.text);
      const near: string | null = last !== null && !/\n\s*\n/.test(report.text.slice(last.end, start)) ? last.source : null;
      const giver = names.map((name) => (PRONOUN.test(name) ? near : find(name))).find((id) => id !== null);
      if (giver) {
        found.set(statement.id, giver);
        last = { end, source: giver };
        continue;
      }
    }
    if (known) last = { end, source: known };
  }
  return found;
}

const placeOf = (statement: Statement): number => statement.content.spans[0]?.[0] ?? 0;
