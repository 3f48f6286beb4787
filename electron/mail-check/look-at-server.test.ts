// Who signs a server's certificate, seen over a real handshake.
import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { lookAtServers } from './look-at-server.ts';
import { imapScript } from './mail-scripts.test-part.ts';
import { directWay } from './mail-way.ts';
import { type ScriptedServer, serveScript } from './scripted-server.test-part.ts';
import { signerKind, signerName } from './signer-kind.ts';
import { type Authority, type KeyAndCertificate, makeAuthority } from './trial-certificates.test-part.ts';
import { host } from './trial-climb.test-part.ts';
import { makeTrust } from './trusted-roots.ts';

let filter: Authority;
let keys: KeyAndCertificate;
let server: ScriptedServer | null = null;

beforeAll(async () => {
  filter = await makeAuthority('Example Filter CA');
  keys = await filter.issue([host]);
});
afterEach(async () => {
  await server?.close();
  server = null;
});

async function look(inSystem: readonly string[], ca: readonly string[]) {
  server = await serveScript(imapScript({}), keys);
  const looks = lookAtServers({
    way: directWay({ lookUp: async () => ['127.0.0.1'] }),
    trust: makeTrust(async () => inSystem),
  });
  const at = { host, port: server.port, security: 'tls' } as const;
  return looks({ service: 'imap', server: at, ca }, new AbortController());
}

it('a filter that somebody put into the system’s store is named', async () => {
  expect(await look([filter.cert], [])).toEqual({ signer: { name: 'Example Filter CA', kind: 'system' } });
});

it('an authority that the organisation gave is told as that', async () => {
  expect(await look([], [filter.cert])).toEqual({ signer: { name: 'Example Filter CA', kind: 'organisation' } });
});

it('one that nobody trusts is named, and is the problem', async () => {
  expect(await look([], [])).toMatchObject({
    signer: { name: 'Example Filter CA', kind: 'nobody' },
    problem: { code: 'certificate-unknown-signer' },
  });
});

it('a server that is not there is a problem without a signer', async () => {
  const looks = lookAtServers({ way: directWay({ lookUp: async () => ['127.0.0.1'] }) });
  server = await serveScript(imapScript({}), keys);
  const { port } = server;
  await server.close();
  const looked = await looks(
    { service: 'imap', server: { host, port, security: 'tls' }, ca: [] },
    new AbortController(),
  );
  expect(looked).toMatchObject({ problem: { code: 'connection-refused' } });
  expect(looked.signer).toBeUndefined();
});

it('an authority of the browsers’ list is public, whatever else was added', () => {
  const root = new X509Certificate(rootCertificates[0] ?? '');
  expect(signerKind(root, [filter.cert])).toBe('public');
  expect(signerName(root)).not.toBe('');
});
