/**
 * Fits the decision on whom a pronoun stands for (`src/reader/who/antecedents.ts`) and says how well the fit on all other texts does on each.
 *   npx tsx bench/fit-who.ts --ontogum FOLDER-OF-CONLLU --small training --cache FOLDER STORY.json…
 * OntoGUM's pronouns are those that the reader asks about, every "he", "she" and "his", and "it" and "they" beside a verb of saying; the stories'
 * are the sources of statements that a claim of the truth has; the small stories' those of the statements marked in them, by the speaker that the
 * sentence's writer names. Copies are left out. --cache keeps what the neural reader said. The features
 * depend on what was decided before: fit, write the weights down, fit again. The lines say what each least chance gives on texts held out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '../src/model/index.ts';
import type { Attribution, Sentence } from '../src/reader/layers.ts';
import { saidByRules } from '../src/reader/said/rules/index.ts';
import { VERB_FORMS } from '../src/reader/said/rules/lexicon.ts';
import { sentencesOf } from '../src/reader/text/index.ts';
import {
  type Asked,
  type Candidate,
  chances,
  choose,
  FEATURES,
  featuresOf,
  NOBODY_FEATURES,
  nobodyOf,
} from '../src/reader/who/antecedents.ts';
import { settled } from '../src/reader/who/entity.ts';
import { type Lesson, peopleOf } from '../src/reader/who/people.ts';
import type { Scene } from '../src/reader/who/scene.ts';
import { bareOf, type Gold, goldAt, readGold } from './gold-coref.ts';
import { saidOnce } from './said-once.ts';
import { type SmallReport, smallReports } from './small-said.ts';
import { type Choice, fitChoices } from './softmax.ts';
import { fold, overlap } from './words.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ontogum: { type: 'string' },
    small: { type: 'string' },
    cache: { type: 'string' },
    decay: { type: 'string', default: '2' },
    story: { type: 'string', default: '8' },
    smaller: { type: 'string', default: '0.4' },
    errors: { type: 'boolean', default: false },
  },
});

interface Example {
  /** The document or the story. */
  readonly unit: string;
  readonly set: 'person' | 'thing';
  readonly place: Asked['place'];
  readonly rows: readonly (readonly number[])[];
  readonly nobody: readonly number[];
  /** Candidates that are right; none where nobody is. */
  readonly right: readonly number[];
  /** The candidate that the weights as they are choose, -1 for nobody. */
  readonly now: number;
  readonly weight: number;
  readonly shown: string;
}

/** Reads a text with a teacher, and notes each pronoun that the teacher can tell of. */
function lessons(
  unit: string,
  report: Report,
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  ask: Lesson['ask'],
  weight: number,
  told: (asked: Asked, candidates: readonly Candidate[]) => readonly number[] | null,
): Example[] {
  const examples: Example[] = [];
  const teacher = (asked: Asked, candidates: readonly Candidate[], given: Scene): Candidate | null => {
    const chosen = choose(given, asked, candidates);
    const right = told(asked, candidates);
    if (right === null || candidates.length === 0) return chosen;
    examples.push({
      unit,
      set: asked.pronoun === 'he' || asked.pronoun === 'she' ? 'person' : 'thing',
      place: asked.place,
      rows: featuresOf(given, asked, candidates),
      nobody: nobodyOf(asked),
      right,
      now: chosen ? candidates.indexOf(chosen) : -1,
      weight,
      shown:
        `${unit} …${report.text.slice(Math.max(0, asked.offset - 200), asked.offset)}[[${report.text.slice(asked.offset, asked.offset + 60)} {${candidates.map(({ entity }, i) => `${right.includes(i) ? '*' : ''}${entity.names[0] ?? entity.description}`).join(' | ')}}`.replaceAll(
          '\n',
          ' ',
        ),
    });
    return right.length > 0 ? (candidates[right[0] as number] as Candidate) : null;
  };
  peopleOf(report, sentences, attributions, { teacher, ask });
  return examples;
}

const byRules = saidByRules();

