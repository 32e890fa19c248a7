/**
 * Copies beside datasketch's MinHash and trafilatura's simhash, on invented reports of which 100, 60, 30 and 10 % are kept.
 *   npx tsx bench/linking/copies.ts > copies.json; python bench/linking/copies.py copies.json   (needs: pip install datasketch trafilatura lxml_html_clean)
 * A copy keeps that share of its original's paragraphs, and the rest of its length is its own; every second pair is of two reports of
 * one event in other words by the same template, which is no copy. Seeded: the same reports on every machine.
 */
import { compareTexts } from '../../src/linking/copies/copies.ts';
import { shingles } from '../../src/linking/copies/shingles.ts';
import type { Report } from '../../src/model/index.ts';

/** Mulberry32: small, seeded, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const random = randomFrom(7);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

const WHO =
  'the ministry,the mayor,a spokeswoman for the port,the union,two officials,the company,the coastguard,the governor,a witness,the court'.split(
    ',',
  );
const DID = 'said,told reporters,announced,insisted,warned,wrote in a statement,confirmed,denied'.split(',');
const THING =
  'the bridge,the northern road,the second reactor,a fuel depot,the harbour wall,the old mill,the hospital,the ferry,the pipeline,the market hall'.split(
    ',',
  );
const EVENT =
  'had been closed since Monday,would reopen within a week,was damaged by the flood,had never been inspected,lost power for six hours,would cost twice as much,was searched by the police,had been sold to a rival,burned for two days,was struck by a barge'.split(
    ',',
  );
const WHERE =
  'near Ostby,in the lower valley,at Cape Lorn,outside Varn,on the island of Tessa,below the pass,in the old town,at the border'.split(',');
const HOW =
  'after heavy rain,without giving a reason,in front of cameras,for the third time this year,before dawn,despite protests,by mistake'.split(
    ',',
  );
const sentence = (): string =>
  `${pick(WHO)} ${pick(DID)} that ${pick(THING)} ${pick(WHERE)} ${pick(EVENT)} ${pick(HOW)}, and ${Math.floor(random() * 900) + 20} people ${pick(WHERE)} ${pick(EVENT)}`.replace(
    /^./,
    (first) => first.toUpperCase(),
  );
const paragraph = (): string => `${sentence()}. ${sentence()}.`;
const article = (count: number): string[] => Array.from({ length: count }, paragraph);

interface Case {
  readonly kept: number;
  readonly a: string;
  readonly b: string;
  readonly copy: boolean;
}
const SHARES = [100, 60, 30, 10] as const;
const cases: Case[] = SHARES.flatMap((kept) =>
  Array.from({ length: 200 }, (_, i): Case => {
    const original = article(10);
    if (i % 2 === 1) return { kept, a: original.join('\n\n'), b: article(10).join('\n\n'), copy: false };
    const taken = original.slice(0, Math.round(kept / 10));
    return { kept, a: original.join('\n\n'), b: [...taken, ...article(10 - taken.length)].join('\n\n'), copy: true };
  }),
);

const reportOf = (id: string, text: string): Report => ({
  id,
  text,
  title: null,
  published: null,
  outlet: id,
  byline: null,
  url: null,
  from: null,
  language: 'en',
  sha256: id,
});
const found = cases.map(({ a, b }) => {
  const held = (text: string, id: string) => ({ report: reportOf(id, text), shingles: shingles(text) });
  return compareTexts(held(a, 'a'), held(b, 'b')) !== null;
});
console.log(JSON.stringify({ cases: cases.map((row, i) => ({ ...row, ours: found[i] })) }));
