// The certificates that servers show while a certificate's failure is played; each is made when it is first wanted. Postkey must refuse
// every one of them.
import { createSecureContext, type SecureContext } from 'node:tls';
import type { PlayedCertificate } from './plays/play.ts';
import { makeCertificates, type PracticeCertificates } from './practice-certificates.ts';

const day = 86_400_000;

type Wish = NonNullable<Parameters<typeof makeCertificates>[0]>;

const wishes: Readonly<Record<PlayedCertificate, Wish>> = {
  'unknown-signer': { stranger: true },
  'self-made': { selfMade: true },
  expired: { notBefore: -90 * day, notAfter: -2 * day },
  'not-yet-valid': { notBefore: 2 * day, notAfter: 90 * day },
  'wrong-name': { name: 'other.practice.example' },
};

/** The context to use now, with `usual` while no certificate is played. */
export function makeContexts(usual: PracticeCertificates, playing: () => PlayedCertificate | undefined) {
  const contextOf = ({ key, cert }: PracticeCertificates): SecureContext =>
    createSecureContext({ key, cert, minVersion: 'TLSv1.2' });
  const good = Promise.resolve(contextOf(usual));
  const made = new Map<PlayedCertificate, Promise<SecureContext>>();
  return (): Promise<SecureContext> => {
    const kind = playing();
    if (kind === undefined) return good;
    const context = made.get(kind) ?? makeCertificates({ ...wishes[kind], by: usual }).then(contextOf);
    made.set(kind, context);
    return context;
  };
}
