import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

// The package's types describe an ES module; at run time the import is the function itself.
const write = canonicalize as unknown as (value: unknown) => string | undefined;

/**
 * A value as canonical JSON (RFC 8785): one value, one string, whoever writes it.
 * @throws Error for what JSON cannot hold (NaN, Infinity, undefined at the top).
 */
export function canonicalJson(value: unknown): string {
  const written = write(value);
  if (written === undefined) throw new Error('there is no JSON for undefined');
  return written;
}

/** SHA-256 in lower-case hexadecimal; of a string, of its UTF-8 bytes. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
