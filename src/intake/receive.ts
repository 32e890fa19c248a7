import { createHash } from 'node:crypto';
import { AccordingtoError, type Evidence, type ReceivedReport, type Warning } from '../model/index.ts';
import type { Arrival } from './arrival.ts';
import { contradictions } from './contradictions.ts';
import { datelineCandidates } from './formats/dateline.ts';
import type { Article, Candidate, Field } from './formats/format.ts';
import { statedDate } from './html/dates/parse.ts';
import { languageOf, namedAlike } from './language.ts';
import { INTAKE_VERSION } from './version.ts';
import { warning } from './warnings.ts';

/** Hexadecimal digits of the hash that make a report's id. */
const ID_DIGITS = 16;

interface Choice {
  readonly value: (field: Field) => string | null;
  readonly evidence: readonly Evidence[];
}

/** Candidates of one day agree, whatever they say of the hour. */
const sameValue = (field: Field, a: string, b: string): boolean =>
  field === 'published' || field === 'modified' ? a.slice(0, 10) === b.slice(0, 10) : a === b;

/** Why a candidate stands first among those of its field. */
function whyChosen({ field, value, from, why }: Candidate, all: readonly Candidate[]): string {
  if (why) return why;
  if (from === 'given') return 'given with the report, which wins over what the document says';
  const others = all.filter((other) => other.field === field).length - 1;
  if (others === 0) return 'the only place that gives one';
  const agreeing = all.filter((other) => other.field === field && sameValue(field, other.value, value)).length - 1;
  return `the most trusted of ${others + 1} places; ${agreeing === 0 ? 'no other gives the same' : `${agreeing} of the others ${agreeing === 1 ? 'gives' : 'give'} the same`}`;
}

/** The first candidate of a field is chosen; all are kept. */
function choose(candidates: readonly Candidate[]): Choice {
  const chosen = new Map<Field, Candidate>();
  for (const candidate of candidates) if (!chosen.has(candidate.field)) chosen.set(candidate.field, candidate);
  return {
    value: (field) => chosen.get(field)?.value ?? null,
    evidence: candidates.map((candidate) => {
      const isChosen = chosen.get(candidate.field) === candidate;
      return { ...candidate, chosen: isChosen, ...(isChosen && { why: whyChosen(candidate, candidates) }) };
    }),
  };
}

/** Given days are made EDTF; one that cannot be read is dropped with a warning. */
function readableDates(candidates: readonly Candidate[]): { readonly kept: readonly Candidate[]; readonly warnings: readonly Warning[] } {
  const warnings: Warning[] = [];
  const kept = candidates.flatMap((candidate) => {
    if (candidate.field !== 'published' && candidate.field !== 'modified') return [candidate];
    const value = statedDate(candidate.value);
    if (!value && candidate.field === 'published')
      warnings.push(warning('intake-published-unclear', { actual: candidate.value.slice(0, 60) }));
    return value ? [{ ...candidate, value }] : [];
  });
  return { kept, warnings };
}

const isWebAddress = (value: string): boolean => /^https?:\/\//i.test(value) && URL.canParse(value);

/** Only an address of the web is one: what would run a script or open a file is dropped with a warning. */
function webAddresses(candidates: readonly Candidate[]): { readonly kept: readonly Candidate[]; readonly warnings: readonly Warning[] } {
  const dropped = candidates.filter(({ field, value }) => field === 'url' && !isWebAddress(value));
  return {
    kept: candidates.filter((candidate) => !dropped.includes(candidate)),
    warnings: dropped.map(({ value }) => warning('intake-address-dropped', { actual: value.replace(/:[\s\S]*/, ':…').slice(0, 20) })),
  };
}

const given = (fields: Readonly<Record<string, string>>): readonly Candidate[] =>
  Object.entries(fields).map(([field, value]) => ({ field: field as Field, value, from: 'given' }));

/**
 * An article with its identity: hash, id, language, and every field with where it was read from.
 * @throws AccordingtoError INTAKE_EMPTY where it has no words.
 */
export async function receive(article: Article, arrival: Arrival, published: string | null): Promise<ReceivedReport> {
  if (!article.text.trim()) throw new AccordingtoError('INTAKE_EMPTY', { from: arrival.from });
  const sha256 = createHash('sha256').update(article.raw).digest('hex');
  const address: readonly Candidate[] = arrival.url ? [{ field: 'url', value: arrival.url, from: 'where it was fetched' }] : [];
  const fallback: readonly Candidate[] = published ? [{ field: 'published', value: published, from: '--published' }] : [];
  const seen = await languageOf(article.text);
  const labels = article.candidates.flatMap(({ field, value }) => (field === 'language' ? [value] : []));
  const told = seen && namedAlike(seen, labels);
  const words: readonly Candidate[] = told
    ? [
        {
          field: 'language',
          value: told,
          from: 'its words',
          why:
            told === seen
              ? 'told from the words themselves, which a label cannot overrule'
              : `the words are told from ${seen} by their label only`,
        },
      ]
    : [];
  // One of several in a document has an address of its own; the document's is where the whole of it was.
  const isPart = article.part !== undefined;
  const addressed = webAddresses([
    ...given(arrival.fields),
    ...(isPart ? [] : address),
    ...words,
    ...article.candidates,
    ...(isPart ? address : []),
    ...datelineCandidates(article.text),
    ...fallback,
  ]);
  const { kept, warnings } = readableDates(addressed.kept);
  const { value, evidence } = choose(kept);
  const id = value('id');
  const circumstances = { fetched: arrival.url, told, length: article.text.length };
  return {
    kind: 'report',
    report: {
      id: id ?? `r${sha256.slice(0, ID_DIGITS)}`,
      from: article.part === undefined ? arrival.from : `${arrival.from}#${article.part}`,
      url: value('url'),
      title: value('title'),
      outlet: value('outlet'),
      byline: value('byline'),
      published: value('published'),
      language: told ?? value('language'),
      sha256,
      text: article.text,
    },
    idGiven: id !== null,
    raw: article.raw,
    mediaType: article.mediaType,
    headers: article.headers ?? arrival.headers,
    evidence,
    warnings: [...article.warnings, ...addressed.warnings, ...warnings, ...contradictions(kept, circumstances)],
    intake: INTAKE_VERSION,
  };
}
