import type { TreeDocument, TreeElement } from '../tree.ts';

/** A value that stands in a script, and where. */
export interface Scripted {
  readonly value: string;
  readonly from: string;
}

const NAMES =
  'datePublished|(?:meta)?(?:first|original(?:ly)?)?[_-]?publish(?:ed)?[_-]?(?:Date|At|Time|On|Timestamp)|(?:date|time|first)[_-]?published|pub[_-]?(?:date|time)|publication[_-]?(?:date|time)|article[_-]?(?:date|publish(?:ed)?[_-]?time)|release[_-]?(?:date|time)|display[_-]?date';
/** `"publishedAt": "2024-10-15T…"`, `publish_time = '2024-10-15'`, or seconds since 1970. */
const NAMED = new RegExp(
  String.raw`(?<![\w-])(?:\\{0,3}["'])?(${NAMES})(?:\\{0,3}["'])?\s{0,5}[:=]\s{0,5}(?:\\{0,3}["'](\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[^"'\\]{0,30})\\{0,3}["']|(\d{10}(?:\d{3})?)(?!\d))`,
  'i',
);
/** `showDate("2024/10/15 07:30")`: a day that a script writes into the page where it stands. */
const WRITTEN = /\b\w{0,30}(?:date|time)\w{0,30}\s{0,3}\(\s{0,3}["'](\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[^"']{0,30})["']/i;
const MOST_READ = 400_000;
/** A script that only writes a day is short. */
const SHORT = 300;
const MOST_SCRIPTS = 200;

const sourceOf = (script: TreeElement): string => (script.textContent ?? '').slice(0, MOST_READ);
const isLinked = (script: TreeElement): boolean => /ld\+json/i.test(script.getAttribute('type') ?? '');

/** A day in JSON-LD that is so broken that nothing else reads it. */
export function fromBrokenLinks(document: TreeDocument): readonly Scripted[] {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const match = isLinked(script) ? NAMED.exec(sourceOf(script)) : null;
    const value = match?.[2] ?? match?.[3];
    if (value) return [{ value, from: `script ${match?.[1]}` }];
  }
  return [];
}

/** A day in a script's data: pages that are built in the browser, and old ones whose scripts write the day. */
export function fromScripts(document: TreeDocument): readonly Scripted[] {
  const scripts = [...document.querySelectorAll('script:not([src])')].filter((script) => !isLinked(script)).slice(0, MOST_SCRIPTS);
  for (const script of scripts) {
    const source = sourceOf(script);
    const match = NAMED.exec(source);
    const value = match?.[2] ?? match?.[3];
    if (value) return [{ value, from: `script ${match?.[1]}` }];
    const written = source.length <= SHORT ? WRITTEN.exec(source) : null;
    if (written?.[1]) return [{ value: written[1], from: 'script that writes it' }];
  }
  return [];
}
