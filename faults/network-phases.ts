// Connections that are reset, closed or left in silence: three protocols, four phases each, so that no phase is without its deadline.
import { imapScript, popScript, smtpScript } from '../electron/mail-check/mail-scripts.test-part.ts';
import type { Script, Talk } from '../electron/mail-check/scripted-server.test-part.ts';
import { type Service, services } from '../shared/mail-provider.ts';
import type { Fault } from './fault.ts';
import { ladderMs, meetMail, shortMs } from './mail-trial.ts';

const phases = ['greeting', 'capabilities', 'login', 'mailbox'] as const;
type Phase = (typeof phases)[number];

const manners = {
  reset: { words: 'reset', cause: 'connection-lost', end: (talk: Talk) => talk.reset() },
  closed: { words: 'closed in order', cause: 'server-closed', end: (talk: Talk) => talk.hangUp() },
  silent: { words: 'left in silence', cause: 'server-silent', end: (talk: Talk) => talk.gone },
} as const;

const phaseWords: Readonly<Record<Phase, string>> = {
  greeting: 'before the greeting',
  capabilities: 'when asked what the server can do',
  login: 'after the token was sent',
  mailbox: 'after the login, before the mailbox',
};

/** A good server up to the phase; there `end` is called instead of an answer. */
function upTo(service: Service, phase: Phase, end: (talk: Talk) => Promise<void> | void): Script {
  if (phase === 'greeting') return end;
  if (phase === 'capabilities') {
    return async (talk) => {
      talk.say({ imap: '* OK ready', pop: '+OK ready', smtp: '220 ready' }[service]);
      await talk.hear();
      await end(talk);
    };
  }
  if (phase === 'login') {
    return { imap: imapScript({ login: end }), pop: popScript({ login: end }), smtp: smtpScript({ login: end }) }[
      service
    ];
  }
  return {
    imap: imapScript({ select: end }),
    pop: popScript({ stat: end }),
    smtp: smtpScript({ rset: end }),
  }[service];
}

export const phaseFaults: readonly Fault[] = Object.entries(manners).flatMap(([manner, { words, cause, end }]) =>
  phases.flatMap((phase) =>
    services.map((service) => {
      const deadlineMs = manner === 'silent' ? shortMs : ladderMs;
      return {
        id: `network-${manner}-${phase}-${service}`,
        group: 'network',
        injected: `${service.toUpperCase()}: ${words} ${phaseWords[phase]}`,
        deadlineMs,
        causes: [cause],
        actor: 'wait',
        run: (signal) => meetMail({ service, script: upTo(service, phase, end), deadlineMs }, signal),
      } satisfies Fault;
    }),
  ),
);
