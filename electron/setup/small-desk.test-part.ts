// Test only: a desk that shows a preset's organisation and sign-in host, refuses and warns of nothing, and fetches what a test wants.
import type { ShownHost } from '../../shared/preset-offer.ts';
import type { PresetDesk } from './preset-desk.ts';

export const shownHost = (domain: string): ShownHost => ({ before: '', domain, after: '' });

export const smallDesk: PresetDesk = {
  facts: async ({ organisation, domains, signIn, approved }, authorities, hasSecret) => ({
    organisation,
    domains: domains.map(shownHost),
    signIn: signIn.kind,
    signInHost: shownHost('id.harbour.example'),
    keyHosts: [],
    clientId: signIn.clientId,
    hasSecret,
    servers: [],
    authorities: authorities.map((fingerprint) => ({ name: '', fingerprint })),
    approved,
  }),
  judge: async () => ({ ok: true, warnings: [] }),
  host: async (url) => ({ ok: true, host: shownHost(new URL(url).host) }),
  fetch: async (_url, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ ok: false, refusal: 'link-not-reached', values: {} }));
    }),
};
