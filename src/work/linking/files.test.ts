import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNetworks } from './networks.ts';

const shipped = fileURLToPath(new URL('../../../models', import.meta.url));
let models: string;
beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), 'accordingto-models-'));
  for (const name of ['sentences', 'bearing']) await cp(join(shipped, name), join(models, name), { recursive: true });
});
afterEach(() => rm(models, { recursive: true, force: true }));

describe('the networks of linking', () => {
  it('are not loaded where a file is missing, and it is said which', async () => {
    await rm(join(models, 'bearing', 'pair.onnx'));
    await expect(createNetworks(models)).rejects.toMatchObject({
      code: 'LINKING_MODEL_MISSING',
      message: expect.stringContaining(join('bearing', 'pair.onnx')),
    });
  });

  it.each([
    ['bearing', 'statement.onnx'],
    ['sentences', 'sentences.onnx'],
    ['sentences', 'tokenizer.json'],
    ['bearing', 'manifest.json'],
  ])('are not loaded where a file is other than the one that was made: %s/%s', async (folder, name) => {
    await writeFile(join(models, folder, name), '{"files":');
    await expect(createNetworks(models)).rejects.toMatchObject({
      code: 'LINKING_MODEL_DAMAGED',
      message: expect.stringContaining(join(folder, name)),
    });
  });
});
