// A provider and the mail server that trusts it, and the preset an organisation would hand out for them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IdentityProvider, openIdentityProvider } from './identity-provider.ts';
import { openMailServer, type TestMailServer } from './mail-server.ts';
import { type ProviderKind, presetSignIn } from './provider-kinds.ts';
import type { TestAuthority } from './test-authority.ts';

export const organisation = 'Harbour Schools';

export interface MailHouse {
  readonly kind: ProviderKind;
  readonly provider: IdentityProvider;
  readonly mail: TestMailServer;
  /** The provider's short name as Postkey says it. */
  readonly shortName: string;
  /** A whole good preset; `change` replaces fields of it. */
  preset(change?: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** The same as a file, for `--preset`. */
  presetFile(folder: string, change?: Readonly<Record<string, unknown>>): string;
  stop(): Promise<void>;
}

const shortNames: Readonly<Record<ProviderKind, string>> = {
  microsoft: 'Microsoft',
  google: 'Google',
  openid: organisation,
};

/** `folder` is made, for this house alone. */
export async function openMailHouse(kind: ProviderKind, folder: string, authority: TestAuthority): Promise<MailHouse> {
  const provider = await openIdentityProvider(kind, authority);
  const mail = await openMailServer(folder, authority, provider.origin);
  const preset: MailHouse['preset'] = (change = {}) => ({
    postkeyPreset: 1,
    organisation,
    helpdesk: { name: 'Harbour IT helpdesk', contact: 'extension 4410' },
    domains: ['harbour.example'],
    signIn: presetSignIn(kind, provider.origin),
    servers: mail.servers,
    approved: true,
    caFile: authority.file,
    ...change,
  });
  return {
    kind,
    provider,
    mail,
    shortName: shortNames[kind],
    preset,
    presetFile(into, change) {
      const path = join(into, `${kind}.preset.json`);
      writeFileSync(path, JSON.stringify(preset(change), null, 2));
      return path;
    },
    async stop() {
      await mail.stop();
      await provider.stop();
    },
  };
}
