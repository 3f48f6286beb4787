// An SMTP server (smtp-server) that opens to tokens only. What is sent to it is counted and forgotten: nothing is delivered.
import type { TLSSocket } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import type { PracticeStage } from './practice-stage.ts';
import { type LineHandler, type LineTalk, speakLines } from './speak-lines.ts';
import type { TokenDoor } from './token-door.ts';

const largestMessage = 1_000_000;

export interface SmtpWelcome {
  welcome(socket: TLSSocket): void;
}

/** Connections arrive already secured; this server listens on no port of its own. */
export function makeSmtpWelcome(door: TokenDoor, stage: PracticeStage): SmtpWelcome {
  const byToken = makeServer(door, ['XOAUTH2']);
  const byPassword = makeServer(door, ['PLAIN', 'LOGIN']);
  return {
    welcome: (socket) => {
      const { hello, offers } = stage.now();
      if (hello !== undefined) speakLines(socket, (talk) => refuseHello(talk, hello));
      else (offers === 'passwords-only' ? byPassword : byToken).connect(socket);
    },
  };
}

function makeServer(door: TokenDoor, authMethods: string[]): SMTPServer {
  const server = new SMTPServer({
    secure: true,
    secured: true,
    logger: false,
    name: 'localhost',
    banner: 'Postkey practice is here',
    authMethods,
    size: largestMessage,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onAuth(auth, _session, callback) {
      if (auth.method !== 'XOAUTH2') return callback(refusal(504, 'Practice opens to tokens only'));
      door.knock('smtp', { user: auth.username ?? '', token: auth.accessToken ?? '' }).then(
        (answer) => {
          if (answer.kind === 'open') return callback(null, { user: answer.person.address });
          if (answer.kind === 'turned-away')
            return callback(refusal(Number(answer.reply.slice(0, 3)), answer.reply.slice(4)));
          callback(null, { data: { status: answer.status, schemes: 'Bearer', scope: answer.scope } });
        },
        () => callback(refusal(454, '4.7.0 Practice could not look the token up')),
      );
    },
    onData(stream, _session, callback) {
      stream.on('end', () => callback(null, 'Practice took it and delivers nothing'));
      stream.resume();
    },
  });
  // A connection that breaks is that client's business.
  server.on('error', () => undefined);
  return server;
}

/** A server that takes no greeting: not a thing smtp-server can be set to. */
function refuseHello(talk: LineTalk, hello: string): LineHandler {
  talk.say('220 localhost ESMTP');
  return (line) => {
    const isQuit = /^QUIT\b/iu.test(line);
    talk.say(isQuit ? '221 Bye' : hello);
    if (isQuit) talk.hangUp();
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
