// Closes a connection so that its last words arrive: what the program still sends is taken and thrown away for a moment, since a system that
// closes with bytes unread tells the other side to forget what it was told.
import type { Duplex } from 'node:stream';
import type { Clock } from '../setup/outside-world.ts';

const momentMs = 2_000;

export function showOut(socket: Duplex, clock: Pick<Clock, 'after'>): void {
  if (socket.destroyed) return;
  const cancel = clock.after(momentMs, () => socket.destroy());
  socket.once('close', cancel);
  socket.on('error', () => socket.destroy());
  socket.once('end', () => socket.destroy());
  if (socket.readableEnded) {
    socket.end(() => socket.destroy());
    return;
  }
  socket.end();
  socket.resume();
}
