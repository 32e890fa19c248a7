import { createHash } from 'node:crypto';
import type { Intake } from '../../../src/intake/index.ts';
import type { Ledger } from '../../../src/ledger/port.ts';
import { problem, type Report } from '../../../src/model/index.ts';
import { createReader } from '../../../src/reader/reader.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../../src/server/index.ts';
import { createDesk } from '../../../src/work/index.ts';
import { createFakeLedger } from './fake-ledger.ts';
import { storyLinking, storyReports } from './story.ts';

/** An intake that takes what is handed over as it stands, refuses the empty, and knows no network. */
const plainIntake: Intake = async function* (inputs) {
  for (const input of inputs) {
    if (input.kind !== 'given') {
      yield {
        kind: 'refusal',
        from: input.kind,
        problem: problem('INTAKE_NOT_FOUND', { from: input.kind === 'address' ? input.url : input.kind }),
      };
      continue;
    }
    const text = new TextDecoder().decode(input.bytes).trim();
    if (text === '') {
      yield { kind: 'refusal', from: input.name ?? 'text', problem: problem('INTAKE_EMPTY', { from: input.name ?? 'The text' }) };
      continue;
    }
    const sha256 = createHash('sha256').update(input.bytes).digest('hex');
    const { title = null, outlet = null, byline = null, published = null } = input.fields ?? {};
    const id = `r${sha256.slice(0, 16)}`;
    const report: Report = { id, from: input.name, url: null, title, outlet, byline, published, language: 'en', sha256, text };
    yield {
      kind: 'report',
      report,
      idGiven: false,
      raw: input.bytes,
      mediaType: input.mediaType ?? 'text/plain',
      headers: {},
      evidence: [],
      warnings: [],
    };
  }
};

export interface TestServer extends RunningServer {
  readonly ledger: Ledger;
}

/** A server on a free port over a fake ledger that holds the story (or nothing), with a reader of no steps. */
export async function startTestServer(
  options: Partial<ServerOptions> & { readonly empty?: boolean; readonly port?: number } = {},
): Promise<TestServer> {
  const { empty = false, port = 0, ...rest } = options;
  const ledger = options.ledger ?? createFakeLedger();
  if (!empty) {
    const reports = storyReports();
    for (const { received, reading } of reports) await ledger.add(received, reading);
    await ledger.link(storyLinking(reports));
  }
  const desk = createDesk({ intake: () => plainIntake, reader: createReader([]), ledger });
  const server = await startServer({ ledger, desk, version: '0.0.0-test', webFolder: 'no-such-folder', ...rest }, port);
  return { ...server, ledger };
}
