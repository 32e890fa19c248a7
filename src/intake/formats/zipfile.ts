import { crc32, inflateRawSync } from 'node:zlib';
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
/** The end of a directory of more members, or larger, than the old form can tell, and where that end is told. */
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_BYTES = 20;
const TOLD_ELSEWHERE = 0xffff;

/** What kind a member is by its UNIX mode; none where another system made it. */
const KIND = 0o170000;
const PLAIN_FILE = 0o100000;

/** Controls, and marks that turn the direction of writing: they make a name look like another. */
const DECEITFUL = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name as it may be shown. */
export const shownName = (name: string): string => name.replace(DECEITFUL, '\ufffd');

/** How many members the directory has, and where it begins. */
function directoryOf(buffer: Buffer, end: number): { readonly count: number; readonly start: number } | null {
  const count = buffer.readUInt16LE(end + 10);
  const start = buffer.readUInt32LE(end + 16);
  const locator = end - LOCATOR_64_BYTES;
  if (count !== TOLD_ELSEWHERE || locator < 0 || buffer.readUInt32LE(locator) !== LOCATOR_64) return { count, start };
  const at = Number(buffer.readBigUInt64LE(locator + 8));
  if (at + 56 > buffer.length || buffer.readUInt32LE(at) !== END_64) return null;
  return { count: Number(buffer.readBigUInt64LE(at + 32)), start: Number(buffer.readBigUInt64LE(at + 48)) };
}

/**
 * The files of a ZIP by its directory; folders, links and devices are left out. Nothing is written anywhere.
 * @throws AccordingtoError INTAKE_DAMAGED where there is no directory, INTAKE_EXPANDS where it names too much.
 */
export function membersOf(bytes: Uint8Array, limits: Limits, from: string): readonly Member[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const damaged = (reason: string) => new AccordingtoError('INTAKE_DAMAGED', { from, reason });
  let end = buffer.length - END_BYTES;
  const earliest = Math.max(0, end - LONGEST_COMMENT);
  while (end >= earliest && buffer.readUInt32LE(end) !== END) end--;
  if (end < earliest) throw damaged('it has no directory');
  const directory = directoryOf(buffer, end);
  if (!directory) throw damaged('its directory is cut');
  const { count, start } = directory;
  if (count > limits.maxEntries) throw new AccordingtoError('INTAKE_EXPANDS', { from, limit: limits.maxBytes });
  const members: Member[] = [];
  let total = 0;
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== ENTRY) throw damaged('its directory is cut');
    const flags = buffer.readUInt16LE(at + 8);
    const method = buffer.readUInt16LE(at + 10);
    const crc = buffer.readUInt32LE(at + 16);
    const packed = buffer.readUInt32LE(at + 20);
    const size = buffer.readUInt32LE(at + 24);
    const nameLength = buffer.readUInt16LE(at + 28);
    const kind = (buffer.readUInt32LE(at + 38) >>> 16) & KIND;
    const local = buffer.readUInt32LE(at + 42);
    const name = shownName(buffer.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    total += size;
    if (total > Math.max(limits.maxBytes, buffer.length * limits.maxExpansionRatio))
      throw new AccordingtoError('INTAKE_EXPANDS', { from, limit: limits.maxBytes });
    if (!name.endsWith('/') && (kind === 0 || kind === PLAIN_FILE))
      members.push({ name, size, bytes: () => unpack(buffer, { local, packed, size, method, flags, crc }, limits, `${from}!${name}`) });
  }
  return members;
}

interface Place {
  readonly local: number;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
}

function unpack(buffer: Buffer, place: Place, limits: Limits, from: string): Uint8Array {
  const bytes = unpacked(buffer, place, limits, from);
  if (crc32(bytes) !== place.crc) throw new AccordingtoError('INTAKE_DAMAGED', { from, reason: 'its check sum is another' });
  return bytes;
}

function unpacked(buffer: Buffer, { local, packed, size, method, flags }: Place, limits: Limits, from: string): Uint8Array {
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
