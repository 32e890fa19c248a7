import { deflateSync, inflateSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import { sha256 } from '../canonical/canonical.ts';

/** Bytes by their hash, compressed where that makes them smaller. The same bytes are kept once. */
export interface Blobs {
  /** Keeps bytes under their hash, which the caller has; nothing happens where they are kept already. */
  readonly put: (hash: string, bytes: Uint8Array) => void;
  /**
   * The bytes, as they were given; null where there are none under this hash.
   * @throws BlobDamage where what is kept does not have its hash.
   */
  readonly get: (hash: string) => Buffer | null;
  /** Whether what lies under a hash is, to the bit, what was put there; compressed bytes can change and unpack to the same. */
  readonly isWhole: (hash: string) => boolean;
}

/** What is kept under a hash is no longer what was put there. */
export class BlobDamage extends Error {
  constructor(readonly hash: string) {
    super(`what is kept under ${hash} does not have that hash`);
    this.name = 'BlobDamage';
  }
}

interface BlobRow {
  readonly encoding: string;
  readonly size: number;
  readonly bytes: Buffer;
  readonly sum: string;
}

/** The most that one blob may unpack to: a flipped byte must not ask for all the memory there is. */
const MAX_BLOB = 1 << 30;

/** As given, or deflated: small texts gain little and binary nothing. */
function pack(bytes: Uint8Array): Pick<BlobRow, 'encoding' | 'bytes'> {
  const deflated = deflateSync(bytes, { level: 6 });
  return deflated.length < bytes.length ? { encoding: 'deflate', bytes: deflated } : { encoding: 'none', bytes: Buffer.from(bytes) };
}

function unpack({ encoding, size, bytes }: BlobRow, hash: string): Buffer {
  try {
    const whole = encoding === 'deflate' ? inflateSync(bytes, { maxOutputLength: Math.min(size + 1, MAX_BLOB) }) : bytes;
    if (whole.length === size && sha256(whole) === hash) return whole;
  } catch {
    // Not deflated data any more: the same finding as a hash that differs.
  }
  throw new BlobDamage(hash);
}

export function blobsIn(database: Database.Database): Blobs {
  const find = database.prepare<[string], BlobRow>('SELECT encoding, size, bytes, sum FROM blobs WHERE hash = ?');
  const has = database.prepare<[string], unknown>('SELECT 1 FROM blobs WHERE hash = ?');
  const insert = () => database.prepare('INSERT INTO blobs (hash, encoding, size, bytes, sum) VALUES (?, ?, ?, ?, ?)');
  let prepared: ReturnType<typeof insert> | undefined;
  return {
    put: (hash, bytes) => {
      if (has.get(hash)) return;
      const { encoding, bytes: packed } = pack(bytes);
      prepared ??= insert();
      prepared.run(hash, encoding, bytes.length, packed, sha256(packed));
    },
    get: (hash) => {
      const row = find.get(hash);
      return row ? unpack(row, hash) : null;
    },
    isWhole: (hash) => {
      const row = find.get(hash);
      return row !== undefined && sha256(row.bytes) === row.sum && unpack(row, hash).length === row.size;
    },
  };
}
