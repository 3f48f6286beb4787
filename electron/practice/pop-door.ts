// A small POP3 server (RFC 1939, 2449, 5034): enough to sign in with a token, count and read. It keeps nothing.
import type { TLSSocket } from 'node:tls';
import type { Letters } from './imap-door.ts';
import { sizeOf } from './practice-letters.ts';
import type { PracticeStage } from './practice-stage.ts';
import { type BearerMechanism, bearerMechanisms, readBearer, refusalChallenge } from './read-bearer.ts';
import { type LineTalk, speakLines } from './speak-lines.ts';
import type { TokenDoor } from './token-door.ts';

export function welcomePop(socket: TLSSocket, door: TokenDoor, stage: PracticeStage, letters: Letters): void {
  speakLines(socket, (talk) => {
    talk.say('+OK Postkey practice is here');
    return popSession(talk, door, stage, letters);
  });
}

function popSession(
  talk: LineTalk,
  door: TokenDoor,
  stage: PracticeStage,
  letters: Letters,
): (line: string) => Promise<void> {
  let signedIn = false;
  const isByPassword = (): boolean => stage.now().offers === 'passwords-only';
  /** Set while the answer to a challenge is awaited. */
  let awaited: ((line: string) => Promise<void>) | null = null;

  const judge = async (mechanism: BearerMechanism, base64: string): Promise<void> => {
    if (base64 === '*') return talk.say('-ERR Given up');
    const bearer = readBearer(mechanism, base64);
    if (!bearer) return talk.say("-ERR The answer is not of the mechanism's form");
    const answer = await door.knock('pop', bearer);
    if (answer.kind === 'open') {
      signedIn = true;
      return talk.say('+OK Signed in');
    }
    if (answer.kind === 'turned-away') return talk.say(answer.reply);
    talk.say(`+ ${refusalChallenge(answer)}`);
    awaited = async () => talk.say('-ERR [AUTH] The token was not accepted');
  };

  const list = (lines: readonly string[]): void => {
    talk.say('+OK');
    for (const line of lines) talk.say(line);
    talk.say('.');
  };

  /** Of one letter, or of all. */
  const tellEach = (number: string | undefined, facts: readonly (string | number)[]): void => {
    const fact = facts[Number(number) - 1];
    if (!signedIn) talk.say('-ERR Sign in first');
    else if (number === undefined) list(facts.map((each, at) => `${at + 1} ${each}`));
    else talk.say(fact === undefined ? '-ERR There is no such letter' : `+OK ${number} ${fact}`);
  };
  /** `lines`: of the text, all unless said. A dot at a line's start is doubled (RFC 1939 section 3). */
  const read = (number: string | undefined, lines?: number): void => {
    const letter = letters()[Number(number) - 1];
    if (!signedIn || !letter) {
      talk.say(signedIn ? '-ERR There is no such letter' : '-ERR Sign in first');
      return;
    }
    const text = letter.text.split('\r\n').slice(0, lines ?? -1);
    list([...letter.head.split('\r\n').slice(0, -1), ...text].map((line) => line.replace(/^\./u, '..')));
  };

  const commands: Readonly<Record<string, (words: readonly string[]) => void | Promise<void>>> = {
    CAPA: () =>
      list([
        isByPassword() ? 'SASL PLAIN LOGIN' : `SASL ${bearerMechanisms.join(' ')}`,
        'TOP',
        'UIDL',
        'RESP-CODES',
        'AUTH-RESP-CODE',
        'IMPLEMENTATION Postkey-practice',
      ]),
    async AUTH([name, first]) {
      if (name === undefined) return list(bearerMechanisms);
      const mechanism = bearerMechanisms.find((each) => each === name.toUpperCase());
      if (!mechanism || isByPassword()) return talk.say('-ERR Unrecognized authentication type');
      if (signedIn) return talk.say('-ERR Already signed in');
      if (first !== undefined) return judge(mechanism, first);
      talk.say('+ ');
      awaited = (line) => judge(mechanism, line);
    },
    USER: () => talk.say('-ERR Practice opens to tokens only'),
    PASS: () => talk.say('-ERR Practice opens to tokens only'),
    NOOP: () => talk.say(signedIn ? '+OK' : '-ERR Sign in first'),
    STAT() {
      const { inbox } = stage.now();
      if (signedIn && inbox?.pop !== undefined) return talk.say(inbox.pop);
      const sizes = letters().map(sizeOf);
      const octets = sizes.reduce((sum, size) => sum + size, 0);
      talk.say(signedIn ? `+OK ${sizes.length} ${octets}` : '-ERR Sign in first');
    },
    LIST: ([number]) => tellEach(number, letters().map(sizeOf)),
    UIDL: ([number]) =>
      tellEach(
        number,
        letters().map((_letter, at) => `practice-${at + 1}`),
      ),
    RETR: ([number]) => read(number),
    TOP: ([number, lines]) => read(number, Number(lines)),
    DELE: () => talk.say(signedIn ? '+OK Practice keeps it' : '-ERR Sign in first'),
    RSET: () => talk.say(signedIn ? '+OK' : '-ERR Sign in first'),
    QUIT() {
      talk.say('+OK Until next time');
      talk.hangUp();
    },
  };

  return async (line) => {
    if (awaited) {
      const answer = awaited;
      awaited = null;
      return answer(line.trim());
    }
    const [name = '', ...words] = line.trim().split(/\s+/u);
    const command = Object.hasOwn(commands, name.toUpperCase()) ? commands[name.toUpperCase()] : undefined;
    if (!command) return talk.say('-ERR Practice does not know that');
    await command(words);
  };
}
