import { readSync } from 'node:fs';
import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import type { IPty } from '@lydell/node-pty';

/** A program that was left in the background may print without end. */
const MAX_BYTES = 1024 * 1024;

/** What node-pty has beside its interface, where it has a terminal of Unix. */
interface UnixTerminal {
  readonly _fd?: number;
  readonly _socket?: Pick<Socket, 'destroy' | 'prependOnceListener'>;
}

/**
 * Passes on the last output of a program that has ended. Node takes a terminal whose program has ended as read to its end, and
 * node-pty closes it 200 ms later, though some kilobytes may still be in it. Without these parts of node-pty, nothing changes.
 */
export function readRest(program: IPty, onOutput: (output: string) => void): void {
  const { _fd: fd, _socket: socket } = program as UnixTerminal;
  if (fd === undefined || socket === undefined) return;
  let isRead = false;
  const read = (): void => {
    if (isRead) return;
    isRead = true;
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.alloc(64 * 1024);
    try {
      for (let total = 0, count = 1; count > 0 && total < MAX_BYTES; total += count) {
        count = readSync(fd, buffer);
        onOutput(decoder.write(buffer.subarray(0, count)));
      }
    } catch {
      // EIO is the end, EAGAIN that a program in the background has the terminal open and prints nothing now.
    }
  };
  const destroy = socket.destroy.bind(socket);
  socket.prependOnceListener('end', read);
  socket.destroy = (error) => {
    // After an error, the terminal may be closed, and its number that of another file.
    if (error === undefined) read();
    return destroy(error);
  };
}
