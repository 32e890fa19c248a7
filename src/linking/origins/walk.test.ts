import { describe, expect, it } from 'vitest';
import type { SourceKind } from '../../model/index.ts';
import { linkStory } from '../index.ts';
import type { LinkReport } from '../input.ts';
import { madeReport, madeStatement } from '../made.ts';

/** A report in which each source says one sentence, in this order. */
function reportOf(id: string, day: string, said: readonly (readonly [string, string, SourceKind, string?])[]): LinkReport {
  let text = '';
  const statements = said.map(([content, name, kind, cue = 'said'], i) => {
    const at = text.length;
    text += `${content}, ${name} ${cue}.\n\n`;
    return madeStatement(content, {
      id: `${id}:${i}`,
      source: {
        spans: [[at + content.length + 2, at + content.length + 2 + name.length]],
        text: name,
        name,
        kind,
        title: null,
        affiliation: null,
      },
      cue: { spans: [[0, 0]], text: cue },
      content: { spans: [[at, at + content.length]], text: content },
      stance: cue.startsWith('denied') ? 'denies' : 'asserts',
    });
  });
  return { report: madeReport(id, text, { published: `${day}T12:00:00Z` }), statements };
}

/** The names and reasons of the first claim's origins. */
function originsOf(...reports: LinkReport[]) {
  const { claims, sources } = linkStory(reports);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  expect(claims).toHaveLength(1);
  return (claims[0]?.origins ?? []).map(({ sourceId, reason }) => [names.get(sourceId), reason]).sort();
}

const CLAIM = 'Forty-six trucks crossed the border at Ostby on Friday night';

describe('a government', () => {
  it('adds nothing to the ministry of its own that said so, whatever another country’s says', () => {
    expect(
      originsOf(
        reportOf('a', '2025-01-02', [
          [CLAIM, 'Varnian Defence Ministry', 'agency'],
          [CLAIM, 'Keshian General Staff', 'agency'],
        ]),
        reportOf('b', '2025-01-03', [[CLAIM, 'Varnia', 'government']]),
      ).map(([name]) => name),
    ).toEqual(['Keshian General Staff', 'Varnian Defence Ministry']);
    expect(
      originsOf(
        reportOf('a', '2025-01-02', [[CLAIM, 'Varnian Defence Ministry', 'agency']]),
        reportOf('b', '2025-01-03', [[CLAIM, 'Government of Varnia', 'agency']]),
      ).map(([name]) => name),
    ).toEqual(['Varnian Defence Ministry']);
  });

  it('stands beside two of its ministries: nobody can tell whose word it is', () => {
    expect(
      originsOf(
        reportOf('a', '2025-01-02', [
          [CLAIM, 'Varnian Defence Ministry', 'agency'],
          [CLAIM, 'Varnian Border Service', 'agency'],
        ]),
        reportOf('b', '2025-01-03', [[CLAIM, 'Varnia', 'government']]),
      ),
    ).toHaveLength(3);
  });
});

describe('a capital', () => {
  const ministry: readonly [string, string, SourceKind] = [CLAIM, 'Varnian Defence Ministry', 'agency'];
  const capital: readonly [string, string, SourceKind] = [CLAIM, 'Ostrel', 'unknown'];
  /** A report that knows Ostrel for a place. */
  const placed = (report: LinkReport): LinkReport => ({
    ...report,
    report: { ...report.report, text: `${report.report.text}It rained in Ostrel.` },
  });

  it('stands for its government, and has it from the one ministry that said so in another report', () => {
    expect(
      originsOf(reportOf('a', '2025-01-02', [ministry]), placed(reportOf('b', '2025-01-03', [capital]))).map(([name]) => name),
    ).toEqual(['Varnian Defence Ministry']);
    expect(originsOf(placed(reportOf('a', '2025-01-02', [ministry, capital])))).toHaveLength(2);
  });
});

describe('somebody whom a cited outlet does not name', () => {
  /** A report of the Islander's citing is one of somebody else's. */
  const citing = (report: LinkReport, cited: string): LinkReport => ({
    report: { ...report.report, outlet: 'Ostby Bulletin' },
    statements: report.statements.map((statement) => ({
      ...statement,
      chain: [
        { name: 'Islander', kind: 'media' as const, role: 'outlet' as const },
        { name: cited, kind: 'anonymous' as const, role: 'speaker' as const },
      ],
    })),
  });
  const own = (...said: readonly (readonly [string, string, SourceKind])[]): LinkReport => {
    const made = reportOf('a', '2025-01-02', said);
    return { ...made, report: { ...made.report, outlet: 'Islander' } };
  };
  const cited = citing(reportOf('b', '2025-01-03', [[CLAIM, 'Islander', 'media']]), 'a nun');

  it('is the one whom it quotes', () => {
    expect(originsOf(own([CLAIM, 'Agnes Holm', 'person']), cited).map(([name]) => name)).toEqual(['Agnes Holm']);
  });

  it('is nobody of two whom it quotes', () => {
    expect(originsOf(own([CLAIM, 'Agnes Holm', 'person'], [CLAIM, 'Tom Ash', 'person']), cited)).toHaveLength(3);
  });
});

describe('a claim that is only ever denied', () => {
  it('has those who deny it, and says so', () => {
    expect(originsOf(reportOf('a', '2025-01-02', [[CLAIM, 'Varnian Defence Ministry', 'agency', 'denied that']]))).toEqual([
      ['Varnian Defence Ministry', 'Varnian Defence Ministry denies it, and nobody here says it.'],
    ]);
  });

  it('has those who say it where anybody does', () => {
    expect(
      originsOf(
        reportOf('a', '2025-01-02', [
          [CLAIM, 'Ada Roe', 'person'],
          [CLAIM, 'Varnian Defence Ministry', 'agency', 'denied that'],
        ]),
      ),
    ).toEqual([['Ada Roe', 'Ada Roe says so.']]);
  });
});
