// ImapFlow's errors as failures. Pure; the shapes were recorded with ImapFlow 2.10.2. A bug stays an exception.
import type { Rung } from '../../shared/ladder.ts';
import { challengeFrom } from './bearer-challenge.ts';
import { networkFailure } from './line-wire.ts';
import { MailStop, readReply } from './mail-failure.ts';

/** The fields ImapFlow puts on its errors; none of them is sure to be there. */
interface ImapFlowError extends Error {
  readonly code?: unknown;
  readonly syscall?: unknown;
  /** The whole tagged line, once ImapFlow has enriched the error. */
  readonly response?: unknown;
  readonly responseStatus?: unknown;
  readonly responseText?: unknown;
  readonly serverResponseCode?: unknown;
  readonly oauthError?: unknown;
  readonly authenticationFailed?: unknown;
  /** What the server said in its BYE. */
  readonly reason?: unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const unreadable =
  /^(?:LineTooLarge|LiteralTooLarge|ResponseTooLarge|TooManyTokens|MAX_IMAP_NESTING_REACHED|ParserError\w*|UnexpectedTag|MissingTag|InvalidResponse|ResponseProcessingFailed)$/u;
const closed = /^(?:NoConnection|EConnectionClosed|StateLogout|ClosedAfterConnect\w*)$/u;

/** Always a `MailStop` for what a server or network did; anything else comes back as it is. `alerts` are told with the reply. */
export function explainImapFlow(error: unknown, phase: Rung, alerts: readonly string[]): unknown {
  if (error instanceof MailStop || !(error instanceof Error)) return error;
  const seen: ImapFlowError = error;
  const code = text(seen.code);
  // Before the words: OpenSSL's errors have a `reason` too, which is no good-bye of the server's.
  if (/^ERR_SSL_/u.test(code)) return new MailStop(networkFailure(code, text(seen.syscall) || undefined));
  const line = lineOf(seen);
  if (line !== '') {
    const challenge = challengeFrom(seen.oauthError);
    const reply = readReply('imap', [line, ...alerts.filter((alert) => !line.includes(alert))].join(' '));
    return new MailStop(challenge ? { kind: 'reply', reply, challenge } : { kind: 'reply', reply });
  }
  if (unreadable.test(code)) return new MailStop({ kind: 'known', code: 'server-unreadable' });
  if (closed.test(code)) {
    const said = alerts.join(' ');
    return new MailStop({ kind: 'known', code: 'server-closed', ...(said === '' ? {} : { said }) });
  }
  if (/_TIMEOUT$|^ETIMEOUT$/u.test(code)) return new MailStop({ kind: 'known', code: 'server-silent' });
  if (/^E[A-Z]+$/u.test(code)) return new MailStop(networkFailure(code, text(seen.syscall) || undefined));
  if (seen.authenticationFailed === true) return new MailStop({ kind: 'known', code: 'login-refused' });
  // "Failed to fetch folders": the server refused LIST, and ImapFlow keeps its words to itself.
  if (phase === 'mailbox' && error.constructor === Error)
    return new MailStop({ kind: 'known', code: 'mailbox-unreachable' });
  return error;
}

function lineOf(error: ImapFlowError): string {
  const reason = text(error.reason);
  if (reason !== '') return `BYE ${reason}`;
  const response = text(error.response);
  const status = text(error.responseStatus);
  // "Authenticated but not connected" comes as bare words, without status or tag.
  if (response !== '') return status === '' && !/^\S+ (?:NO|BAD|BYE)\b/u.test(response) ? `BAD ${response}` : response;
  if (status === '') return '';
  const code = text(error.serverResponseCode);
  return [status, code === '' ? '' : `[${code}]`, text(error.responseText)].filter((part) => part !== '').join(' ');
}
