// A small IMAP server (RFC 3501, 4959, 7628): enough to sign in with a token, open the Inbox, count and read. It keeps nothing and
// takes no literals.
import type { TLSSocket } from 'node:tls';
import { fetched, searched } from './imap-letters.ts';
import { letterCount, type PracticeLetter } from './practice-letters.ts';
import type { PracticeStage } from './practice-stage.ts';
import { type BearerMechanism, bearerMechanisms, readBearer, refusalChallenge } from './read-bearer.ts';
import { type LineTalk, speakLines } from './speak-lines.ts';
import type { TokenDoor } from './token-door.ts';

const plainAbilities = 'IMAP4rev1 SASL-IR ID NAMESPACE UNSELECT';
const tokenAbilities = bearerMechanisms.map((name) => `AUTH=${name}`).join(' ');
const abilitiesNow = (stage: PracticeStage): string =>
  `${plainAbilities} ${stage.now().offers === 'passwords-only' ? 'AUTH=PLAIN AUTH=LOGIN' : tokenAbilities}`;
const inboxFacts: Readonly<Record<string, number>> = {
  MESSAGES: letterCount,
  RECENT: 0,
  UIDNEXT: letterCount + 1,
  UIDVALIDITY: 1,
  UNSEEN: letterCount,
};

type Phase = 'stranger' | 'signed-in' | 'selected';

/** Of the person's language at the time they are read. */
export type Letters = () => readonly PracticeLetter[];

export function welcomeImap(socket: TLSSocket, door: TokenDoor, stage: PracticeStage, letters: Letters): void {
  speakLines(socket, (talk) => {
    talk.say(`* OK [CAPABILITY ${abilitiesNow(stage)}] Postkey practice is here`);
    return imapSession(talk, door, stage, letters);
  });
}

