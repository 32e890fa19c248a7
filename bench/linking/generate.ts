/**
 * A seeded generator of an invented archive with its truth: events with a toll that several bodies count and revise, told by outlets,
 * taken over by others (whole, cut, with a new lead), among unrelated reports. Statements are given rather than read,
 * so that linking is measured alone.
 */
import type { LinkReport } from '../../src/linking/index.ts';
import type { Report, Statement } from '../../src/model/index.ts';

export interface ArchiveOptions {
  readonly seed: number;
  readonly events: number;
  /** Unrelated reports among them. */
  readonly noise: number;
  /** The day (of seven hundred) on which the first event falls; each later one falls a day later. */
  readonly firstDay?: number;
  /**
   * So many names that unrelated reports have in common, as a country's politicians and cities are, the first of them in every tenth report or so:
   * each report of noise has two, and words of a large vocabulary instead of a small one. None where nothing is said.
   */
  readonly common?: number;
}

export interface ArchiveTruth {
  readonly copies: Map<string, string>;
  /** Statement → the planted claim that it states. */
  readonly claims: Map<string, string>;
  /** Report → its event; a noise report is an event of its own. */
  readonly events: Map<string, string>;
}

export interface Archive {
  readonly reports: readonly LinkReport[];
  readonly truth: ArchiveTruth;
}

/** mulberry32: small, fast, the same everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES =
  'ba be bo da de do fa fe ga go ha he ja ka ke ko la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to va ve vo za ze zo'.split(
    ' ',
  );
const FILLER =
  'rain road market bridge school harbour winter council office train field river garden paper window village truck letter season trade'.split(
    ' ',
  );
const OUTLETS = 30;

class World {
  constructor(private readonly next: () => number) {}
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }
  number(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
  name(): string {
    const word = Array.from({ length: this.number(3, 4) }, () => this.pick(SYLLABLES)).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
  /** A sentence of no matter, with a name of its own so that it is no boilerplate. */
  filler(place: string): string {
    const words = Array.from({ length: this.number(9, 16) }, () => this.pick(FILLER));
    return `the ${words.join(' ')} near ${place} and ${this.name()}.`.replace(/^t/, 'T');
  }
}

/** A piece of a report: a statement with its claim, or plain text. */
type Piece = { readonly text: string; readonly claim?: string; readonly who?: string; readonly number?: number; readonly counted?: string };

function render(id: string, outlet: string, published: string, pieces: readonly Piece[], truth: ArchiveTruth, event: string): LinkReport {
  let text = '';
  const statements: Statement[] = [];
  for (const piece of pieces) {
    if (text) text += '\n\n';
    const start = text.length;
    text += piece.claim ? `${piece.text}, ${piece.who} said.` : piece.text;
    if (!piece.claim || !piece.who) continue;
    const statement = statementOf(id, piece, start);
    statements.push(statement);
    truth.claims.set(statement.id, piece.claim);
  }
  truth.events.set(id, event);
  const report: Report = { id, from: null, url: null, title: null, outlet, byline: null, published, language: 'en', sha256: id, text };
  return { report, statements };
}

function statementOf(report: string, piece: Piece, start: number): Statement {
  const end = start + piece.text.length;
  const who = piece.who as string;
  const at = piece.number === undefined ? -1 : start + piece.text.indexOf(String(piece.number));
  return {
    id: `${report}:${start}-${end}`,
    source: { spans: [[end + 2, end + 2 + who.length]], text: who, name: who.replace(/^the /, ''), kind: 'agency' },
    cue: { spans: [[end + 3 + who.length, end + 7 + who.length]], text: 'said' },
    content: { spans: [[start, end]], text: piece.text },
    quotation: 'indirect',
    depth: 0,
    within: null,
    chain: [{ name: who.replace(/^the /, ''), kind: 'agency', role: 'speaker' }],
    basis: [],
    certainty: { level: 'unknown', words: [] },
    stance: 'asserts',
    forecast: null,
    quantities:
      piece.number === undefined
        ? []
        : [
            {
              spans: [[at, at + String(piece.number).length]],
              text: String(piece.number),
              low: piece.number,
              high: piece.number,
              lowInclusive: true,
              highInclusive: true,
              approximate: false,
              unit: piece.counted ?? null,
              counted: piece.counted ?? null,
            },
          ],
    times: [],
    places: [],
  };
}

const day = (base: number, offset: number, hour: number): string => new Date(base + offset * 86_400_000 + hour * 3_600_000).toISOString();

