import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIntake } from '../../src/intake/index.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { createReader } from '../../src/reader/reader.ts';
import { type AddEvent, createDesk } from '../../src/work/index.ts';
import { PARAGRAPHS, page, serve } from '../intake/helpers.ts';
import { temporaryFolder } from '../ledger/folder.ts';
import { collected } from '../ledger/suite.ts';

// What an address gives, looked at again and again.

let answer: { status: number; html: string } = { status: 200, html: '' };
let visits = 0;
let site: Awaited<ReturnType<typeof serve>>;
let ledger: Ledger;
const folder = temporaryFolder();

beforeAll(async () => {
  site = await serve((request, response) => {
    visits += 1;
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(answer.status, { 'content-type': 'text/html', etag: `"${visits}"` }).end(answer.html);
  });
  ledger = await openLedger(join(folder.path, 'desk.db'), { create: true });
});
afterAll(async () => {
  await ledger.close();
  await site.stop();
  folder[Symbol.dispose]();
});

const texts = (first: string, token = ''): string =>
  page(`<meta name="token" content="${token}">`, [first, ...PARAGRAPHS.slice(1)].map((words) => `<p>${words}</p>`).join(''));

async function look(status: number, html = '', path = '/story'): Promise<AddEvent> {
  answer = { status, html };
  const desk = createDesk({
    intake: (options) => createIntake({ ...options, allowPrivate: ['127.0.0.1/32'] }),
    reader: createReader([]),
    ledger,
  });
  const events = await collected(desk.add([{ kind: 'address', url: `${site.url}${path}` }]));
  expect(events).toHaveLength(1);
  return events[0] as AddEvent;
}

describe('an address that is looked at again', () => {
  const [one = '', two = ''] = [PARAGRAPHS[0], PARAGRAPHS[0]?.replace('Tuesday', 'Wednesday')];
  let first = '';
  let second = '';

  it('is stored, then unchanged, although its bytes differ at each visit', async () => {
    const stored = await look(200, texts(one, 'a'));
    expect(stored).toMatchObject({ kind: 'stored' });
    expect(stored).not.toHaveProperty('previous');
    first = stored.kind === 'stored' ? stored.reportId : '';
    expect(await look(200, texts(one, 'b'))).toMatchObject({ kind: 'known', reportId: first, look: 'unchanged' });
    expect((await ledger.counts()).reports).toBe(1);
  });

  it('is a new version where its words changed, and both are kept', async () => {
    const stored = await look(200, texts(two, 'c'), '/story?utm_source=feed');
    expect(stored).toMatchObject({ kind: 'stored', previous: first });
    second = stored.kind === 'stored' ? stored.reportId : '';
    expect((await ledger.row('reports', first))?.text).toContain('Tuesday');
    expect((await ledger.row('reports', second))?.text).toContain('Wednesday');
  });

  it('is told when it goes back to an older text, and when it is gone', async () => {
    expect(await look(200, texts(one, 'a'))).toMatchObject({ kind: 'known', reportId: first, look: 'changed' });
    expect(await look(410)).toMatchObject({ kind: 'refused', gone: first });
    const error = await look(500);
    expect(error).toMatchObject({ kind: 'refused' });
    expect(error).not.toHaveProperty('gone');
  });

  it('has all of it in the log, which holds and rebuilds to the same', async () => {
    const versions = await ledger.versions(`${site.url}/story/#top`);
    expect(versions.map(({ what, report, same }) => [what, report, same])).toEqual([
      ['report', first, false],
      ['unchanged', first, true],
      ['report', second, false],
      ['changed', first, false],
      ['gone', first, false],
    ]);
    expect(await collected(ledger.verify())).toEqual([]);
    await ledger.rebuild();
    expect(await ledger.versions(`${site.url}/story`)).toEqual(versions);
  });

  it('tells how each version came', async () => {
    const custody = await ledger.custody(second);
    expect(custody).toMatchObject({
      report: second,
      from: `${site.url}/story?utm_source=feed`,
      mediaType: 'text/html',
      headers: { 'content-type': 'text/html' },
      intake: expect.stringMatching(/^intake@\d+$/),
      bytes: expect.any(Number),
    });
    const chosen = custody?.evidence.filter(({ chosen }) => chosen) ?? [];
    expect(chosen.map(({ field }) => field).sort()).toEqual([...new Set(custody?.evidence.map(({ field }) => field))].sort());
    for (const { why } of chosen) expect(why).toBeTruthy();
    expect(await ledger.custody('none')).toBeNull();
  });
});

it('an address that never gave a report is not gone, and no address has no versions', async () => {
  expect(await look(404, '', '/never')).not.toHaveProperty('gone');
  expect(await ledger.versions(null)).toEqual([]);
  expect(await ledger.versions('no address')).toEqual([]);
});
