import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Bearing,
  type Bearings,
  bearingsFrom,
  type LinkReport,
  linkJudged,
  linkSteps,
  pairKey,
  type SayingPair,
} from '../../src/linking/index.ts';
import type { Reading, Report, Statement } from '../../src/model/index.ts';
import type { Reader } from '../../src/reader/index.ts';
import { createNetworks, createSentenceEncoder, vectorsOf, withOwnVoice } from '../../src/work/linking/index.ts';

type StoryReport = Omit<Report, 'from' | 'url' | 'language' | 'sha256'>;
/** What is kept of a story between runs: its readings, and sentence vectors by text. */
interface Read {
  readonly readings: readonly Reading[];
  readonly vectors: Record<string, readonly number[]>;
}

/** A story as linking takes it. */
export interface LinkedFrom {
  readonly reports: readonly LinkReport[];
  readonly vectors: ReadonlyMap<string, Float32Array>;
  /** Asks the network how statements bear on one another; answers are kept with the readings. */
  readonly judge: (asked: readonly SayingPair[]) => Promise<Bearings>;
}

/** One reader for all stories: each holds a network a thread, and two hundred of them no machine. */
let opened: Reader | null = null;
function oneReader(make: () => Reader): Reader {
  opened ??= make();
  return opened;
}

/** The sentence vectors of statements, by id: those of texts that are not known yet are made, and noted. */
async function vectorsFor(statements: readonly Statement[], known: Read['vectors']): Promise<Map<string, Float32Array>> {
  const fresh = statements.filter(({ content }) => !(content.text in known));
  if (fresh.length > 0) {
    const encoder = await createSentenceEncoder('models/sentences');
    const made = await vectorsOf(encoder, fresh);
    await encoder.close();
    for (const { id, content } of fresh) known[content.text] = [...(made.get(id) ?? [])];
  }
  return new Map(
    statements.flatMap(({ id, content }) => {
      const vector = known[content.text] ?? [];
      return vector.length > 0 ? [[id, Float32Array.from(vector)] as const] : [];
    }),
  );
}

/** Asks the network of the pairs that nobody has asked yet, and notes its answers. */
async function askMissing(asked: readonly SayingPair[], known: Record<string, Bearing>): Promise<boolean> {
  const missing = asked.filter((pair) => !(pairKey(pair) in known));
  if (missing.length === 0) return false;
  const networks = await createNetworks('models');
  const answers = await networks.bearing.judge(missing);
  for (const pair of missing) known[pairKey(pair)] = answers(pair) as Bearing;
  await networks.close();
  return true;
}

/**
 * A story (../shared/stories format) read from its texts alone, and linked from what `from` makes of the readings. With a cache folder the
 * readings and sentence vectors are kept between runs: delete the folder after a change of the reader.
 */
export async function linkedFrom(
  file: string,
  cache: string | undefined,
  reader: () => Reader,
  from: (readings: readonly Reading[]) => readonly LinkReport[],
): Promise<LinkedFrom> {
  const bytes = readFileSync(file);
  const cached = cache && join(cache, `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.json`);
  if (cache) mkdirSync(cache, { recursive: true });
  let read: Read;
  if (cached && existsSync(cached)) read = JSON.parse(readFileSync(cached, 'utf8')) as Read;
  else {
    const rows = (JSON.parse(bytes.toString()) as { reports: StoryReport[] }).reports;
    const given = rows.map((row) => ({ ...row, from: null, url: null, language: 'en', sha256: row.id }));
    read = { readings: await oneReader(reader).readMany(given), vectors: {} };
  }
  const reports = from(read.readings);
  const known = Object.keys(read.vectors).length;
  const vectors = await vectorsFor(
    reports.flatMap(({ statements }) => statements),
    read.vectors,
  );
  if (cached && (known === 0 || Object.keys(read.vectors).length > known)) writeFileSync(cached, JSON.stringify(read));
  // Answers of another network are no answers of this one.
  const network = createHash('sha256').update(readFileSync('models/bearing/manifest.json')).digest('hex').slice(0, 8);
  const answered = cached?.replace(/json$/, `bearing-${network}.json`);
  const bearings = answered && existsSync(answered) ? (JSON.parse(readFileSync(answered, 'utf8')) as Record<string, Bearing>) : {};
  const judge = async (asked: readonly SayingPair[]): Promise<Bearings> => {
    const more = await askMissing(asked, bearings);
    if (more && answered) writeFileSync(answered, JSON.stringify(bearings));
    // As `add` does: a step sees the answers that it asked for, and none that a later step or an earlier run did.
    return bearingsFrom(new Map(asked.map(pairKey).map((key) => [key, bearings[key] as Bearing] as const)));
  };
  return { reports, vectors, judge };
}

/** Every answer that linking a story asks for. */
export async function answersOf({ reports, vectors, judge }: LinkedFrom): Promise<Bearings> {
  const all: SayingPair[] = [];
  await linkJudged(linkSteps(reports, vectors), (asked) => {
    all.push(...asked);
    return judge(asked);
  });
  return judge(all);
}

/** A story as `add` hands it to linking. */
export const readStory = (file: string, cache: string | undefined, reader: () => Reader): Promise<LinkedFrom> =>
  linkedFrom(file, cache, reader, (readings) => readings.map(withOwnVoice).map(({ report, statements }) => ({ report, statements })));