function ofOntoGum(file: string, folder: string): Example[] {
  const gold: Gold = readGold(join(folder, file));
  const report = bareOf(file, gold.text);
  const sentences = sentencesOf(gold.text);
  const { attributions } = byRules.annotate({ report, sentences } as never, undefined as never);
  const exact = new Map(gold.mentions.map(({ start, end, id }) => [`${start}-${end}`, id]));
  const words = { person: /\b(?:he|she|his)\b/giu, thing: /\b(?:it|they)\b/giu };
  const ask: { word: string; offset: number; place: Asked['place'] }[] = [];
  for (const { 0: word, index } of gold.text.matchAll(words.person))
    ask.push({
      word: word.toLowerCase(),
      offset: index,
      place: /his/i.test(word) ? 'owner' : says(gold.text, index, word) ? 'source' : 'subject',
    });
  for (const { 0: word, index } of gold.text.matchAll(words.thing))
    if (says(gold.text, index, word)) ask.push({ word: word.toLowerCase(), offset: index, place: 'source' });
  return lessons(file, report, sentences, attributions, ask, 1, ({ offset, pronoun }, candidates) => {
    const length = /^\p{L}+/u.exec(gold.text.slice(offset, offset + 12))?.[0].length ?? pronoun.length;
    const id = exact.get(`${offset}-${offset + length}`);
    if (id === undefined) return null;
    return candidates.flatMap(({ entity }, i) => {
      const last = settled(entity).mentions.findLast(({ span }) => span[1] <= offset && goldAt(gold, ...span) !== null);
      return last && goldAt(gold, ...last.span) === id ? [i] : [];
    });
  });
}

/** Whether a verb of saying stands beside a pronoun. */
function says(text: string, offset: number, word: string): boolean {
  const after = /^\s(?:(?:also|then|later|still|has|had)\s)?(\p{L}+)/u.exec(
    text.slice(offset + word.length, offset + word.length + 30),
  )?.[1];
  return VERB_FORMS.get(after?.toLowerCase() ?? '')?.takes.has('clause') ?? false;
}

const WORD = /[\p{L}\p{N}]+/gu;
const SMALL_WORDS = new Set('of for in at on and to from by'.split(' '));
const wordsOf = (call: string): string[] => (call.match(WORD) ?? []).filter((word) => !SMALL_WORDS.has(word));
/** Whether all words of one call stand in the other: "salvage master Joost Pereira" and "Pereira". */
function sameCall(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.length === 0 || y.length === 0) return false;
  return x.every((word) => y.includes(word)) || y.every((word) => x.includes(word));
}

function ofSmall({ report, attributions, told }: SmallReport): Example[] {
  const unit = `${report.id.replace(/\.r\d+$/, '')}.small`;
  return lessons(unit, report, sentencesOf(report.text), attributions, [], Number(values.smaller), ({ offset, place }, candidates) => {
    const sentence = told.find(({ span }) => offset >= span[0] && offset < span[1]);
    if (place !== 'source' || !sentence) return null;
    const who = fold(sentence.who);
    const right = candidates.flatMap(({ entity }, i) => {
      const called = entity.names.length > 0 ? entity.names : [entity.description ?? ''];
      return called.some((call) => sameCall(fold(call), who)) ? [i] : [];
    });
    return right.length > 0 ? right : null;
  });
}

interface Story {
  readonly sources: readonly { id: string; name: string; aliases: readonly string[] }[];
  readonly reports: readonly { id: string; text: string; title: string; outlet: string; byline: string; copyOf: string | null }[];
  readonly claims: readonly {
    appearances: readonly { report: string; content: string; source: string | null; chain: readonly string[] }[];
  }[];
}

async function ofStory(file: string): Promise<Example[]> {
  const story = JSON.parse(readFileSync(file, 'utf8')) as Story;
  const names = new Map(story.sources.map(({ id, name, aliases }) => [id, new Set([name, ...aliases].map(fold))]));
  const said = saidOnce(
    async () => (await import('../src/reader/said/neural/index.ts')).saidByModel({ workers: 1 }),
    values.cache ?? '/tmp/said',
  );
  const examples: Example[] = [];
  for (const row of story.reports.filter(({ copyOf }) => copyOf === null)) {
    const report = { ...bareOf(row.id, row.text), outlet: row.outlet, byline: row.byline };
    const [made] = (await said.predict?.([{ report }] as never)) ?? [];
    const attributions = made?.attributions ?? [];
    const truth = new Map<number, Set<string>>();
    for (const { content, source } of attributions) {
      const at = source?.[0]?.[0];
      if (at === undefined) continue;
      const words = content.map(([start, end]) => row.text.slice(start, end)).join(' ');
      const fits = story.claims
        .flatMap(({ appearances }) => appearances)
        .filter((one) => one.report === row.id && one.source !== null && overlap(one.content, words) >= 0.5);
      if (fits.length > 0) truth.set(at, new Set(fits.flatMap(({ source: id, chain }) => [id as string, ...chain])));
    }
    examples.push(
      ...lessons(basename(file), report, sentencesOf(row.text), attributions, [], Number(values.story), ({ offset, place }, candidates) => {
        const ids = place === 'source' ? truth.get(offset) : undefined;
        if (!ids) return null;
        const calls = new Set([...ids].flatMap((id) => [...(names.get(id) ?? [])]));
        const right = candidates.flatMap(({ entity }, i) => {
          const own = [...entity.names, entity.description ?? '', ...entity.mentions.map(({ span }) => row.text.slice(...span))].map(fold);
          return own.some((call) => call !== '' && calls.has(call)) ? [i] : [];
        });
        return right.length > 0 ? right : null;
      }),
    );
  }
  await said.close?.();
  return examples;
}

