// A small POP3 server (RFC 1939, 2449, 5034): enough to sign in with a token and count. It keeps no mail.
import type { TLSSocket } from 'node:tls';
import { messageSizes } from './practice-people.ts';
import type { PracticeStage } from './practice-stage.ts';
import { type BearerMechanism, bearerMechanisms, readBearer, refusalChallenge } from './read-bearer.ts';
import { type LineTalk, speakLines } from './speak-lines.ts';
import type { TokenDoor } from './token-door.ts';

export function welcomePop(socket: TLSSocket, door: TokenDoor, stage: PracticeStage): void {
  speakLines(socket, (talk) => {
    talk.say('+OK Postkey practice is here');
    return popSession(talk, door, stage);
  });
}

function popSession(talk: LineTalk, door: TokenDoor, stage: PracticeStage): (line: string) => Promise<void> {
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

  const commands: Readonly<Record<string, (words: readonly string[]) => void | Promise<void>>> = {
    CAPA: () =>
      list([
        isByPassword() ? 'SASL PLAIN LOGIN' : `SASL ${bearerMechanisms.join(' ')}`,
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
      const octets = messageSizes.reduce((sum, size) => sum + size, 0);
      talk.say(signedIn ? `+OK ${messageSizes.length} ${octets}` : '-ERR Sign in first');
    },
    LIST() {
      if (signedIn) list(messageSizes.map((size, at) => `${at + 1} ${size}`));
      else talk.say('-ERR Sign in first');
    },
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
