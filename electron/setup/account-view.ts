// An account as the window shows it. Pure.

import type { AccountView, Health, WatchView } from '../../shared/account-state.ts';
import { isWeather } from '../../shared/is-weather.ts';
import { services } from '../../shared/mail-provider.ts';
import { problems } from '../../shared/problem.ts';
import { secretEndState } from '../../shared/secret-end.ts';
import type { AccountRecord } from './memory.ts';
import type { Past } from './past.ts';
import { withLadders } from './watch-ladders.ts';

/** Weather passes by itself and asks nobody: it is noted, whoever could mend it. */
export function healthOf(watch: WatchView | undefined): Health {
  if (!watch) return 'unknown';
  // What the set-up was finished without was a choice, and is no fault.
  if (!watch.problem) return 'well';
  if (isWeather(watch.problem)) return 'noted';
  const { actor } = problems[watch.problem.code];
  if (actor === 'you') return 'needs-you';
  return Object.values(watch.services).includes('passed') ? 'noted' : 'stopped';
}

/** Whoever made the registration makes its new secret: a preset's came from IT. */
function secretEndsOf({ registration }: AccountRecord, now: number): AccountView['secretEnds'] {
  const { hasSecret, secretEndsOn, source } = registration;
  const state = hasSecret ? secretEndState(secretEndsOn, now) : null;
  return state && secretEndsOn ? { on: secretEndsOn, state, actor: source === 'preset' ? 'it' : 'you' } : undefined;
}

/** All works, and still there may be something to know. `now`: epoch milliseconds. */
export function accountHealth(account: AccountRecord, now: number): Health {
  const health = healthOf(account.watch);
  return health === 'well' && secretEndsOf(account, now) ? 'noted' : health;
}

/** `now`: epoch milliseconds. */
export function accountView(account: AccountRecord, checking: boolean, past: Past, now: number): AccountView {
  const { id, address, signsInAs, provider, organisation, practice, kept, watch, addedAt } = account;
  const secretEnds = secretEndsOf(account, now);
  return {
    id,
    address,
    ...(signsInAs ? { signsInAs } : {}),
    providerName: provider.name,
    ...(organisation ? { organisation } : {}),
    ...(account.registration.source === 'preset' ? { organisationsApp: true as const } : {}),
    practice,
    health: accountHealth(account, now),
    ...(secretEnds ? { secretEnds } : {}),
    leftOut: account.leftOut ?? [],
    ...(account.leftOutWhy ? { leftOutWhy: account.leftOutWhy } : {}),
    ...(account.personChecked ? { personChecked: true as const } : {}),
    keeping: kept,
    servers: services
      .filter((service) => account.wanted.includes(service))
      .flatMap((service) => {
        const server = provider.servers[service];
        if (!server) return [];
        const insteadOf = account.insteadOf?.[service];
        const loginName = account.loginNames[service] ?? address;
        const login = { service, server, loginName, ...(insteadOf ? { insteadOf } : {}) };
        return [account.passwordFor?.includes(service) ? { ...login, by: 'password' as const } : login];
      }),
    ...(watch ? { watch: withLadders(watch, past.ladders(id)) } : {}),
    checking,
    addedAt,
    days: past.days(id),
    endings: past.endings(account),
  };
}
