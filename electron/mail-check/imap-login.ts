// IMAP's login in our own lines, for connections that are handed on byte for byte afterwards: a library would keep some of them. Must
// not connect, and opens no mailbox.
import type { MailLogin } from '../setup/outside-world.ts';
import { type Challenge, readChallenge } from './bearer-challenge.ts';
import { bearerResponse, chooseMechanism, closingResponse } from './bearer-login.ts';
import type { LineWire } from './line-wire.ts';
import { MailStop, readReply } from './mail-failure.ts';
import { choosePasswordMechanism, passwordNotTaken, plainResponse } from './password-login.ts';

/** Capabilities in brackets behind an OK (RFC 9051 section 7.1), or in a line of their own; null when there are none. */
export function imapCapabilities(line: string): readonly string[] | null {
  const found = /^(?:\S+ OK \[|\* )CAPABILITY ([^\]]{1,8000})/iu.exec(line)?.[1];
  return found === undefined ? null : found.trim().split(/ +/u);
}

export async function askImapCapabilities(wire: LineWire): Promise<readonly string[]> {
  wire.write('P0 CAPABILITY');
  const { capabilities } = await untilTagged(wire, 'P0');
  return capabilities ?? [];
}

/** Answers what the server can do from now on; empty when it did not say. Throws `MailStop`. */
export async function logInToImap(
  wire: LineWire,
  login: MailLogin,
  offers: readonly string[],
): Promise<readonly string[]> {
  const names = offers.map((name) => name.toUpperCase());
  const offered = names.flatMap((name) => /^AUTH=(.+)$/u.exec(name)?.[1] ?? []);
  const inOneLine = names.includes('SASL-IR');
  const { capabilities } =
    login.by === 'token' ? await sendToken(wire, login, offered, inOneLine) : await sendPassword(wire, login, names);
  return capabilities ?? askImapCapabilities(wire);
}

async function sendToken(wire: LineWire, login: MailLogin, offered: readonly string[], inOneLine: boolean) {
  const { loginName, server, secret } = login;
  const mechanism = chooseMechanism(offered);
  if (mechanism === null) {
    const facts = { offered: offered.join(' ').slice(0, 100) };
    throw new MailStop({ kind: 'known', code: 'sign-in-not-offered', facts });
  }
  const response = bearerResponse(mechanism, { loginName, host: server.host, port: server.port }, secret);
  const answers = inOneLine ? [] : [response];
  wire.write(`P1 AUTHENTICATE ${mechanism}${inOneLine ? ` ${response}` : ''}`);
  return untilTagged(wire, 'P1', () => answers.shift() ?? { challenged: closingResponse(mechanism) });
}

function sendPassword(wire: LineWire, login: MailLogin, names: readonly string[]) {
  const { loginName, secret } = login;
  const offered = names.flatMap((name) => /^AUTH=(.+)$/u.exec(name)?.[1] ?? []);
  if (choosePasswordMechanism(offered) === 'PLAIN') {
    wire.write('P1 AUTHENTICATE PLAIN');
    return untilTagged(wire, 'P1', () => plainResponse(loginName, secret));
  }
  if (names.includes('LOGINDISABLED')) throw passwordNotTaken(offered);
  // Literals take every sign that a name or a password can have (RFC 9051 section 4.3).
  const [name, password] = [Buffer.from(loginName), Buffer.from(secret.open())];
  const rest = [`${name.toString('latin1')} {${password.length}}`, password.toString('latin1')];
  wire.write(`P1 LOGIN {${name.length}}`);
  return untilTagged(wire, 'P1', () => rest.shift() ?? '');
}

interface Tagged {
  /** The newest that the server said meanwhile. */
  readonly capabilities: readonly string[] | null;
}

/** Reads up to the answer of a command; `answer` is asked for a line whenever the server invites one. */
async function untilTagged(
  wire: LineWire,
  tag: string,
  answer: () => string | { readonly challenged: string } = () => '*',
): Promise<Tagged> {
  let capabilities: readonly string[] | null = null;
  let challenge: Challenge | null = null;
  for (;;) {
    const line = await wire.readLine();
    capabilities = imapCapabilities(line) ?? capabilities;
    if (line === '+' || line.startsWith('+ ')) {
      const said = answer();
      if (typeof said === 'object') challenge = readChallenge(line.slice(1));
      wire.write(typeof said === 'object' ? said.challenged : said);
    } else if (line.startsWith(`${tag} `)) {
      if (/^\S+ OK\b/iu.test(line)) return { capabilities };
      throw refusal(line, challenge);
    } else if (/^\* BYE\b/iu.test(line)) {
      throw refusal(line.slice(2), challenge);
    } else if (!line.startsWith('* ')) {
      throw new MailStop({ kind: 'known', code: 'server-unreadable', said: line });
    }
  }
}

function refusal(line: string, challenge: Challenge | null): MailStop {
  const reply = readReply('imap', line);
  if (!/^(?:NO|BAD|BYE)$/u.test(reply.status)) {
    return new MailStop({ kind: 'known', code: 'server-unreadable', said: line });
  }
  return new MailStop(challenge ? { kind: 'reply', reply, challenge } : { kind: 'reply', reply });
}
