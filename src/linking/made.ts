import type { Report, Statement } from '../model/index.ts';

/** For tests: a statement that is all of a text and of which nothing else is known but what is given. */
export const madeStatement = (text: string, rest: Partial<Statement> = {}): Statement => ({
  id: 'r:0-1',
  source: null,
  cue: null,
  content: { spans: [[0, text.length]], text },
  quotation: 'indirect',
  depth: 0,
  within: null,
  chain: [],
  basis: [],
  certainty: { level: 'unknown', words: [] },
  forecast: null,
  quantities: [],
  times: [],
  places: [],
  saidWhen: null,
  ...rest,
});

/** For tests: a report of which nothing else is known but what is given, by an outlet of its own. */
export const madeReport = (id: string, text: string, rest: Partial<Report> = {}): Report => ({
  id,
  text,
  title: null,
  outlet: `Outlet ${id}`,
  byline: null,
  published: null,
  url: null,
  from: null,
  language: 'en',
  sha256: id,
  ...rest,
});
