import { get } from 'node:http';
import { serve } from '../../../src/intake/apart/serve.ts';
import type { Format, Found } from '../../../src/intake/index.ts';

// A process of the pool whose parsers do what parsers must not.

const article = (text: string, raw: Uint8Array): Found => ({
  kind: 'article',
  text,
  candidates: [],
  warnings: [],
  raw,
  mediaType: 'text/plain',
});

const parser = (name: string, parse: (bytes: Uint8Array) => Promise<readonly Found[]> | readonly Found[]): Format => ({
  name,
  describes: name,
  mediaType: 'text/plain',
  extensions: [],
  streams: false,
  apart: true,
  recognises: () => false,
  async *read(arrival) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of arrival.stream()) chunks.push(chunk);
    yield* await parse(Buffer.concat(chunks));
  },
});

const held: unknown[] = [];
const hold = (make: () => unknown): never => {
  for (;;) held.push(make());
};

serve(
  [
    parser('good', (bytes) => [article(Buffer.from(bytes).toString(), bytes)]),
    parser('hang', () => {
      for (;;);
    }),
    parser('backtrack', () => [article(String(/^(a+)+$/.test(`${'a'.repeat(60)}!`)), Buffer.alloc(0))]),
    parser('heap', () => hold(() => new Array(1000).fill({}).map(() => ({ a: 1 })))),
    parser('buffers', () => hold(() => Buffer.alloc(1_000_000, 1))),
    parser('one-large-array', () => hold(() => new Array(100_000_000).fill(1.5))),
    parser('ends', () => process.exit(3)),
    parser('aborts', () => process.kill(process.pid, 'SIGSEGV') && new Promise(() => undefined)),
    parser('throws', () => {
      throw new TypeError('x is not a function');
    }),
    parser('recurses', () => {
      const deeper = (n: number): number => deeper(n + 1) + 1;
      return [article(String(deeper(0)), Buffer.alloc(0))];
    }),
    parser('output', (bytes) => Array.from({ length: 100 }, () => article('a'.repeat(1_000_000), bytes))),
    parser(
      'network',
      () =>
        new Promise((resolve, reject) => {
          get('http://127.0.0.1:9/', () => resolve([])).on('error', reject);
        }),
    ),
    parser('environment', (bytes) => [article(JSON.stringify(process.env), bytes)]),
  ],
  Number(process.argv[2]),
);
