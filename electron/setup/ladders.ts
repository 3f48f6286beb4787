// The ladders to climb and the two user names: whose mailbox it is, and who signs in. Pure.
import { type Ladder, type Rung, type RungState, rungs } from '../../shared/ladder.ts';
import { type Service, services } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { servicesByPassword } from './password-road.ts';
import { byRule, isSameName, type Names, personNames } from './person-names.ts';

/**
 * The login name for a service, before any server was asked. A shared mailbox is read under its own name but sent from under the
 * delegate's (Microsoft, "Authenticate an IMAP, POP or SMTP connection using OAuth"; Exchange refuses the shared name at SMTP).
 * Exchange wants the primary address where an alias was typed; others keep what was typed. What the person typed over it stands.
 */
export function expectedName(names: Names, service: Service): string {
  const provider = names.provider?.is;
  const address = names.address ?? '';
  const typed = names.typed?.loginNames[service];
  if (typed) return typed;
  if (!provider) return address;
  if (names.signsInAs) return byRule(service === 'smtp' ? names.signsInAs : address, provider, service);
  const primary = provider.signIn === 'microsoft' ? names.person?.signedInAs : undefined;
  return byRule(primary || address, provider, service);
}

/** The login name for a service: one that its server took counts more than the expected one, while it is still the person's. */
export function loginName(names: Names, service: Service): string {
  const found = names.foundNames?.[service];
  const isTheirs = found && personNames(names, service).some((name) => isSameName(name, found));
  return isTheirs && !names.typed?.loginNames[service] ? found : expectedName(names, service);
}

export const notTried = Object.fromEntries(rungs.map((rung) => [rung, { kind: 'not-tried' }])) as Record<
  Rung,
  RungState
>;

/** A ladder, nothing climbed yet, for each wanted service that exists there; in the order IMAP, POP, SMTP. */
export function freshLadders(view: SetupView): readonly Ladder[] {
  const servers = view.provider?.is.servers ?? {};
  const byPassword = servicesByPassword(view);
  return services
    .filter((service) => view.wanted.includes(service))
    .flatMap((service) => {
      const server = servers[service];
      if (!server) return [];
      const name = loginName(view, service);
      const expected = expectedName(view, service);
      const ladder = {
        service,
        server,
        loginName: name,
        ...(isSameName(name, expected) ? {} : { insteadOf: expected }),
        rungs: notTried,
        state: 'waiting' as const,
      };
      return [byPassword.includes(service) ? { ...ladder, by: 'password' as const } : ladder];
    });
}
