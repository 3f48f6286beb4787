// The three mail servers of practice, and what is played on the way to them: other addresses, other ports, a resolver that finds
// nothing. Hands out; the check of the mail itself is Postkey's own.
import { connect, createServer, Socket } from 'node:net';
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import { services } from '../../shared/mail-provider.ts';
import { type Letters, welcomeImap } from './imap-door.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import { makeContexts } from './played-certificates.ts';
import type { Play } from './plays/play.ts';
import { welcomePop } from './pop-door.ts';
import type { PracticeCertificates } from './practice-certificates.ts';
import type { PracticeStage } from './practice-stage.ts';
import { makeSmtpWelcome } from './smtp-door.ts';
import { speakLines } from './speak-lines.ts';
import { openTlsDoor } from './tls-door.ts';
import type { TokenDoor } from './token-door.ts';

export type MailPorts = Readonly<Record<Service, number>>;

/** What stands between a mail check and practice's servers. */
export interface PracticeRoads {
  /** One of practice's own: checked by the means below. */
  owns(server: MailServer): boolean;
  /** Where to find it while this is played. */
  handOut(service: Service, server: MailServer): MailServer;
  /** The addresses of a name; rejects as the system's resolver does. */
  lookUp(host: string): Promise<readonly string[]>;
  connect(address: string, port: number): Socket;
}

export interface MailDoors {
  readonly ports: MailPorts;
  readonly roads: PracticeRoads;
  close(): Promise<void>;
}

/** For servers that speak plain words before the handshake, and offer none. */
const plainGreetings: Readonly<Record<Service, string>> = {
  imap: '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready',
  pop: '+OK ready',
  smtp: '220 localhost ESMTP ready',
};

function plainAnswer(service: Service, line: string): string {
  if (service === 'imap') return `${line.split(' ')[0] ?? '*'} BAD Unknown command`;
  if (service === 'pop') return '-ERR Unknown command';
  return /^EHLO\b/iu.test(line) ? '250 localhost' : '502 5.5.1 Command not implemented';
}

/** Opens all of them; `wishes` are the ports of an earlier run. */
export async function openMailDoors(
  parts: {
    readonly certificates: PracticeCertificates;
    readonly door: TokenDoor;
    readonly stage: PracticeStage;
    readonly letters: Letters;
  },
  wishes: Partial<MailPorts> | undefined,
): Promise<MailDoors> {
  const { certificates, door, stage, letters } = parts;
  const opened: { close(): Promise<void> }[] = [];
  const smtp = makeSmtpWelcome(door, stage);
  const welcomes = {
    imap: (socket: Parameters<typeof welcomeImap>[0]) => welcomeImap(socket, door, stage, letters),
    pop: (socket: Parameters<typeof welcomePop>[0]) => welcomePop(socket, door, stage, letters),
    smtp: smtp.welcome,
  };
  const tls = { contextOf: makeContexts(certificates, () => stage.now().certificate), now: stage.now };
  const open = async <T extends { close(): Promise<void> }>(made: Promise<T>): Promise<T> => {
    const each = await made;
    opened.push(each);
    return each;
  };
  const openService = async (service: Service): Promise<number> => {
    const made = openTlsDoor(tls, wishes?.[service], (socket) => {
      if (!spoilGreeting(socket, stage.now().greeting, service)) welcomes[service](socket);
    });
    return (await open(made)).port;
  };
  const openPlain = async (service: Service): Promise<number> => {
    const sockets = new Set<Socket>();
    const makeServer = () =>
      createServer((socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
        socket.on('error', () => socket.destroy());
        speakLines(socket, (talk) => {
          talk.say(plainGreetings[service]);
          return (line) => talk.say(plainAnswer(service, line));
        });
      });
    const listening = await listenOnLoopback(makeServer);
    opened.push({
      close: () => {
        for (const socket of sockets) socket.destroy();
        return listening.close();
      },
    });
    return listening.port;
  };
  const close = async (): Promise<void> => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
  };
  try {
    const ports = { imap: await openService('imap'), pop: await openService('pop'), smtp: await openService('smtp') };
    const plain = { imap: await openPlain('imap'), pop: await openPlain('pop'), smtp: await openPlain('smtp') };
    const closed = await closedPort();
    return { ports, roads: roadsTo({ ports, plain, closed }, stage.now), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** True when the greeting was played and nothing is left to welcome. */
function spoilGreeting(socket: Socket, greeting: Play['greeting'], service: Service): boolean {
  if (greeting === undefined) return false;
  socket.resume();
  if (greeting === 'hang-up') socket.end();
  else if (greeting !== 'silence') {
    const words = greeting[service];
    if (words === undefined) return false;
    socket.end(`${words}\r\n`);
  }
  return true;
}

/** A port that nobody listens on: it was free a moment ago, and systems give ports out anew only after many others. */
async function closedPort(): Promise<number> {
  const { port, close } = await listenOnLoopback(() => createServer());
  await close();
  return port;
}

interface Places {
  readonly ports: MailPorts;
  readonly plain: MailPorts;
  readonly closed: number;
}

function roadsTo({ ports, plain, closed }: Places, now: () => Play): PracticeRoads {
  return {
    owns: ({ host, port }) => host === 'localhost' && services.some((service) => ports[service] === port),
    handOut(service, server) {
      const { lookUp, connection, withoutStartTls } = now();
      // Reserved for names that must not exist (RFC 6761).
      if (lookUp !== undefined) return { ...server, host: `${service}.practice.invalid` };
      if (connection === 'closed-port') return { ...server, port: closed };
      return withoutStartTls ? { ...server, port: plain[service], security: 'starttls' } : server;
    },
    lookUp: (host) => {
      const { lookUp } = now();
      return lookUp === undefined
        ? Promise.resolve(['127.0.0.1'])
        : Promise.reject(Object.assign(new Error(`getaddrinfo ${lookUp} ${host}`), { code: lookUp }));
    },
    connect(address, port) {
      const { connection } = now();
      if (connection === undefined || connection === 'closed-port') {
        return connect({ host: address, port, noDelay: true });
      }
      const socket = new Socket();
      if (connection !== 'silence') {
        const error = Object.assign(new Error(`connect ${connection}`), { code: connection, syscall: 'connect' });
        setImmediate(() => socket.destroy(error));
      }
      return socket;
    },
  };
}
