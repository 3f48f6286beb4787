// The account a set-up amounts to so far. Pure.
import type { RegistrationView, SetupView } from '../../shared/setup-state.ts';
import { scopesToAsk } from './compare-scopes.ts';
import { loginName } from './ladders.ts';
import type { AccountRecord } from './memory.ts';
import { isPasswordRoad, servicesByPassword } from './password-road.ts';

/** Nobody registers anything for a password. */
const noRegistration: RegistrationView = { source: 'none', clientId: '', hasSecret: false };

/** Only services whose ladder did not break are kept, once ladders have been climbed. Throws before step 3 is closed: a bug. */
export function accountOfSetup(view: SetupView, now: number): AccountRecord {
  const isByPassword = isPasswordRoad(view);
  const registration = isByPassword ? noRegistration : view.registration;
  if (!view.provider || !registration || !view.address) throw new Error('The set-up has no account yet');
  const broken = view.steps.test.kind === 'noted' ? view.ladders.filter((ladder) => ladder.state === 'broken') : [];
  const wanted = view.wanted.filter((service) => !broken.some((ladder) => ladder.service === service));
  const leftOut = [...(view.leftOut ?? []), ...broken.map((ladder) => ladder.service)];
  const passwordFor = servicesByPassword(view).filter((service) => wanted.includes(service));
  const typedNames = view.typed?.loginNames;
  return {
    id: view.id,
    address: view.address,
    ...(view.signsInAs ? { signsInAs: view.signsInAs } : {}),
    provider: view.provider.is,
    ...(view.provider.organisation ? { organisation: view.provider.organisation } : {}),
    registration,
    scopes: isByPassword ? [] : scopesToAsk(view.scopes),
    wanted,
    ...(leftOut.length > 0 ? { leftOut } : {}),
    ...(passwordFor.length > 0 ? { passwordFor } : {}),
    loginNames: Object.fromEntries(wanted.map((service) => [service, loginName(view, service)])),
    ...(typedNames && Object.keys(typedNames).length > 0 ? { typedNames } : {}),
    programs: view.programs ?? [],
    practice: view.practice,
    addedAt: now,
    kept: view.keeping ?? { store: 'none', kept: 'this-session' },
  };
}