function imapSession(
  talk: LineTalk,
  door: TokenDoor,
  stage: PracticeStage,
  letters: Letters,
): (line: string) => Promise<void> {
  let phase: Phase = 'stranger';
  /** Set while the answer to a challenge is awaited. */
  let awaited: ((line: string) => Promise<void>) | null = null;

  const judge = async (tag: string, mechanism: BearerMechanism, base64: string): Promise<void> => {
    const bearer = base64 === '*' ? null : readBearer(mechanism, base64);
    if (!bearer) return talk.say(`${tag} BAD The answer is not of the mechanism's form`);
    const answer = await door.knock('imap', bearer);
    if (answer.kind === 'open') {
      phase = 'signed-in';
      return talk.say(`${tag} OK [CAPABILITY ${abilitiesNow(stage)}] Signed in`);
    }
    if (answer.kind === 'turned-away') return talk.say(`${tag} ${answer.reply}`);
    talk.say(`+ ${refusalChallenge(answer)}`);
    awaited = async () => talk.say(`${tag} NO [AUTHENTICATIONFAILED] The token was not accepted`);
  };

  const commands: Readonly<Record<string, (tag: string, words: readonly string[]) => void | Promise<void>>> = {
    CAPABILITY(tag) {
      talk.say(`* CAPABILITY ${abilitiesNow(stage)}`);
      talk.say(`${tag} OK Done`);
    },
    NOOP: (tag) => talk.say(`${tag} OK Done`),
    CHECK: (tag) => talk.say(`${tag} OK Done`),
    ID(tag) {
      talk.say('* ID ("name" "Postkey practice")');
      talk.say(`${tag} OK Done`);
    },
    LOGOUT(tag) {
      talk.say('* BYE Until next time');
      talk.say(`${tag} OK Done`);
      talk.hangUp();
    },
    async AUTHENTICATE(tag, [name = '', first]) {
      const mechanism = bearerMechanisms.find((each) => each === name.toUpperCase());
      if (!mechanism) return talk.say(`${tag} NO [CANNOT] Practice opens to tokens only`);
      if (phase !== 'stranger') return talk.say(`${tag} BAD Already signed in`);
      if (first !== undefined) return judge(tag, mechanism, first);
      talk.say('+ ');
      awaited = (line) => judge(tag, mechanism, line);
    },
    LOGIN: (tag) => talk.say(`${tag} NO [CANNOT] Practice opens to tokens only`),
    NAMESPACE(tag) {
      talk.say('* NAMESPACE (("" "/")) NIL NIL');
      talk.say(`${tag} OK Done`);
    },
    LIST(tag, [, pattern = '']) {
      if (pattern === '') talk.say('* LIST (\\Noselect) "/" ""');
      else if (/^(?:[*%]|INBOX)$/iu.test(pattern)) talk.say('* LIST (\\HasNoChildren) "/" INBOX');
      talk.say(`${tag} OK Done`);
    },
    LSUB: (tag, words) => commands['LIST']?.(tag, words),
    STATUS(tag, [name = '', ...asked]) {
      if (name.toUpperCase() !== 'INBOX') return talk.say(`${tag} NO [NONEXISTENT] No such mailbox`);
      const facts = asked
        .map((item) => item.toUpperCase())
        .flatMap((item) => (item in inboxFacts ? [`${item} ${inboxFacts[item]}`] : []));
      talk.say(`* STATUS INBOX (${facts.join(' ')})`);
      talk.say(`${tag} OK Done`);
    },
    SELECT: (tag, [name = '']) => open(tag, name, 'READ-WRITE'),
    EXAMINE: (tag, [name = '']) => open(tag, name, 'READ-ONLY'),
    CLOSE: (tag) => leave(tag),
    UNSELECT: (tag) => leave(tag),
  };

  const open = (tag: string, name: string, access: string): void => {
    if (name.toUpperCase() !== 'INBOX') {
      talk.say(`${tag} NO [NONEXISTENT] No such mailbox`);
      return;
    }
    const { inbox } = stage.now();
    if (inbox?.imap !== undefined) {
      talk.say(`${tag} ${inbox.imap}`);
      return;
    }
    phase = 'selected';
    talk.say('* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)');
    talk.say(`* ${letterCount} EXISTS`);
    talk.say('* 0 RECENT');
    talk.say('* OK [PERMANENTFLAGS ()] None are kept');
    talk.say(`* OK [UIDVALIDITY ${inboxFacts['UIDVALIDITY']}] For this run`);
    talk.say(`* OK [UIDNEXT ${inboxFacts['UIDNEXT']}] Next`);
    talk.say(`${tag} OK [${access}] Done`);
  };

  /** Answers what is about letters; false: it is not. Flags and deletions are taken and not kept. */
  const tellLetters = (tag: string, line: string): boolean => {
    const [, uid, name = '', asked = ''] = /^\S+ (UID )?(FETCH|SEARCH|STORE|EXPUNGE)\b ?(.*)$/iu.exec(line) ?? [];
    if (name === '' || phase !== 'selected') return false;
    const said = {
      FETCH: () => fetched(letters(), asked, uid !== undefined),
      SEARCH: () => [searched(letterCount, asked)],
    };
    const answer = said[name.toUpperCase() as keyof typeof said]?.() ?? (/FETCH/iu.test(name) ? null : []);
    for (const each of answer ?? []) talk.say(each);
    talk.say(answer === null ? `${tag} BAD Practice does not know that` : `${tag} OK Done`);
    return true;
  };

  const leave = (tag: string): void => {
    talk.say(phase === 'selected' ? `${tag} OK Done` : `${tag} BAD No mailbox is open`);
    if (phase === 'selected') phase = 'signed-in';
  };

  return async (line) => {
    if (awaited) {
      const answer = awaited;
      awaited = null;
      return answer(line.trim());
    }
    const [tag = '*', name = '', ...words] = imapWords(line);
    if (/^[A-Za-z0-9.]+$/u.test(tag) && tellLetters(tag, line)) return;
    const command = Object.hasOwn(commands, name.toUpperCase()) ? commands[name.toUpperCase()] : undefined;
    if (!command || !/^[A-Za-z0-9.]+$/u.test(tag))
      return talk.say(`${/^[A-Za-z0-9.]+$/u.test(tag) ? tag : '*'} BAD Practice does not know that`);
    if (phase === 'stranger' && !openToStrangers.has(name.toUpperCase())) return talk.say(`${tag} BAD Sign in first`);
    await command(tag, words);
  };
}

const openToStrangers: ReadonlySet<string> = new Set(['CAPABILITY', 'NOOP', 'ID', 'LOGOUT', 'AUTHENTICATE', 'LOGIN']);

/** Splits at spaces and parentheses; keeps quoted words whole. */
function imapWords(line: string): readonly string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|([^\s()]+)/gu)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/gu, '$1'),
  );
}
