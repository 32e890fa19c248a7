import { AccordingtoError } from '../../model/errors/catalogue.ts';
import { FORMAT, Manifest } from './manifest.ts';
import type { Networks } from './networks.ts';
import { onnxNetworks, type Runtime, type SessionLike } from './onnx.ts';
import { piecesOf, UNKNOWN_PIECE } from './pieces.ts';

/**
 * onnxruntime-web, or any runtime like it, as far as it is used here. It is handed over and not imported: whoever reads in a browser bundles it,
 * and nobody else has to install it. Which WebAssembly file it takes, and on how many threads, is set on its own `env` before.
 */
export interface WebRuntime extends Runtime {
  readonly InferenceSession: { create(bytes: Uint8Array, options: { readonly executionProviders: readonly string[] }): Promise<unknown> };
}

/** The files of `models/reader` as bytes. How they came is the caller's: nothing is fetched here. */
export type ModelBytes = Readonly<Record<'manifest.json' | keyof Manifest['files'], Uint8Array>>;

const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function manifestIn(bytes: Uint8Array): Manifest {
  const path = 'manifest.json';
  let found: { readonly version?: unknown };
  try {
    found = JSON.parse(textOf(bytes)) as typeof found;
  } catch (cause) {
    throw new AccordingtoError('READER_MODEL_DAMAGED', { path }, { cause });
  }
  const version = String(found.version);
  if (version.split('.')[0] !== FORMAT) throw new AccordingtoError('READER_MODEL_VERSION', { path, version, wanted: FORMAT });
  const { data, error } = Manifest.safeParse(found);
  if (!data) throw new AccordingtoError('READER_MODEL_DAMAGED', { path }, { cause: error });
  return data;
}

/** Hashes are the platform's own (`crypto.subtle`): in a browser it is there on https and on localhost. */
async function check(files: ModelBytes, manifest: Manifest): Promise<void> {
  for (const [path, { sha256 }] of Object.entries(manifest.files) as [keyof Manifest['files'], { sha256: string }][]) {
    if (!files[path]) throw new AccordingtoError('READER_MODEL_MISSING', { path });
    if (hex(await crypto.subtle.digest('SHA-256', files[path] as Uint8Array<ArrayBuffer>)) !== sha256)
      throw new AccordingtoError('READER_MODEL_DAMAGED', { path });
  }
}

/**
 * The networks on onnxruntime-web's WebAssembly, from bytes: behind the same port as those on onnxruntime-node, for the same `readText`.
 * @throws AccordingtoError READER_MODEL_MISSING, READER_MODEL_DAMAGED, READER_MODEL_VERSION
 */
export async function openWebNetworks(runtime: WebRuntime, files: ModelBytes): Promise<Networks> {
  if (!files['manifest.json']) throw new AccordingtoError('READER_MODEL_MISSING', { path: 'manifest.json' });
  const manifest = manifestIn(files['manifest.json']);
  await check(files, manifest);
  const open = async (name: 'encoder.onnx' | 'second.onnx'): Promise<SessionLike> =>
    (await runtime.InferenceSession.create(files[name], { executionProviders: ['wasm'] })) as SessionLike;
  const sessions = { encoder: await open('encoder.onnx'), second: await open('second.onnx') };
  return onnxNetworks(runtime, sessions, manifest, piecesOf(JSON.parse(textOf(files['tokenizer.json'])) as object, UNKNOWN_PIECE));
}
