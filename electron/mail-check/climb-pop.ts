// POP3's last two rungs, by our own client: no kept library does the two-line AUTH that Exchange wants (RFC 5034 section 4 lets a command
// line have 255 octets, less than most tokens). Login, then STAT.
import type { DetailLine } from '../../shared/setup-state.ts';
import type { MailLogin } from '../setup/outside-world.ts';
import { type Challenge, readChallenge } from './bearer-challenge.ts';
import { bearerResponse, chooseMechanism, closingResponse } from './bearer-login.ts';
import { readGreeting } from './greeting.ts';
import { LineWire } from './line-wire.ts';
import { MailStop, readReply } from './mail-failure.ts';
import { freeSoon, type MailProtocol, type MailSession } from './mail-session.ts';
import { choosePasswordMechanism, passwordNotTaken, plainResponse } from './password-login.ts';
import { serverWords } from './server-words.ts';

export const popProtocol: MailProtocol = {
  prepare: async () => {},
  async climb(session) {
    const { clock, socket } = session;
    const wire = new LineWire(socket);
    const details = await clock.climb('login', () => logIn(wire, session));
    return clock.climb('mailbox', async () => {
      wire.write('STAT');
      const line = await wire.readLine();
      if (!isOk(line)) throw refusal(line);
      const count = /^\+OK (\d{1,9})\b/iu.exec(line)?.[1];
      return {
        details,
        ...(count === undefined ? {} : { messages: Number(count) }),
        leave: () => leave(wire, session),
      };
    });
  },
};

const isOk = (line: string): boolean => /^\+OK\b/iu.test(line);
const isContinuation = (line: string): boolean => line === '+' || line.startsWith('+ ');

function refusal(line: string, challenge: Challenge | null = null): MailStop {
  if (!/^-ERR\b/iu.test(line)) return new MailStop({ kind: 'known', code: 'server-unreadable', said: line });
  const reply = readReply('pop', line);
  return new MailStop(challenge ? { kind: 'reply', reply, challenge } : { kind: 'reply', reply });
}

async function logIn(wire: LineWire, session: MailSession): Promise<readonly DetailLine[]> {
  const { login } = session;
  const greeting = session.greeted ? '' : ((await readGreeting(wire, 'pop'))[0] ?? '');
  const capabilities = await askCapabilities(wire);
  const offered = capabilities.flatMap((line) => /^SASL\s+(.+)$/iu.exec(line)?.[1]?.trim().split(/\s+/u) ?? []);
  const byToken = login.by === 'token';
  const mechanism = byToken
    ? await sendToken(wire, login, offered)
    : await sendPassword(wire, login, capabilities, offered);
  return [
    ...(greeting === '' ? [] : [{ label: 'greeting', value: serverWords(greeting, login.secret) ?? '' }]),
    { label: 'capabilities', value: capabilities.join(' | ').slice(0, 400) },
    { label: 'mechanism', value: mechanism },
  ];
}

async function sendToken(wire: LineWire, login: MailLogin, offered: readonly string[]): Promise<string> {
  const { host, port } = login.server;
  // Some servers keep XOAUTH2 out of their list and take it all the same.
  const mechanism = chooseMechanism(offered) ?? 'XOAUTH2';
  wire.write(`AUTH ${mechanism}`);
  const invitation = await wire.readLine();
  if (!isContinuation(invitation)) {
    if (!/^-ERR\b/iu.test(invitation) || offered.includes(mechanism)) throw refusal(invitation);
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
  if (!isOk(answer)) throw refusal(answer, challenge);
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
    if (!isContinuation(invitation)) throw refusal(invitation);
    wire.write(plainResponse(login.loginName, login.secret));
    const answer = await wire.readLine();
    if (!isOk(answer)) throw refusal(answer);
    return 'PLAIN';
  }
  if (offered.length > 0 && !capabilities.some((line) => /^USER\b/iu.test(line))) throw passwordNotTaken(offered);
  wire.write(`USER ${onWire(login.loginName)}`);
  const known = await wire.readLine();
  if (!isOk(known)) throw refusal(known);
  wire.write(`PASS ${onWire(login.secret.open())}`);
  const answer = await wire.readLine();
  if (!isOk(answer)) throw refusal(answer);
  return 'USER';
}

/** The wire takes latin1: UTF-8 goes over it byte by byte (RFC 6856). */
const onWire = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Empty when the server has no CAPA, which is allowed (RFC 2449). */
async function askCapabilities(wire: LineWire): Promise<readonly string[]> {
  wire.write('CAPA');
  const first = await wire.readLine();
  if (!isOk(first)) return [];
  const lines: string[] = [];
  for (let line = await wire.readLine(); line !== '.'; line = await wire.readLine())
    lines.push(line.replace(/[^\x20-\x7e]/gu, ''));
  return lines;
}

function leave(wire: LineWire, session: MailSession): void {
  freeSoon(session.socket);
  wire.write('QUIT');
  wire.readLine().then(
    () => session.socket.end(),
    () => session.socket.destroy(),
  );
}
