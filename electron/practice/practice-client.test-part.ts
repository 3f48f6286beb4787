// What a mail app does with practice, by the libraries that Postkey uses: signs in, renews, logs in at the three servers.
import { connect } from 'node:tls';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import * as oidc from 'openid-client';
import type { MailProvider, Service } from '../../shared/mail-provider.ts';
import type { Practice } from './practice.ts';
import { makeVisitor, type Visit, type Visitor } from './visitor.test-part.ts';

export type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

export const returnAddress = 'http://127.0.0.1:9/postkey';

export function allScopes({ scopes, extraScopes }: MailProvider): string {
  return [...extraScopes, ...Object.values(scopes).flat()].join(' ');
}

export async function discover(practice: Practice): Promise<oidc.Configuration> {
  const issuer = new URL(practice.provider.issuer ?? '');
  return oidc.discovery(issuer, practice.clientId, undefined, oidc.None(), { execute: [oidc.allowInsecureRequests] });
}

export interface BegunRoad {
  readonly visitor: Visitor;
  readonly first: Visit;
  redeem(end: Visit): Promise<Tokens>;
}

/** Opens the sign-in page as the browser would. */
export async function beginRoad(
  practice: Practice,
  config: oidc.Configuration,
  extra: Readonly<Record<string, string>> = {},
): Promise<BegunRoad> {
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const nonce = oidc.randomNonce();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: returnAddress,
    scope: allScopes(practice.provider),
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    login_hint: practice.address,
    state,
    nonce,
    ...extra,
  });
  const visitor = makeVisitor(practice.provider.issuer ?? '');
  return {
    visitor,
    first: await visitor.open(url.href),
    redeem: (end) =>
      oidc.authorizationCodeGrant(config, end.url, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
      }),
  };
}

/** The whole way through both pages. */
export async function signIn(
  practice: Practice,
  config: oidc.Configuration,
  address = practice.address,
): Promise<Tokens> {
  const road = await beginRoad(practice, config);
  const consent = await road.visitor.press(road.first, 'go-on', { address, password: 'anything' });
  return road.redeem(await road.visitor.press(consent, 'allow'));
}

export interface MailFailure {
  readonly said: string;
}

/** Null when the login passed; else what the server said. */
export async function logIn(
  practice: Practice,
  service: Service,
  token: string,
  user = practice.address,
): Promise<MailFailure | null> {
  const server = practice.provider.servers[service];
  if (!server) throw new Error(`No ${service}`);
  const tls = { ca: [...practice.ca], servername: 'localhost' };
  if (service === 'pop') return logInToPop(server.port, tls, user, token);
  if (service === 'smtp') {
    const transport = createTransport({
      host: 'localhost',
      port: server.port,
      secure: true,
      tls,
      auth: { type: 'OAuth2', user, accessToken: token },
    });
    try {
      await transport.verify();
      return null;
    } catch (error) {
      return { said: String(Object.getOwnPropertyDescriptor(error, 'response')?.value ?? error) };
    } finally {
      transport.close();
    }
  }
  const client = new ImapFlow({
    host: 'localhost',
    port: server.port,
    secure: true,
    tls,
    auth: { user, accessToken: token },
    logger: false,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const box = await client.mailboxOpen('INBOX');
    if (box.exists !== 3) throw new Error(`${box.exists} messages`);
    const status = await client.status('INBOX', { messages: true, unseen: true });
    if (status === false || status.messages !== 3) throw new Error('no status');
    if ((await client.list()).length !== 1) throw new Error('no list');
    await client.noop();
    await client.logout();
    return null;
  } catch (error) {
    client.close();
    return { said: JSON.stringify(error) };
  }
}

/** Sends lines and resolves with everything said until the server hangs up. */
export function talk(
  port: number,
  tls: { ca: string[]; servername: string },
  lines: readonly string[],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, ...tls });
    const waiting = [...lines];
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
      // A line is answered by one that ends it: a status, a prompt, or the dot after a list.
      const next = /(?:^|\n)(?:\+ .*|\+OK.*|-ERR.*|\.|\* (?:OK|BYE).*|[a-z]\d (?:OK|NO|BAD).*)\r\n$/u.test(said)
        ? waiting.shift()
        : undefined;
      if (next !== undefined) socket.write(`${next}\r\n`);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(said));
  });
}

export function bearerText(user: string, token: string): string {
  return Buffer.from(`user=${user}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64');
}

async function logInToPop(
  port: number,
  tls: { ca: string[]; servername: string },
  user: string,
  token: string,
): Promise<MailFailure | null> {
  const said = await talk(port, tls, ['AUTH XOAUTH2', bearerText(user, token), 'STAT', 'QUIT', 'QUIT']);
  return /^\+OK 3 \d+\r$/mu.test(said) ? null : { said };
}
