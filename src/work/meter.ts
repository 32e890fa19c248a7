import type { Received } from '../model/index.ts';
import type { AddEvent, Progress, ReadEvent } from './events.ts';

/** Counts what went by, and tells whoever wants to hear. */
export function createMeter(onProgress: ((progress: Progress) => void) | undefined) {
  let now: Progress = { inputs: 0, bytes: 0, refused: 0, known: 0, statements: 0, from: null };
  const statementsOf = (event: AddEvent | ReadEvent): number =>
    event.kind === 'stored' ? event.statements : event.kind === 'read' ? event.reading.statements.length : 0;

  return (received: Received, event: AddEvent | ReadEvent): void => {
    now = {
      inputs: now.inputs + 1,
      bytes: now.bytes + (received.kind === 'report' ? received.raw.byteLength : 0),
      refused: now.refused + (event.kind === 'refused' ? 1 : 0),
      known: now.known + (event.kind === 'known' ? 1 : 0),
      statements: now.statements + statementsOf(event),
      from: received.kind === 'report' ? received.report.from : received.from,
    };
    onProgress?.(now);
  };
}
