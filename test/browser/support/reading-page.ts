// @ts-expect-error: its types are left out of its "exports"
import * as ort from 'onnxruntime-web';
import { type ModelBytes, openWebNetworks, type WebRuntime } from '../../../src/reader/encoder/web.ts';
import { readText } from '../../../src/reader/said/neural/read.ts';

// What a page does that reads by itself: the runtime's WebAssembly and the model's files from its own server, then a report.
const FILES = ['manifest.json', 'encoder.onnx', 'second.onnx', 'tokenizer.json'] as const;
ort.env.wasm.wasmPaths = '/runtime/';
ort.env.wasm.numThreads = 1;

const bytesAt = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(path)).arrayBuffer());

/** The statements of a text, by spans. */
async function read(text: string): Promise<unknown> {
  const files = Object.fromEntries(await Promise.all(FILES.map(async (name) => [name, await bytesAt(`/model/${name}`)]))) as ModelBytes;
  const networks = await openWebNetworks(ort as WebRuntime, files);
  const { threshold } = networks.manifest.settings;
  return (await readText(networks, text, { threshold, depth: 2 })).map(({ source, cue, content }) => [source, cue, content]);
}

Object.assign(globalThis, { readInBrowser: read });
