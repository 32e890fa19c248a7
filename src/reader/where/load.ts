import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { AccordingtoError } from '../../model/index.ts';
import { type Gazetteer, openGazetteer } from './gazetteer.ts';

/**
 * The gazetteer in a packed file.
 * @throws AccordingtoError READER_GAZETTEER_BROKEN where the file is missing or no gazetteer.
 */
export function loadGazetteer(path: string | URL): Gazetteer {
  let unpacked: Uint8Array;
  try {
    unpacked = gunzipSync(readFileSync(path));
  } catch (cause) {
    throw new AccordingtoError('READER_GAZETTEER_BROKEN', { path: String(path) }, { cause });
  }
  return openGazetteer(unpacked);
}

/** `models/gazetteer/gazetteer.bin.gz` of this package, whether the code runs from `src` or from `dist`. */
function shippedPath(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, 'models', 'gazetteer', 'gazetteer.bin.gz');
}

let shipped: Gazetteer | null = null;

/** The gazetteer that ships with the package, read once a process. */
export function shippedGazetteer(): Gazetteer {
  shipped ??= loadGazetteer(shippedPath());
  return shipped;
}
