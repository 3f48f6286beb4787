// An SMTP server (smtp-server) that opens to tokens only. What is sent to it is counted and forgotten: nothing is delivered.
import type { TLSSocket } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import type { TokenDoor } from './token-door.ts';

const largestMessage = 1_000_000;

export interface SmtpWelcome {
  welcome(socket: TLSSocket): void;
}

/** Connections arrive already secured; this server listens on no port of its own. */
export function makeSmtpWelcome(door: TokenDoor): SmtpWelcome {
  const server = new SMTPServer({
    secure: true,
    secured: true,
    logger: false,
    name: 'localhost',
    banner: 'Postkey practice is here',
    authMethods: ['XOAUTH2'],
    size: largestMessage,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onAuth(auth, _session, callback) {
      if (auth.method !== 'XOAUTH2') return callback(refusal(504, 'Practice opens to tokens only'));
      door.knock('smtp', { user: auth.username ?? '', token: auth.accessToken ?? '' }).then(
        (answer) => {
          if (answer.kind === 'open') return callback(null, { user: answer.person.address });
          if (answer.kind === 'switched-off') return callback(refusal(535, switchedOff));
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
  return { welcome: (socket) => server.connect(socket) };
}

/** The reply of Exchange Online, by which mail programs know the case. */
const switchedOff = '5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.';

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
