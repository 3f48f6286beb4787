// The TLS handshake, always verified. On refusal it tells what the server showed, so that a person can see who signed it.
import { isIP, type Socket } from 'node:net';
import { connect, type SecureContext, type TLSSocket } from 'node:tls';
import { type CertificateFacts, certificateFacts } from './certificate-facts.ts';
import { networkFailure } from './line-wire.ts';
import { MailStop } from './mail-failure.ts';

export interface Secured {
  readonly socket: TLSSocket;
  readonly certificate: CertificateFacts | null;
}

/** Takes over a connected socket that stands still; `onTaken` gets the one to destroy from then on. Throws `MailStop`. */
export function secureSocket(
  plain: Socket,
  host: string,
  secureContext: SecureContext,
  onTaken: (socket: TLSSocket) => void,
): Promise<Secured> {
  return new Promise<Secured>((resolve, reject) => {
    // Node itself crashes (SIGSEGV, seen with 24.21) when asked to encrypt a socket that was destroyed while the roots were read.
    if (plain.destroyed) {
      reject(new MailStop({ kind: 'known', code: 'server-closed' }));
      return;
    }
    const name = host.replace(/\.$/u, '');
    const socket = connect({
      socket: plain,
      host: name,
      secureContext,
      ...(isIP(name) > 0 ? {} : { servername: name }),
    });
    onTaken(socket);
    let certificate: CertificateFacts | null = null;
    const refuse = (error: NodeJS.ErrnoException): void => {
      const failure = networkFailure(error.code, error.syscall);
      reject(new MailStop(certificate ? { ...failure, certificate } : failure));
    };
    // Node destroys a socket whose chain it refuses before it says so, and with it the chain. `secure` comes just before; where
    // a runtime should not send it, only the signer's name is missing from the problem.
    socket.prependOnceListener('secure', () => {
      certificate = certificateFacts(socket.getPeerCertificate(true));
    });
    socket.once('secureConnect', () => resolve({ socket, certificate }));
    // Both stay on for the socket's whole life: an error that nobody hears would end the app.
    socket.on('error', refuse);
    socket.on('close', () => reject(new MailStop({ kind: 'known', code: 'server-closed' })));
  });
}
