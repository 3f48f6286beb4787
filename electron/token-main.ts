// The packing list of `postkey token`: asks the Postkey that is open, or makes the parts of a renewal itself, while it has the
// profile's door. Changes nothing that is remembered but the keys.
import { type TokenAnswer, tokenAnswerSchema } from '../shared/token-answer.ts';
import { behindOwnDoor } from './behind-own-door.ts';
import type { FindCheckWords } from './cli/check-answer.ts';
import { type AskedToken, type TokenAlone, type ToldToken, tokenCommand } from './cli/token-command.ts';
import { systemClock } from './desktop/system-clock.ts';
import { askDoor } from './door/ask-door.ts';
import { openTokenDesk } from './door/token-question.ts';
import { keysWithoutWindow } from './keys-without-window.ts';
import { Secret } from './setup/secret.ts';
import { makeRenewing } from './watch/renewing.ts';

export interface RunTokenParts {
  readonly userData: string;
  readonly find: FindCheckWords;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The exit code. */
export function runToken(wish: { readonly address: string }, parts: RunTokenParts): Promise<0 | 1> {
  const { userData } = parts;
  return tokenCommand(wish, {
    ...parts,
    clock: systemClock,
    ask: (address, deadlineMs) => ask(userData, address, deadlineMs),
    answerAlone: (address) => answerAlone(userData, address),
  });
}

const wrapped = (answer: TokenAnswer): ToldToken =>
  answer.kind === 'token' ? { kind: 'token', token: new Secret(answer.token) } : answer;

async function ask(profile: string, address: string, deadlineMs: number): Promise<AskedToken> {
  const answer = await askDoor(profile, 'token', { address }, deadlineMs);
  if (answer === 'nobody') return 'nobody';
  if (!answer.ok) {
    if (answer.refusal === 'too-late') return 'too-late';
    // Another command has the door, or a window is only starting.
    return answer.refusal === 'busy' || answer.refusal === 'unknown-question' ? 'not-yet' : 'not-understood';
  }
  const parsed = tokenAnswerSchema.safeParse(answer.answer);
  return parsed.success ? wrapped(parsed.data) : 'not-understood';
}

function answerAlone(userData: string, address: string): Promise<TokenAlone> {
  return behindOwnDoor(userData, async (door) => {
    const { find, renewing } = await keysWithoutWindow(userData);
    const desk = openTokenDesk({ find, fresh: makeRenewing(renewing).fresh }, door.wayMade);
    door.answer({ token: desk.question });
    const answer = await desk.answer(address);
    // Whoever asked meanwhile has an answer, or a renewal under way that must end.
    await desk.close();
    return wrapped(answer);
  });
}
