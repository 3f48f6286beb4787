// Handshakes that break, stall or are answered with something else, and STARTTLS that is missing, refused, stripped or written into.

import { imapScript } from '../electron/mail-check/mail-scripts.test-part.ts';
import type { Script, Talk } from '../electron/mail-check/scripted-server.test-part.ts';
import { type Service, services } from '../shared/mail-provider.ts';
import type { Fault } from './fault.ts';
import { ladderMs, type MailMeeting, meetMail, shortMs } from './mail-trial.ts';

type Handshake = Pick<Fault, 'causes' | 'actor'> &
  Pick<MailMeeting, 'service' | 'script' | 'security'> & {
    readonly deadlineMs?: number;
    /** The handshake goes well. */
    readonly encrypted?: boolean;
  };

const meet = (
  id: string,
  injected: string,
  { causes, actor, encrypted = false, deadlineMs = ladderMs, ...meeting }: Handshake,
): Fault => ({
  id: `tls-${id}`,
  group: 'tls',
  injected,
  deadlineMs,
  causes,
  actor,
  run: (signal) => meetMail({ ...meeting, ...(encrypted ? {} : { keys: null }), deadlineMs }, signal),
});

const greetings: Readonly<Record<Service, string>> = {
  imap: '* OK ready',
  pop: '+OK ready',
  smtp: '220 mail.test ESMTP',
};
const consents: Readonly<Record<Service, string>> = { imap: 'S1 OK begin', pop: '+OK begin', smtp: '220 begin' };

/** Greets, offers STARTTLS, hears it, and leaves the answer to `answer`. */
const askedForStartTls =
  (service: Service, answer: (talk: Talk) => Promise<void> | void): Script =>
  async (talk) => {
    talk.say(greetings[service]);
    if (service === 'smtp') {
      await talk.hear();
      talk.say('250-mail.test', '250 STARTTLS');
    }
    await talk.hear();
    await answer(talk);
  };

const afterConsent = (service: Service, then: (talk: Talk) => Promise<void> | void): Script =>
  askedForStartTls(service, async (talk) => {
    talk.say(consents[service]);
    // The client's first words of the handshake.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await then(talk);
  });

/** RFC 8446 section 6: an alert record that ends the handshake. */
const alert = (description: number): Buffer => Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, description]);
const sayBelow =
  (bytes: Buffer): Script =>
  async (talk) => {
    talk.rawBelow(bytes);
    await talk.gone;
  };

const refusals: Readonly<Record<Service, string>> = {
  imap: 'S1 NO STARTTLS is switched off',
  pop: '-ERR STLS not available',
  smtp: '454 4.7.0 TLS not available due to temporary reason',
};

const startTlsFaults = services.flatMap((service) => {
  const name = service.toUpperCase();
  const startTls = { service, security: 'starttls' } as const;
  return [
    meet(`starttls-refused-${service}`, `${name}: STARTTLS is refused (${refusals[service]})`, {
      ...startTls,
      script: askedForStartTls(service, (talk) => talk.say(refusals[service])),
      causes: ['encryption-not-offered'],
      actor: 'it',
    }),
    meet(`starttls-injected-${service}`, `${name}: words slipped in after the consent, before the handshake`, {
      ...startTls,
      script: askedForStartTls(service, async (talk) => {
        talk.say(consents[service], greetings[service]);
        await talk.gone;
      }),
      causes: ['server-unreadable'],
      actor: 'you',
    }),
    meet(`starttls-then-plain-${service}`, `${name}: after the consent the server goes on in the open`, {
      ...startTls,
      script: afterConsent(service, async (talk) => {
        talk.say(greetings[service]);
        await talk.gone;
      }),
      causes: ['encryption-not-spoken'],
      actor: 'you',
    }),
    meet(`plain-at-tls-port-${service}`, `${name}: plain text at the encrypted port`, {
      service,
      script: async (talk) => {
        talk.say(greetings[service]);
        await talk.gone;
      },
      causes: ['encryption-not-spoken'],
      actor: 'you',
    }),
  ];
});

