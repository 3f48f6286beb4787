// Where Dovecot's submission service hands on what it takes for sending: a mail server that takes all, shows it and sends nothing.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface SendingEnd {
  readonly port: number;
  /** The newest of what was taken, oldest first: the beginning of each as it came, headers and body. */
  taken(): readonly string[];
  stop(): Promise<void>;
}

/** More is not looked at, and others send by the megabyte. */
const [keptMails, keptBytes] = [50, 65_536];

export async function openSendingEnd(): Promise<SendingEnd> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      let bytes = 0;
      stream.on('data', (chunk: Buffer) => {
        if (bytes < keptBytes) chunks.push(chunk);
        bytes += chunk.length;
      });
      stream.once('end', () => {
        mails.push(Buffer.concat(chunks).toString('utf8'));
        if (mails.length > keptMails) mails.shift();
        done();
      });
    },
  });
  // Dovecot hangs up without a word when its own client did.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    taken: () => mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
