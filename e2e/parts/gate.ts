// A mail server's door that can be shut and opened: shut, it hangs up at once; open, it leads to the real server behind it.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { MailServer } from '../../shared/mail-provider.ts';

export interface Gate {
  readonly server: MailServer;
  open(): void;
  /** Nobody new is let in. */
  shut(): void;
  stop(): Promise<void>;
}

/** Shut at first. */
export async function openGate(behind: MailServer): Promise<Gate> {
  let isOpen = false;
  const sockets = new Set<Socket>();
  const hold = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Either side gives up in its own way.
    socket.on('error', () => undefined);
  };
  const server = createServer((socket) => {
    hold(socket);
    if (!isOpen) {
      socket.destroy();
      return;
    }
    const onward = connect(behind.port, '127.0.0.1');
    hold(onward);
    socket.pipe(onward).pipe(socket);
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server: { ...behind, port: (server.address() as AddressInfo).port },
    open: () => {
      isOpen = true;
    },
    shut: () => {
      isOpen = false;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
