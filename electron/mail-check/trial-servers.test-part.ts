// One authority and a certificate for a whole test file, ladders against servers that are closed after each test. For tests only.
import { afterEach, beforeAll } from 'vitest';
import type { Service } from '../../shared/mail-provider.ts';
import { type Script, type ScriptedServer, serveScript } from './scripted-server.test-part.ts';
import { type Authority, type KeyAndCertificate, makeAuthority } from './trial-certificates.test-part.ts';
import { climb, host, type Trial, type TrialOptions } from './trial-climb.test-part.ts';

export interface Meeting extends Partial<TrialOptions> {
  readonly service: Service;
  readonly script: Script;
  /** Encrypted from the first byte; else plain. As `security` says, unless given. */
  readonly encrypted?: boolean;
  /** What the server shows; else a good certificate. */
  readonly keys?: KeyAndCertificate;
}

export interface TrialServers {
  readonly authority: () => Authority;
  readonly keys: () => KeyAndCertificate;
  /** Starts the server and climbs; the file's authority is trusted unless `ca` says otherwise. */
  readonly meet: (meeting: Meeting) => Promise<Trial & { readonly server: ScriptedServer }>;
}

/** Registers what is to be done before and after the file's tests. */
export function trialServers(authorityName: string): TrialServers {
  let made: { readonly authority: Authority; readonly keys: KeyAndCertificate } | null = null;
  const servers: ScriptedServer[] = [];
  beforeAll(async () => {
    const authority = await makeAuthority(authorityName);
    made = { authority, keys: await authority.issue([host]) };
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  const ready = () => {
    if (!made) throw new Error('Ask inside a test.');
    return made;
  };
  return {
    authority: () => ready().authority,
    keys: () => ready().keys,
    async meet({ script, encrypted, keys = ready().keys, ...options }) {
      const fromTheStart = encrypted ?? options.security !== 'starttls';
      const server = await serveScript(script, fromTheStart ? keys : undefined);
      servers.push(server);
      return { ...(await climb({ port: server.port, ca: [ready().authority.cert], ...options })), server };
    },
  };
}
