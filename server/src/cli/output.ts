import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Ends the process quietly when the reader of a pipe has gone (`… | head`), as command line tools do. */
export function quietOnClosedPipe(stream: Writable): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

/** Writes, and waits while the reader is behind, so that memory does not grow with the output. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (text !== '' && !stream.write(text)) await once(stream, 'drain');
}
