/** Writes to standard output no faster than it is read. */
export interface Writer {
  /** Resolves when there is room for more, or at once when the reader has gone away. */
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  readonly line: (text?: string) => Promise<void>;
}

/** Whether standard output failed because whoever read it stopped (`| head`). */
export const readerGone = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';

/** `onGone` is called once when whoever read our output stopped (`| head`): that is no error. */
export function createWriter(stream: NodeJS.WritableStream, onGone: () => void): Writer {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!readerGone(error)) throw error;
    if (!gone) onGone();
    gone = true;
  });
  const room = (): Promise<void> =>
    new Promise((resolve) => {
      // `close` comes where `drain` no longer can.
      const done = (): void => {
        stream.off('drain', done).off('close', done);
        resolve();
      };
      stream.on('drain', done).on('close', done);
    });
  const write = async (piece: string | Uint8Array): Promise<void> => {
    if (!gone && !stream.write(piece)) await room();
  };
  return { write, line: (text = '') => write(`${text}\n`) };
}
