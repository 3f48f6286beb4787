// What a request to IT is about, from a problem and the set-up or account it was met in. Pure.
import type { AccountView } from '../../shared/account-state.ts';
import type { ItRequestAbout } from '../../shared/it-requests/it-request.ts';
import { mailSystemOf } from '../../shared/it-requests/mail-system-of.ts';
import { type Service, services } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';

function serviceIn({ service }: Problem['facts']): Service | undefined {
  return services.find((each) => each === service);
}

/** The server, where it is one that was connected to; a sign-in page's host has no port. */
function placeOf({ facts: { host, port } }: Problem): Pick<ItRequestAbout, 'host' | 'port'> {
  return typeof host === 'string' && typeof port === 'number' ? { host, port } : {};
}

export function itRequestOfSetup(problem: Problem, setup: SetupView | undefined): ItRequestAbout {
  const provider = setup?.provider?.is;
  const hosts = services.flatMap((service) => provider?.servers[service]?.host ?? []);
  const { system, cloud } = mailSystemOf({
    hosts,
    signIn: provider?.signIn,
    provider: provider?.name,
    said: problem.serverSaid,
  });
  return {
    cause: problem.code,
    system,
    cloud: provider?.cloud ?? cloud,
    mailbox: setup?.address,
    person: setup?.signsInAs,
    service: serviceIn(problem.facts),
    clientId: setup?.registration?.clientId || undefined,
    organisationsApp: setup?.registration?.source === 'preset',
    services: setup?.wanted,
    ...placeOf(problem),
  };
}

export function itRequestOfAccount(problem: Problem, account: AccountView): ItRequestAbout {
  return {
    cause: problem.code,
    ...mailSystemOf({
      hosts: account.servers.map(({ server }) => server.host),
      provider: account.providerName,
      said: problem.serverSaid,
    }),
    mailbox: account.address,
    person: account.signsInAs,
    service: serviceIn(problem.facts),
    organisationsApp: account.organisationsApp === true,
    services: account.servers.map(({ service }) => service),
    ...placeOf(problem),
  };
}
