// Certificates that must not be taken: out of date, for others, by nobody known, too weak, or a filter's in place of the server's.
import { imapScript, popScript, smtpScript } from '../electron/mail-check/mail-scripts.test-part.ts';
import type { ServerKeys } from '../electron/mail-check/scripted-server.test-part.ts';
import { makeAuthority } from '../electron/mail-check/trial-certificates.test-part.ts';
import { host } from '../electron/mail-check/trial-climb.test-part.ts';
import type { Service } from '../shared/mail-provider.ts';
import type { Fault } from './fault.ts';
import { goodKeys, ladderMs, type MailClimb, meetMail } from './mail-trial.ts';
import { certify, shown } from './trial-chains.ts';

interface Shown extends Pick<Fault, 'causes' | 'actor'> {
  readonly service: Service;
  readonly security?: MailClimb['security'];
  readonly host?: string;
  readonly keys: () => Promise<ServerKeys>;
  /** Who is trusted, PEM; the good authority unless given. */
  readonly ca?: () => Promise<readonly string[]>;
}

const show = (id: string, injected: string, { causes, actor, keys, ca, service, security, ...more }: Shown): Fault => ({
  id: `tls-${id}`,
  group: 'tls',
  injected,
  deadlineMs: ladderMs,
  causes,
  actor,
  async run(signal) {
    const shownKeys = await keys();
    const wish = security === 'starttls' ? { startTls: shownKeys } : {};
    const script = { imap: imapScript(wish), pop: popScript(wish), smtp: smtpScript(wish) }[service];
    const trusted = ca === undefined ? {} : { ca: await ca() };
    const how = security === 'starttls' ? { security } : { keys: shownKeys };
    return meetMail({ service, script, ...how, ...trusted, ...more }, signal);
  },
});

const issued = async (names: readonly string[], days?: { readonly from: number; readonly to: number }) =>
  (await goodKeys()).authority.issue(names, days);
const good = async () => (await goodKeys()).authority;

const unknown = { causes: ['certificate-unknown-signer'], actor: 'it' } as const;
const expired = { causes: ['certificate-expired'], actor: 'provider' } as const;
const wrongName = { causes: ['certificate-wrong-name'], actor: 'you' } as const;
const tooOld = { causes: ['encryption-too-old'], actor: 'provider' } as const;

/** A root that is trusted, one between, and a server's own. */
async function chain(between: { readonly from?: number; readonly to?: number; readonly mayIssue?: boolean } = {}) {
  const top = await good();
  const middle = await certify({ name: 'Trial Between', by: top, mayIssue: true, ...between });
  const own = await certify({ name: host, by: middle });
  return { middle, own };
}

