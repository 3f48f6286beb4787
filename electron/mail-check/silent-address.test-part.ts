// An address of this computer that answers no connection: a listener that never accepts, its queue full. For tests only.
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

export interface SilentAddress {
  readonly address: string;
  close(): Promise<void>;
}

const listenAndStandStill = `
  const { parentPort, workerData } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ host: workerData.address, port: workerData.port, backlog: 1 }, () => {
    parentPort.postMessage('listening');
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

/** Silent on that port of 127.0.0.2. Linux drops what comes once the queue is full. */
export async function silentAddress(port: number): Promise<SilentAddress> {
  const address = '127.0.0.2';
  const worker = new Worker(listenAndStandStill, { eval: true, workerData: { address, port } });
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  const waiting: Socket[] = [];
  for (let full = false; !full; ) {
    const socket = connect({ host: address, port });
    socket.on('error', () => {});
    waiting.push(socket);
    full = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(false));
      setTimeout(() => resolve(true), 300);
    });
  }
  return {
    address,
    async close() {
      for (const socket of waiting) socket.destroy();
      await worker.terminate();
    },
  };
}
