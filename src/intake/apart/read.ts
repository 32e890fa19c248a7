import { AccordingtoError, type ErrorCode } from '../../model/index.ts';
import { type Arrival, arrivalOf, bytesOf } from '../arrival.ts';
import type { Format, Found } from '../formats/format.ts';
import type { Limits } from '../limits.ts';
import type { Sent } from './messages.ts';
import { type Outcome, type Pool, poolFor } from './pool.ts';

const MEBIBYTE = 1024 * 1024;

export interface ApartOptions {
  readonly limits: Limits;
  readonly signal?: AbortSignal;
  /** For tests: another pool than the program's. */
  readonly pool?: Pool;
}

function foundOf(one: Sent, raw: Uint8Array): Found {
  if (one.kind === 'part') return { kind: 'part', arrival: arrivalOf(one.bytes, one.about) };
  return one.kind === 'article' ? { ...one, raw: one.raw ?? raw } : one;
}

/** Why a document was not read to its end, null where it was. */
function errorOf(outcome: Outcome, from: string, format: string, limits: Limits): Error | null {
  if (outcome.kind === 'slow') return new AccordingtoError('INTAKE_TOO_SLOW', { from, format, seconds: limits.parseTimeout / 1000 });
  if (outcome.kind === 'memory') return new AccordingtoError('INTAKE_TOO_MUCH_MEMORY', { from, format, limit: limits.parseMemory });
  if (outcome.kind === 'stopped') return new AccordingtoError('INTAKE_CANCELLED', { from });
  if (outcome.kind === 'crashed') return new AccordingtoError('INTAKE_PARSER_FAILED', { from, format, reason: outcome.reason });
  const { failure } = outcome;
  if (!failure) return null;
  if (failure.code !== null) return new AccordingtoError(failure.code as ErrorCode, failure.details);
  return new AccordingtoError('INTAKE_PARSER_FAILED', { from, format, reason: failure.reason });
}

/**
 * Reads an arrival by its format in a process apart, within the limits of time, memory and output. Whatever its parser does, only this
 * document is refused for it.
 * @throws AccordingtoError INTAKE_TOO_SLOW, INTAKE_TOO_MUCH_MEMORY, INTAKE_PARSER_FAILED, and what the format itself throws.
 */
export async function* readApart(format: Format, arrival: Arrival, { limits, signal, pool }: ApartOptions): AsyncGenerator<Found> {
  const bytes = await bytesOf(arrival, limits.maxBytes);
  const { head, size, stream, ...about } = arrival;
  const job = { format: format.name, about, bytes, limits };
  const outcome = await (pool ?? poolFor(Math.round(limits.parseMemory / MEBIBYTE))).read(job, signal);
  if (outcome.kind === 'read') for (const one of outcome.found) yield foundOf(one, bytes);
  const error = errorOf(outcome, arrival.from, format.name, limits);
  if (error) throw error;
}
