import type { AddressInfo } from 'node:net';
import { connect, createServer, rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { makeAuthority } from './trial-certificates.test-part.ts';
import { certificatesIn, makeTrust } from './trusted-roots.ts';

describe('makeTrust', () => {
  it('reads the roots once, and makes one context per set of additions', async () => {
    let reads = 0;
    const trust = makeTrust(async () => {
      reads += 1;
      return [];
    });
    const { cert } = await makeAuthority('Root');
    expect(await trust([])).toBe(await trust([]));
    expect(await trust([cert])).not.toBe(await trust([]));
    expect(reads).toBe(1);
  });

  it("trusts the system's roots besides Node's", async () => {
    const authority = await makeAuthority('System Root');
    const keys = await authority.issue(['mail.test']);
    const server = createServer({ ...keys });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const secureContext = await makeTrust(async () => [authority.cert])([]);
    const { port } = server.address() as AddressInfo;
    const socket = connect({ host: '127.0.0.1', port, servername: 'mail.test', secureContext });
    await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
    expect(socket.authorized).toBe(true);
    socket.destroy();
    server.close();
  });

  it("can read this computer's own", async () => {
    expect(await makeTrust()([])).toBeTruthy();
  });
});

describe('certificatesIn', () => {
  it('finds every readable certificate and nothing else', async () => {
    const some = rootCertificates.slice(0, 3);
    expect(certificatesIn(`# comment\n${some.join('\n')}\n`)).toHaveLength(3);
    const damaged = (some[0] ?? '').replace(/[A-Za-z]{40}/u, 'A'.repeat(40));
    expect(certificatesIn(`${damaged.slice(0, 300)}\n-----END CERTIFICATE-----`)).toEqual([]);
    expect(certificatesIn('nonsense')).toEqual([]);
  });
});
