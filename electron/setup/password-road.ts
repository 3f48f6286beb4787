// Which services are logged in to with a password: all of them where there is no sign-in, some beside one, or none. Pure.

import type { Ladder } from '../../shared/ladder.ts';
import { type Service, services } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { SkipReason, StepStatus } from '../../shared/step-status.ts';
import type { Keys, MailLogin } from './outside-world.ts';
import { Secret } from './secret.ts';

type Known = Pick<SetupView, 'provider' | 'way' | 'wanted'>;

/** A password as it is held, with what it was typed for. */
export interface HeldPassword {
  readonly secret: Secret;
  readonly purpose: string;
}

/** Services wanted whose server takes no token though the provider has a sign-in. */
function withoutToken({ provider, wanted }: Known): readonly Service[] {
  const listed = provider?.is.passwordFor ?? [];
  return services.filter((service) => wanted.includes(service) && listed.includes(service));
}

/** Nobody signs in in a browser: there is no such page, a password was chosen, or nothing that is wanted takes a token. */
export function isPasswordRoad(known: Known): boolean {
  const { provider, way, wanted } = known;
  if (!provider) return false;
  if (provider.is.signIn === 'password' || way === 'password') return true;
  return wanted.length > 0 && withoutToken(known).length === wanted.length;
}

/** The services wanted that a password opens, in the order IMAP, POP, SMTP. */
export function servicesByPassword(known: Known): readonly Service[] {
  return isPasswordRoad(known) ? services.filter((each) => known.wanted.includes(each)) : withoutToken(known);
}

/** A sign-in and a password. */
export function needsBoth(known: Known): boolean {
  return !isPasswordRoad(known) && servicesByPassword(known).length > 0;
}

/** Beside a sign-in: the way is settled, and what is asked for is the password. */
export const passwordIsNext: StepStatus = { kind: 'needs-you', fact: { code: 'way-password' } };

/** Why there is no sign-in on this road. */
export function reasonToSkip({ provider, way }: Known): SkipReason {
  if (provider?.is.signIn === 'password') return 'no-sign-in-page';
  return way === 'password' ? 'password-chosen' : 'no-token-there';
}

/** The mailbox and the servers that a password typed now is for. */
export function purposeOf(view: SetupView): string {
  const hosts = servicesByPassword(view).map((service) => view.provider?.is.servers[service]?.host);
  return JSON.stringify([view.address, view.signsInAs, ...hosts]);
}

/** Null: there is none, or it was typed for another mailbox or other servers, to which it must not go. */
export function heldPassword({ password }: { password: HeldPassword | null }, view: SetupView): Secret | null {
  return password?.purpose === purposeOf(view) ? password.secret : null;
}

/** Keys that are a password and nothing else; they run out never. */
export function passwordKeys(password: Secret): Keys {
  return {
    renewal: null,
    accessToken: new Secret(''),
    validUntil: Number.MAX_SAFE_INTEGER,
    clientSecret: null,
    password,
  };
}

/** What a ladder is climbed with. */
export function loginOf({ service, server, loginName, by }: Ladder, keys: Keys): Omit<MailLogin, 'ca'> {
  return by === 'password'
    ? { service, server, loginName, by, secret: keys.password ?? new Secret('') }
    : { service, server, loginName, by: 'token', secret: keys.accessToken };
}
