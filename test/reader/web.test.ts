import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { modelFolder, openNetworks } from '../../src/reader/encoder/index.ts';
import { type ModelBytes, openWebNetworks, type WebRuntime } from '../../src/reader/encoder/web.ts';
import { readText } from '../../src/reader/said/neural/index.ts';

// onnxruntime-node first: both share one list of backends, and the first to come keeps "cpu". The other way round, both would be WebAssembly.
const node = await openNetworks();
const require = createRequire(import.meta.url);
const runtime = require('onnxruntime-web') as WebRuntime & { env: { wasm: { numThreads: number } } };
runtime.env.wasm.numThreads = 1;
const NAMES = ['manifest.json', 'encoder.onnx', 'second.onnx', 'tokenizer.json'] as const;
const files = Object.fromEntries(NAMES.map((name) => [name, new Uint8Array(readFileSync(join(modelFolder(), name)))])) as ModelBytes;
const TEXT =
  'The mayor of Northport said on Monday that the bridge will be closed for three weeks.\n\n“We have seen this before,” said Anna Keller, the harbour master.';

it('onnxruntime-web finds the statements that onnxruntime-node finds', async () => {
  const web = await openWebNetworks(runtime, files);
  const spansBy = async (networks: typeof node) =>
    (await readText(networks, TEXT, { threshold: node.manifest.settings.threshold, depth: 2 })).map(({ source, cue, content }) => [
      source,
      cue,
      content,
    ]);
  const found = await spansBy(node);
  expect(found).toHaveLength(2);
  expect(await spansBy(web)).toEqual(found);
  await node.close();
});

it('these are two runtimes', async () => {
  const { InferenceSession } = require('onnxruntime-node') as WebRuntime;
  const handlerOf = async (executionProviders: readonly string[]) => {
    const session = await InferenceSession.create(files['second.onnx'], { executionProviders });
    return (session as { readonly handler: object }).handler.constructor;
  };
  expect(await handlerOf(['cpu'])).not.toBe(await handlerOf(['wasm']));
});

it('a damaged, missing or foreign file is refused by its code', async () => {
  const damaged = { ...files, 'second.onnx': (files['second.onnx'] as Uint8Array).slice(1) };
  await expect(openWebNetworks(runtime, damaged)).rejects.toMatchObject({ problem: { code: 'READER_MODEL_DAMAGED' } });
  const { 'encoder.onnx': _, ...rest } = files;
  await expect(openWebNetworks(runtime, rest as ModelBytes)).rejects.toMatchObject({ problem: { code: 'READER_MODEL_MISSING' } });
  const other = { ...files, 'manifest.json': new TextEncoder().encode('{"version":"9.0.0"}') };
  await expect(openWebNetworks(runtime, other)).rejects.toMatchObject({ problem: { code: 'READER_MODEL_VERSION' } });
});
