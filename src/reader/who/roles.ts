import { VERB_FORMS } from '../said/rules/lexicon.ts';
import type { Token } from '../text/index.ts';
import { ROLES } from './data/roles.data.ts';
import { type Description, describe } from './describe.ts';
import type { Name } from './names.ts';

/** No apposition is longer. */
const LONGEST = 18;
const OPENS = new Set('the a an its his her their one'.split(' '));

const isMark = (token: Token | undefined): boolean =>
  token === undefined || (token.kind === 'sign' && token.text !== '-' && token.text !== '&' && token.text !== "'" && token.text !== '’');

const RELATIVE = /^(?:who|which|that|whose|whom|where)$/;
const AUXILIARY = /^(?:is|was|were|are|had|has|have|will|would|did|does|could|may|might)$/;

/** Whether tokens hold a verb that makes them a clause and no apposition; one after "who" does not. */
function isClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const { lower, capital } = tokens[i] as Token;
    if (RELATIVE.test(lower)) return i === from;
    if (AUXILIARY.test(lower)) return true;
    // ", told reporters in Varn": what a phrase begins with is a noun more often than not, but not in this form.
    if (!capital && VERB_FORMS.has(lower) && (i > from + 1 || (i === from && /ed$|^(?:told|said)$/.test(lower)))) return true;
  }
  return false;
}

/** ", the mayor of Ostby," after a name. */
function after(text: string, tokens: readonly Token[], name: Name): Description | null {
  let from = name.tokens[1];
  if (tokens[from]?.text === '(') return null;
  if (tokens[from]?.text !== ',') return null;
  from += 1;
  if (tokens[from]?.kind === 'number' && tokens[from + 1]?.text === ',') from += 2;
  const first = tokens[from];
  if (!first || first.kind === 'sign') return null;
  let to = from;
  while (to < tokens.length && to - from < LONGEST && !isMark(tokens[to])) to += 1;
  if (to - from >= LONGEST || isClause(tokens, from, to)) return null;
  const owned = tokens.slice(from, to).some(({ lower }) => lower === "'s");
  const description = describe(text, tokens, from, to);
  if (!description || description.what === 'other') return null;
  return OPENS.has(first.lower) || owned || !first.capital ? description : null;
}

/** "The mayor of Ostby, " before a name. */
function before(text: string, tokens: readonly Token[], name: Name): Description | null {
  const comma = name.tokens[0] - 1;
  if (tokens[comma]?.text !== ',' || !(isMark(tokens[name.tokens[1]]) || VERB_FORMS.has(tokens[name.tokens[1]]?.lower ?? ''))) return null;
  let from = comma;
  // "said the coastguard's commander, Luis Reek": the verb is no part of the office.
  const verb = (at: number): boolean => !tokens[at]?.capital && VERB_FORMS.has(tokens[at]?.lower ?? '');
  while (from > 0 && comma - from < LONGEST && !isMark(tokens[from - 1]) && !verb(from - 1)) from -= 1;
  while (from < comma && /^(?:but|and|so|then|according|to|by|while|as)$/.test(tokens[from]?.lower ?? '')) from += 1;
  from = phraseStart(tokens, from, comma);
  const first = tokens[from];
  if (!first || comma - from >= LONGEST || isClause(tokens, from, comma)) return null;
  const owned = tokens.slice(from, comma).some(({ lower }) => lower === "'s");
  if (!OPENS.has(first.lower) && !owned) return null;
  const description = describe(text, tokens, from, comma);
  return description?.what === 'person' && description.determiner !== 'indefinite' ? description : null;
}

/** "Amid all this | the head of the guild, ": past what stands before the subject. An article after a preposition is within a phrase. */
function phraseStart(tokens: readonly Token[], from: number, comma: number): number {
  if (OPENS.has(tokens[from]?.lower ?? '') || !FRONTS.test(tokens[from]?.lower ?? '')) return from;
  for (let i = from + 2; i < comma; i += 1)
    if (OPENS.has((tokens[i] as Token).lower) && !PREPOSITION.test((tokens[i - 1] as Token).lower)) return i;
  return from;
}

const FRONTS = /^(?:amid|after|before|during|despite|in|on|at|with|without|for|over|under|last|this|earlier|later|meanwhile)$/;
const PREPOSITION = /^(?:of|for|in|at|from|to|by|with|on|amid|after|before|during|despite|without|over|under|and|or)$/;

/** "ministry spokesman " right before a name. */
function joined(text: string, tokens: readonly Token[], name: Name): Description | null {
  const to = name.tokens[0];
  const last = tokens[to - 1];
  if (last?.kind !== 'word' || last.capital) return null;
  let from = to;
  while (from > 0 && to - from < 7) {
    const token = tokens[from - 1] as Token;
    // "Head of roads Tolan Orr": the field of an office.
    const field = token.lower === 'of' && from < to && ROLES.has(tokens[from - 2]?.lower ?? '');
    if (
      isMark(token) ||
      (!field && /^(?:and|but|that|said|says|told|by|with|when|while|as|of|for|from|to|in|on|at)$/.test(token.lower)) ||
      VERB_FORMS.has(token.lower)
    )
      break;
    from -= 1;
    if (/^(?:the|a|an|its|his|her|their)$/.test(token.lower)) break;
  }
  const description = from < to ? describe(text, tokens, from, to) : null;
  return description?.what === 'person' && !description.plural ? description : null;
}

/** What the words around a name say that its bearer is. */
export const rolesAround = (text: string, tokens: readonly Token[], name: Name): Description[] =>
  [before(text, tokens, name), joined(text, tokens, name), after(text, tokens, name)].filter((found) => found !== null);
