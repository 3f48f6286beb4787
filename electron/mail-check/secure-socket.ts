// The TLS handshake, always verified. On refusal it tells what the server showed, so that a person can see who signed it.
import { isIP, type Socket } from 'node:net';
import { connect, type SecureContext, type TLSSocket } from 'node:tls';
import { type CertificateFacts, certificateFacts } from './certificate-facts.ts';
import { endOf, networkFailure } from './line-wire.ts';
import { MailStop } from './mail-failure.ts';

export interface Secured {
  readonly socket: TLSSocket;
  readonly certificate: CertificateFacts | null;
}

/**
 * Takes over a connected socket that stands still; `onTaken` gets the one to destroy from then on. `session`: of an earlier connection to the
 * same server that was verified; Node does not compare the name again when the server takes it up. Throws `MailStop`.
 */
export function secureSocket(
  plain: Socket,
  host: string,
  secureContext: SecureContext,
  onTaken: (socket: TLSSocket) => void,
  session?: Buffer,
): Promise<Secured> {
  return new Promise<Secured>((resolve, reject) => {
    // Node itself crashes (SIGSEGV, seen with 24.21) when asked to encrypt a socket that was destroyed while the roots were read.
    if (plain.destroyed) {
      reject(endOf(plain));
      return;
    }
    const name = host.replace(/\.$/u, '');
    const socket = connect({
      socket: plain,
      host: name,
      secureContext,
      ...(isIP(name) > 0 ? {} : { servername: name }),
      ...(session === undefined ? {} : { session }),
    });
    onTaken(socket);
    let certificate: CertificateFacts | null = null;
    const refuse = (error: NodeJS.ErrnoException): void => {
      const failure = networkFailure(verdictOf(error), error.syscall);
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

/**
 * Node has no name for some of OpenSSL's verdicts on a chain, and calls them all UNSPECIFIED; among them those on keys and digests, told
 * by OpenSSL's own fixed words ("EE certificate key too weak", "CA signature digest algorithm too weak").
 */
function verdictOf({ code, message }: NodeJS.ErrnoException): string | undefined {
  return code === 'UNSPECIFIED' && /too weak/iu.test(message) ? 'EE_KEY_TOO_SMALL' : code;
}
