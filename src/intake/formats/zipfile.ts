import { inflateRawSync } from 'node:zlib';
import { AccordingtoError } from '../../model/index.ts';
import type { Limits } from '../limits.ts';

/** One member of a ZIP. Its name is data: it is shown and never used as a path. */
export interface Member {
  readonly name: string;
  readonly size: number;
  /** @throws AccordingtoError INTAKE_EXPANDS, INTAKE_DAMAGED, INTAKE_UNSUPPORTED. */
  readonly bytes: () => Uint8Array;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

/** Controls, and marks that turn the direction of writing: they make a name look like another. */
const DECEITFUL = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The members of a ZIP by its directory; folders are left out. Nothing is written anywhere.
 * @throws AccordingtoError INTAKE_DAMAGED where there is no directory, INTAKE_EXPANDS where it names too much.
 */
export function membersOf(bytes: Uint8Array, limits: Limits, from: string): readonly Member[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const damaged = (reason: string) => new AccordingtoError('INTAKE_DAMAGED', { from, reason });
  let end = buffer.length - END_BYTES;
  const earliest = Math.max(0, end - LONGEST_COMMENT);
  while (end >= earliest && buffer.readUInt32LE(end) !== END) end--;
  if (end < earliest) throw damaged('it has no directory');
  const count = buffer.readUInt16LE(end + 10);
  if (count > limits.maxEntries) throw new AccordingtoError('INTAKE_EXPANDS', { from, limit: limits.maxBytes });
  const members: Member[] = [];
  let total = 0;
  let at = buffer.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== ENTRY) throw damaged('its directory is cut');
    const flags = buffer.readUInt16LE(at + 8);
    const method = buffer.readUInt16LE(at + 10);
    const packed = buffer.readUInt32LE(at + 20);
    const size = buffer.readUInt32LE(at + 24);
    const nameLength = buffer.readUInt16LE(at + 28);
    const local = buffer.readUInt32LE(at + 42);
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength).replace(DECEITFUL, '�');
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    total += size;
    if (total > Math.max(limits.maxBytes, buffer.length * limits.maxExpansionRatio))
      throw new AccordingtoError('INTAKE_EXPANDS', { from, limit: limits.maxBytes });
    if (!name.endsWith('/'))
      members.push({ name, size, bytes: () => unpack(buffer, { local, packed, size, method, flags }, limits, `${from}!${name}`) });
  }
  return members;
}

interface Place {
  readonly local: number;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
  readonly flags: number;
}

function unpack(buffer: Buffer, { local, packed, size, method, flags }: Place, limits: Limits, from: string): Uint8Array {
  const damaged = (cause?: unknown) => new AccordingtoError('INTAKE_DAMAGED', { from, reason: 'it cannot be unpacked' }, { cause });
  if (flags & ENCRYPTED) throw new AccordingtoError('INTAKE_UNSUPPORTED', { from, what: 'locked with a password' });
  if (local + 30 > buffer.length || buffer.readUInt32LE(local) !== LOCAL) throw damaged();
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  if (start + packed > buffer.length) throw damaged();
  const data = buffer.subarray(start, start + packed);
  if (size > limits.maxBytes) throw new AccordingtoError('INTAKE_TOO_LARGE', { from, limit: limits.maxBytes });
  if (method === 0) return data;
  if (method !== 8) throw new AccordingtoError('INTAKE_UNSUPPORTED', { from, what: `packed by method ${method}` });
  try {
    // The directory may lie about the size: what really comes out is bounded too.
    return inflateRawSync(data, { maxOutputLength: Math.max(1, Math.min(limits.maxBytes, size)) });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new AccordingtoError('INTAKE_EXPANDS', { from, limit: size }, { cause });
    throw damaged(cause);
  }
}
