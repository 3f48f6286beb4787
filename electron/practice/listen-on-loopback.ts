// One free port, the same on 127.0.0.1 and, where this computer has it, on ::1: `localhost` may mean either. Never listens elsewhere.
import type { Server } from 'node:net';

export interface LoopbackPort {
  readonly port: number;
  /** Stops listening; open connections are the caller's. */
  close(): Promise<void>;
}

const tries = 20;

/**
 * `makeServer` is called once per address. A wished port is taken when it is free on both; otherwise any other is.
 * Rejects when no port can be had.
 */
export async function listenOnLoopback(makeServer: () => Server, wish?: number): Promise<LoopbackPort> {
  let lastError: unknown;
  for (let turn = 0; turn < tries; turn += 1) {
    try {
      return await listenOnBoth(makeServer, turn === 0 ? (wish ?? 0) : 0);
    } catch (error) {
      lastError = error;
    }
  }
  throw lastError;
}

async function listenOnBoth(makeServer: () => Server, wish: number): Promise<LoopbackPort> {
  const first = makeServer();
  await listen(first, wish, '127.0.0.1');
  const address = first.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const second = makeServer();
  const servers = [first];
  try {
    await listen(second, port, '::1');
    servers.push(second);
  } catch (error) {
    if (!hasNoIpv6(error)) {
      await close(first);
      throw error;
    }
  }
  return {
    port,
    async close() {
      await Promise.all(servers.map(close));
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function hasNoIpv6(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT' || code === 'EINVAL';
}
