import { createRequire } from 'node:module';
import type { InferenceSession } from 'onnxruntime-node';
import { checked } from './files.ts';
import type { Manifest } from './manifest.ts';
import type { Networks } from './networks.ts';
import { onnxNetworks } from './onnx.ts';
import { piecesOf, UNKNOWN_PIECE } from './pieces.ts';

/**
 * Loads the files that a manifest names onto onnxruntime-node. `threads` is how many one network uses inside; many reports at once go to
 * several of these instead, which is faster.
 * @throws AccordingtoError READER_MODEL_MISSING, READER_MODEL_DAMAGED
 */
export async function loadNetworks(folder: string, manifest: Manifest, threads = 1): Promise<Networks> {
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
