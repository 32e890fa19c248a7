import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AccordingtoError } from '../../model/index.ts';

/** `manifest.json` of a model's folder, as far as it is looked at: the SHA-256 of each file. */
const Manifest = z.object({ files: z.record(z.string(), z.string()) });

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new AccordingtoError('LINKING_MODEL_MISSING', { path }, { cause });
  }
}

async function hashesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const path = join(folder, 'manifest.json');
  const text = (await bytesOf(path)).toString('utf8');
  try {
    return Manifest.parse(JSON.parse(text)).files;
  } catch (cause) {
    throw new AccordingtoError('LINKING_MODEL_DAMAGED', { path }, { cause });
  }
}

/**
 * A file of a model's folder, once its hash is the manifest's.
 * @throws AccordingtoError LINKING_MODEL_MISSING, LINKING_MODEL_DAMAGED
 */
export async function checkedFile(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, name);
  const [hashes, bytes] = [await hashesOf(folder), await bytesOf(path)];
  if (createHash('sha256').update(bytes).digest('hex') !== hashes[name]) throw new AccordingtoError('LINKING_MODEL_DAMAGED', { path });
  return bytes;
}
