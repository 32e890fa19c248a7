import type { Statement, StatementForecast } from '../../model/index.ts';
import { edgeNamed } from './edges.ts';

/** Cues by which whatever they take is foreseen: "expects the application to be back". */
const FORESEES =
  /\b(?:expect|predict|forecast|foresee|foresaw|foreseen|promis|plan|pledg|threaten|vow|warn|anticipat|hope|intend|schedul)(?:s|es|ed|ing)?\b/i;
/** Words of the content by which it is about what is to come. */
const TO_COME =
  /\b(?:will|shall|would (?!have (?!to\b))|is to|are to|was to|were to|to be|due|likely|probable|probably|going to|set to|about to|expected)\b/i;
/** An infinitive or a bare noun phrase after "expects": "rain on Friday", "the number to double within a week". */
const OPEN_CONTENT = /^(?:that\s|to\s|\S+(?:\s\S+){0,8}?\sto\s)|\b(?:on|by|before|within|in|until|from|next)\b/i;

const lastDay = (edtf: string): string => {
  const last = edtf.split('/').at(-1) ?? edtf;
  return last === '..' ? '9999' : last;
};

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

/** "Will reopen on Friday" means the Friday that comes, though the same word elsewhere means the last. */
const comingDay = (edtf: string): string => new Date(Date.parse(edtf.slice(0, 10)) + 7 * 86_400_000).toISOString().slice(0, 10);

/** Whether a window had ended when the report came out. */
function isGone(window: string, published: string | null): boolean {
  const last = lastDay(window).slice(0, 10);
  return last < (published?.slice(0, 10) ?? '').slice(0, last.length);
}

/** The first date in the content that is not past when the report came out. */
function windowIn(statement: Statement, published: string | null): string | null {
  const day = published?.slice(0, 10) ?? '';
  for (const { edtf, timex, text } of statement.times) {
    if (edtf === null || edtf.startsWith('[') || timex.type === 'SET') continue;
    if (!isGone(edtf, published)) return edtf;
    if (WEEKDAY.test(text) && /^\d{4}-\d\d-\d\d$/.test(edtf) && comingDay(edtf) >= day) return comingDay(edtf);
  }
  return null;
}

/** The window, or null where it ends before it begins. */
const unlessReversed = (window: string | null): string | null => {
  const [from = '', to = ''] = window?.split('/') ?? [];
  return to !== '' && to !== '..' && from !== '..' && to.slice(0, from.length) < from.slice(0, to.length) ? null : window;
};

/** Cues by which somebody tells later what had been foreseen. */
const RETOLD = /\bhad\b/i;

/** Whether a forecast is told in looking back: "the mayor had promised". */
export const retold = ({ cue }: Pick<Statement, 'cue'>): boolean => RETOLD.test(cue?.text ?? '');

/** The term that somebody had named, of which the report comes after. */
function windowGone(statement: Statement): string | null {
  if (!retold(statement)) return null;
  const { edtf } = statement.times.find((time) => time.edtf !== null && /^\d{4}(?:-\d\d){0,2}$/.test(time.edtf)) ?? {};
  return edtf ? `../${edtf}` : null;
}

/** By when what a statement foresees is due. A length of time that had been named ("within ten days") runs from a day that nobody knows. */
function windowOf(statement: Statement, published: string | null): string | null {
  const day = published?.slice(0, 10) ?? '';
  const edge = edgeNamed(statement, retold(statement) ? '' : day);
  if (edge !== null) return day !== '' && day <= edge ? `${day}/${edge}` : `../${edge}`;
  const read = unlessReversed(statement.forecast?.window ?? null);
  const unknown = retold(statement) && read?.startsWith(`${day}/`) && !statement.times.some(({ edtf }) => edtf !== null);
  return (unknown ? null : read) ?? windowIn(statement, published);
}

/**
 * What a statement foresees, or null: the reader's finding, or a cue that foresees with a content about what is to come, or a content that
 * calls something likely with a date ahead. The outlet's own sentences only where they say by when ("the trial will begin in September").
 */
export function foreseenIn(statement: Statement, published: string | null): StatementForecast | null {
  const { forecast, voice, cue, content } = statement;
  // An outlet that writes "would" of what is to come gives somebody's words.
  if (voice === 'outlet') return forecast?.window || /\bwould\b/i.test(content.text) ? forecast : null;
  const window = windowOf(statement, published);
  if (forecast) return { ...forecast, window: window ?? windowGone(statement) };
  const foresees = (FORESEES.test(cue?.text ?? '') && OPEN_CONTENT.test(content.text)) || /\bwould have to\b/i.test(content.text);
  const ahead = window !== null && !isGone(window, published) && TO_COME.test(content.text) && !/\bhad been\b/.test(content.text);
  return foresees || ahead ? { window: window ?? windowGone(statement), condition: null } : null;
}
