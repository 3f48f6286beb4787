// A tunnel by SOCKS 5 (RFC 1928), with name and password where the proxy asks for them (RFC 1929). The library speaks; loaded when needed.
import type { Tunnel, Tunnelled } from './tunnel.ts';

const mostSaid = 120;
const silentMs = 15_000;

/** The library's own words for a proxy that takes no login less, and for one that refuses the login it got. */
const wantsLogin = /authentication|no acceptable/iu;

export const tunnelBySocks: Tunnel = async (socket, { host, port }, login, signal) => {
  const { SocksClient } = await import('socks');
  socket.on('error', () => undefined);
  const stop = (): void => void socket.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const proxy = { host: '0.0.0.0', port: 1, type: 5 as const };
    const said = {
      command: 'connect' as const,
      destination: { host, port },
      existing_socket: socket,
      timeout: silentMs,
    };
    const asked = login
      ? login((userId, password) => SocksClient.createConnection({ ...said, proxy: { ...proxy, userId, password } }))
      : SocksClient.createConnection({ ...said, proxy });
    const { socket: tunnel } = await asked;
    tunnel.pause();
    return { ok: true, socket: tunnel };
  } catch (error) {
    socket.destroy();
    return refusal(error);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};

/** The library's errors carry what it was told, the password with it: only the message goes on, and it holds none. */
function refusal(error: unknown): Tunnelled {
  const message = error instanceof Error ? error.message : '';
  if (wantsLogin.test(message)) return { ok: false, wantsLogin: true, realm: '' };
  return { ok: false, wantsLogin: false, said: message.slice(0, mostSaid) };
}
