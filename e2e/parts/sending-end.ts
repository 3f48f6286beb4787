// Where Dovecot's submission service hands on what it takes for sending: a mail server that takes all and sends nothing.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface SendingEnd {
  readonly port: number;
  stop(): Promise<void>;
}

export async function openSendingEnd(): Promise<SendingEnd> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
  });
  // Dovecot hangs up without a word when its own client did.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
