// One ladder of a look, noted rung by rung as step 10 notes it; a name that is taken no more gives way to another that the provider gave.
// Opens no secret.
import { type Ladder, type Rung, type RungState, rungs } from '../../shared/ladder.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { mayBeTheName } from '../../shared/may-be-the-name.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Attempt, Clock, Keys, MailCheck, MailLogin } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';

/** A problem's words are as long as a line; a server that sends more has nothing more to say. */
const mostWords = 300;

/** For all names of one ladder together. */
const othersDeadlineMs = 20_000;

export interface ClimbParts {
  readonly mailCheck: MailCheck;
  readonly clock: Clock;
  readonly ca: () => readonly string[];
  /** Of the look before. */
  readonly lastLadders?: (accountId: string) => readonly Ladder[];
}

/** The ladder as it ended; null where the account has no server for the service. `mayRenew`: a refused key is renewed before a name is doubted. */
export async function climbWatched(
  parts: ClimbParts,
  account: AccountRecord,
  service: Service,
  keys: Keys,
  attempt: Attempt,
  mayRenew: boolean,
): Promise<Ladder | null> {
  const server = account.provider.servers[service];
  if (!server) return null;
  const loginName = account.loginNames[service] ?? account.address;
  const isByPassword = account.passwordFor?.includes(service) ?? false;
  const secret = isByPassword ? (keys.password ?? new Secret('')) : keys.accessToken;
  const login: MailLogin = {
    service,
    server,
    loginName,
    by: isByPassword ? 'password' : 'token',
    secret,
    ca: parts.ca(),
  };
  const expected = account.insteadOf?.[service];
  const first = await climbed(parts, login, expected, attempt);
  // Tries with a password count towards locking the account.
  if (!first.problem || isByPassword) return first;
  const before = parts.lastLadders?.(account.id).find((each) => each.service === service);
  // Refused at a look before, and weather since changes nothing: asked once, not every quarter of an hour.
  if (before?.refusedNames && before.loginName === loginName) return { ...first, refusedNames: before.refusedNames };
  const isForKey = mayRenew && first.problem.code === 'token-refused';
  if (isForKey || !mayBeTheName(first.problem)) return first;
  return climbAsOthers(parts, login, first, account.otherNames?.[service] ?? [], attempt);
}

/** The ladder under the first name that the server takes; else the one before, with the names that were refused, too. */
async function climbAsOthers(
  parts: ClimbParts,
  login: MailLogin,
  first: Ladder,
  names: readonly string[],
  attempt: Attempt,
): Promise<Ladder> {
  const refusedNames: string[] = [];
  const end = new AbortController();
  const stop = (): void => end.abort();
  const cancelDeadline = parts.clock.after(othersDeadlineMs, stop);
  attempt.signal.addEventListener('abort', stop, { once: true });
  try {
    for (const loginName of names.filter((name) => name !== login.loginName)) {
      if (attempt.signal.aborted || end.signal.aborted) break;
      const ladder = await climbed(parts, { ...login, loginName }, first.insteadOf ?? login.loginName, end);
      if (!ladder.problem) return ladder;
      // Weather, or a server that has had enough: what it would say to the other names is not known.
      if (!mayBeTheName(ladder.problem)) return first;
      refusedNames.push(loginName);
    }
  } finally {
    cancelDeadline();
    attempt.signal.removeEventListener('abort', stop);
  }
  return refusedNames.length > 0 ? { ...first, refusedNames } : first;
}

async function climbed(
  { mailCheck, clock }: ClimbParts,
  login: MailLogin,
  insteadOf: string | undefined,
  attempt: Attempt,
): Promise<Ladder> {
  const { service, server, loginName, by } = login;
  const known = {
    service,
    server,
    loginName,
    ...(by === 'password' ? { by } : {}),
    ...(insteadOf === undefined || insteadOf === loginName ? {} : { insteadOf }),
  };
  const startedAt = clock.now();
  const noted = new Map<Rung, RungState>();
  const outcome = await mailCheck.climb(login, { rung: (rung, state) => noted.set(rung, state) }, attempt);
  // A look that was ended leaves no rung running.
  const seen = (rung: Rung): RungState => {
    const state = noted.get(rung);
    return state === undefined || state.kind === 'running' ? { kind: 'not-tried' } : state;
  };
  const states = Object.fromEntries(rungs.map((rung) => [rung, seen(rung)])) as Record<Rung, RungState>;
  // The clock may be set back meanwhile.
  const totalMs = Math.max(0, Math.round(clock.now() - startedAt));
  if (!outcome.ok) return { ...known, rungs: states, state: 'broken', totalMs, problem: shortened(outcome.problem) };
  const { messages } = outcome.value;
  const counted = messages === undefined ? {} : { messages };
  return { ...known, rungs: states, state: 'passed', totalMs: outcome.value.totalMs, ...counted };
}

function shortened(problem: NonNullable<Ladder['problem']>): NonNullable<Ladder['problem']> {
  const { serverSaid } = problem;
  return serverSaid && serverSaid.length > mostWords
    ? { ...problem, serverSaid: serverSaid.slice(0, mostWords) }
    : problem;
}