/** A pronoun's candidates and, last, nobody, as one choice. */
const choiceOf = ({ rows, nobody, right, weight }: Example): Choice => ({
  options: [...rows.map((row) => [...row, ...nobody.map(() => 0)]), [...FEATURES.map(() => 0), ...nobody]],
  right: right.length > 0 ? right : [rows.length],
  weight,
});
const weightsFor = (examples: readonly Example[], decay: number): number[] => fitChoices(examples.map(choiceOf), decay);

interface Answer {
  readonly example: Example;
  readonly best: number;
  readonly chance: number;
}

/** Each example answered by weights fitted on other texts. */
function heldOut(examples: readonly Example[], decay: number): Answer[] {
  const units = [...new Set(examples.map(({ unit }) => unit))];
  return Array.from({ length: FOLDS }, (_, fold) => {
    const apart = new Set(units.filter((__, i) => i % FOLDS === fold));
    const weights = weightsFor(
      examples.filter(({ unit }) => !apart.has(unit)),
      decay,
    );
    return examples
      .filter(({ unit }) => apart.has(unit))
      .map((example): Answer => {
        const found = chances(weights, example.rows, example.nobody);
        const chance = Math.max(...found);
        return { example, best: found.indexOf(chance), chance };
      });
  }).flat();
}
const FOLDS = 8;

const isRight = ({ example, best }: Answer): boolean => example.right.includes(best);
function show(name: string, answers: readonly Answer[], least: number): void {
  const said = answers.filter(({ chance }) => chance >= least);
  const told = answers.filter(({ example }) => example.right.length > 0).length;
  const good = said.filter(isRight).length;
  const now = answers.filter(({ example }) => example.now >= 0);
  const nowGood = now.filter(({ example }) => example.right.includes(example.now)).length;
  const share = (a: number, b: number): string => `${((100 * a) / Math.max(1, b)).toFixed(1)} %`;
  console.log(
    `${name.padEnd(30)} ${answers.length} asked, ${told} can be told; held out: precision ${share(good, said.length)}, recall ${share(good, told)}; weights as they are: ${share(nowGood, now.length)}, ${share(nowGood, told)}`,
  );
}

const folder = values.ontogum;
const all: Example[] = [];
if (folder) for (const file of readdirSync(folder).filter((name) => name.endsWith('.conllu'))) all.push(...ofOntoGum(file, folder));
if (values.small) for (const report of smallReports(values.small)) all.push(...ofSmall(report));
for (const file of positionals) all.push(...(await ofStory(file)));
for (const set of ['person', 'thing'] as const) {
  const examples = all.filter((example) => example.set === set);
  const answers = heldOut(examples, Number(values.decay));
  const isStory = ({ example }: Answer): boolean => example.unit.endsWith('.json');
  const isSmall = ({ example }: Answer): boolean => example.unit.endsWith('.small');
  for (const least of [0, 0.3, 0.4, 0.5, 0.6]) {
    show(
      `${set} ≥ ${least} OntoGUM`,
      answers.filter((one) => !isStory(one) && !isSmall(one)),
      least,
    );
    show(
      `${set} ≥ ${least} OntoGUM sources`,
      answers.filter((one) => !isStory(one) && !isSmall(one) && one.example.place === 'source'),
      least,
    );
    show(`${set} ≥ ${least} small stories`, answers.filter(isSmall), least);
    show(`${set} ≥ ${least} stories`, answers.filter(isStory), least);
  }
  if (values.errors)
    for (const one of answers.filter((each) => !isRight(each) && (isStory(each) || isSmall(each))))
      console.log(`${one.chance.toFixed(2)} ${one.best} ${one.example.shown}`);
  const weights = weightsFor(examples, Number(values.decay));
  console.log(`export const ${set.toUpperCase()}`);
  console.log([...FEATURES, ...NOBODY_FEATURES].map((name, k) => `  ${name}: ${(weights[k] as number).toFixed(2)},`).join('\n'));
}
