// SMTP submission until the login (RFC 6409, RFC 4954): EHLO with what the provider's server offers, AUTH PLAIN and LOGIN. Everything after
// it is the server's, which has been greeted already: programs do not say EHLO again.
import { Secret } from '../setup/secret.ts';
import { commandReader, type Dialog, type DialogParts } from './dialog.ts';
import type { RefusalKind } from './refusal-of.ts';
import { readSasl } from './sasl.ts';
import { smtpBeforeLogin } from './shown-capabilities.ts';

/** RFC 4954 section 6, RFC 5321 section 4.2.2: what begins with 4 is sent again later, and only 535 is about the password. */
const codes: Readonly<Record<RefusalKind, string>> = {
  'wrong-password': '535 5.7.8',
  'other-user': '550 5.7.0',
  later: '454 4.7.0',
  person: '454 4.7.0',
  limit: '454 4.7.0',
  'in-use': '454 4.7.0',
  never: '550 5.7.0',
};

const name = 'localhost';

export function makeSmtpDialog(parts: DialogParts): Dialog {
  const { wire, say, offers } = parts;
  const readLine = commandReader(parts);

  const answered = (text: string): undefined => {
    wire.say(text);
    return undefined;
  };

  /** The password, or undefined when the command was answered here. */
  async function read(line: string): Promise<Secret | null | undefined> {
    const [, command = '', rest = ''] = /^([A-Za-z]{1,12})(?: +(.*))?$/u.exec(line.trimEnd()) ?? [];
    switch (command.toUpperCase()) {
      case 'EHLO': {
        const lines = [name, ...smtpBeforeLogin(await offers())];
        for (const [index, each] of lines.entries()) wire.say(`250${index === lines.length - 1 ? ' ' : '-'}${each}`);
        return undefined;
      }
      case 'HELO':
        return answered(`250 ${name}`);
      case 'AUTH':
        return authenticate(rest);
      case 'NOOP':
      case 'RSET':
        return answered('250 2.0.0 OK');
      case 'QUIT':
        wire.say(`221 2.0.0 ${say('bye')}`);
        return null;
      case 'STARTTLS':
        return answered(`502 5.5.1 ${say('encrypted')}`);
      case 'HELP':
        return answered(`214 2.0.0 ${say('logInFirst')}`);
      case 'MAIL':
      case 'RCPT':
      case 'DATA':
      case 'BDAT':
      case 'VRFY':
      case 'EXPN':
      case 'ETRN':
        return answered(`530 5.7.0 ${say('logInFirst')}`);
      default:
        return answered(`500 5.5.2 ${say('notUnderstood')}`);
    }
  }

  async function authenticate(rest: string): Promise<Secret | undefined> {
    const [mechanism = '', initial] = rest.split(/ +/u);
    const password = await readSasl(mechanism, initial, (question) => {
      wire.say(`334 ${question}`);
      return wire.line();
    });
    if (password instanceof Secret) return password;
    if (password === 'unknown') return answered(`504 5.5.4 ${say('notHere')}`);
    return answered(`501 5.5.2 ${say(password === 'cancelled' ? 'cancelled' : 'notUnderstood')}`);
  }

  return {
    greet: async () => wire.say(`220 ${name} ESMTP ${say('ready')}`),
    async nextLogin() {
      for (;;) {
        const password = await read(await readLine());
        if (password !== undefined) return password;
      }
    },
    welcome: () => wire.say(`235 2.7.0 ${say('welcome')}`),
    refuse: ({ kind, sentence }) => wire.say(`${codes[kind]} ${sentence}`),
    showOut: (sentence) => wire.say(`421 4.7.0 ${sentence}`),
  };
}
