import { speaksFor } from '../origins/speakers.ts';
import { bodyCalled, type Heard, subjectBefore } from './before.ts';
import { type Introduction, introductionsIn } from './introductions.ts';
import { bodyWords, isProperName, personNames, samePerson } from './names.ts';
import type { Node, Nodes } from './nodes.ts';

/** "The plant", "the mine": what belongs to a body that has a name. */
const FACILITY = /^(?:plant|mill|factory|works|mine|refinery|smelter|yard|terminal|depot|quarry|site)$/;
/** Who rules a place rather than a firm, where the body's name is one word: "Karvia's president". */
const RULES_PLACE = /\b(?:president|minister|leader|head|chief|commissioner|secretary)\b/i;

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whose plant it is: the one body of the story by whose name the noun is called, "the Corvane plant", "Corvane's chemical plant". */
function ownerOf(noun: string, text: string, bodies: readonly string[]): string | null {
  const owners = bodies.filter((name) => {
    const first = name.replace(/^the\s/i, '').split(' ')[0] ?? '';
    return first.length > 2 && new RegExp(`(?<!\\p{L})${escaped(first)}(?:[’']s)?\\s(?:\\p{Ll}+\\s){0,2}${noun}\\b`, 'u').test(text);
  });
  return owners.length === 1 ? (owners[0] as string) : null;
}

/** The body that an introduction names or means. */
function bodyOf({ body, at }: Introduction, text: string, heard: readonly Heard[], bodies: readonly string[]): string | null {
  if (body === null) return subjectBefore(text, at, heard, bodies);
  const bare = body.replace(/^the\s/i, '');
  if (isProperName(bare)) return bare;
  const noun = bare.split(' ').at(-1)?.toLowerCase() ?? '';
  return bodyCalled(bodyWords(bare), at, heard, bodies) ?? (FACILITY.test(noun) ? ownerOf(noun, text, bodies) : null);
}

/** Adds to each person of the story the body that a report introduces them as speaking for; a body with a name of its own becomes a source. */
export function addServed(nodes: Nodes, text: string, heard: readonly Heard[], bodies: readonly string[]): void {
  const persons = [...nodes.all.values()].filter((node) => node.key.startsWith('person|'));
  if (persons.length === 0) return;
  const byLast = new Map<string, Node[]>();
  for (const node of persons) {
    const last = node.key.split(/[|\s]/).at(-1) ?? '';
    byLast.set(last, [...(byLast.get(last) ?? []), node]);
  }
  for (const introduction of introductionsIn(text)) {
    const title = introduction.title.replace(/^(?:the|an?)\s/, '');
    if (!speaksFor(title)) continue;
    const names = personNames(introduction.name);
    const fits = (byLast.get(names.at(-1) ?? '') ?? []).filter((node) => isOne(node, names));
    if (fits.length === 0) continue;
    const body = bodyOf(introduction, text, heard, bodies);
    if (!body) continue;
    for (const node of fits) {
      node.serves.add(body);
      node.titles.add(title);
    }
    const oneWord = !body.includes(' ');
    if (introduction.body !== null && isProperName(body) && !(oneWord && RULES_PLACE.test(title)))
      nodes.add({ name: body, text: body, kind: 'agency' }, '');
  }
}

/** Whether a person's node may be the one introduced: by last name alone, or by both names. */
function isOne(node: Node, names: readonly string[]): boolean {
  const own = node.key.slice('person|'.length).split(' ');
  return own.length === 1 || samePerson(own, names) || own.join(' ') === names.join(' ');
}
