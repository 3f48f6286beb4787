// Tries what a set-up was finished without once more, with the key there is: nobody signs in for it. What passes is wanted again; what
// does not stays left out, with what was met this time.
import type { Service } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import { expectedName } from './ladders.ts';
import type { AccountRecord } from './memory.ts';
import type { Attempt, Keys } from './outside-world.ts';
import type { Postkey } from './postkey.ts';
import { Secret } from './secret.ts';

const tryDeadlineMs = 60_000;

type Tried = { readonly service: Service; readonly problem: Problem | null };

/** Those that a server refused; what the person did not allow in the browser needs a sign-in. */
function triable({ leftOut = [], leftOutWhy, provider }: AccountRecord): readonly Service[] {
  return leftOut.filter((service) => leftOutWhy?.[service] && provider.servers[service]);
}

/** Returns at once; false when there is nothing to try, or its keys are just being changed. What came of it is in the account. */
export function tryLeftOut(postkey: Postkey, account: AccountRecord): boolean {
  if (triable(account).length === 0 || postkey.isBusy(account.id) || postkey.isChecking(account.id)) return false;
  const { world, check } = postkey.parts;
  const end = new AbortController();
  const cancelDeadline = world.clock.after(tryDeadlineMs, () => end.abort());
  postkey.setChecking(account.id, true);
  tryAll(postkey, account, end)
    .catch(world.logUnexpected)
    .finally(() => {
      cancelDeadline();
      postkey.setChecking(account.id, false);
      // Whatever came of it, one look tells how the whole account is.
      const now = postkey.accounts().find(({ id }) => id === account.id);
      if (now) check(now);
    });
  return true;
}

async function tryAll(postkey: Postkey, account: AccountRecord, attempt: Attempt): Promise<void> {
  const { renewing, clock } = postkey.parts.world;
  const fresh = await renewing.fresh(account, attempt);
  // The key itself has ended: the look says so.
  if (!fresh.ok) return;
  const tried = await Promise.all(
    triable(account).map((service) => climb(postkey, account, service, fresh.value, attempt)),
  );
  postkey.changeAccounts((accounts) =>
    accounts.map((each) => (each.id === account.id ? withTried(each, tried, clock.now()) : each)),
  );
}

async function climb(
  { parts: { world } }: Postkey,
  account: AccountRecord,
  service: Service,
  keys: Keys,
  attempt: Attempt,
): Promise<Tried> {
  const { address, signsInAs, provider, typedNames, registration, loginNames } = account;
  const server = provider.servers[service];
  if (!server) return { service, problem: null };
  const typed = typedNames ? { typed: { servers: {}, loginNames: typedNames } } : {};
  const names = { address, ...(signsInAs ? { signsInAs } : {}), provider: { is: provider }, ...typed };
  const loginName = loginNames[service] ?? expectedName(names, service);
  const byPassword = registration.source === 'none' || provider.passwordFor?.includes(service);
  const secret = byPassword ? (keys.password ?? new Secret('')) : keys.accessToken;
  const climbed = await world.mailCheck.climb(
    { service, server, loginName, by: byPassword ? 'password' : 'token', secret, ca: world.ca() },
    { rung: () => undefined },
    attempt,
  );
  return { service, problem: climbed.ok ? null : climbed.problem };
}

function withTried(account: AccountRecord, tried: readonly Tried[], at: number): AccountRecord {
  const passed = tried.flatMap(({ service, problem }) => (problem ? [] : [service]));
  const isPassed = (service: string): boolean => passed.some((each) => each === service);
  const { leftOut = [], leftOutWhy = {}, passwordFor = [], ...rest } = account;
  const why = {
    ...leftOutWhy,
    ...Object.fromEntries(tried.flatMap(({ service, problem }) => (problem ? [[service, { problem, at }]] : []))),
  };
  const stillWhy = Object.fromEntries(Object.entries(why).filter(([service]) => !isPassed(service)));
  const stillOut = leftOut.filter((service) => !isPassed(service));
  const byPassword =
    account.registration.source === 'none'
      ? [...passwordFor, ...passed]
      : [...passwordFor, ...passed.filter((service) => account.provider.passwordFor?.includes(service))];
  return {
    ...rest,
    wanted: [...account.wanted, ...passed],
    ...(stillOut.length > 0 ? { leftOut: stillOut } : {}),
    ...(Object.keys(stillWhy).length > 0 ? { leftOutWhy: stillWhy } : {}),
    ...(byPassword.length > 0 ? { passwordFor: byPassword } : {}),
  };
}
