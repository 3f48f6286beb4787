// Looks of the watch at an account whose servers misbehave: several ladders at once, and one cause told, the one somebody can act on.

import { imapScript, smtpScript } from '../electron/mail-check/mail-scripts.test-part.ts';
import { makeMailCheck } from '../electron/mail-check/make-mail-check.ts';
import { type Script, serveScript } from '../electron/mail-check/scripted-server.test-part.ts';
import { host } from '../electron/mail-check/trial-climb.test-part.ts';
import { makeTrust } from '../electron/mail-check/trusted-roots.ts';
import type { Keys, Outcome } from '../electron/setup/outside-world.ts';
import { Secret } from '../electron/setup/secret.ts';
import { accountOf } from '../electron/watch/watched.test-part.ts';
import { makeWatching } from '../electron/watch/watching.ts';
import { type Ended, type Fault, secretsUsed } from './fault.ts';
import { googleChallenge } from './mail-fault.ts';
import { goodKeys, ladderMs, shortMs, untilTrue } from './mail-trial.ts';

interface Look {
  readonly imap: Script;
  readonly smtp: Script;
  readonly deadlineMs: number;
  readonly signsInAs?: string;
}

const fine = { imap: imapScript(), smtp: smtpScript() } as const;

async function lookAt({ imap, smtp, deadlineMs, signsInAs }: Look, signal: AbortSignal): Promise<Ended> {
  const good = await goodKeys();
  const servers = await Promise.all([imap, smtp].map((script) => serveScript(script, good.keys)));
  const [atImap, atSmtp] = servers.map(({ port }) => ({ host, port, security: 'tls' as const }));
  const { provider } = accountOf();
  const account = accountOf({
    provider: { ...provider, servers: { imap: atImap, smtp: atSmtp } },
    ...(signsInAs === undefined ? {} : { signsInAs }),
  });
  const keys: Keys = {
    accessToken: new Secret(secretsUsed.accessToken),
    renewal: new Secret(secretsUsed.refreshToken),
    clientSecret: null,
    validUntil: Date.now() + 3_600_000,
  };
  const fresh = async (): Promise<Outcome<Keys>> => ({ ok: true, value: keys });
  const watching = makeWatching({
    mailCheck: makeMailCheck({
      now: Date.now,
      lookUp: async () => ['127.0.0.1'],
      trust: makeTrust(async () => []),
      deadlineMs,
    }),
    clock: { now: Date.now, after: () => () => {} },
    ca: () => [good.authority.cert],
    renewing: {
      fresh,
      renew: async () => ({ ok: true, value: { keys, details: [] } }),
      hold: async () => () => {},
    },
  });
  try {
    const begun = performance.now();
    const look = await watching.look(account, { signal });
    const tookMs = Math.round(performance.now() - begun);
    const open = async (): Promise<number> => Math.max(...(await Promise.all(servers.map((server) => server.open()))));
    await untilTrue(async () => (await open()) === 0, 'a connection was left open');
    return { causes: look.problem ? [look.problem.code] : [], said: JSON.stringify(look), tookMs };
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

const refusing = imapScript({
  login: async (talk, tag) => {
    talk.say(`+ ${googleChallenge('401')}`);
    await talk.hear();
    talk.say(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)`);
  },
});
const sendingOff = smtpScript({
  login: (talk) => talk.say('535 5.7.139 x, SmtpClientAuthentication is disabled for the Tenant.'),
});

const look = (id: string, injected: string, met: Pick<Fault, 'causes' | 'actor'> & Partial<Look>): Fault => {
  const { causes, actor, deadlineMs = ladderMs, ...scripts } = met;
  return {
    id: `watch-${id}`,
    group: 'watch',
    injected,
    deadlineMs,
    causes,
    actor,
    run: (signal) => lookAt({ ...fine, ...scripts, deadlineMs }, signal),
  };
};

export const watchFaults: readonly Fault[] = [
  look('silent-and-off', 'IMAP falls silent, sending was switched off: what IT can mend is told', {
    imap: imapScript({ login: (talk) => talk.gone }),
    smtp: sendingOff,
    deadlineMs: shortMs,
    causes: ['smtp-off'],
    actor: 'it',
  }),
  look('all-silent', 'both servers fall silent', {
    imap: (talk) => talk.gone,
    smtp: (talk) => talk.gone,
    deadlineMs: shortMs,
    causes: ['server-silent'],
    actor: 'wait',
  }),
  look('refused-though-renewed', 'the token is refused, and the renewed one too', {
    imap: refusing,
    causes: ['token-refused'],
    actor: 'you',
  }),
  look('mailbox-taken-away', 'a shared mailbox refuses a key that was renewed', {
    imap: refusing,
    signsInAs: 'sam@harbour.example',
    causes: ['mailbox-forbidden'],
    actor: 'it',
  }),
  look('not-connected', 'IMAP takes the login and does not connect, sending works', {
    imap: imapScript({ select: (talk, tag) => talk.say(`${tag} BAD User is authenticated but not connected.`) }),
    causes: ['mailbox-unreachable'],
    actor: 'it',
  }),
  look('one-reset-one-fine', 'IMAP is reset in the login, sending works', {
    imap: imapScript({ login: (talk) => talk.reset() }),
    causes: ['connection-lost'],
    actor: 'wait',
  }),
];
