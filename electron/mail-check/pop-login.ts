// POP3's login on a connection that stands: by token in the two-line AUTH that Exchange wants (RFC 5034 section 4 lets a command line have
// 255 octets, less than most tokens), by password otherwise. Must not connect, and opens no mailbox.
import type { MailLogin } from '../setup/outside-world.ts';
import { type Challenge, readChallenge } from './bearer-challenge.ts';
import { bearerResponse, chooseMechanism, closingResponse } from './bearer-login.ts';
import type { LineWire } from './line-wire.ts';
import { MailStop, readReply } from './mail-failure.ts';
import { choosePasswordMechanism, passwordNotTaken, plainResponse } from './password-login.ts';

export const isPopOk = (line: string): boolean => /^\+OK\b/iu.test(line);
const isContinuation = (line: string): boolean => line === '+' || line.startsWith('+ ');

/** What a line that is no `+OK` stops the login with. */
export function popRefusal(line: string, challenge: Challenge | null = null): MailStop {
  if (!/^-ERR\b/iu.test(line)) return new MailStop({ kind: 'known', code: 'server-unreadable', said: line });
  const reply = readReply('pop', line);
  return new MailStop(challenge ? { kind: 'reply', reply, challenge } : { kind: 'reply', reply });
}

/** Empty when the server has no CAPA, which is allowed (RFC 2449). */
export async function askPopCapabilities(wire: LineWire): Promise<readonly string[]> {
  wire.write('CAPA');
  const first = await wire.readLine();
  if (!isPopOk(first)) return [];
  const lines: string[] = [];
  for (let line = await wire.readLine(); line !== '.'; line = await wire.readLine())
    lines.push(line.replace(/[^\x20-\x7e]/gu, ''));
  return lines;
}

/** Answers the mechanism that the server took. Throws `MailStop`. */
export function logInToPop(wire: LineWire, login: MailLogin, capabilities: readonly string[]): Promise<string> {
  const offered = capabilities.flatMap((line) => /^SASL\s+(.+)$/iu.exec(line)?.[1]?.trim().split(/\s+/u) ?? []);
  return login.by === 'token' ? sendToken(wire, login, offered) : sendPassword(wire, login, capabilities, offered);
}

async function sendToken(wire: LineWire, login: MailLogin, offered: readonly string[]): Promise<string> {
  const { host, port } = login.server;
  // Some servers keep XOAUTH2 out of their list and take it all the same.
  const mechanism = chooseMechanism(offered) ?? 'XOAUTH2';
  wire.write(`AUTH ${mechanism}`);
  const invitation = await wire.readLine();
  if (!isContinuation(invitation)) {
    if (!/^-ERR\b/iu.test(invitation) || offered.includes(mechanism)) throw popRefusal(invitation);
    const facts = { offered: offered.join(' ').slice(0, 100) };
    throw new MailStop({ kind: 'known', code: 'sign-in-not-offered', facts, said: invitation });
  }
  wire.write(bearerResponse(mechanism, { loginName: login.loginName, host, port }, login.secret));
  let answer = await wire.readLine();
  let challenge: Challenge | null = null;
  if (isContinuation(answer)) {
    challenge = readChallenge(answer.slice(1));
    wire.write(closingResponse(mechanism));
    answer = await wire.readLine();
  }
  if (!isPopOk(answer)) throw popRefusal(answer, challenge);
  return mechanism;
}

/** PLAIN in two lines where it is listed; else USER and PASS (RFC 1939 section 7), unless the server lists ways and not this one. */
async function sendPassword(
  wire: LineWire,
  login: MailLogin,
  capabilities: readonly string[],
  offered: readonly string[],
): Promise<string> {
  if (choosePasswordMechanism(offered) === 'PLAIN') {
    wire.write('AUTH PLAIN');
    const invitation = await wire.readLine();
    if (!isContinuation(invitation)) throw popRefusal(invitation);
    wire.write(plainResponse(login.loginName, login.secret));
    const answer = await wire.readLine();
    if (!isPopOk(answer)) throw popRefusal(answer);
    return 'PLAIN';
  }
  if (offered.length > 0 && !capabilities.some((line) => /^USER\b/iu.test(line))) throw passwordNotTaken(offered);
  wire.write(`USER ${onWire(login.loginName)}`);
  const known = await wire.readLine();
  if (!isPopOk(known)) throw popRefusal(known);
  wire.write(`PASS ${onWire(login.secret.open())}`);
  const answer = await wire.readLine();
  if (!isPopOk(answer)) throw popRefusal(answer);
  return 'USER';
}

/** The wire takes latin1: UTF-8 goes over it byte by byte (RFC 6856). */
const onWire = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
