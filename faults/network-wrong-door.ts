// Somebody answers, but not the mail server that was meant, or not in whole lines: other services, a hotel's log-in page, a proxy,
// floods, drips and half lines.
import { imapScript, popScript, smtpScript } from '../electron/mail-check/mail-scripts.test-part.ts';
import type { Script, Talk } from '../electron/mail-check/scripted-server.test-part.ts';
import type { Service } from '../shared/mail-provider.ts';
import type { Fault } from './fault.ts';
import { ladderMs, type MailMeeting, meetMail, shortMs } from './mail-trial.ts';

type Door = Pick<Fault, 'causes' | 'actor'> &
  Pick<MailMeeting, 'service' | 'script' | 'security' | 'keys'> & { readonly deadlineMs?: number };

const door = (id: string, injected: string, { causes, actor, deadlineMs = ladderMs, ...meeting }: Door): Fault => ({
  id: `network-${id}`,
  group: 'network',
  injected,
  deadlineMs,
  causes,
  actor,
  run: (signal) => meetMail({ ...meeting, deadlineMs }, signal),
});

const sayAndStay =
  (...lines: readonly string[]): Script =>
  async (talk) => {
    talk.say(...lines);
    await talk.gone;
  };

const wrongService = (id: string, injected: string, service: Service, ...lines: readonly string[]): Fault =>
  door(id, injected, { service, script: sayAndStay(...lines), causes: ['server-wrong-protocol'], actor: 'you' });

/** One byte every twentieth of a second, for ever: never silent, never done. */
const drip = async (talk: Talk): Promise<void> => {
  const timer = setInterval(() => talk.raw('x'), 50);
  await talk.gone;
  clearInterval(timer);
};

const captivePage = [
  'HTTP/1.1 302 Found',
  'Location: http://login.hotel.example/?back=mail.test',
  'Content-Type: text/html',
  '',
  '<html>Welcome to the hotel</html>',
];

export const wrongDoorFaults: readonly Fault[] = [
  wrongService('pop-at-imap-port', 'a POP server at the IMAP port', 'imap', '+OK POP3 ready'),
  wrongService('imap-at-pop-port', 'an IMAP server at the POP port', 'pop', '* OK IMAP4rev1 ready'),
  wrongService('imap-at-smtp-port', 'an IMAP server at the SMTP port', 'smtp', '* OK IMAP4rev1 ready'),
  wrongService('ftp-at-smtp-port', 'an FTP server at the SMTP port', 'smtp', '220 ProFTPD 1.3 FTP Server ready'),
  wrongService('ssh-at-imap-port', 'an SSH server at the port', 'imap', 'SSH-2.0-OpenSSH_9.7'),
  wrongService('web-at-imap-port', 'an encrypted web server at the IMAP port', 'imap', 'HTTP/1.1 400 Bad Request', ''),
  door('captive-page-starttls', 'a hotel’s log-in page in place of the server, before STARTTLS', {
    service: 'smtp',
    security: 'starttls',
    script: sayAndStay(...captivePage),
    causes: ['server-wrong-protocol'],
    actor: 'you',
  }),
  door('captive-page-tls', 'a hotel’s log-in page in the open at the encrypted port', {
    service: 'imap',
    keys: null,
    script: sayAndStay(...captivePage),
    causes: ['encryption-not-spoken'],
    actor: 'you',
  }),
  door('web-server-waits', 'a web server in the open that waits for a request', {
    service: 'smtp',
    security: 'starttls',
    script: (talk) => talk.gone,
    deadlineMs: shortMs,
    causes: ['server-silent'],
    actor: 'wait',
  }),
  door('half-greeting-then-silence', 'half a greeting, then silence', {
    service: 'imap',
    script: async (talk) => {
      talk.raw('* OK rea');
      await talk.gone;
    },
    deadlineMs: shortMs,
    causes: ['server-silent'],
    actor: 'wait',
  }),
  door('half-greeting-then-closed', 'closed in the middle of the greeting', {
    service: 'pop',
    script: (talk) => {
      talk.raw('+OK rea');
      talk.hangUp();
    },
    causes: ['server-closed'],
    actor: 'wait',
  }),
  door('half-reply-then-reset', 'reset in the middle of the reply to the login', {
    service: 'pop',
    script: popScript({
      login: async (talk) => {
        talk.raw('-ERR [AU');
        await new Promise((resolve) => setImmediate(resolve));
        talk.reset();
      },
    }),
    causes: ['connection-lost'],
    actor: 'wait',
  }),
  door('greeting-drips', 'a greeting that drips in, byte by byte, for ever', {
    service: 'smtp',
    script: async (talk) => {
      talk.raw('220 ');
      await drip(talk);
    },
    deadlineMs: shortMs,
    causes: ['server-silent'],
    actor: 'wait',
  }),
  door('login-reply-drips', 'a reply to the login that drips in, byte by byte, for ever', {
    service: 'imap',
    script: imapScript({ login: drip }),
    deadlineMs: shortMs,
    causes: ['server-silent'],
    actor: 'wait',
  }),
  door('silence-to-the-last-second', 'silence after the login, with the ladder’s real deadline', {
    service: 'smtp',
    script: smtpScript({ login: (talk) => talk.gone }),
    deadlineMs: ladderMs,
    causes: ['server-silent'],
    actor: 'wait',
  }),
];
