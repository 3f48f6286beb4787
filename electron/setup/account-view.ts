// An account as the window shows it. Pure.
import { services } from '../../shared/mail-provider.ts';
import { problems } from '../../shared/problem.ts';
import type { AccountView, Health, WatchView } from '../../shared/setup-state.ts';
import type { AccountRecord } from './memory.ts';

/** Weather is not the person's business: it leaves the last verdict standing. */
export function healthOf(watch: WatchView | undefined): Health {
  if (!watch) return 'unknown';
  if (!watch.problem) return 'well';
  const { actor } = problems[watch.problem.code];
  if (actor === 'wait') return 'noted';
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
    health: healthOf(watch),
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
