// The ladders to climb and the two user names: whose mailbox it is, and who signs in. Pure.
import { readAddress } from '../../shared/account-draft.ts';
import { type Ladder, type Rung, type RungState, rungs } from '../../shared/ladder.ts';
import { type MailProvider, type Service, services } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { servicesByPassword } from './password-road.ts';

type Names = Pick<SetupView, 'address' | 'signsInAs' | 'person' | 'typed'> & {
  readonly provider?: { readonly is: MailProvider } | undefined;
};

function byRule(address: string, provider: MailProvider, service: Service): string {
  if ((provider.loginNames?.[service] ?? provider.loginName) === 'address') return address;
  const read = readAddress(address);
  return read.ok ? read.value.localPart : address;
}

/**
 * The login name for a service. A shared mailbox is read under its own name but sent from under the delegate's
 * (Microsoft, "Authenticate an IMAP, POP or SMTP connection using OAuth"; Exchange refuses the shared name at SMTP).
 * Exchange wants the primary address where an alias was typed; others keep what was typed. What the person typed over it stands.
 */
export function loginName(names: Names, service: Service): string {
  const provider = names.provider?.is;
  const address = names.address ?? '';
  const typed = names.typed?.loginNames[service];
  if (typed) return typed;
  if (!provider) return address;
  if (names.signsInAs) return byRule(service === 'smtp' ? names.signsInAs : address, provider, service);
  const primary = provider.signIn === 'microsoft' ? names.person?.signedInAs : undefined;
  return byRule(primary || address, provider, service);
}

const notTried = Object.fromEntries(rungs.map((rung) => [rung, { kind: 'not-tried' }])) as Record<Rung, RungState>;

/** A ladder, nothing climbed yet, for each wanted service that exists there; in the order IMAP, POP, SMTP. */
export function freshLadders(view: SetupView): readonly Ladder[] {
  const servers = view.provider?.is.servers ?? {};
  const byPassword = servicesByPassword(view);
  return services
    .filter((service) => view.wanted.includes(service))
    .flatMap((service) => {
      const server = servers[service];
      if (!server) return [];
      const ladder = {
        service,
        server,
        loginName: loginName(view, service),
        rungs: notTried,
        state: 'waiting' as const,
      };
      return [byPassword.includes(service) ? { ...ladder, by: 'password' as const } : ladder];
    });
}
