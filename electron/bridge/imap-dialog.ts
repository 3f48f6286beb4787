// IMAP until the login (RFC 9051 section 6.1 and 6.2): what a program may ask before, LOGIN and AUTHENTICATE in all their forms. Everything
// after it is the server's.
import { Secret } from '../setup/secret.ts';
import { commandReader, type Dialog, type DialogParts } from './dialog.ts';
import { type ImapCommand, readImapCommand } from './imap-command.ts';
import type { RefusalKind } from './refusal-of.ts';
import { readSasl } from './sasl.ts';
import { imapAfterLogin, imapBeforeLogin } from './shown-capabilities.ts';

/** Response codes of RFC 5530. */
const codes: Readonly<Record<RefusalKind, string>> = {
  'wrong-password': 'AUTHENTICATIONFAILED',
  'other-user': 'AUTHORIZATIONFAILED',
  later: 'UNAVAILABLE',
  person: 'UNAVAILABLE',
  limit: 'LIMIT',
  'in-use': 'INUSE',
  never: 'CONTACTADMIN',
};

export function makeImapDialog(parts: DialogParts): Dialog {
  const { wire, limits, say, offers } = parts;
  const readLine = commandReader(parts);
  /** Of the login that waits for its answer. */
  let tag = '';
  let isOver = false;

  const capabilities = async (): Promise<string> => imapBeforeLogin(await offers()).join(' ');

  /** The password, or undefined when the command was answered here. */
  async function read(command: ImapCommand): Promise<Secret | null | undefined> {
    const answer = (text: string): void => wire.say(`${command.tag === '' ? '*' : command.tag} ${text}`);
    if (command.tag === '' || command.name === '' || !command.isWhole) {
      answer(`BAD ${say('notUnderstood')}`);
      return undefined;
    }
    switch (command.name) {
      case 'CAPABILITY':
        wire.say(`* CAPABILITY ${await capabilities()}`);
        answer(`OK ${say('done')}`);
        return undefined;
      case 'NOOP':
        answer(`OK ${say('done')}`);
        return undefined;
      case 'ID':
        wire.say('* ID ("name" "Postkey")');
        answer(`OK ${say('done')}`);
        return undefined;
      case 'LOGOUT':
        wire.say(`* BYE ${say('bye')}`);
        answer(`OK ${say('done')}`);
        return null;
      case 'LOGIN': {
        const [name, password] = command.args;
        if (name === undefined || password === undefined || command.args.length > 2) break;
        return new Secret(Buffer.from(password, 'latin1').toString('utf8'));
      }
      case 'AUTHENTICATE':
        return authenticate(command, answer);
      case 'STARTTLS':
        answer(`BAD ${say('encrypted')}`);
        return undefined;
      default:
        answer(`BAD ${say('logInFirst')}`);
        return undefined;
    }
    answer(`BAD ${say('notUnderstood')}`);
    return undefined;
  }

  async function authenticate(
    { args: [mechanism = '', initial] }: ImapCommand,
    answer: (text: string) => void,
  ): Promise<Secret | undefined> {
    const password = await readSasl(mechanism, initial, (question) => {
      wire.say(`+ ${question}`);
      return wire.line();
    });
    if (password instanceof Secret) return password;
    if (password === 'unknown') answer(`NO [CANNOT] ${say('notHere')}`);
    else answer(`BAD ${say(password === 'cancelled' ? 'cancelled' : 'notUnderstood')}`);
    return undefined;
  }

  return {
    greet: async () => wire.say(`* OK [CAPABILITY ${await capabilities()}] ${say('ready')}`),
    async nextLogin() {
      while (!isOver) {
        const command = await readImapCommand(wire, limits, readLine);
        const password = await read(command);
        tag = command.tag;
        if (password !== undefined) return password;
      }
      return null;
    },
    welcome(now) {
      const words = imapAfterLogin(now);
      // Without the list a program asks the server; an empty one would be no list (RFC 9051 section 9, "capability-data").
      wire.say(`${tag} OK ${words.length === 0 ? '' : `[CAPABILITY ${words.join(' ')}] `}${say('welcome')}`);
    },
    refuse({ kind, sentence }) {
      // Some take every NO for a wrong password and ask their person (fetchmail 6.4, curl); a server that leaves they try again later.
      isOver = kind === 'later' || kind === 'limit' || kind === 'in-use';
      if (isOver) wire.say(`* BYE [${codes[kind]}] ${sentence}`);
      wire.say(`${tag} NO [${codes[kind]}] ${sentence}`);
    },
    showOut: (sentence) => wire.say(`* BYE ${sentence}`),
  };
}
