// A tunnel by HTTP CONNECT (RFC 9110 section 9.3.6), with Basic where the proxy asks for a login (RFC 7617). Node's own HTTP speaks it.
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { networkFailure } from './line-wire.ts';
import { MailStop } from './mail-failure.ts';
import type { Tunnel, Tunnelled } from './tunnel.ts';

const mostSaid = 120;

function refusal({ statusCode = 0, statusMessage = '', headers }: IncomingMessage): Tunnelled {
  const said = `${statusCode} ${statusMessage}`.trim().slice(0, mostSaid);
  if (statusCode !== 407) return { ok: false, wantsLogin: false, said };
  const asked = [headers['proxy-authenticate'] ?? ''].flat().join(', ');
  // Negotiate and NTLM are the system's business; for HTTPS, Chromium speaks them.
  if (!/\bbasic\b/iu.test(asked))
    return { ok: false, wantsLogin: false, said: `${said} (${asked.slice(0, mostSaid)})` };
  const [, realm = ''] = /\brealm="([^"]{0,200})"/iu.exec(asked) ?? [];
  return { ok: false, wantsLogin: true, realm };
}

export const tunnelByHttp: Tunnel = (socket, { host, port }, login, signal) =>
  new Promise((resolve, reject) => {
    const place = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
    const headers: Record<string, string> = { host: place };
    login?.((name, password) => {
      headers['proxy-authorization'] = `Basic ${Buffer.from(`${name}:${password}`, 'utf8').toString('base64')}`;
    });
    // Stays on for the socket's whole life: an error that nobody hears would end the app.
    socket.on('error', () => undefined);
    const asked = request({ method: 'CONNECT', path: place, headers, createConnection: () => socket });
    const stop = (): void => {
      asked.destroy();
      reject(new MailStop({ kind: 'cancelled' }));
    };
    const settle = (answer: Tunnelled): void => {
      signal.removeEventListener('abort', stop);
      if (!answer.ok) socket.destroy();
      resolve(answer);
    };
    signal.addEventListener('abort', stop, { once: true });
    asked.once('connect', (answer: IncomingMessage, tunnel: Socket, head: Buffer) => {
      if (answer.statusCode === undefined || Math.floor(answer.statusCode / 100) !== 2) return settle(refusal(answer));
      tunnel.pause();
      if (head.length > 0) tunnel.unshift(head);
      settle({ ok: true, socket: tunnel });
    });
    // An answer to CONNECT is always the event above; anything else is no proxy.
    asked.once('response', (answer: IncomingMessage) => settle(refusal(answer)));
    asked.once('error', (error: NodeJS.ErrnoException) => {
      signal.removeEventListener('abort', stop);
      const isSpeech = error.code?.startsWith('HPE_') === true;
      if (isSpeech) settle({ ok: false, wantsLogin: false, said: '' });
      else reject(new MailStop(networkFailure(error.code, error.syscall)));
    });
    asked.end();
  });
