import { describe, expect, it } from 'vitest';
import { judgeGreeting } from './greeting.ts';

describe('judgeGreeting', () => {
  it.each([
    ['imap', '* OK [CAPABILITY IMAP4rev1] ready', { kind: 'ready' }],
    ['imap', '* ok ready', { kind: 'ready' }],
    ['imap', '* BYE go away', { kind: 'refused' }],
    ['imap', '* PREAUTH hello', { kind: 'unreadable' }],
    ['imap', '+OK POP3 ready', { kind: 'other', spoken: 'pop' }],
    ['imap', '220 mail.test ESMTP', { kind: 'other', spoken: 'smtp' }],
    ['imap', '* OKAY', { kind: 'unreadable' }],
    ['pop', '+OK ready <1.2@mail.test>', { kind: 'ready' }],
    ['pop', '-ERR busy', { kind: 'refused' }],
    ['pop', '* OK ready', { kind: 'other', spoken: 'imap' }],
    ['smtp', '220 mail.test ESMTP', { kind: 'ready' }],
    ['smtp', '220-mail.test', { kind: 'ready' }],
    ['smtp', '220', { kind: 'ready' }],
    ['smtp', '554 no service', { kind: 'refused' }],
    ['smtp', '421 busy', { kind: 'refused' }],
    ['smtp', '220 (vsFTPd 3.0.3)', { kind: 'other', spoken: 'ftp' }],
    ['smtp', 'SSH-2.0-OpenSSH_9.2', { kind: 'other', spoken: 'ssh' }],
    ['pop', 'HTTP/1.1 400 Bad Request', { kind: 'other', spoken: 'http' }],
    ['smtp', '2200 x', { kind: 'unreadable' }],
    ['pop', '', { kind: 'unreadable' }],
  ] as const)('%s: %j', (service, line, verdict) => {
    expect(judgeGreeting(service, line)).toEqual(verdict);
  });
});
