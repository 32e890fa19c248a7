import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIntake, type IntakeInput, type IntakeOptions } from '../../src/intake/index.ts';
import type { Received, ReceivedReport } from '../../src/model/index.ts';

/** Everything that intake makes of the inputs. */
export async function take(inputs: readonly IntakeInput[], options: IntakeOptions = {}): Promise<readonly Received[]> {
  const all: Received[] = [];
  for await (const one of createIntake(options)(inputs)) all.push(one);
  return all;
}

export const given = (text: string | Uint8Array, fields?: Record<string, string>): IntakeInput => ({
  kind: 'given',
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
  name: 'given',
  ...(fields ? { fields } : {}),
});

/** The one report that is expected. */
export function only(all: readonly Received[]): ReceivedReport {
  const [first] = all;
  if (all.length !== 1 || first?.kind !== 'report') throw new Error(`expected one report, got ${JSON.stringify(all.map(brief))}`);
  return first;
}

/** A report's id or a refusal's code. */
export const brief = (one: Received): string => (one.kind === 'report' ? one.report.id : one.problem.code);

/** A server on this machine; `url` without a slash at its end. */
export async function serve(listener: RequestListener): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const server: Server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export const PARAGRAPHS = [
  'The harbour of Vellmar was closed on Tuesday after a barge struck the eastern pier, the port authority said in a statement to reporters.',
  'Three people were taken to hospital, according to the coast guard, which sent two boats and a helicopter to the scene before dawn.',
  '“We heard a long scraping sound and then the lights went out,” said Orla Brandt, who runs a fish stall some hundred metres from the pier.',
  'The barge had been carrying gravel from the quarry at Sant, and officials said none of its fuel had reached the water by the evening.',
];

export const page = (head: string, body = PARAGRAPHS.map((p) => `<p>${p}</p>`).join('\n')): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav><article><h1>Barge strikes pier</h1>${body}</article><footer><p>Copyright Vellmar Courier. All rights reserved.</p></footer></body></html>`;
