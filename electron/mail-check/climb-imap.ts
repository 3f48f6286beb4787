// IMAP's last two rungs by ImapFlow: login by token or password, then SELECT INBOX with its message count. Must not connect by itself.
import type { ImapFlow } from 'imapflow';
import type { DetailLine } from '../../shared/setup-state.ts';
import type { MailLogin } from '../setup/outside-world.ts';
import { chooseMechanism } from './bearer-login.ts';
import { explainImapFlow } from './imap-flow-failure.ts';
import { MailStop } from './mail-failure.ts';
import { freeSoon, greetThenRewind, type MailProtocol, type MailSession } from './mail-session.ts';
import { choosePasswordMechanism, passwordNotTaken } from './password-login.ts';
import { serverWords } from './server-words.ts';
import { watchFlood } from './watch-flood.ts';

/** Longer than any ladder: the ladder's own deadline decides. */
const longerThanAnyLadder = 60_000;

export const imapProtocol: MailProtocol = {
  prepare: () => import('imapflow'),
  async climb(session) {
    const { clock } = session;
    const trail: Trail = { alerts: [], close: () => {} };
    try {
      const imap = await clock.climb('login', async () => {
        const begun = await begin(session, trail);
        await Promise.race([begun.authenticated, begun.ready, begun.failed]);
        return begun;
      });
      return await clock.climb('mailbox', async () => {
        await Promise.race([imap.ready, imap.failed]);
        const inbox = await Promise.race([imap.client.mailboxOpen('INBOX'), imap.failed]);
        return { messages: inbox.exists, details: imap.details(), leave: () => leave(imap.client, session) };
      });
    } catch (error) {
      trail.close();
      throw explainImapFlow(error, clock.standsOn, trail.alerts);
    }
  },
};

/** What is left to look at and to tidy up when the ladder breaks. */
interface Trail {
  /** Texts the server wants a person to read. */
  readonly alerts: string[];
  close: () => void;
}

interface OpenImap {
  readonly client: ImapFlow;
  /** The server took token or password. */
  readonly authenticated: Promise<void>;
  /** ImapFlow is through with its own preparations. */
  readonly ready: Promise<void>;
  /** Only ever rejects. */
  readonly failed: Promise<never>;
  readonly details: () => readonly DetailLine[];
}

async function begin(session: MailSession, trail: Trail): Promise<OpenImap> {
  const { login, socket } = session;
  const { ImapFlow } = await import('imapflow');
  const greeting = await greetThenRewind(session);
  const flood = watchFlood(socket);
  const { by, secret } = login;
  const auth: { user: string; accessToken?: string; pass?: string; loginMethod?: string } =
    by === 'token'
      ? { user: login.loginName, accessToken: secret.open() }
      : { user: login.loginName, pass: secret.open() };
  const client = new ImapFlow({
    host: login.server.host,
    port: login.server.port,
    secure: true,
    auth,
    // Without it ImapFlow writes to standard output.
    logger: false,
    clientInfo: { name: 'Postkey', version: false, vendor: false, 'support-url': false },
    disableAutoIdle: true,
    disableCompression: true,
    disableAutoEnable: true,
    connectionTimeout: longerThanAnyLadder,
    greetingTimeout: longerThanAnyLadder,
    socketTimeout: longerThanAnyLadder,
    maxLineLength: 64 * 1024,
    maxLiteralSize: 64 * 1024,
    maxResponseSize: 256 * 1024,
    maxResponseTokens: 20_000,
    transport: {
      connect: (_, onConnect) => {
        setImmediate(() => {
          onConnect();
          flood.begin();
        });
        return socket;
      },
    },
  });
  trail.close = () => client.close();
  client.on('alert', ({ message }) => trail.alerts.push(message));
  const failed = new Promise<never>((_, reject) => {
    client.on('error', reject);
    flood.failed.catch(reject);
  });
  failed.catch(() => {});
  let mechanism = '';
  let capabilities = '';
  const authenticated = aroundAuthenticate(client, by, (offered) => {
    capabilities = offered.join(' ');
    mechanism = by === 'token' ? tokenMechanism(offered) : passwordMethod(offered);
    // ImapFlow looks at it only now; left to itself it would take LOGIN for a name with a slash in it.
    if (by === 'password') auth.loginMethod = mechanism;
  });
  const ready = client.connect();
  ready.catch(() => {});
  const details = (): DetailLine[] => [
    ...(greeting === '' ? [] : [{ label: 'greeting', value: serverWords(greeting, secret) ?? '' }]),
    { label: 'capabilities', value: capabilities.slice(0, 400) },
    { label: 'mechanism', value: mechanism },
  ];
  return { client, authenticated, ready, failed, details };
}

/**
 * Steps in at the one moment between "what can the server do" and "log in", for which ImapFlow 2.10.2 has no event (`startSession` calls
 * `authenticate`): it would prefer OAUTHBEARER, only here is the login's own time known, and three questions that a check has no use
 * for (ID again, LIST, LSUB) are saved. Where a later ImapFlow is made otherwise, it asks them. Resolves when the login was accepted.
 */
function aroundAuthenticate(
  client: ImapFlow,
  by: MailLogin['by'],
  choose: (offered: readonly string[]) => void,
): Promise<void> {
  const inner = client as unknown as { authenticate: () => Promise<unknown>; folders?: Map<string, { path: string }> };
  const authenticate = inner.authenticate.bind(client);
  return new Promise((resolve) => {
    inner.authenticate = async () => {
      choose([...client.capabilities.keys()]);
      if (client.capabilities.has('AUTH=XOAUTH2')) client.capabilities.delete('AUTH=OAUTHBEARER');
      const answer = await authenticate();
      resolve();
      // 163 and 126 open no mailbox to a program that has not said its name since the login.
      if (by === 'token') client.capabilities.delete('ID');
      inner.folders?.set('INBOX', { path: 'INBOX' });
      return answer;
    };
  });
}

const mechanismsIn = (capabilities: readonly string[]): readonly string[] =>
  capabilities.flatMap((name) => /^AUTH=(.+)$/u.exec(name)?.[1] ?? []);

function tokenMechanism(capabilities: readonly string[]): string {
  const offered = mechanismsIn(capabilities);
  const chosen = chooseMechanism(offered);
  if (chosen !== null) return chosen;
  const facts = { offered: offered.join(' ').slice(0, 100) };
  throw new MailStop({ kind: 'known', code: 'sign-in-not-offered', facts });
}

/** In ImapFlow's names. The plain command LOGIN is there unless the server says otherwise (RFC 9051 section 6.2.3). */
function passwordMethod(capabilities: readonly string[]): string {
  const offered = mechanismsIn(capabilities);
  const chosen = choosePasswordMechanism(offered);
  if (chosen !== null) return `AUTH=${chosen}`;
  if (capabilities.includes('LOGINDISABLED')) throw passwordNotTaken(offered);
  return 'LOGIN';
}

function leave(client: ImapFlow, session: MailSession): void {
  freeSoon(session.socket);
  client.logout().catch(() => {});
}
