import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report, Statement } from '../../src/model/index.ts';
import { modelFolder } from '../../src/reader/encoder/index.ts';
import { createReader, type Reader } from '../../src/reader/reader.ts';
import { saidByModel } from '../../src/reader/said/neural/index.ts';

const report = (text: string, id = 'r'): Report => ({
  id,
  from: null,
  url: null,
  title: null,
  outlet: null,
  byline: null,
  published: null,
  language: null,
  sha256: '',
  text,
});
const parts = ({ source, cue, content }: Statement): (string | undefined)[] => [source?.text, cue?.text, content.text];

const PLAIN = 'The mayor of Northport said on Monday that the bridge will be closed for three weeks.';
const BROKEN = '“We have seen this before,” said Anna Keller, the harbour master, “and we will see it again.”';
const NESTED = 'A spokesman said on Friday that the minister told the committee that the dam was safe and would stay open.';
const OWN = 'The bridge was built in 1931. It is four hundred metres long and carries two lanes.';

let reader: Reader;
beforeAll(() => {
  reader = createReader([saidByModel({ workers: 1 })]);
});
afterAll(() => reader.close());

describe('the neural reader', () => {
  it('finds who says what', async () => {
    const { statements } = await reader.read(report(PLAIN));
    expect(statements).toHaveLength(1);
    const [source, cue, content] = parts(statements[0] as Statement);
    expect(source).toBe('The mayor of Northport');
    expect(cue).toMatch(/^said/);
    expect(content).toMatch(/the bridge will be closed for three weeks$/);
    expect(statements[0]?.quotation).toBe('indirect');
  });
  it('keeps a quotation that its cue interrupts as one, in two spans', async () => {
    const { statements } = await reader.read(report(BROKEN));
    expect(statements).toHaveLength(1);
    expect(statements[0]?.content.spans).toHaveLength(2);
    expect(statements[0]?.quotation).toBe('direct');
    expect(statements[0]?.source?.text).toMatch(/Anna Keller/);
  });
  it('finds a statement within a statement', async () => {
    const { statements } = await reader.read(report(NESTED));
    const [outer, inner] = statements;
    expect(outer?.depth).toBe(0);
    expect(inner?.depth).toBe(1);
    expect(inner?.within).toBe(outer?.id);
    expect(inner?.source?.text).toMatch(/minister/);
  });
  it('leaves the outlet’s own voice alone', async () => {
    expect((await reader.read(report(OWN))).statements).toEqual([]);
  });
  it('says how sure it is, and keeps more with `recall`', async () => {
    const [statement] = (await reader.read(report(PLAIN))).statements;
    expect(statement?.confidence).toBeGreaterThan(0.5);
    expect(statement?.confidence).toBeLessThanOrEqual(1);
    const settings = JSON.parse(readFileSync(join(modelFolder(), 'manifest.json'), 'utf8')).settings as {
      threshold: number;
      recall: number;
    };
    expect(settings.recall).toBeLessThan(settings.threshold);
  });
  it('declines another language with a warning, and reads it when told to', async () => {
    const text = 'Der Minister sagte am Dienstag, die Regierung werde den Haushalt nicht vor dem Ende des Jahres beschließen können.';
    const { statements, warnings } = await reader.read(report(text));
    expect(statements).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['READER_LANGUAGE']);
    const forced = createReader([saidByModel({ workers: 1, force: true })]);
    expect((await forced.read(report(text))).warnings).toEqual([]);
    await forced.close();
  });
});

describe('the same bytes make the same statements', () => {
  it('alone, together, in another order, on other threads', async () => {
    const texts = [PLAIN, BROKEN, NESTED, OWN, `${PLAIN}\n\n${BROKEN}\n\n${NESTED}`, `${OWN}\n\n`.repeat(12) + BROKEN];
    const reports = texts.map((text, i) => report(text, `r${i}`));
    const alone = [];
    for (const one of reports) alone.push(JSON.stringify((await reader.read(one)).statements));
    const two = createReader([saidByModel({ workers: 2 })]);
    const together = await two.readMany([...reports].reverse());
    await two.close();
    expect(together.map(({ statements }) => JSON.stringify(statements)).reverse()).toEqual(alone);
  });
});

describe('awkward texts', () => {
  const spansFit = (text: string, statements: readonly Statement[]): void => {
    for (const { source, cue, content } of statements) {
      for (const [start, end] of [...(source?.spans ?? []), ...(cue?.spans ?? []), ...content.spans]) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      }
    }
  };
  it.each([
    ['nothing', ''],
    ['one character', 'a'],
    ['blanks', ' \n\n \t '],
    ['zero-width characters alone', '\u200b\u200b\ufeff'],
    ['zero-width characters in words', PLAIN.replaceAll('a', 'a\u200b').replaceAll('e', '\u00ade')],
    ['all capitals', PLAIN.toUpperCase()],
    ['no capitals', PLAIN.toLowerCase()],
    ['one very long word', 'a'.repeat(50_000)],
    ['nothing but quotation marks', '"“”«»‘’'.repeat(200)],
    ['an unclosed quotation', '“We will see,” she said. “And then\n\n“we will go on, he said'],
    ['half of a surrogate pair', `\ud83d said ${PLAIN}`],
    ['right to left', `قال الوزير إن ${PLAIN}`],
    ['one line of many words', 'word '.repeat(3000)],
  ])('%s', async (_, text) => {
    spansFit(text, (await reader.read(report(text))).statements);
  });
  it('reads capitals away', async () => {
    expect((await reader.read(report(PLAIN.toLowerCase()))).statements).toHaveLength(1);
    expect((await reader.read(report(PLAIN.toUpperCase()))).statements).toHaveLength(1);
  });
});

describe('a model that is not as it should be', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'accordingto-model-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const copied = (): string => {
    const to = mkdtempSync(join(folder, 'm'));
    cpSync(modelFolder(), to, { recursive: true });
    return to;
  };
  const codeOf = async (act: () => Promise<unknown> | unknown): Promise<string> => {
    try {
      await act();
      return 'none';
    } catch (error) {
      return String((error as { problem?: { code: string } }).problem?.code);
    }
  };
  const reading = (from: string) => async (): Promise<unknown> => {
    const broken = createReader([saidByModel({ folder: from, workers: 1 })]);
    try {
      return await broken.read(report(PLAIN));
    } finally {
      await broken.close();
    }
  };

  it('is missing', async () => expect(await codeOf(reading(join(folder, 'nowhere')))).toBe('READER_MODEL_MISSING'));
  it('has lost a file', async () => {
    const to = copied();
    rmSync(join(to, 'second.onnx'));
    expect(await codeOf(reading(to))).toBe('READER_MODEL_MISSING');
  });
  it('is cut short', async () => {
    const to = copied();
    truncateSync(join(to, 'encoder.onnx'), 1_000_000);
    expect(await codeOf(reading(to))).toBe('READER_MODEL_DAMAGED');
  });
  it('has a manifest that is none', async () => {
    const to = copied();
    writeFileSync(join(to, 'manifest.json'), '{"name": "reader"');
    expect(await codeOf(reading(to))).toBe('READER_MODEL_DAMAGED');
  });
  it('is of another version', async () => {
    const to = copied();
    const text = readFileSync(join(to, 'manifest.json'), 'utf8');
    writeFileSync(join(to, 'manifest.json'), text.replace(/"version": "1\./, '"version": "9.'));
    expect(await codeOf(reading(to))).toBe('READER_MODEL_VERSION');
  });
});
