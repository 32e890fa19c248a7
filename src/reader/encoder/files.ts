import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
// Not through the room's door: a worker that loads these must not wait for schemas that it does not use.
import { AccordingtoError } from '../../model/errors/catalogue.ts';
import type { Manifest } from './manifest.ts';

/** `models/reader` of this package, whether the code runs from `src` or from `dist`. */
export function modelFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, 'models', 'reader');
}

/** A file of a model folder. */
export function bytesOf(folder: string, name: string): Buffer {
  const path = join(folder, name);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AccordingtoError('READER_MODEL_MISSING', { path }, { cause });
  }
}

/** A file of the model, once its hash is the manifest's. */
export function checked(folder: string, manifest: Manifest, name: keyof Manifest['files']): Buffer {
  const bytes = bytesOf(folder, name);
  if (createHash('sha256').update(bytes).digest('hex') !== manifest.files[name].sha256) {
    throw new AccordingtoError('READER_MODEL_DAMAGED', { path: join(folder, name) });
  }
  return bytes;
}
