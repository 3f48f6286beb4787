// An account as the window shows it. Pure.
import { isWeather } from '../../shared/is-weather.ts';
import { type Service, services } from '../../shared/mail-provider.ts';
import { problems } from '../../shared/problem.ts';
import type { AccountView, Health, WatchView } from '../../shared/setup-state.ts';
import type { AccountRecord } from './memory.ts';

/** Weather passes by itself and asks nobody: it is noted, whoever could mend it. */
export function healthOf(watch: WatchView | undefined, leftOut: readonly Service[] = []): Health {
  if (!watch) return 'unknown';
  if (!watch.problem) return leftOut.length > 0 ? 'noted' : 'well';
  if (isWeather(watch.problem)) return 'noted';
  const { actor } = problems[watch.problem.code];
  if (actor === 'you') return 'needs-you';
  return Object.values(watch.services).includes('passed') ? 'noted' : 'stopped';
}

export function accountView(account: AccountRecord, checking: boolean): AccountView {
  const { id, address, signsInAs, provider, organisation, practice, kept, watch, addedAt } = account;
  return {
    id,
    address,
    ...(signsInAs ? { signsInAs } : {}),
    providerName: provider.name,
    ...(organisation ? { organisation } : {}),
    practice,
    health: healthOf(watch, account.leftOut),
    leftOut: account.leftOut ?? [],
    keeping: kept,
    servers: services
      .filter((service) => account.wanted.includes(service))
      .flatMap((service) => {
        const server = provider.servers[service];
        return server ? [{ service, server, loginName: account.loginNames[service] ?? address }] : [];
      }),
    ...(watch ? { watch } : {}),
    checking,
    addedAt,
  };
}