/** One event: a first count, a rival count, a revision, a promise; told, copied, cut and led anew by others. */
function eventReports(world: World, event: string, base: number, truth: ArchiveTruth): LinkReport[] {
  const [town, valley, river, pass] = [world.name(), world.name(), world.name(), world.name()];
  const [directorate, ministry] = [`the ${town} Rescue Directorate`, `the ${valley} Ministry of Health`];
  const first = world.number(20, 900);
  const rival = first + world.number(5, 90);
  const revised = first + world.number(100, 300);
  const outlets = Array.from({ length: 8 }, () => `The ${world.name()} ${world.pick(['Post', 'Herald', 'Courier', 'Wire'])}`);
  const about = `${town}, ${valley}, the ${river} and ${pass}`;
  const lead: Piece = {
    text: `The flood at ${about} came before dawn, when most of ${town} was asleep and the road over ${pass} was shut.`,
  };
  const toll = (number: number, claim: string, who: string): Piece => ({
    text: `${number} people had been killed in the flood at ${town}`,
    claim: `${event}.${claim}`,
    who,
    number,
    counted: 'people',
  });
  const road: Piece = { text: `the bridge over the ${river} at ${pass} had been carried away`, claim: `${event}.bridge`, who: directorate };
  const again: Piece = {
    text: `the bridge at ${pass} over the ${river} was carried away by the water`,
    claim: `${event}.bridge`,
    who: directorate,
  };
  const filler = (): Piece => ({ text: world.filler(world.pick([town, valley, river, pass])) });
  const made: LinkReport[] = [];
  const add = (outlet: number, offset: number, hour: number, pieces: readonly Piece[]): string => {
    const id = `${event}-${made.length}`;
    made.push(render(id, outlets[outlet] as string, day(base, offset, hour), pieces, truth, event));
    return id;
  };
  const opening = [lead, toll(first, 'first', directorate), road, filler(), filler(), filler(), filler()];
  const one = add(0, 0, 8, opening);
  truth.copies.set(add(1, 0, 10, opening), one);
  truth.copies.set(add(2, 0, 12, opening.slice(0, 5)), one);
  add(3, 0, 20, [lead, toll(rival, 'rival', ministry), again, filler(), filler(), filler(), filler()]);
  const late = [lead, toll(revised, 'revised', directorate), filler(), filler(), filler(), filler()];
  const four = add(4, 2, 9, late);
  truth.copies.set(
    add(5, 2, 11, [
      { text: `In ${town} people were counting again, and ${outlets[5]} went to see the water at ${valley} fall slowly.` },
      ...late.slice(1),
    ]),
    four,
  );
  return made;
}

/** What the noise of every part of one archive has in common: from a seed of its own. */
function commonGround(names: number): { readonly names: readonly string[]; readonly words: readonly string[] } {
  const world = new World(random(99));
  return {
    names: Array.from({ length: names }, () => world.name()),
    words: Array.from({ length: VOCABULARY }, () => world.name().toLowerCase()),
  };
}
const VOCABULARY = 3000;

/** Zipf's law: the first of a list stands far oftener than the last. */
const often = <T>(next: () => number, list: readonly T[]): T => list[Math.min(list.length - 1, Math.floor(list.length ** next()) - 1)] as T;

/** Sentences about nothing in particular, with two names that many other reports have too. */
function crowdedPieces(next: () => number, own: readonly string[], ground: ReturnType<typeof commonGround>): Piece[] {
  const [one, two] = [often(next, ground.names), often(next, ground.names)];
  return Array.from({ length: 6 }, (_, i) => {
    const words = Array.from({ length: 14 }, () => often(next, ground.words)).join(' ');
    return { text: `The ${words} of ${own[i % own.length]}, ${one} and ${two}.` };
  });
}

/** An archive of `events` events of six reports each and `noise` reports of their own, with its truth. */
export function generateArchive({ seed, events, noise, firstDay = 0, common = 0 }: ArchiveOptions): Archive {
  const next = random(seed);
  const world = new World(next);
  const truth: ArchiveTruth = { copies: new Map(), claims: new Map(), events: new Map() };
  const start = Date.UTC(2024, 0, 1);
  const reports: LinkReport[] = [];
  const ground = common > 0 ? commonGround(common) : null;
  for (let i = 0; i < events; i += 1)
    reports.push(...eventReports(world, `e${seed}-${i}`, start + ((firstDay + i) % 700) * 86_400_000, truth));
  for (let i = 0; i < noise; i += 1) {
    const names = Array.from({ length: 5 }, () => world.name());
    const pieces: Piece[] = ground
      ? crowdedPieces(next, names, ground)
      : Array.from({ length: 6 }, () => ({ text: world.filler(world.pick(names)) }));
    const claim: Piece = {
      text: `the ${world.pick(FILLER)} of ${names[0]} would cost more than that of ${names[1]}`,
      claim: `n${seed}-${i}`,
      who: `the ${names[2]} Council`,
    };
    const outlet = `Outlet ${world.number(1, OUTLETS)}`;
    reports.push(render(`n${seed}-${i}`, outlet, day(start, world.number(0, 700), 6), [claim, ...pieces], truth, `n${seed}-${i}`));
  }
  return { reports, truth };
}
