import { AccordingtoError } from '../../model/index.ts';
import { arrivalOf, bytesOf } from '../arrival.ts';
import type { Format } from './format.ts';
import { shownName } from './zipfile.ts';

const BLOCK = 512;
const MAGIC_AT = 257;
/** A plain file; links, devices and folders are passed over. */
const FILE = new Set(['0', '\0']);

const field = (block: Buffer, at: number, length: number): string => block.toString('utf8', at, at + length).replace(/\0.*$/s, '');

/** tar (plain; gzipped ones are unpacked before): all that is in it. Names are data; nothing is written anywhere. */
export const tar: Format = {
  name: 'tar',
  describes: 'tar archives of any of these',
  mediaType: 'application/x-tar',
  extensions: ['.tar', '.tar.gz', '.tgz'],
  streams: false,
  apart: false,
  recognises: ({ head }) => Buffer.from(head.subarray(MAGIC_AT, MAGIC_AT + 5)).toString('latin1') === 'ustar',
  async *read(arrival, { limits }) {
    const { from, depth } = arrival;
    const bytes = Buffer.from(await bytesOf(arrival, limits.maxBytes));
    let entries = 0;
    for (let at = 0; at + BLOCK <= bytes.length; ) {
      const header = bytes.subarray(at, at + BLOCK);
      if (header[0] === 0) return;
      const size = Number.parseInt(field(header, 124, 12).trim(), 8);
      if (!Number.isSafeInteger(size) || size < 0) throw new AccordingtoError('INTAKE_DAMAGED', { from, reason: 'its directory is cut' });
      if (++entries > limits.maxEntries) throw new AccordingtoError('INTAKE_EXPANDS', { from, limit: limits.maxBytes });
      const name = `${from}!${shownName(field(header, 0, 100))}`;
      const start = at + BLOCK;
      if (start + size > bytes.length) throw new AccordingtoError('INTAKE_DAMAGED', { from, reason: 'it is cut off' });
      if (FILE.has(String.fromCharCode(header[156] ?? 0)))
        yield { kind: 'part', arrival: arrivalOf(bytes.subarray(start, start + size), { from: name, depth: depth + 1 }) };
      at = start + Math.ceil(size / BLOCK) * BLOCK;
    }
  },
};
