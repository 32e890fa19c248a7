import { z } from 'zod';

const File = z.object({ sha256: z.string(), bytes: z.number().int() });
const Row = z.array(z.number());

/** `models/reader/manifest.json`: what the files must be, and the numbers that decoding needs beside them. */
export const Manifest = z.object({
  name: z.literal('reader'),
  version: z.string(),
  files: z.object({ 'encoder.onnx': File, 'second.onnx': File, 'tokenizer.json': File }),
  window: z.number().int(),
  tags: z.array(z.string()),
  roles: z.array(z.string()),
  distances: Row,
  chain: z.object({ move: z.array(Row), begin: Row, finish: Row }),
  settings: z.object({
    cue_bias: z.number(),
    /** The default threshold on a statement's confidence, and the lower one of `recall`. */
    threshold: z.number(),
    recall: z.number(),
    weights: Row,
  }),
});
export type Manifest = z.infer<typeof Manifest>;

/** The format of the manifest and networks that this code reads: the part of the version before its first dot. */
export const FORMAT = '1';
