import type { Reading, Span, Statement } from '../../model/index.ts';
import { hasFiniteVerb } from './finite.ts';
import { attributed, maintained, naming, OWN } from './maintained.ts';

/** "The guild put the turnout at 600 and said …": what somebody gives before he is quoted. */
const GIVES =
  /^\s(?<what>(?:puts?|raised|raises|lowered|lowers|revised|revises|estimated|estimates|counted|counts)\s[^,.;:"“”]{1,80}?\d[^,.;:"“”]{0,60}?)\sand\s(?:also\s|later\s)?$/u;
/** ", which had maintained that 70 would go, said …" */
const ASIDE = /^,\s(?<what>(?:which|who)\s[^.;:"“”]{8,250}),\s$/u;
/** Characters between whoever is named and the cue of his words. */
const LONGEST = 260;

/** What stands between whoever is quoted and the cue, where nobody's statement holds it: a figure that he gives, or what he maintains. */
export function asidesOf({ report, statements, unattributed = [], quantities, times, places }: Reading): Statement[] {
  const { text } = report;
  const held = [...statements, ...unattributed].flatMap(({ content }) => content.spans);
  const named = naming(statements);
  return named.flatMap((by): Statement[] => {
    const from = by.source?.spans.at(-1)?.[1] ?? 0;
    const to = by.cue?.spans[0]?.[0] ?? 0;
    if (to <= from || to - from > LONGEST) return [];
    const between = text.slice(from, to);
    const gives = GIVES.exec(between)?.groups?.what;
    const what = gives ?? ASIDE.exec(between)?.groups?.what;
    if (!what || held.some(([start, end]) => start < to && from < end)) return [];
    const start = from + between.indexOf(what);
    const span: Span = [start, start + what.length];
    const id = `${report.id}:${span[0]}-${span[1]}.aside`;
    const facts = { ...by, id, quantities, times, places, quotation: 'indirect' as const, depth: 0, within: null, forecast: null };
    if (gives) return [attributed(facts, text, by, span)];
    const told = maintained({ ...attributed(facts, text, by, span), voice: 'outlet' }, text, named);
    return told ? [told] : [];
  });
}

/** What is done by saying it, and is an event besides: "the prosecutor charged 27 of them". */
const ACT = /^(?:(?:has|have|had|later|also)\s){0,2}(?:charged|indicted|sued|fined|lodged|filed|apologi[sz]ed|approved)\b/i;

/** Sentences that tell an act of law or an apology, of which the reader keeps only whom it is about ("charged" – "27 of them"): the outlet tells the whole. */
export function actsOf({ report, statements, quantities, times, places }: Reading): Statement[] {
  const { text } = report;
  return naming(statements).flatMap((by): Statement[] => {
    const { source, cue, content } = by;
    const [from, to] = [source?.spans[0]?.[0] ?? 0, content.spans.at(-1)?.[1] ?? 0];
    if (
      !ACT.test(cue?.text ?? '') ||
      to - from > LONGEST ||
      hasFiniteVerb(content.text) ||
      (content.spans[0]?.[0] ?? 0) < (cue?.spans[0]?.[0] ?? 0)
    )
      return [];
    const end = to + (/^[^,;.:\n]{0,120}/.exec(text.slice(to))?.[0].length ?? 0);
    const span: Span = [from, end];
    if (end - from > LONGEST || from >= to) return [];
    const facts = { ...by, quantities, times, places };
    const whole = attributed(facts, text, { source: null, chain: [] }, span);
    return [{ ...whole, ...OWN, id: `${report.id}:${span[0]}-${span[1]}.own` }];
  });
}
