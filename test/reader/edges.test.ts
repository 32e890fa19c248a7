import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report, Statement } from '../../src/model/index.ts';
import { createPool, modelFolder } from '../../src/reader/encoder/index.ts';
import { wordsOf } from '../../src/reader/encoder/words.ts';
import { createReader, type Reader } from '../../src/reader/reader.ts';
import { saidByModel } from '../../src/reader/said/neural/index.ts';

const report = (text: string, id = 'r'): Report => ({
  ...{ id, from: null, url: null, title: null, outlet: null, byline: null, published: null, language: null, sha256: '' },
  text,
});
const flat = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ');
const told = ({ source, cue, content }: Statement): string => [source?.text, cue?.text, content.text].map(flat).join(' | ');

let reader: Reader;
beforeAll(() => {
  reader = createReader([saidByModel({ workers: 1 })]);
});
afterAll(() => reader.close());

describe('texts that are no plain report', () => {
  it.each([
    [
      'a speaker’s name and a colon',
      'SMITH: We have to close the bridge before winter.\n\nJONES: I disagree.',
      /^SMITH \| : \| We have to close/,
    ],
    [
      'questions and answers',
      'Q: Will the bridge stay open?\nA: The county says it will stay open until spring.',
      /The county \| says \| it will stay open/,
    ],
    [
      'a live blog',
      '10:42 a.m.\n\nThe mayor says the bridge is open again.\n\n11:05 a.m.\n\nSnow falls.',
      /^The mayor \| says \| the bridge is open again$/,
    ],
    ['a headline', 'Bridge to close for three weeks, mayor says', /^mayor \| says \| Bridge to close for three weeks$/],
    [
      'a byline and a place',
      'By Ann Example\n\nNORTHPORT (EP) — The mayor said on Monday that the bridge will close.',
      /^The mayor \| said/,
    ],
    [
      'a table',
      'Route | Cost\nA1 | 3 million\n\nThe county said that both will open on time.',
      /^The county \| said \| that both will open on time$/,
    ],
    [
      'a court’s document',
      'PELL v. HARBOUR CO., No. 12-345\n\nPlaintiff alleges that defendant knew of the defect.',
      /^Plaintiff \| alleges \| that defendant knew/,
    ],
    ['no quotation’s end', '“We will see, Anna Keller said.\n\nThe bridge was built in 1931.', /^Anna Keller \| said \| “We will see,?$/],
    [
      'right to left inside',
      'The mayor said \u202bالجسر\u202c would be closed for three weeks.',
      /^The mayor \| said \| .*closed for three weeks$/,
    ],
  ])('%s', async (_, text, expected) => {
    expect((await reader.read(report(text))).statements.map(told)[0]).toMatch(expected);
  });
  it.each([
    ['a caption', 'Mayor Ann Pell speaks to reporters in Northport on Monday. (Photo: J. Doe/Example Press)'],
    ['a table alone', 'Route | Cost | Opens\nA1 | 3 million | May\nB2 | 4 million | June'],
    ['a list of names', 'Ann Pell, mayor\nDana Reed, police\nAnna Keller, harbour master'],
  ])('%s: blank', async (_, text) => expect((await reader.read(report(text))).statements).toEqual([]));
});

describe('quotation marks', () => {
  it.each([
    ['curly', '“We will see,” Anna Keller said.'],
    ['straight', '"We will see," Anna Keller said.'],
    ['guillemets', '«We will see», said Anna Keller.'],
    ['single', '‘We will see,’ Anna Keller said.'],
    ['straight and single', "'We will see,' Anna Keller said."],
    ['low and high', '„We will see“, said Anna Keller.'],
    ['guillemets turned round', '»We will see«, said Anna Keller.'],
    ['single guillemets', '‹We will see›, said Anna Keller.'],
    ['primes', '″We will see,″ Anna Keller said.'],
    ['wide', '＂We will see,＂ Anna Keller said.'],
    ['corners', '「We will see」, said Anna Keller.'],
    ['typed for TeX', "``We will see,'' Anna Keller said."],
    ['curly and straight', '"We will see,” Anna Keller said.'],
  ])('%s: direct', async (_, text) => {
    const { statements } = await reader.read(report(text));
    expect(statements.map(({ quotation }) => quotation)).toEqual(['direct']);
  });
  it('a mark by itself is no source', async () => {
    const { statements } = await reader.read(report('„We will see“, said Anna Keller. „The bridge is closed“, the mayor said.'));
    expect(statements.map(told)).toEqual([
      'Anna Keller | said | „We will see“',
      expect.stringMatching(/^the mayor \| said \| „The bridge is closed“/),
    ]);
    expect((await reader.read(report('“ said “We know,” said Reed.'))).statements.map(({ source }) => source?.text)).not.toContain('“');
  });
  it('an apostrophe is none', async () => {
    const { statements } = await reader.read(report("The workers' leader said the miners' pay would rise."));
    expect(statements.map(({ quotation }) => quotation)).toEqual(['indirect']);
  });
});

