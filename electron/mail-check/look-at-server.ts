// One look at how a mail server is reached, without any login: through which proxy, and who signs its certificate.
import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import type { DetailedPeerCertificate } from 'node:tls';
import type { ServerLook } from '../setup/network-look.ts';
import { Secret } from '../setup/secret.ts';
import { explainMailError } from './explain-mail-error.ts';
import { ladderEnd } from './ladder-end.ts';
import { LineWire } from './line-wire.ts';
import { MailStop } from './mail-failure.ts';
import { directWay, type MailWay } from './mail-way.ts';
import { secureSocket } from './secure-socket.ts';
import { signerKind, signerName } from './signer-kind.ts';
import { askForEncryption } from './start-tls.ts';
import { makeTrust, type Trust } from './trusted-roots.ts';

const deadlineMs = 10_000;

export interface LookParts {
  readonly way?: MailWay | undefined;
  readonly trust?: Trust;
}

export function lookAtServers({ way = directWay(), trust = makeTrust() }: LookParts = {}): ServerLook {
  return async ({ service, server, ca }, { signal }) => {
    const end = ladderEnd(deadlineMs, signal);
    let held: Socket | null = null;
    let phase: 'name' | 'connection' | 'certificate' = 'name';
    try {
      const addresses = await end.race(way.find(server));
      phase = 'connection';
      const plain = await end.race(way.connect(addresses, server, end.signal));
      held = plain;
      phase = 'certificate';
      if (server.security === 'starttls') await end.race(askForEncryption(new LineWire(plain), service));
      const context = await end.race(trust(ca));
      const { socket } = await end.race(
        secureSocket(plain, server.host, context, (taken) => {
          held = taken;
        }),
      );
      const top = topOf(socket.getPeerCertificate(true));
      return { signer: { name: signerName(top), kind: signerKind(top, ca) } };
    } catch (error) {
      if (!(error instanceof MailStop)) throw error;
      const { failure } = error;
      const problem = explainMailError({ service, server, phase, by: 'token', secret: new Secret('') }, failure);
      const certificate = 'certificate' in failure ? failure.certificate : undefined;
      return { problem, ...(certificate ? { signer: { name: certificate.signer, kind: 'nobody' as const } } : {}) };
    } finally {
      (held as Socket | null)?.destroy();
      end.close();
    }
  };
}

/** A chain that leads back to itself is a root; ten is more than any real chain. */
function topOf(leaf: DetailedPeerCertificate): X509Certificate {
  let top = leaf;
  for (let steps = 0; steps < 10; steps += 1) {
    const next = top.issuerCertificate as DetailedPeerCertificate | undefined;
    if (!next || next.fingerprint256 === top.fingerprint256) break;
    top = next;
  }
  return new X509Certificate(top.raw);
}
