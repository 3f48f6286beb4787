// POP3 until the login (RFC 1939 section 4, RFC 2449, RFC 5034): USER and PASS, AUTH PLAIN and LOGIN. Everything after it is the server's.
import { Secret } from '../setup/secret.ts';
import { commandReader, type Dialog, type DialogParts } from './dialog.ts';
import type { RefusalKind } from './refusal-of.ts';
import { readSasl, saslMechanisms } from './sasl.ts';
import { popBeforeLogin } from './shown-capabilities.ts';

/** Response codes of RFC 2449 and RFC 3206: only AUTH sends a program to its person for another password. */
const codes: Readonly<Record<RefusalKind, string>> = {
  'wrong-password': 'AUTH',
  'other-user': 'SYS/PERM',
  later: 'SYS/TEMP',
  person: 'SYS/TEMP',
  limit: 'SYS/TEMP',
  'in-use': 'IN-USE',
  never: 'SYS/PERM',
};

export function makePopDialog(parts: DialogParts): Dialog {
  const { wire, say, offers } = parts;
  const readLine = commandReader(parts);
  let isNamed = false;

  const refuseCommand = (sentence: string): undefined => {
    wire.say(`-ERR ${sentence}`);
    return undefined;
  };

  /** The password, or undefined when the command was answered here. */
  async function read(line: string): Promise<Secret | null | undefined> {
    const [, name = '', rest = ''] = /^([A-Za-z0-9]{1,12})(?: (.*))?$/u.exec(line) ?? [];
    switch (name.toUpperCase()) {
      case 'USER':
        isNamed = rest !== '';
        if (!isNamed) return refuseCommand(say('notUnderstood'));
        wire.say('+OK');
        return undefined;
      case 'PASS':
        if (!isNamed) return refuseCommand(say('notUnderstood'));
        isNamed = false;
        return new Secret(Buffer.from(rest, 'latin1').toString('utf8'));
      case 'AUTH':
        return authenticate(rest);
      case 'CAPA':
        for (const each of ['+OK', ...popBeforeLogin(await offers()), '.']) wire.say(each);
        return undefined;
      case 'NOOP':
        wire.say('+OK');
        return undefined;
      case 'QUIT':
        wire.say(`+OK ${say('bye')}`);
        return null;
      case 'STLS':
        return refuseCommand(say('encrypted'));
      case '':
        return refuseCommand(say('notUnderstood'));
      default:
        return refuseCommand(say('logInFirst'));
    }
  }

  async function authenticate(rest: string): Promise<Secret | undefined> {
    const [mechanism = '', initial] = rest.trim().split(/ +/u);
    if (mechanism === '') {
      // Older than RFC 5034, and still asked by some: which ways are there?
      for (const each of ['+OK', ...saslMechanisms, '.']) wire.say(each);
      return undefined;
    }
    const password = await readSasl(mechanism, initial, (question) => {
      wire.say(`+ ${question}`);
      return wire.line();
    });
    if (password instanceof Secret) return password;
    if (password === 'unknown') return refuseCommand(say('notHere'));
    return refuseCommand(say(password === 'cancelled' ? 'cancelled' : 'notUnderstood'));
  }

  return {
    // Without a time stamp: APOP would need the password itself (RFC 1939 section 7).
    greet: async () => wire.say(`+OK ${say('ready')}`),
    async nextLogin() {
      for (;;) {
        const password = await read(await readLine());
        if (password !== undefined) return password;
      }
    },
    welcome: () => wire.say(`+OK ${say('welcome')}`),
    refuse: ({ kind, sentence }) => wire.say(`-ERR [${codes[kind]}] ${sentence}`),
    showOut: (sentence) => wire.say(`-ERR ${sentence}`),
  };
}
