// What POP servers do to a login and a mailbox: vendors' real refusals, challenges, locks, nonsense.
import { popScript } from '../electron/mail-check/mail-scripts.test-part.ts';
import { type Fault, secretsUsed } from './fault.ts';
import { cause, googleChallenge, mailFault, megabyte, type Refusal, standardChallenge } from './mail-fault.ts';

const refusals: readonly Refusal[] = [
  ['exchange-refuses', '-ERR Authentication failure: unknown user name or bad password.', 'login-refused', 'it'],
  ['exchange-logon', '-ERR Logon failure: unknown user name or bad password.', 'login-refused', 'it'],
  ['not-accepted', '-ERR [AUTH] Username and password not accepted.', 'login-refused', 'it'],
  ['off-for-domain', '-ERR [SYS/PERM] POP access is disabled for your domain.', 'pop-off', 'you'],
  ['off-for-account', '-ERR [SYS/PERM] Your account is not enabled for POP access.', 'pop-off', 'you'],
  ['in-use', '-ERR [IN-USE] Do you have another POP session running?', 'mailbox-in-use', 'you'],
  ['too-soon', '-ERR [LOGIN-DELAY] minimum time between logins not elapsed', 'too-many-tries', 'wait'],
  ['too-many-tries', '-ERR Too many invalid authentication attempts', 'too-many-tries', 'wait'],
  ['busy', '-ERR [SYS/TEMP] Temporary authentication failure.', 'server-busy', 'wait'],
  ['full', '-ERR [SYS/PERM] Mailbox is full', 'mailbox-full', 'you'],
  ['disabled', '-ERR [AUTH] Account disabled.', 'account-disabled', 'it'],
  ['mechanism-a-lie', '-ERR Unsupported authentication mechanism', 'sign-in-not-offered', 'provider'],
];

const challenged = (challenge: string, words: string) =>
  popScript({
    login: async (talk) => {
      talk.say(`+ ${challenge}`);
      await talk.hear();
      talk.say(words);
    },
  });
const refused = '-ERR [AUTH] Authentication failed.';
const greetedBy = (words: string) => popScript({ greeting: words });

const fault = (id: string, injected: string, met: Parameters<typeof mailFault>[3]): Fault =>
  mailFault('pop', id, injected, met);

export const popFaults: readonly Fault[] = [
  ...refusals.map(([id, reply, code, actor]) =>
    fault(id, `login: ${reply}`, { script: popScript({ login: (talk) => talk.say(reply) }), ...cause(code, actor) }),
  ),
  fault('challenge-400', 'challenge with status 400, then the refusal', {
    script: challenged(googleChallenge('400'), refused),
    ...cause('token-refused', 'you'),
  }),
  fault('challenge-expired', 'challenge: invalid_token, then the refusal', {
    script: challenged(standardChallenge('invalid_token'), refused),
    ...cause('token-refused', 'you'),
  }),
  fault('challenge-scope', 'challenge: a permission is missing', {
    script: challenged(standardChallenge('insufficient_scope', 'mail.pop'), refused),
    ...cause('permission-missing-at-server', 'app'),
  }),
  fault('token-echoed', 'the server repeats the token in its refusal, plain and encoded', {
    script: popScript({ login: (talk, sent) => talk.say(`-ERR bad ${secretsUsed.accessToken} ${sent}`) }),
    ...cause('login-refused', 'it'),
  }),
  fault('no-oauth', 'no login by token on offer', {
    script: popScript({ sasl: 'PLAIN LOGIN', invitation: '-ERR Unsupported authentication mechanism' }),
    ...cause('sign-in-not-offered', 'provider'),
  }),
  fault('invitation-garbled', 'neither invitation nor refusal after AUTH', {
    script: popScript({ invitation: '250 what?' }),
    ...cause('server-unreadable', 'you'),
  }),
  fault('password-wrong', 'password: -ERR [AUTH] Authentication failed.', {
    by: 'password',
    script: popScript({ sasl: 'PLAIN', login: (talk) => talk.say(refused) }),
    ...cause('password-refused', 'you'),
  }),
  fault('password-echoed', 'the server repeats the password in its refusal, plain and encoded', {
    by: 'password',
    script: popScript({
      sasl: 'PLAIN',
      login: (talk, sent) => talk.say(`-ERR bad password ${secretsUsed.password} ${sent}`),
    }),
    ...cause('password-refused', 'you'),
  }),
  fault('programs-off', 'password: POP has yet to be switched on', {
    by: 'password',
    script: popScript({
      sasl: 'PLAIN',
      login: (talk) => talk.say('-ERR [AUTH] You are yet to enable POP access for your account.'),
    }),
    ...cause('programs-off', 'you'),
  }),
  fault('off-at-stat', 'login taken, then STAT: POP is off', {
    script: popScript({ stat: '-ERR [SYS/PERM] Your account is not enabled for POP access.' }),
    ...cause('pop-off', 'you'),
  }),
  fault('locked-at-stat', 'login taken, then STAT: the mailbox is locked', {
    script: popScript({ stat: '-ERR [IN-USE] Mailbox is locked by another POP session' }),
    ...cause('mailbox-in-use', 'you'),
  }),
  fault('unopened-at-stat', 'login taken, then STAT: refused without a reason', {
    script: popScript({ stat: '-ERR Cannot open mailbox' }),
    ...cause('mailbox-unreachable', 'it'),
  }),
  fault('refused-in-greeting', 'a refusal for a greeting: too many connections', {
    script: greetedBy('-ERR Too many connections from your address'),
    ...cause('too-many-connections', 'you'),
  }),
  fault('closing-greeting', 'a refusal for a greeting, without a reason', {
    script: greetedBy('-ERR not today'),
    ...cause('server-closed', 'wait'),
  }),
  fault('abilities-without-end', 'a list of abilities without an end', {
    script: async (talk) => {
      talk.say('+OK ready');
      await talk.hear();
      talk.say('+OK');
      for (let part = 0; part < 40; part += 1) talk.raw('X-NOTHING\r\n'.repeat(1000));
      await talk.gone;
    },
    ...cause('server-unreadable', 'you'),
  }),
  fault('line-of-a-megabyte', 'a megabyte without a line’s end for an answer', {
    script: popScript({ login: (talk) => megabyte(talk, '-ERR ') }),
    ...cause('server-unreadable', 'you'),
  }),
  fault('nul-bytes', 'NUL bytes in place of an answer to the login', {
    script: popScript({ login: (talk) => talk.raw(Buffer.concat([Buffer.alloc(64), Buffer.from('\r\n')])) }),
    ...cause('server-unreadable', 'you'),
  }),
];
