// Nodemailer's errors as failures. Pure; the shapes were recorded with Nodemailer 10.6.0. A bug stays an exception.
import { networkFailure } from './line-wire.ts';
import { MailStop, readReply } from './mail-failure.ts';

interface NodemailerError extends Error {
  readonly code?: unknown;
  /** What the code was before Nodemailer put its own in its place. */
  readonly originalCode?: unknown;
  readonly syscall?: unknown;
  readonly response?: unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Always a `MailStop` for what a server or network did; anything else comes back as it is. */
export function explainNodemailer(error: unknown): unknown {
  if (error instanceof MailStop || !(error instanceof Error)) return error;
  const seen: NodemailerError = error;
  const response = text(seen.response);
  if (/^[45]\d\d/u.test(response)) return new MailStop({ kind: 'reply', reply: readReply('smtp', response) });
  switch (seen.code) {
    case 'EPROTOCOL':
      return new MailStop({ kind: 'known', code: 'server-unreadable', ...(response === '' ? {} : { said: response }) });
    case 'ECONNECTION':
    case 'EAUTH':
      return new MailStop({ kind: 'known', code: 'server-closed' });
    case 'ETIMEDOUT':
      return new MailStop({ kind: 'known', code: 'server-silent' });
    case 'ESOCKET':
      return new MailStop(networkFailure(text(seen.originalCode) || undefined, text(seen.syscall) || undefined));
    default:
      return error;
  }
}
