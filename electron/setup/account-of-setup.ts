// The account a set-up amounts to so far. Pure.
import type { RegistrationView, SetupView } from '../../shared/setup-state.ts';
import { scopesToAsk } from './compare-scopes.ts';
import { expectedName, loginName } from './ladders.ts';
import type { AccountRecord } from './memory.ts';
import { isPasswordRoad, servicesByPassword } from './password-road.ts';
import { isSameName, otherNames } from './person-names.ts';

/** Nobody registers anything for a password. */
const noRegistration: RegistrationView = { source: 'none', clientId: '', hasSecret: false };

/** Step 7 found nothing against the person; "unknown" was noted there. */
function isPersonChecked({ person, steps }: SetupView): boolean {
  if (!person?.signedInAs) return false;
  return steps.token.kind === 'done' || (steps.token.kind === 'noted' && steps.token.problem.code !== 'person-unknown');
}

/** Only services whose ladder did not break are kept, once ladders have been climbed. Throws before step 3 is closed: a bug. */
export function accountOfSetup(view: SetupView, now: number): AccountRecord {
  const isByPassword = isPasswordRoad(view);
  const registration = isByPassword ? noRegistration : view.registration;
  if (!view.provider || !registration || !view.address) throw new Error('The set-up has no account yet');
  const broken = view.steps.test.kind === 'noted' ? view.ladders.filter((ladder) => ladder.state === 'broken') : [];
  const wanted = view.wanted.filter((service) => !broken.some((ladder) => ladder.service === service));
  const leftOut = [...(view.leftOut ?? []), ...broken.map((ladder) => ladder.service)];
  const passwordFor = servicesByPassword(view).filter((service) => wanted.includes(service));
  const whys = broken.flatMap(({ service, problem }) => (problem ? [[service, { problem, at: now }] as const] : []));
  const renamed = wanted.filter((service) => !isSameName(loginName(view, service), expectedName(view, service)));
  const others = wanted.flatMap((service) => {
    const names = passwordFor.includes(service) ? [] : otherNames(view, service, loginName(view, service));
    return names.length > 0 ? [[service, names] as const] : [];
  });
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
    ...(whys.length > 0 ? { leftOutWhy: Object.fromEntries(whys) } : {}),
    ...(passwordFor.length > 0 ? { passwordFor } : {}),
    // Of what is left out, too: it may be tried again.
    loginNames: Object.fromEntries([...wanted, ...leftOut].map((service) => [service, loginName(view, service)])),
    ...(renamed.length > 0
      ? { insteadOf: Object.fromEntries(renamed.map((service) => [service, expectedName(view, service)])) }
      : {}),
    ...(others.length > 0 ? { otherNames: Object.fromEntries(others) } : {}),
    ...(isPersonChecked(view) ? { personChecked: true as const } : {}),
    ...(typedNames && Object.keys(typedNames).length > 0 ? { typedNames } : {}),
    programs: view.programs ?? [],
    practice: view.practice,
    addedAt: now,
    ...(view.signIn && !isByPassword ? { signIn: view.signIn } : {}),
    kept: view.keeping ?? { store: 'none', kept: 'this-session' },
  };
}
