// Test only: accounts of every kind that sheets are made for, with names that want quoting.

import type { MailProvider, MailServers, Service } from '../../shared/mail-provider.ts';
import type { HandOverAbout, HandOverLogin } from '../setup/hand-over-world.ts';
import type { KeptBridge } from '../setup/kept-bridge.ts';

const servers: MailServers = {
  imap: { host: 'imap.harbour.example', port: 993, security: 'tls' },
  pop: { host: 'pop.harbour.example', port: 995, security: 'tls' },
  smtp: { host: 'smtp.harbour.example', port: 587, security: 'starttls' },
};

const provider = (change: Partial<MailProvider> & Pick<MailProvider, 'id' | 'signIn'>): MailProvider => ({
  name: 'Harbour Mail',
  shortName: 'Harbour',
  servers,
  scopes: {},
  extraScopes: [],
  signInHost: 'id.harbour.example',
  deviceCode: false,
  loginName: 'address',
  ...change,
});

interface Wish {
  readonly address?: string;
  readonly services?: readonly Service[];
  readonly byPassword?: readonly Service[];
  readonly names?: Readonly<Partial<Record<Service, string>>>;
  readonly servers?: MailServers;
}

function about(is: MailProvider, wish: Wish = {}, more: Partial<HandOverAbout> = {}): HandOverAbout {
  const { address = 'pat@harbour.example', services = ['imap', 'smtp'], byPassword = [], names = {} } = wish;
  const own = wish.servers ?? is.servers;
  const logins = services.flatMap((service): readonly HandOverLogin[] => {
    const server = own[service];
    const by = byPassword.includes(service) || is.signIn === 'password' ? 'password' : 'token';
    return server ? [{ service, server, loginName: names[service] ?? address, by }] : [];
  });
  return {
    accountId: 'account-1',
    address,
    provider: is,
    logins,
    practice: false,
    bridge: null,
    ca: null,
    off: [],
    ...more,
  };
}

const microsoft: MailServers = {
  imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
  pop: { host: 'outlook.office365.com', port: 995, security: 'tls' },
  smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
};
const work = provider({
  id: 'microsoft',
  signIn: 'microsoft',
  shortName: 'Microsoft',
  kind: 'work',
  servers: microsoft,
});
const google = provider({
  id: 'gmail',
  signIn: 'google',
  shortName: 'Google',
  kind: 'personal',
  servers: { ...servers, smtp: { host: 'smtp.harbour.example', port: 465, security: 'tls' } },
});
const own = provider({ id: 'own', signIn: 'openid' });
const password = { kind: 'app' as const, first: [] };

/** Whose names hold all that a file's grammar could stumble over, and that an address may hold (RFC 5322 atext, RFC 6531). */
export const oddAddress = "o'brien+%{a}$b`c|d#é&=?^*!/~_-@harbour.example";
/** Typed by hand: all but spaces and control characters. */
export const oddName = 'dom\\o"br\'ien;%h$HOME`id`#{x}[y]=:,@/é';

export const bridgeOn: KeptBridge = {
  accountId: 'account-1',
  isOn: true,
  encrypts: true,
  ports: { imap: { plain: 41143, tls: 41993 }, pop: { plain: 41110, tls: 41995 }, smtp: { plain: 41025, tls: 41465 } },
  programs: [],
};

/** By what is special about each. */
export const subjects: Readonly<Record<string, HandOverAbout>> = {
  'microsoft-work': about(work),
  'microsoft-shared': about(
    work,
    { address: 'office@harbour.example', names: { smtp: 'pat@harbour.example' } },
    { signsInAs: 'pat@harbour.example' },
  ),
  'microsoft-pop': about(work, { services: ['pop', 'smtp'] }),
  'microsoft-personal': about({ ...work, id: 'outlook', kind: 'personal' }),
  'microsoft-cloud': about({ ...work, id: 'microsoft-us-gov', cloud: 'us-gov' }),
  google: about(google),
  'google-pop-only': about(google, { services: ['pop', 'smtp'] }),
  'google-all': about(google, { services: ['imap', 'pop', 'smtp'] }),
  'smtp-left-out': about(work, { services: ['imap'] }),
  'sending-only': about(work, { services: ['smtp'] }),
  yahoo: about(provider({ id: 'yahoo', signIn: 'openid', shortName: 'Yahoo', password })),
  'mail-ru': about(provider({ id: 'mail-ru', signIn: 'openid', shortName: 'Mail.ru', password }), {
    byPassword: ['smtp'],
  }),
  own: about(own),
  'own-with-ca': about(own, {}, { ca: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n' }),
  'own-switched-off': about(own, {}, { off: ['bridge', 'command'] }),
  'own-starttls': about(own, {
    services: ['imap', 'pop', 'smtp'],
    servers: {
      imap: { host: 'mail.harbour.example', port: 143, security: 'starttls' },
      pop: { host: 'mail.harbour.example', port: 110, security: 'starttls' },
      smtp: { host: 'mail.harbour.example', port: 465, security: 'tls' },
    },
  }),
  odd: about(own, {
    address: oddAddress,
    services: ['imap', 'pop', 'smtp'],
    names: { imap: oddName, pop: oddName, smtp: oddName },
  }),
  'app-password': about(provider({ id: 'icloud', signIn: 'password', shortName: 'iCloud', password }), {
    names: { imap: 'pat' },
  }),
  'password-pop-only': about(provider({ id: 'gmx', signIn: 'password', shortName: 'GMX', password }), {
    services: ['pop', 'smtp'],
  }),
  aol: about(provider({ id: 'aol', signIn: 'openid', shortName: 'AOL', password })),
  fastmail: about(provider({ id: 'fastmail', signIn: 'openid', shortName: 'Fastmail', password })),
  yandex: about(provider({ id: 'yandex', signIn: 'openid', shortName: 'Yandex', password })),
  'mail-password': about(
    provider({ id: 't-online', signIn: 'password', shortName: 'T-Online', password: { ...password, kind: 'mail' } }),
  ),
  'account-password': about(provider({ id: 'orange', signIn: 'password', shortName: 'Orange' }), {
    services: ['imap'],
  }),
  practice: about(provider({ id: 'practice', signIn: 'openid' }), {}, { practice: true }),
};
