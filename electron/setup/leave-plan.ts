// What leaving an account will do, and what it leaves to the person: read from what is known of it. Pure.
import type { ByHand, LeavingLine, LeavingPlan, LeavingView, RevokePlan } from '../../shared/leaving.ts';
import type { AccountRecord } from './memory.ts';

const personOf = ({ signsInAs, address }: AccountRecord): string => (signsInAs ?? address).toLowerCase();

/** Another account here that rests on the same permission: same person, same app, same provider. */
export function accountOfSamePermission(
  account: AccountRecord,
  all: readonly AccountRecord[],
): AccountRecord | undefined {
  const { id, provider, registration } = account;
  return all.find(
    (each) =>
      each.id !== id &&
      each.provider.signIn === provider.signIn &&
      each.provider.signInHost === provider.signInHost &&
      each.registration.clientId === registration.clientId &&
      registration.source !== 'none' &&
      personOf(each) === personOf(account),
  );
}

export function isWithoutSignIn({ provider, registration }: AccountRecord): boolean {
  return provider.signIn === 'password' || registration.source === 'none';
}

export function revokePlan(account: AccountRecord, all: readonly AccountRecord[]): RevokePlan {
  const { provider } = account;
  if (isWithoutSignIn(account)) return 'password';
  if (provider.revoking === 'none') return 'not-offered';
  // Of a provider whose places are all told, the place is told too, or there is none; else it shows in its description.
  if (provider.endpoints && !provider.endpoints.revocation) return 'not-offered';
  if (provider.revoking === 'app') return accountOfSamePermission(account, all) ? 'shared' : 'revoke-app';
  return provider.endpoints ? 'revoke' : 'ask';
}

/** Services that the old token opens. */
export function servicesByToken({ wanted, passwordFor = [] }: AccountRecord): AccountRecord['wanted'] {
  return wanted.filter((service) => !passwordFor?.includes(service));
}

export function leavingPlan(account: AccountRecord, all: readonly AccountRecord[]): LeavingPlan {
  return {
    revoke: revokePlan(account, all),
    prove: !isWithoutSignIn(account) && servicesByToken(account).length > 0,
    programs: account.programs.length > 0,
  };
}

/** The permission may still stand at the provider. */
function isLeftStanding(line: LeavingView['lines']['revoke']): boolean {
  return 'result' in line && ['not-offered', 'no-keys', 'given-up'].includes(line.result satisfies string);
}

/** What is left once the lines are over. Practice leaves nothing outside this window. */
export function whatIsLeft(account: AccountRecord, revoked: LeavingLine<'revoke'>): readonly ByHand[] {
  const { provider, registration, programs, passwordFor = [], practice } = account;
  const left: ByHand[] = programs.length > 0 ? [{ code: 'programs', programs }] : [];
  if (practice) return left;
  const isAppPassword = provider.password?.kind === 'app' || provider.password?.kind === 'mail';
  if ((passwordFor?.length ?? 0) > 0 && isAppPassword) {
    left.push({ code: 'app-password', ...(provider.password?.page ? { page: provider.password.page } : {}) });
  }
  if (isLeftStanding(revoked)) {
    const organisation = registration.organisation ?? account.organisation;
    left.push({
      code: 'permission',
      ...(provider.takeBackPage ? { page: provider.takeBackPage } : {}),
      ...(organisation ? { organisation } : {}),
    });
  }
  if (registration.source === 'own' || registration.source === 'google-file') {
    left.push({ code: 'registration-own', ...(provider.consolePage ? { page: provider.consolePage } : {}) });
  }
  if (registration.source === 'preset') {
    left.push({
      code: 'registration-organisation',
      organisation: registration.organisation ?? account.organisation ?? provider.name,
    });
  }
  return left;
}