describe('another script', () => {
  it.each([
    ['Chinese', '市长星期一表示，这座桥将关闭三周。警方称，有两人受伤，但没有人死亡。'],
    ['Arabic', 'قال الوزير يوم الاثنين إن الجسر سيغلق لمدة ثلاثة أسابيع.'],
    ['Georgian', 'მერმა ორშაბათს განაცხადა, რომ ხიდი დაიხურება.'],
  ])('%s: declined with a warning', async (_, text) => {
    const { statements, warnings } = await reader.read(report(text));
    expect([statements, warnings.map(({ code }) => code)]).toEqual([[], ['READER_LANGUAGE']]);
  });
  it('a foreign name is no other language', async () => {
    expect((await reader.read(report('The mayor of Москва said that the bridge is closed.'))).warnings).toEqual([]);
  });
});

describe('where paragraphs end', () => {
  const paragraphs = (text: string): number => (wordsOf(text).at(-1)?.paragraph ?? -1) + 1;
  const WRAPPED =
    'The mayor of Northport said on Monday that the bridge will be\nclosed for three weeks, and that nobody will lose their job while\n' +
    'the work goes on.\nThe county, which owns the bridge and pays for it, has not said\nwho will pay.';
  it.each([
    ['blank lines', 'One.\n\nTwo and\nmore.\n \nThree.', 3],
    ['a paragraph a line', 'The mayor spoke on Monday.\nThe bridge was built in 1931.\nIt is safe.', 3],
    ['wrapped lines', WRAPPED, 2],
    [
      'wrapped and indented',
      '  The mayor of Northport said on Monday that the bridge is safe.\n  The county has not said so, or has it,\nsince spring, and\nmay not.',
      2,
    ],
    ['names, a line each', 'Ann Pell\nDana Reed\nAnna Keller', 3],
    ['one long line', 'word '.repeat(400), 1],
  ])('%s', (_, text, count) => expect(paragraphs(text)).toBe(count));
  it('reads a wrapped sentence whole', async () => {
    const { statements } = await reader.read(report(WRAPPED));
    expect(statements.map(told)[0]).toMatch(
      /^The mayor of Northport \| said.* \| .*the bridge will be closed for three weeks.*the work goes on$/,
    );
  });
});

describe('a process that is killed', () => {
  it('costs its report, and the next is read', async () => {
    const pool = createPool({ folder: modelFolder(), workers: 1 });
    const children = (): string[] =>
      execFileSync('ps', ['-o', 'pid=', '--ppid', String(process.pid)], { encoding: 'utf8' }).match(/\d+/g) ?? [];
    const before = new Set(children());
    const options = { threshold: 0.5, depth: 0 };
    const lost = pool.read(['The mayor said the bridge is closed. '.repeat(5000)], options);
    const [mine] = children().filter((pid) => !before.has(pid));
    process.kill(Number(mine), 'SIGKILL');
    await expect(lost).rejects.toMatchObject({ problem: { code: 'READER_WORKER_LOST' } });
    const [attributions] = await pool.read(['The mayor said that the bridge is closed.'], options);
    await pool.close();
    expect(attributions).toHaveLength(1);
  });
});

describe('two hundred reports', () => {
  it('are read the same in one process and in three, alone and together', async () => {
    const who = ['The mayor', 'A spokesman for the county', 'Anna Keller', 'Engineers', 'The harbour office'];
    const verb = ['said', 'told reporters', 'believes', 'denied', 'warned on Monday'];
    const what = [
      'that the bridge is closed',
      'the dam would hold until spring',
      'that officials had said it was safe',
      'that ten boats were lost',
    ];
    const texts = Array.from({ length: 200 }, (_, i) => {
      const part = (k: number): string => `${who[(i + k) % 5]} ${verb[(i * 3 + k) % 5]} ${what[(i * 7 + k) % 4]}.`;
      return `${part(i % 3)}\n\n${i % 2 ? `“${what[i % 4]},” ${who[i % 5]} said. ` : ''}${part(i % 5)}`;
    });
    const reports = texts.map((text, i) => report(text, `r${i}`));
    const one = await reader.readMany(reports);
    const three = createReader([saidByModel({ workers: 3 })]);
    const parts = [];
    for (let i = 0; i < 200; i += 37) parts.push(...(await three.readMany(reports.slice(i, i + 37).reverse())));
    await three.close();
    expect(parts).toHaveLength(200);
    expect(new Map(parts.map((r) => [r.report.id, JSON.stringify(r)]))).toEqual(new Map(one.map((r) => [r.report.id, JSON.stringify(r)])));
  });
});
