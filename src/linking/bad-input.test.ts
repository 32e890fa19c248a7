import { expect, it } from 'vitest';
import { generateArchive } from '../../bench/linking/generate.ts';
import type { Statement } from '../model/index.ts';
import { type LinkReport, linkStory } from './index.ts';

const [one] = generateArchive({ seed: 4, events: 1, noise: 0 }).reports;
if (!one) throw new Error('an archive without a report');

/** The same report in another's paper, on another day, with other text around it. */
function told(id: string, published: string | null, text: (original: string) => string = (original) => original): LinkReport {
  const whole = text(one?.report.text ?? '');
  const statements = (one?.statements ?? []).flatMap((statement): Statement[] => {
    const at = whole.indexOf(statement.content.text);
    return at < 0 ? [] : [{ ...statement, id: `${id}:${at}-${at + statement.content.text.length}` }];
  });
  return { report: { ...(one as LinkReport).report, id, sha256: id, outlet: `The ${id} Post`, published, text: whole }, statements };
}

const paragraphs = (text: string): string[] => text.split('\n\n');

it('a report dated in the future, or with a day that is none, is a copy of the one that is dated soberly, and never its original', () => {
  const sober = told('sober', '2024-01-01T08:00:00Z');
  for (const odd of [told('odd', '2999-12-31'), told('odd', null), told('odd', 'next Tuesday'), told('odd', '+275760-09-13')]) {
    for (const order of [
      [sober, odd],
      [odd, sober],
    ]) {
      const { copies, claims } = linkStory(order);
      expect(copies).toMatchObject([{ report: 'odd', copyOf: 'sober', copyKind: 'verbatim' }]);
      for (const claim of claims) expect([claim.statements.length, claim.origins.length]).toEqual([2, 1]);
    }
  }
});

it('two reports without a day are linked the same in either order', () => {
  const [a, b] = [told('a', null), told('b', null, (text) => paragraphs(text).slice(0, 6).join('\n\n'))];
  expect(linkStory([a, b]).copies).toEqual(linkStory([b, a]).copies);
  expect(linkStory([a, b]).copies).toHaveLength(1);
});

it('a copy of a copy of a copy comes to the first: one claim, one origin, however long the chain', () => {
  const chain = [0, 1, 2, 3].map((cut) =>
    told(`c${cut}`, `2024-01-0${cut + 1}T08:00:00Z`, (text) =>
      paragraphs(text)
        .slice(0, paragraphs(text).length - cut)
        .join('\n\n'),
    ),
  );
  const { copies, claims } = linkStory(chain);
  expect(copies.map(({ report }) => report).sort()).toEqual(['c1', 'c2', 'c3']);
  const parent = new Map(copies.map(({ report, copyOf }) => [report, copyOf]));
  for (const { report } of copies) {
    let at = report;
    for (let steps = 0; parent.has(at) && steps < 10; steps += 1) at = parent.get(at) ?? '';
    expect(at).toBe('c0');
  }
  for (const claim of claims) expect(claim.origins).toHaveLength(1);
});

it('papers that cite each other are no origin: the ring is named, and the answer is that it cannot be told', () => {
  const [first] = (one as LinkReport).statements;
  if (!first) throw new Error('a report without a statement');
  const citing = (id: string, outlet: string, cited: string, day: string): LinkReport => {
    const text = `${first.content.text}, ${cited} reported. The ${outlet} could say no more than that on the ${day} of the month.`;
    const statement: Statement = {
      ...first,
      id: `${id}:0-${first.content.text.length}`,
      source: { spans: [[0, 1]], text: cited, name: cited, kind: 'media' },
      chain: [
        { name: outlet, kind: 'media', role: 'outlet' },
        { name: cited, kind: 'media', role: 'outlet' },
      ],
      content: { spans: [[0, first.content.text.length]], text: first.content.text },
    };
    return {
      report: { ...(one as LinkReport).report, id, sha256: id, outlet, published: `2024-01-0${day}`, text },
      statements: [statement],
    };
  };
  const ring = [
    citing('x', 'Morning Herald', 'Evening Courier', '1'),
    citing('y', 'Evening Courier', 'Daily Lantern', '2'),
    citing('z', 'Daily Lantern', 'Morning Herald', '3'),
  ];
  for (const order of [ring, [...ring].reverse()]) {
    const { claims } = linkStory(order);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.origins).toMatchObject([{ reason: expect.stringMatching(/^Cannot tell: .+ and .+ and .+ cite each other\.$/) }]);
  }
});
