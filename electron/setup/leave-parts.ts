// What each line of a leaving really does: takes the permission back, deletes what is kept here, asks the servers about the old key.
// Each answers with its line; who calls what in which order is not decided here.
import type { LeavingLine } from '../../shared/leaving.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { type Problem, type ProblemCode, problemOf } from '../../shared/problem.ts';
import { approvalKeysId } from './approval-keys.ts';
import type { World } from './bench.ts';
import type { OldToken } from './leave-keys.ts';
import { accountOfSamePermission, leavingPlan, revokePlan, servicesByToken } from './leave-plan.ts';
import type { AccountRecord } from './memory.ts';
import type { Attempt, Keys } from './outside-world.ts';
import { planOfAccount } from './sign-in-plan.ts';
import { withinAttempt } from './within-attempt.ts';

export interface LeaveBench {
  readonly world: World;
  readonly account: AccountRecord;
  /** The list as it stands; this account may still be in it. */
  readonly accounts: readonly AccountRecord[];
}

/** `keys` null: there are none, or none that can be read. */
export async function takeBack(
  { world, account, accounts }: LeaveBench,
  keys: Keys | null,
  attempt: Attempt,
): Promise<LeavingLine<'revoke'>> {
  const at = world.clock.now();
  const plan = revokePlan(account, accounts);
  if (plan === 'password') return { kind: 'skipped', result: 'no-permission', at };
  if (plan === 'not-offered') return { kind: 'noted', result: 'not-offered', at };
  if (plan === 'shared') {
    const address = accountOfSamePermission(account, accounts)?.address ?? '';
    return { kind: 'noted', result: 'kept-for-other', at, values: { address } };
  }
  if (keys === null) return { kind: 'noted', result: 'no-keys', at };
  const signIn = planOfAccount(account, keys.clientSecret);
  const way = world.ways[signIn.kind];
  const done = await way.revoke?.(signIn, keys, attempt);
  const then = world.clock.now();
  if (!done) return { kind: 'noted', result: 'not-offered', at: then };
  if (!done.ok) return { kind: 'asks', problem: done.problem, at: then };
  const { kind, reach } = done.value;
  if (kind === 'not-offered') return { kind: 'noted', result: kind, at: then };
  if (kind === 'was-gone') return { kind: 'done', result: kind, at: then };
  await takeBackEarlier({ world, account, accounts }, keys, attempt);
  return { kind: 'done', result: reach === 'app' ? 'revoked-app' : 'revoked', at: then };
}

/** Some providers leave the key before the newest good. What comes of it changes nothing that is said. */
async function takeBackEarlier({ world, account }: LeaveBench, keys: Keys, attempt: Attempt): Promise<void> {
  const earlier = await withinAttempt(attempt, world.vault.openPrevious(account.id), 'key-store-locked');
  if (!earlier.ok || !earlier.value?.renewal) return;
  const signIn = planOfAccount(account, keys.clientSecret);
  await world.ways[signIn.kind].revoke?.(signIn, earlier.value, attempt);
}

/** Everything of this account on this computer but its line in the list. Done only when looking finds nothing any more. */
export async function deleteHere({ world, account }: LeaveBench): Promise<LeavingLine<'delete'>> {
  const { vault, past, clock } = world;
  const ids = [account.id, approvalKeysId(account.id)];
  await past.forget(account.id);
  for (const id of ids) {
    const forgotten = await vault.forget(id);
    if (!forgotten.ok) return { kind: 'asks', problem: forgotten.problem, at: clock.now() };
  }
  const names = await tracesOf(world, account.id);
  const at = clock.now();
  if (names.length > 0) return { kind: 'asks', problem: problemOf('not-saved'), at };
  return { kind: 'done', result: account.kept.kept === 'sealed' ? 'deleted' : 'deleted-memory', at };
}

/** Names of the files that are still there. */
export async function tracesOf({ vault, past }: World, accountId: string): Promise<readonly string[]> {
  const found = await Promise.all([accountId, approvalKeysId(accountId)].map((id) => vault.traces(id)));
  const keys = found.flatMap((each) => (each.ok ? each.value : []));
  const history = await past.traces(accountId);
  return [
    ...keys.map((name) => (name === 'memory' ? name : `vault/${name}`)),
    ...history.map((name) => `history/${name}`),
  ];
}

/** Logs in as the watch did, with the token from before: it has to be refused. */
export async function askAboutOldKey(
  bench: LeaveBench,
  token: OldToken | null,
  attempt: Attempt,
): Promise<LeavingLine<'prove'>> {
  const { world, account, accounts } = bench;
  if (!leavingPlan(account, accounts).prove) return { kind: 'skipped', result: 'not-asked', at: world.clock.now() };
  if (token === null) return { kind: 'noted', result: 'not-possible', at: world.clock.now() };
  const verdicts = await Promise.all(servicesByToken(account).map((service) => knock(bench, service, token, attempt)));
  const at = world.clock.now();
  const hasRunOut = token.validUntil <= at;
  const until = hasRunOut ? {} : { until: token.validUntil };
  if (verdicts.includes('opens')) return { kind: 'noted', result: 'opens', at, ...until };
  // Of a key that has run out by itself, a refusal proves nothing.
  if (hasRunOut) return { kind: 'done', result: 'run-out', at };
  const problem = verdicts.find((each): each is Problem => typeof each === 'object');
  if (!problem) return { kind: 'done', result: 'refused', at };
  const result = verdicts.includes('refused') ? 'refused-some' : 'not-seen';
  return { kind: 'noted', result, at, ...until, problem };
}

/** What a server says of the key itself; that a protocol is switched off, or a mailbox not given, says nothing about it. */
const refusesKey: ReadonlySet<string> = new Set<ProblemCode>(['token-refused', 'login-refused', 'sign-in-ended']);

/** Only an answer to the login itself is a refusal; a server out of reach has refused nothing. */
async function knock(
  { world, account }: LeaveBench,
  service: Service,
  { accessToken }: OldToken,
  attempt: Attempt,
): Promise<'opens' | 'refused' | Problem> {
  const server = account.provider.servers[service];
  if (!server) return problemOf('unexpected');
  const loginName = account.loginNames[service] ?? account.address;
  let login = 'not-tried';
  const climbed = await world.mailCheck.climb(
    { service, server, loginName, by: 'token', secret: accessToken, ca: world.ca() },
    {
      rung: (rung, state) => {
        if (rung === 'login') login = state.kind;
      },
    },
    attempt,
  );
  if (climbed.ok || login === 'passed') return 'opens';
  return login === 'broken' && refusesKey.has(climbed.problem.code) ? 'refused' : climbed.problem;
}
