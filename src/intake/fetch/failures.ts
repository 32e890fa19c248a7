import { AccordingtoError } from '../../model/index.ts';
import { UnreachableAddress } from './connect.ts';

interface Circumstances {
  readonly timedOut: boolean;
  readonly stopped: boolean;
  /** Milliseconds. */
  readonly timeout: number;
}

const TIMEOUTS = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);
const UNKNOWN_NAMES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'its length is not what it says',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too long',
  UND_ERR_RESPONSE_CONTENT_LENGTH_MISMATCH: 'its length is not what it says',
};

const isCertificate = (code: string): boolean => /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ERR_SSL|^EPROTO$/.test(code);

/** The errors that led to this one, outermost first; undici and Happy Eyeballs wrap what happened. */
function* causes(error: unknown): Generator<Error> {
  const seen = new Set<unknown>();
  const waiting = [error];
  while (waiting.length) {
    const next = waiting.shift();
    if (!(next instanceof Error) || seen.has(next)) continue;
    seen.add(next);
    yield next;
    waiting.push(next.cause, ...(next instanceof AggregateError ? next.errors : []));
  }
}

/** What went wrong with an address, as a row of the catalogue. An error that is one already stays as it is. */
export function failure(error: unknown, from: string, { timedOut, stopped, timeout }: Circumstances): AccordingtoError {
  if (error instanceof AccordingtoError) return error;
  const chain = [...causes(error)];
  const codes = chain.map((one) => String((one as NodeJS.ErrnoException).code ?? ''));
  const refused = chain.find((one): one is UnreachableAddress => one instanceof UnreachableAddress);
  const options = { cause: error };
  if (refused) return new AccordingtoError('INTAKE_ADDRESS_REFUSED', { from, address: refused.address }, options);
  const known = chain.find((one): one is AccordingtoError => one instanceof AccordingtoError);
  if (known) return known;
  if (stopped) return new AccordingtoError('INTAKE_CANCELLED', { from }, options);
  if (timedOut || codes.some((code) => TIMEOUTS.has(code))) {
    return new AccordingtoError('INTAKE_TIMEOUT', { from, seconds: timeout / 1000 }, options);
  }
  if (codes.some((code) => UNKNOWN_NAMES.has(code))) return new AccordingtoError('INTAKE_ADDRESS_UNKNOWN', { from }, options);
  const certificate = codes.find(isCertificate);
  if (certificate) return new AccordingtoError('INTAKE_CERTIFICATE', { from, reason: certificate }, options);
  const reason = codes.map((code) => REASONS[code]).find(Boolean) ?? codes.find(Boolean) ?? 'the answer cannot be understood';
  return new AccordingtoError('INTAKE_FETCH_FAILED', { from, reason }, options);
}
