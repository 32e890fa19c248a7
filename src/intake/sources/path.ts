import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AccordingtoError, type Problem, problem } from '../../model/index.ts';
import { type Arrival, HEAD_BYTES } from '../arrival.ts';

/** What walking a path meets: a file, or something that cannot be taken. */
export type Met =
  | { readonly kind: 'file'; readonly path: string; readonly size: number }
  | { readonly kind: 'refused'; readonly from: string; readonly problem: Problem };

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
};

const reasonOf = (error: unknown): { readonly code: string; readonly reason: string } => {
  const code = String((error as NodeJS.ErrnoException)?.code ?? 'unknown');
  return { code, reason: REASONS[code] ?? code };
};

const refusal = (from: string, error: unknown): Met => {
  const { code, reason } = reasonOf(error);
  if (code === 'ELOOP') return { kind: 'refused', from, problem: problem('INTAKE_FOLDER_LOOP', { from }) };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'refused', from, problem: problem('INTAKE_NOT_FOUND', { from }) };
  return { kind: 'refused', from, problem: problem('INTAKE_UNREADABLE', { from, reason }) };
};

/**
 * The files of a path in order of name: itself, or all in a folder and the folders in it. Names that begin with a dot are passed over
 * inside a folder. A link that leads back to a folder above it is refused once; the rest goes on.
 */
export async function* walk(path: string, above: readonly string[] = []): AsyncGenerator<Met> {
  let entry: Awaited<ReturnType<typeof stat>>;
  try {
    entry = await stat(path);
    if (entry.isFile()) {
      yield { kind: 'file', path, size: entry.size };
      return;
    }
    if (!entry.isDirectory()) {
      yield {
        kind: 'refused',
        from: path,
        problem: problem('INTAKE_UNREADABLE', { from: path, reason: 'it is neither a file nor a folder' }),
      };
      return;
    }
    const real = await realpath(path);
    if (above.includes(real)) {
      yield { kind: 'refused', from: path, problem: problem('INTAKE_FOLDER_LOOP', { from: path }) };
      return;
    }
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
    for (const name of names) yield* walk(join(path, name), [...above, real]);
  } catch (error) {
    yield refusal(path, error);
  }
}

/**
 * A file as an arrival: only its head is read now.
 * @throws AccordingtoError INTAKE_UNREADABLE, INTAKE_NOT_FOUND.
 */
export async function arrivalOfFile(path: string, size: number): Promise<Arrival> {
  let head: Uint8Array;
  try {
    const file = await open(path, 'r');
    try {
      const buffer = Buffer.alloc(Math.min(HEAD_BYTES, Math.max(size, 1)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      head = buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    const { code, reason } = reasonOf(cause);
    if (code === 'ENOENT') throw new AccordingtoError('INTAKE_NOT_FOUND', { from: path }, { cause });
    throw new AccordingtoError('INTAKE_UNREADABLE', { from: path, reason }, { cause });
  }
  return { from: path, url: null, headers: {}, fields: {}, depth: 0, head, size, stream: () => createReadStream(path) };
}
