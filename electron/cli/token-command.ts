// `postkey token ADDRESS`: a fresh access token on standard output, and nothing else there. The Postkey that is open answers where one
// is; else this one does, while nobody else can renew the same keys. Opens no window and no browser.
import { watchedStamp } from '../../shared/cause-steps.ts';
import type { TokenAnswer, TokenRefusal } from '../../shared/token-answer.ts';
import type { Clock } from '../setup/outside-world.ts';
import type { Secret } from '../setup/secret.ts';
import type { FindCheckWords } from './check-answer.ts';

/** An answer of the door's, with what must not be seen wrapped. */
export type ToldToken =
  | Exclude<TokenAnswer, { readonly kind: 'token' }>
  | { readonly kind: 'token'; readonly token: Secret };

/** `nobody`: no Postkey is open. `not-yet`: one is, and has no answer at this moment. */
export type AskedToken = ToldToken | 'nobody' | 'not-yet' | 'too-late' | 'not-understood';

/** `taken`: somebody else has the profile by now, and is asked instead. `no-place`: this cannot be told apart here. */
export type TokenAlone = ToldToken | 'taken' | 'no-place';

export interface TokenParts {
  readonly ask: (address: string, deadlineMs: number) => Promise<AskedToken>;
  readonly answerAlone: (address: string) => Promise<TokenAlone>;
  readonly clock: Clock;
  readonly find: FindCheckWords;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Two renewals, or a look that ends; mail programs wait for about a minute. */
const deadlineMs = 60_000;
const againMs = 100;

type Refusal = Exclude<TokenRefusal, 'going'> | 'too-late' | 'not-understood' | 'no-place';

/** Read out on the telephone, the same in every language. */
export const tokenStamps: Readonly<Record<Refusal, string>> = {
  unknown: 'TOKEN-WHOSE',
  unfinished: 'TOKEN-SETUP',
  several: 'TOKEN-TWO',
  password: 'TOKEN-PASSWORD',
  practice: 'TOKEN-PRACTICE',
  busy: 'TOKEN-BUSY',
  unprintable: 'TOKEN-SIGNS',
  off: 'TOKEN-OFF',
  'too-late': 'TOKEN-LATE',
  'not-understood': 'TOKEN-OTHER',
  'no-place': 'TOKEN-FOLDER',
};

/** 0: the token was printed. 1: there is none, and standard error says why. */
export async function tokenCommand({ address }: { readonly address: string }, parts: TokenParts): Promise<0 | 1> {
  const { clock } = parts;
  const until = clock.now() + deadlineMs;
  for (let left = deadlineMs; left > 0; left = until - clock.now()) {
    const asked = await parts.ask(address, left);
    const told = asked === 'nobody' ? await parts.answerAlone(address) : asked;
    if (told === 'not-understood' || told === 'too-late' || told === 'no-place') return refuse(told, address, parts);
    if (typeof told === 'object') {
      if (told.kind === 'token') {
        parts.out(`${told.token.open()}\n`);
        return 0;
      }
      if (told.kind === 'problem') return tellProblem(told, address, parts);
      if (told.why !== 'going') return refuse(told.why, address, parts);
    }
    await new Promise<void>((resolve) => void clock.after(againMs, resolve));
  }
  return refuse('too-late', address, parts);
}

function refuse(why: Refusal, address: string, { find, err }: TokenParts): 1 {
  const [what, next] = [
    find('cli', `token.refusals.${why}.what`, { address }),
    find('cli', `token.refusals.${why}.next`, { address }),
  ];
  err(`${find('cli', 'token.none', { address, code: tokenStamps[why], what, next })}\n`);
  return 1;
}

function tellProblem(
  { code, facts }: Extract<TokenAnswer, { readonly kind: 'problem' }>,
  address: string,
  { find, err }: TokenParts,
): 1 {
  const values = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));
  const [what, next] = [find('problems', `${code}.what`, values), find('problems', `${code}.next`, values)];
  // As on the account's card: no server was asked.
  err(`${find('cli', 'token.none', { address, code: watchedStamp(code, {}), what, next })}\n`);
  return 1;
}
