import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InferenceSession } from 'onnxruntime-node';
import { AccordingtoError } from '../../model/index.ts';
import { FORMAT, Manifest } from './manifest.ts';
import type { Networks } from './networks.ts';
import { onnxNetworks } from './onnx.ts';
import { piecesOf } from './pieces.ts';

type FileName = keyof Manifest['files'];
const UNKNOWN_PIECE = 100;

/** `models/reader` of this package, whether the code runs from `src` or from `dist`. */
export function modelFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, 'models', 'reader');
}

function bytesOf(folder: string, name: string): Buffer {
  const path = join(folder, name);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AccordingtoError('READER_MODEL_MISSING', { path }, { cause });
  }
}

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

/** A file of the model, once its hash is the manifest's. */
function checked(folder: string, manifest: Manifest, name: FileName): Buffer {
  const bytes = bytesOf(folder, name);
  if (createHash('sha256').update(bytes).digest('hex') !== manifest.files[name].sha256) {
    throw new AccordingtoError('READER_MODEL_DAMAGED', { path: join(folder, name) });
  }
  return bytes;
}

/**
 * Loads the model from a folder onto onnxruntime-node. `threads` is how many one network uses inside; many reports at once go to
 * several of these instead, which is faster.
 * @throws AccordingtoError READER_MODEL_MISSING, READER_MODEL_DAMAGED, READER_MODEL_VERSION
 */
export async function openNetworks(folder: string = modelFolder(), threads = 1): Promise<Networks> {
  const manifest = manifestOf(folder);
  const [encoder, second, tokenizer] = (['encoder.onnx', 'second.onnx', 'tokenizer.json'] as const).map((name) =>
    checked(folder, manifest, name),
  );
  const runtime = createRequire(import.meta.url)('onnxruntime-node') as typeof import('onnxruntime-node');
  const open = (bytes: Buffer | undefined): Promise<InferenceSession> =>
    runtime.InferenceSession.create(bytes as Uint8Array, { intraOpNumThreads: threads, interOpNumThreads: 1, executionProviders: ['cpu'] });
  const sessions = { encoder: await open(encoder), second: await open(second) };
  const pieces = piecesOf(JSON.parse((tokenizer as Buffer).toString('utf8')) as object, UNKNOWN_PIECE);
  return onnxNetworks(runtime as never, sessions as never, manifest, pieces);
}