export const certificateFaults: readonly Fault[] = [
  show('expired', 'the certificate ended three days ago', {
    service: 'imap',
    keys: () => issued([host], { from: -20, to: -3 }),
    ...expired,
  }),
  show('expired-starttls', 'the certificate ended yesterday, shown after STARTTLS', {
    service: 'smtp',
    security: 'starttls',
    keys: () => issued([host], { from: -90, to: -1 }),
    ...expired,
  }),
  show('not-yet-valid', 'the certificate begins in five days: most often this computer’s clock', {
    service: 'pop',
    keys: () => issued([host], { from: 5, to: 20 }),
    causes: ['certificate-not-yet-valid'],
    actor: 'you',
  }),
  show('wrong-name', 'a certificate for a hosting company’s own name', {
    service: 'imap',
    keys: () => issued(['web12.hoster.test', 'www.hoster.test']),
    ...wrongName,
  }),
  show('wrong-name-starttls', 'a certificate for another server, shown after STARTTLS', {
    service: 'pop',
    security: 'starttls',
    keys: () => issued(['smtp.other.test']),
    ...wrongName,
  }),
  show('wildcard-too-deep', 'a wildcard certificate one level above the server', {
    service: 'smtp',
    host: 'in.mail.test',
    keys: () => issued(['*.test']),
    ...wrongName,
  }),
  show('address-for-name', 'the server typed as an address, the certificate for its name', {
    service: 'imap',
    host: '127.0.0.1',
    keys: () => issued([host]),
    ...wrongName,
  }),
  show('self-made', 'a certificate the server made itself', {
    service: 'imap',
    keys: () => certify({ name: host }),
    causes: ['certificate-self-made'],
    actor: 'provider',
  }),
  show('self-made-starttls', 'a certificate the server made itself, shown after STARTTLS', {
    service: 'smtp',
    security: 'starttls',
    keys: () => certify({ name: host }),
    causes: ['certificate-self-made'],
    actor: 'provider',
  }),
  show('unknown-signer', 'signed by somebody this computer does not know', {
    service: 'pop',
    keys: async () => (await makeAuthority('Unknown Root')).issue([host]),
    ...unknown,
  }),
  show('filter', 'a virus scanner’s or company filter’s certificate in place of the server’s', {
    service: 'imap',
    keys: async () => {
      const filter = await makeAuthority('Mail Shield Filter Root');
      return shown(await filter.issue([host]), filter);
    },
    ...unknown,
  }),
  show('filter-starttls', 'a filter’s certificate in place of the server’s, after STARTTLS', {
    service: 'smtp',
    security: 'starttls',
    keys: async () => {
      const filter = await makeAuthority('Web Gateway Root');
      return shown(await filter.issue([host]), filter);
    },
    ...unknown,
  }),
  show('chain-incomplete', 'the server leaves out the certificate between its own and the root', {
    service: 'smtp',
    keys: async () => (await chain()).own,
    ...unknown,
  }),
  show('between-expired', 'the certificate between the server’s and the root ended', {
    service: 'pop',
    keys: async () => {
      const { own, middle } = await chain({ from: -20, to: -2 });
      return shown(own, middle);
    },
    ...expired,
  }),
  show('signed-by-a-server', 'signed by a certificate that may sign nothing', {
    service: 'imap',
    keys: async () => {
      const { own, middle } = await chain({ mayIssue: false });
      return shown(own, middle);
    },
    ...unknown,
  }),
  show('forged', 'signed in the name of a known authority with another key', {
    service: 'smtp',
    keys: async () => (await makeAuthority('Trial Root')).issue([host]),
    ...unknown,
  }),
  show('for-clients-only', 'a program’s certificate, not a server’s', {
    service: 'pop',
    keys: async () => certify({ name: host, by: await good(), forClients: true }),
    ...unknown,
  }),
  show('weak-key', 'an RSA key of 1024 bits', {
    service: 'imap',
    keys: async () => {
      const root = await weakRoot();
      const own = await certify({ name: host, by: root, rsaBits: 1024 });
      return { ...own, ciphers: 'DEFAULT@SECLEVEL=0' };
    },
    ca: async () => [(await weakRoot()).cert],
    ...tooOld,
  }),
  show('weak-signature', 'signed with SHA-1', {
    service: 'pop',
    keys: async () => certify({ name: host, by: await good(), hash: 'sha1' }),
    ...tooOld,
  }),
  show('only-tls-1-1', 'a server that speaks TLS 1.1 at most', {
    service: 'smtp',
    keys: async () => ({ ...(await issued([host])), ...oldest }),
    ...tooOld,
  }),
  show('only-tls-1-0-starttls', 'a server that speaks TLS 1.0 at most, after STARTTLS', {
    service: 'imap',
    security: 'starttls',
    keys: async () => ({ ...(await issued([host])), ...oldest, maxVersion: 'TLSv1' }),
    ...tooOld,
  }),
  show('only-nameless-ciphers', 'a server with nothing but ciphers that prove no name', {
    service: 'pop',
    keys: async () => ({ ...(await issued([host])), maxVersion: 'TLSv1.2', ciphers: 'ADH-AES128-SHA256:@SECLEVEL=0' }),
    ...tooOld,
  }),
];

const oldest = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

let weak: ReturnType<typeof certify> | undefined;
function weakRoot() {
  weak ??= certify({ name: 'Trial RSA Root', mayIssue: true, rsaBits: 2048 });
  return weak;
}
