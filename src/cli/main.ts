#!/usr/bin/env node
import { INTERRUPTED, runCommandLine } from './run.ts';
import { readerGone } from './terminal/writer.ts';

const abort = new AbortController();

// The first Ctrl-C lets what is under way end cleanly; a second one does not wait.
const onSignal = (): void => {
  if (abort.signal.aborted) process.exit(INTERRUPTED);
  process.stderr.write('\nStopping; what is done stays. (Again to stop at once.)\n');
  abort.abort();
};
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
// `--help | head`: help is written before there is a writer, which judges errors of standard output otherwise.
process.stdout.on('error', (error) => {
  if (!readerGone(error)) throw error;
});
// A lost standard error must not end the work either.
process.stderr.on('error', () => undefined);

process.exitCode = await runCommandLine(process.argv.slice(2), process, abort);