export const handshakeFaults: readonly Fault[] = [
  ...startTlsFaults,
  meet('starttls-missing-smtp', 'SMTP: the list of abilities lacks STARTTLS (a middle box has overwritten it)', {
    service: 'smtp',
    security: 'starttls',
    script: async (talk) => {
      talk.say(greetings.smtp);
      await talk.hear();
      talk.say('250-mail.test', '250-XXXXXXXA', '250 SIZE 1000');
      await talk.gone;
    },
    causes: ['encryption-not-offered'],
    actor: 'it',
  }),
  meet('starttls-unknown-imap', 'IMAP: the server does not know STARTTLS', {
    service: 'imap',
    security: 'starttls',
    script: imapScript(),
    causes: ['encryption-not-offered'],
    actor: 'it',
  }),
  meet('tls-at-starttls-port', 'the server waits for a handshake at once, Postkey for a greeting', {
    service: 'imap',
    security: 'starttls',
    script: (talk) => talk.gone,
    deadlineMs: shortMs,
    causes: ['server-silent'],
    actor: 'wait',
  }),
  meet('handshake-reset', 'reset at the first words of the handshake', {
    service: 'imap',
    script: (talk) => talk.reset(),
    causes: ['connection-lost'],
    actor: 'wait',
  }),
  meet('handshake-reset-starttls', 'reset at the handshake after STARTTLS', {
    service: 'pop',
    security: 'starttls',
    script: afterConsent('pop', (talk) => talk.reset()),
    causes: ['connection-lost'],
    actor: 'wait',
  }),
  meet('handshake-closed', 'closed at the first words of the handshake', {
    service: 'smtp',
    script: (talk) => talk.hangUp(),
    causes: ['server-closed'],
    actor: 'wait',
  }),
  meet('handshake-closed-starttls', 'closed at the handshake after STARTTLS', {
    service: 'imap',
    security: 'starttls',
    script: afterConsent('imap', (talk) => talk.hangUp()),
    causes: ['server-closed'],
    actor: 'wait',
  }),
  meet('handshake-silent', 'silence in the handshake', {
    service: 'pop',
    script: (talk) => talk.gone,
    deadlineMs: shortMs,
    causes: ['server-silent'],
    actor: 'wait',
  }),
  meet('handshake-silent-starttls', 'silence in the handshake after STARTTLS', {
    service: 'smtp',
    security: 'starttls',
    script: afterConsent('smtp', (talk) => talk.gone),
    deadlineMs: shortMs,
    causes: ['server-silent'],
    actor: 'wait',
  }),
  meet('handshake-half', 'half a record of the handshake, then silence', {
    service: 'imap',
    script: sayBelow(Buffer.from([0x16, 0x03, 0x03, 0x00, 0x7a, 0x02, 0x00])),
    deadlineMs: shortMs,
    causes: ['server-silent'],
    actor: 'wait',
  }),
  meet('handshake-garbage', 'bytes that are no handshake', {
    service: 'smtp',
    script: sayBelow(Buffer.alloc(600, 0xe5)),
    causes: ['encryption-not-spoken'],
    actor: 'you',
  }),
  meet('alert-version', 'the server refuses the versions of TLS that are safe', {
    service: 'pop',
    script: sayBelow(alert(70)),
    causes: ['encryption-too-old'],
    actor: 'provider',
  }),
  meet('alert-handshake', 'the server finds no cipher it shares with Postkey', {
    service: 'imap',
    script: sayBelow(alert(40)),
    causes: ['encryption-too-old'],
    actor: 'provider',
  }),
  meet('alert-internal', 'the server breaks the handshake off with an error of its own', {
    service: 'smtp',
    script: sayBelow(alert(80)),
    causes: ['connection-lost'],
    actor: 'wait',
  }),
  meet('record-damaged', 'a damaged record in the middle of the login', {
    service: 'imap',
    encrypted: true,
    script: imapScript({
      login: async (talk) => {
        talk.rawBelow(Buffer.concat([Buffer.from([0x17, 0x03, 0x03, 0x00, 0x40]), Buffer.alloc(64, 7)]));
        await talk.gone;
      },
    }),
    causes: ['connection-lost'],
    actor: 'wait',
  }),
];
