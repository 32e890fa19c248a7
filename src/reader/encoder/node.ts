import { join } from 'node:path';
import { AccordingtoError } from '../../model/index.ts';
import { bytesOf, modelFolder } from './files.ts';
import { loadNetworks } from './load.ts';
import { FORMAT, Manifest } from './manifest.ts';
import type { Networks } from './networks.ts';

/**
 * The manifest of a model folder.
 * @throws AccordingtoError READER_MODEL_MISSING, READER_MODEL_DAMAGED, READER_MODEL_VERSION
 */
export function manifestOf(folder: string): Manifest {
  const path = join(folder, 'manifest.json');
  const text = bytesOf(folder, 'manifest.json').toString('utf8');
  const version = /"version":\s*"([^"]*)"/.exec(text)?.[1];
  if (version !== undefined && version.split('.')[0] !== FORMAT)
    throw new AccordingtoError('READER_MODEL_VERSION', { path, version, wanted: FORMAT });
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new AccordingtoError('READER_MODEL_DAMAGED', { path }, { cause });
  }
}

/**
 * Loads the model from a folder onto onnxruntime-node.
 * @throws AccordingtoError READER_MODEL_MISSING, READER_MODEL_DAMAGED, READER_MODEL_VERSION
 */
export async function openNetworks(folder: string = modelFolder(), threads = 1): Promise<Networks> {
  return loadNetworks(folder, manifestOf(folder), threads);
}
