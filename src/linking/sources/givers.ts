import type { Statement } from '../../model/index.ts';
import type { LinkReport } from '../input.ts';
import { fold } from '../words/normalise.ts';

/** Verbs by which a body gives a figure without being quoted: "the directorate raised the toll to 74". */
const GIVES =
  /\s(?:(?:itself|himself|herself|itself,|has|have|had|now|also|later|since|already|still|only|first|once)\s){0,4}(?:puts?|raised|raises|lowered|lowers|revised|revises|corrected|counts?|counted|estimated|estimates|gave|given|gives|brought|brings|recorded|recalled|is recalling|expects|expected|speaks of|spoke of|spoken of|speak of|says?|said|promised|announced|reported|reports|values|valued|listed|lists|recorded|knows of|claims|claimed)\s/;
/** "…, the judges found", "…, the site reported on Saturday": who hands a whole sentence on, after it. */
const HANDED_ON =
  /,\s["”’]?(?<who>(?:\S+\s){1,12}?)(?:said|says|found|finds|reported|reports|announced|estimates|estimated|has learned|has reported|ruled|concluded)\b(?:\s(?:in|on|late|early|yesterday|today)\s[^,]{0,40})?(?:,\s(?:citing|quoting)\s[^.]{0,80})?\.?["”’]?$/u;
const PRONOUN = /^(?:it|they|he|she)$/i;
const LEADS = /^(?:in|on|by|at|for|since|after|until)\s+[^,]{1,30},\s+|^(?:in|on|by)\s+\S+,?\s*|^at\s+(?=the\s)/i;
const FILLERS = /\s(?:itself|himself|herself|they|now|still)$/i;

/** The words that can name the subject: what stands before the verb, and each part of it between commas. */
function subjects(sentence: string): string[] {
  const verb = GIVES.exec(` ${sentence}`);
  if (!verb) return [];
  const before = sentence.slice(0, Math.max(0, verb.index)).trim();
  return namesIn(before);
}

/** A phrase as names to look for: whole, its parts between commas, and the capitalised words that close each. */
function namesIn(phrase: string): string[] {
  return [phrase, ...phrase.split(/,\s*/)]
    .map((part) => part.replace(LEADS, '').replace(FILLERS, '').trim())
    .flatMap((part) => [part, ...(/(?:\p{Lu}[\p{L}’'.-]+\s)*\p{Lu}[\p{L}’'.-]+$/u.exec(part) ?? [])])
    .filter((part) => part.length > 1);
}

/** A source as a report speaks of it: where, and by which noun it may be called for short. */
interface Heard {
  readonly end: number;
  readonly source: string;
}

/** Whether a body that goes by these names may be "the company", "the board": the noun is one of its words. */
function callable(noun: string, names: readonly string[]): boolean {
  return names.some((name) => fold(name).split(' ').includes(noun));
}

/**
 * Who gives what a report states in its own voice: statement id → source id. Only where the sentence's subject gives a figure, or the
 * sentence ends with who said it; and only sources known by that name, the one body just spoken of that goes by that noun, or, for a
 * pronoun, the source of the statement before in the same paragraph. Whatever else stays the outlet's.
 * @param namesOf every name of a source.
 */
export function figureGivers(
  { report, statements }: LinkReport,
  find: (name: string) => string | null,
  sourceOf: (statementId: string) => string | null,
  namesOf: (sourceId: string) => readonly string[],
): Map<string, string> {
  const found = new Map<string, string>();
  const ordered = [...statements].sort((a, b) => placeOf(a) - placeOf(b));
  const heard: Heard[] = [];
  /** "The mission": the source heard last that is called so. */
  const called = (name: string): string | null => {
    const noun = /^(?:the|its|their|this)\s+(?:\S+\s)?(\S+)$/i.exec(name)?.[1]?.toLowerCase();
    return noun ? (heard.findLast(({ source }) => callable(noun, namesOf(source)))?.source ?? null) : null;
  };
  for (const statement of ordered) {
    const start = placeOf(statement);
    const end = statement.content.spans.at(-1)?.[1] ?? start;
    const known = sourceOf(statement.id);
    if (statement.voice === 'outlet') {
      const last = heard.at(-1);
      const near = last && !/\n\s*\n/.test(report.text.slice(last.end, start)) ? last.source : null;
      const named = (name: string): string | null => (PRONOUN.test(name) ? near : (find(name) ?? called(name)));
      const handed = HANDED_ON.exec(statement.content.text)?.groups?.who?.trim();
      const names = [...(handed ? namesIn(handed) : []), ...(statement.quantities.length > 0 ? subjects(statement.content.text) : [])];
      const giver = names.map(named).find((id) => id !== null);
      if (giver) {
        found.set(statement.id, giver);
        heard.push({ end, source: giver });
        continue;
      }
    }
    if (known) heard.push({ end, source: known });
  }
  return found;
}

const placeOf = (statement: Statement): number => statement.content.spans[0]?.[0] ?? 0;
