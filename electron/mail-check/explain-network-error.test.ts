// Codes of Node, the resolver and OpenSSL, recorded on Node 24 and in Electron 25.
import { describe, expect, it } from 'vitest';
import type { Rung } from '../../shared/ladder.ts';
import { Secret } from '../setup/secret.ts';
import { explainMailError } from './explain-mail-error.ts';
import type { MailFailure } from './mail-failure.ts';

const explain = (service: 'imap', phase: Rung, failure: MailFailure) =>
  explainMailError(
    {
      service,
      phase,
      server: { host: 'mail.test', port: 993, security: 'tls' },
      by: 'token',
      secret: new Secret('TOKEN123'),
    },
    failure,
  );

describe('the network', () => {
  it.each([
    ['ENOTFOUND', 'name-not-found'],
    ['EAI_AGAIN', 'name-service-silent'],
    ['ECONNREFUSED', 'connection-refused'],
    ['ETIMEDOUT', 'connection-timeout'],
    ['ENETUNREACH', 'no-route'],
    ['ENETDOWN', 'offline'],
    ['ENODATA', 'name-not-found'],
    ['CERT_REVOKED', 'certificate-unknown-signer'],
    ['EHOSTUNREACH', 'no-route'],
    ['EPIPE', 'connection-lost'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-unknown-signer'],
    ['UNSPECIFIED', 'certificate-unknown-signer'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'encryption-not-spoken'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'encryption-too-old'],
    // BoringSSL in Electron, then OpenSSL 3.5 in Node 24, for the same fault.
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'encryption-too-old'],
    ['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'encryption-too-old'],
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'connection-lost'],
    ['E_NEVER_HEARD_OF', 'connection-lost'],
  ] as const)('%s is %s', (code, problem) => {
    expect(explain('imap', 'connection', { kind: 'network', code, syscall: 'x' }).code).toBe(problem);
  });

  it('tells a reset from an orderly end', () => {
    const ended = { kind: 'network', code: 'ECONNRESET' } as const;
    expect(explain('imap', 'certificate', { ...ended, syscall: 'read' }).code).toBe('connection-lost');
    expect(explain('imap', 'certificate', ended).code).toBe('server-closed');
  });

  it('shows a certificate only with a certificate problem', () => {
    const certificate = {
      signer: 'Corp Root',
      subject: 'a',
      names: 'a, b',
      validFrom: '2026-01-01',
      validUntil: '2026-02-01',
    };
    const withIt = (code: string) => explain('imap', 'certificate', { kind: 'network', code, certificate }).facts;
    expect(withIt('UNABLE_TO_VERIFY_LEAF_SIGNATURE')).toMatchObject(certificate);
    expect(withIt('ERR_SSL_WRONG_VERSION_NUMBER')).not.toHaveProperty('signer');
  });
});
