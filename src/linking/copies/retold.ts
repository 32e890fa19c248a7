import { cosine } from '../claims/features.ts';
import { byPublication, type Copy, type LinkReport } from '../input.ts';

/** Hours within which a report may be another's in other words. */
const WITHIN = 24;
/** Reports before it that one is held against, the nearest in time. */
const MOST_COMPARED = 8;
/** Fewer statements agree by chance. */
const FEWEST = 5;
const MOST_STATEMENTS = 40;
/** How near its statements are to the other's on the whole, how near one is to its like, and the share of them that have one. */
const NEAR = 0.55;
const LIKE = 0.6;
const SHARE = 0.4;

interface Told {
  readonly report: LinkReport['report'];
  readonly vectors: readonly Float32Array[];
}

const toldBy = ({ report, statements }: LinkReport, vectors: ReadonlyMap<string, Float32Array>): Told => ({
  report,
  vectors: statements
    .filter(({ content }) => content.text.split(' ').length > 4)
    .slice(0, MOST_STATEMENTS)
    .flatMap(({ id }) => vectors.get(id) ?? []),
});

const hoursBetween = (earlier: Told, later: Told): number =>
  (Date.parse(later.report.published ?? '') - Date.parse(earlier.report.published ?? '')) / 3_600_000;

/** How near every statement of one is to its like in the other. */
const likenesses = (later: Told, earlier: Told): number[] =>
  later.vectors.map((own) => Math.max(...earlier.vectors.map((other) => cosine(own, other) ?? 0)));

/**
 * Reports that tell another's again in other words within a day: they share no text with it, and vouch for
 * nothing either. Only where most statements are near their like; a report of the same event with people and facts of its own is none.
 * @param copies what shares its text: those reports are left out.
 */
export function findRetold(reports: readonly LinkReport[], vectors: ReadonlyMap<string, Float32Array>, copies: readonly Copy[]): Copy[] {
  const taken = new Set(copies.map(({ report }) => report));
  const found: Copy[] = [];
  const originals: Told[] = [];
  for (const row of [...reports].sort((a, b) => byPublication(a.report, b.report))) {
    const later = toldBy(row, vectors);
    if (taken.has(row.report.id) || later.vectors.length < FEWEST) continue;
    const near = originals.slice(-MOST_COMPARED).filter((earlier) => hoursBetween(earlier, later) <= WITHIN);
    const best = near
      .map((earlier) => ({ earlier, likes: likenesses(later, earlier) }))
      .map(({ earlier, likes }) => ({
        earlier,
        mean: likes.reduce((sum, value) => sum + value, 0) / likes.length,
        share: likes.filter((value) => value >= LIKE).length / likes.length,
      }))
      .filter(({ mean, share }) => mean >= NEAR && share >= SHARE)
      .sort((a, b) => b.mean - a.mean)[0];
    if (!best) {
      originals.push(later);
      continue;
    }
    const whose = best.earlier.report.outlet ?? best.earlier.report.id;
    found.push({
      report: row.report.id,
      copyOf: best.earlier.report.id,
      copyKind: 'rewritten',
      containment: best.mean,
      reason: `tells again what ${whose} told, in other words (${Math.round(best.share * 100)} % of them have their like there)`,
      cut: [],
      added: [],
    });
  }
  return found;
}
