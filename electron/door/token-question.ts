// The question `token`: the one answer at the door that holds a key. Opens the secret in the expression that answers; whoever asks is
// the owner, because nobody else can open the socket.
import { type TokenAnswer, type TokenRefusal, tokenForm, tokenInputSchema } from '../../shared/token-answer.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Keys, Outcome, Renewing } from '../setup/outside-world.ts';
import { type DoorQuestion, doorQuestion } from './door-questions.ts';

export interface TokenWays {
  /** Of an address or an id as it was asked for. */
  readonly find: (asked: string) => AccountRecord | TokenRefusal;
  readonly fresh: Renewing['fresh'];
}

export interface TokenDesk {
  readonly question: DoorQuestion;
  answer(asked: string): Promise<TokenAnswer>;
  /** From now on who asks is told to ask again; resolves when all who asked before have their answer. */
  close(): Promise<void>;
}

/** A window that opens meanwhile waits for a renewal under way, and somewhat longer than this. */
const renewMs = 20_000;
/** Whatever heeds no signal, as a key store that waits for its password. */
const graceMs = 2_000;
const deadlineMs = renewMs + 2 * graceMs;

/** The attempt is not the asker's: a renewal whose asker has gone is let end, so that no rotated key is lost. */
async function freshKeys(account: AccountRecord, fresh: TokenWays['fresh']): Promise<Outcome<Keys> | 'late'> {
  const controller = new AbortController();
  const timers: NodeJS.Timeout[] = [setTimeout(() => controller.abort(), renewMs)];
  const late = new Promise<'late'>((resolve) => {
    timers.push(setTimeout(() => resolve('late'), renewMs + graceMs));
  });
  try {
    return await Promise.race([fresh(account, controller), late]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

async function answerToken(asked: string, { find, fresh }: TokenWays): Promise<TokenAnswer> {
  const account = find(asked);
  if (typeof account === 'string') return { kind: 'refused', why: account };
  const keys = await freshKeys(account, fresh);
  if (keys === 'late') return { kind: 'problem', code: 'took-too-long', facts: {} };
  if (!keys.ok) return { kind: 'problem', code: keys.problem.code, facts: { ...keys.problem.facts } };
  const { accessToken } = keys.value;
  return tokenForm.test(accessToken.open())
    ? { kind: 'token', token: accessToken.open() }
    : { kind: 'refused', why: 'unprintable' };
}

/** `leave`: somebody else wants the door; who has not asked yet asks there. */
export function openTokenDesk(ways: TokenWays, leave?: AbortSignal): TokenDesk {
  const underWay = new Set<Promise<TokenAnswer>>();
  let isClosed = false;
  const answer = async (asked: string): Promise<TokenAnswer> => {
    if (isClosed || leave?.aborted) return { kind: 'refused', why: 'going' };
    const answering = answerToken(asked, ways);
    underWay.add(answering);
    return answering.finally(() => underWay.delete(answering));
  };
  return {
    question: doorQuestion(tokenInputSchema, deadlineMs, ({ address }) => answer(address)),
    answer,
    close: async () => {
      isClosed = true;
      await Promise.allSettled(underWay);
    },
  };
}
