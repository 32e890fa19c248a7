import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'tsdown';

const DATA = /\.(?:json|tsv|txt|bin|sql)$/;

// One file of output a file of source: `dist/x/y.mjs` stands where `src/x/y.ts` stood, so that what a module finds
// relative to itself (models/, data files, workers) is found from either.
export default defineConfig({
  entry: ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/*.d.ts'],
  unbundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outDir: 'dist',
  root: 'src',
  clean: ['dist/**', '!dist/web', '!dist/web/**'],
  dts: false,
  hooks: {
    'build:done': () => {
      for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
        if (DATA.test(file)) cpSync(join('src', file), join('dist', file));
      }
    },
  },
});
