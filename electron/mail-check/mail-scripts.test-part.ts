// Scripts of well-behaved mail servers, with a place to misbehave at. For tests only.
import type { Script, ServerKeys, Talk } from './scripted-server.test-part.ts';

export interface ImapWishes {
  /** Before login; also in the greeting when `greetWithThem`. */
  readonly capabilities?: string;
  readonly greeting?: string;
  readonly startTls?: ServerKeys;
  /** Answers the whole login: sees the response in base64; has to finish with the tagged line. */
  readonly login?: (talk: Talk, tag: string, response: string) => Promise<void> | void;
  readonly select?: (talk: Talk, tag: string) => Promise<void> | void;
  readonly namespace?: string;
  readonly messages?: number;
}

/** "Password:" in base64. */
const passwordPrompt = 'UGFzc3dvcmQ6';
const imapDefault = 'IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=OAUTHBEARER ID NAMESPACE';

const answer = async (talk: Talk, wish: string | ((talk: Talk) => Promise<void> | void)): Promise<void> =>
  typeof wish === 'string' ? talk.say(wish) : wish(talk);

export function imapScript(wishes: ImapWishes = {}): Script {
  const { capabilities = imapDefault, messages = 3 } = wishes;
  let secured = wishes.startTls === undefined;
  return async (talk) => {
    talk.say(wishes.greeting ?? '* OK ready');
    for (let line = await talk.hear(); line !== ''; line = await talk.hear()) {
      const [tag = '', command = '', ...rest] = line.split(' ');
      if (command === 'CAPABILITY')
        talk.say(`* CAPABILITY ${secured ? capabilities : 'IMAP4rev1 STARTTLS'}`, `${tag} OK`);
      else if (command === 'STARTTLS' && wishes.startTls) {
        talk.say(`${tag} OK begin`);
        talk.startTls(wishes.startTls);
        secured = true;
      } else if (command === 'AUTHENTICATE') {
        let response = rest[1] ?? '';
        if (response === '') {
          talk.raw(rest[0] === 'LOGIN' ? '+ VXNlcm5hbWU6\r\n' : '+ \r\n');
          response = await talk.hear();
        }
        if (wishes.login) await wishes.login(talk, tag, response);
        else {
          if (rest[0] === 'LOGIN') {
            talk.say(`+ ${passwordPrompt}`);
            await talk.hear();
          }
          talk.say(`* CAPABILITY ${capabilities}`, `${tag} OK logged in`);
        }
      } else if (command === 'LOGIN') {
        const response = rest.join(' ');
        if (wishes.login) await wishes.login(talk, tag, response);
        else talk.say(`* CAPABILITY ${capabilities}`, `${tag} OK logged in`);
      } else if (command === 'NAMESPACE') {
        if (wishes.namespace) talk.say(`${tag} ${wishes.namespace}`);
        else talk.say('* NAMESPACE (("" "/")) NIL NIL', `${tag} OK`);
      } else if (command === 'LIST' || command === 'LSUB') talk.say(`* ${command} () "/" INBOX`, `${tag} OK`);
      else if (command === 'SELECT') {
        if (wishes.select) await wishes.select(talk, tag);
        else
          talk.say(
            '* FLAGS (\\Seen)',
            `* ${messages} EXISTS`,
            '* OK [UIDVALIDITY 1]',
            `${tag} OK [READ-WRITE] selected`,
          );
      } else if (command === 'LOGOUT') {
        talk.say('* BYE bye', `${tag} OK`);
        talk.hangUp();
      } else if (command === 'ID') talk.say('* ID NIL', `${tag} OK`);
      else talk.say(`${tag} BAD unknown command`);
    }
  };
}

export interface PopWishes {
  readonly greeting?: string;
  /** The mechanisms in CAPA's SASL line; null: no CAPA at all. */
  readonly sasl?: string | null;
  readonly startTls?: ServerKeys;
  /** Answers the response that came after the invitation. */
  readonly login?: (talk: Talk, response: string) => Promise<void> | void;
  /** In place of the invitation `+ `. */
  readonly invitation?: string;
  readonly stat?: string | ((talk: Talk) => Promise<void> | void);
  /** Answers USER and PASS; without it they are unknown. */
  readonly user?: (talk: Talk, line: string) => void;
  /** Further lines of CAPA. */
  readonly capa?: readonly string[];
}

export function popScript(wishes: PopWishes = {}): Script {
  const { sasl = 'PLAIN XOAUTH2' } = wishes;
  return async (talk) => {
    talk.say(wishes.greeting ?? '+OK ready');
    for (let line = await talk.hear(); line !== ''; line = await talk.hear()) {
      const command = line.split(' ')[0];
      if (command === 'STLS' && wishes.startTls) {
        talk.say('+OK begin');
        talk.startTls(wishes.startTls);
      } else if (command === 'CAPA' && sasl !== null)
        talk.say('+OK', 'TOP', ...(sasl === '' ? [] : [`SASL ${sasl}`]), ...(wishes.capa ?? []), '.');
      else if (command === 'AUTH') {
        talk.raw(`${wishes.invitation ?? '+ '}\r\n`);
        if (wishes.invitation) continue;
        const response = await talk.hear();
        if (wishes.login) await wishes.login(talk, response);
        else talk.say('+OK logged in');
      } else if (wishes.user && (command === 'USER' || command === 'PASS')) wishes.user(talk, line);
      else if (command === 'STAT') await answer(talk, wishes.stat ?? '+OK 3 1024');
      else if (command === 'QUIT') {
        talk.say('+OK bye');
        talk.hangUp();
      } else talk.say('-ERR unknown command');
    }
  };
}

export interface SmtpWishes {
  readonly greeting?: string;
  readonly auth?: string;
  readonly startTls?: ServerKeys;
  /** Answers the login's last line: the response in base64. */
  readonly login?: (talk: Talk, response: string) => Promise<void> | void;
  readonly rset?: string | ((talk: Talk) => Promise<void> | void);
}

export function smtpScript(wishes: SmtpWishes = {}): Script {
  const { auth = 'AUTH PLAIN LOGIN XOAUTH2' } = wishes;
  let secured = wishes.startTls === undefined;
  return async (talk) => {
    talk.say(...(wishes.greeting ?? '220 mail.test ESMTP').split('\n'));
    for (let line = await talk.hear(); line !== ''; line = await talk.hear()) {
      const [command, mechanism, response = ''] = line.split(' ');
      if (command === 'EHLO') talk.say('250-mail.test', '250-SIZE 1000', `250 ${secured ? auth : 'STARTTLS'}`);
      else if (command === 'STARTTLS' && wishes.startTls) {
        talk.say('220 begin');
        talk.startTls(wishes.startTls);
        secured = true;
      } else if (command === 'AUTH') {
        if (response === '') talk.say(mechanism === 'LOGIN' ? '334 VXNlcm5hbWU6' : '334 ');
        let last = response === '' ? await talk.hear() : response;
        if (mechanism === 'LOGIN') {
          talk.say(`334 ${passwordPrompt}`);
          last = await talk.hear();
        }
        if (wishes.login) await wishes.login(talk, last);
        else talk.say('235 2.7.0 accepted');
      } else if (command === 'RSET') await answer(talk, wishes.rset ?? '250 2.0.0 flushed');
      else if (command === 'QUIT') {
        talk.say('221 2.0.0 bye');
        talk.hangUp();
      } else talk.say('502 5.5.2 unknown command');
    }
  };
}
