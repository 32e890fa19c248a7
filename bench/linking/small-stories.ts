// The small stories from which the network of bearings learned, those held out from it, as stories that the fits read.
//   npx tsx bench/linking/small-stories.ts FOLDER training/bearing/stories/*.jsonl
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Of every so many stories of a file the last is held out; twin of `training/bearing/pairs.py`. */
const HELD = 4;

interface SmallStory {
  readonly about: string;
  readonly reports: readonly {
    readonly outlet: string;
    readonly day: string;
    /** Claim ("-a" denies a, "" states nothing of note), who says it, the sentence with the claim's words in square brackets. */
    readonly text: readonly (readonly [claim: string, who: string, sentence: string])[];
  }[];
  readonly relations?: readonly (readonly [later: string, earlier: string, kind: string])[];
  readonly forecasts?: readonly { readonly claim: string; readonly window: string; readonly outcome: string; readonly by?: string }[];
}

const BODY =
  /\b(?:ministry|union|police|court|council|agency|authority|office|hospital|company|bank|army|government|party|board|committee|association|university|service|commission|federation|railways?|airlines?|group|staff|coastguard|guild|club|fund|institute)\b/i;
const PERSON =
  /^(?:(?:Dr|Mr|Mrs|Ms|Prof|Captain|Colonel|General|Judge|Mayor|Sister|Father)\.?\s)?\p{Lu}[\p{L}’'.-]+(?:\s(?:de|van|von|der|al|bin|la|di|da|el)|\s\p{Lu}[\p{L}’'.-]*){1,3}$/u;
const kindOf = (name: string): string => (BODY.test(name) ? 'agency' : PERSON.test(name) ? 'person' : 'group');

/** Two sentences a paragraph, as papers have them. */
const paragraphsOf = (sentences: readonly string[]): string =>
  sentences.reduce((text, sentence, i) => `${text}${i === 0 ? '' : i % 2 === 0 ? '\n\n' : ' '}${sentence}`, '');

function reportsOf({ reports }: SmallStory) {
  return reports.map(({ outlet, day, text }, i) => ({
    id: `r${i + 1}`,
    outlet,
    byline: null,
    // Hours apart where they are of one day: in the order in which they stand.
    published: `${day}T${String(6 + i).padStart(2, '0')}:00:00Z`,
    title: null,
    text: paragraphsOf(text.map(([, , sentence]) => sentence.replace(/[[\]]/g, ''))),
    copyOf: null,
    copyKind: null,
  }));
}

interface Told {
  readonly claim: string;
  readonly report: string;
  readonly content: string;
  readonly who: string;
  readonly denies: boolean;
}

const toldIn = ({ reports }: SmallStory): Told[] =>
  reports.flatMap(({ text }, i) =>
    text.flatMap(([claim, who, sentence]): Told[] => {
      const content = /\[(.*)\]/.exec(sentence)?.[1];
      if (!claim || !content) return [];
      return [{ claim: claim.replace(/^-/, ''), report: `r${i + 1}`, content, who: who.trim(), denies: claim.startsWith('-') }];
    }),
  );

/** A small story in the format of ../shared/stories; tallies, timeline and copies, of which it tells nothing, are empty. */
function storyOf(small: SmallStory, name: string) {
  const told = toldIn(small);
  const names = [...new Set(told.flatMap(({ who }) => (who ? [who] : [])))];
  const idOf = (who: string): string | null => (who ? `s${names.indexOf(who) + 1}` : null);
  const claims = [...new Set(told.map(({ claim }) => claim))].map((id) => {
    const those = told.filter(({ claim }) => claim === id);
    const origins = [...new Set(those.flatMap(({ who, denies }) => (denies ? [] : (idOf(who) ?? []))))];
    const appearances = those.map(({ report, content, who, denies }) => ({
      report,
      content,
      source: idOf(who),
      chain: idOf(who) ? [idOf(who)] : [],
      stance: denies ? 'denies' : 'asserts',
    }));
    return { id, proposition: those[0]?.content ?? '', appearances, origins };
  });
  const settledBy = (claim: string | undefined) => {
    const found = told.find((one) => one.claim === claim);
    return found ? { report: found.report, content: found.content } : null;
  };
  return {
    story: name,
    about: small.about,
    sources: names.map((who, i) => ({ id: `s${i + 1}`, name: who, kind: kindOf(who), aliases: [] })),
    reports: reportsOf(small),
    claims,
    tallies: [],
    relations: (small.relations ?? []).map(([from, to, type]) => ({ from, to, type })),
    forecasts: (small.forecasts ?? []).map(({ claim, window, outcome, by }) => ({
      claim,
      source: idOf(told.find((one) => one.claim === claim)?.who ?? ''),
      window,
      outcome,
      resolvedBy: outcome === 'pending' ? null : settledBy(by),
    })),
    timeline: [],
  };
}

const [folder, ...files] = process.argv.slice(2);
if (!folder || files.length === 0) throw new Error('usage: small-stories.ts FOLDER FILE.jsonl…');
mkdirSync(folder, { recursive: true });
for (const file of files) {
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .forEach((line, i) => {
      if (i % HELD !== HELD - 1) return;
      const name = `${basename(file, '.jsonl')}-${i + 1}`;
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(storyOf(JSON.parse(line) as SmallStory, name)));
    });
}
