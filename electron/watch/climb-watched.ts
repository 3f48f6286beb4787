// One ladder of a look, noted rung by rung as step 10 notes it. Opens no secret.
import { type Ladder, type Rung, type RungState, rungs } from '../../shared/ladder.ts';
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Attempt, Clock, Keys, MailCheck, MailLogin } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';

/** A problem's words are as long as a line; a server that sends more has nothing more to say. */
const mostWords = 300;

export interface ClimbParts {
  readonly mailCheck: MailCheck;
  readonly clock: Clock;
  readonly ca: () => readonly string[];
}

/** The ladder as it ended; null where the account has no server for the service. */
export async function climbWatched(
  parts: ClimbParts,
  account: AccountRecord,
  service: Service,
  keys: Keys,
  attempt: Attempt,
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
  return climbed(parts, login, namesOf(account, service, server, loginName, isByPassword), attempt);
}

type Known = Pick<Ladder, 'service' | 'server' | 'loginName' | 'by' | 'insteadOf'>;

function namesOf(
  { insteadOf }: AccountRecord,
  service: Service,
  server: MailServer,
  loginName: string,
  isByPassword: boolean,
): Known {
  const expected = insteadOf?.[service];
  return {
    service,
    server,
    loginName,
    ...(isByPassword ? { by: 'password' as const } : {}),
    ...(expected === undefined ? {} : { insteadOf: expected }),
  };
}

async function climbed(
  { mailCheck, clock }: ClimbParts,
  login: MailLogin,
  known: Known,
  attempt: Attempt,
): Promise<Ladder> {
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
