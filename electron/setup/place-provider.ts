// Puts a provider in place: what is typed over it stays, what rested on another one is done anew. Looks nothing up.
import { type Service, services } from '../../shared/mail-provider.ts';
import {
  isPresetsProviderAllowed,
  isProviderAllowed,
  isServiceAllowed,
  type PolicyInForce,
} from '../../shared/policy.ts';
import { type ProblemCode, problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { Bench } from './bench.ts';
import { scopesNeeded } from './compare-scopes.ts';
import { forecastApproval } from './forecast-approval.ts';
import { freshLadders } from './ladders.ts';
import type { FoundProvider } from './looking-up.ts';
import { providerLines } from './provider-lines.ts';
import { serverDomains, serversWithTyped } from './typed-over.ts';

function servicesOf({ is }: FoundProvider, { world, view }: Bench): readonly Service[] {
  const preset = world.preset()?.services;
  const isOpen = (service: Service): boolean => view().practice || isServiceAllowed(world.policy(), service);
  const exist = services.filter((service) => is.servers[service] && isOpen(service));
  const wished = preset ? exist.filter((service) => preset.includes(service)) : exist;
  return wished.length > 0 ? wished : exist;
}

/** Where nobody gets a registration for mail, the password is the road; a preset brings a registration of its own. */
export function wayFor({ is, source }: FoundProvider): SetupView['way'] {
  return is.registering === 'closed' && is.password && is.signIn !== 'password' && source !== 'preset'
    ? 'password'
    : undefined;
}

/** Nobody's mail program gets in there, or this one is not wanted here: said at once, and nothing rests on it. */
function refuseProvider(bench: Bench, { is }: FoundProvider, why: ProblemCode): void {
  bench.attempts.endFrom('register');
  bench.record({ type: 'reopened', step: 'register' });
  const nothing = { provider: undefined, picked: undefined, registration: undefined, way: undefined };
  bench.record({ type: 'known', known: nothing });
  bench.held.clientSecret = null;
  const facts = { provider: is.name, ...(is.noMailPrograms ? { access: is.noMailPrograms } : {}) };
  bench.status('understand', { kind: 'failed', problem: problemOf(why, facts) });
}

function whyNot({ world, view }: Bench, { is, source }: FoundProvider): ProblemCode | null {
  if (is.noMailPrograms) return 'no-mail-programs';
  // Practice is nobody's provider.
  if (view().practice) return null;
  return mayBeSetUp(world.policy(), { is, source }) ? null : 'provider-not-allowed';
}

/** Whether the organisation lets accounts of this provider be set up here. */
export function mayBeSetUp(policy: PolicyInForce, { is, source }: Pick<FoundProvider, 'is' | 'source'>): boolean {
  return (source === 'preset' && isPresetsProviderAllowed(policy)) || isProviderAllowed(policy, is.id);
}

/** `picked` is its place among the candidates; absent for what was not looked up. */
export function placeProvider(bench: Bench, found: FoundProvider, picked?: number): void {
  const why = whyNot(bench, found);
  if (why) {
    refuseProvider(bench, found, why);
    return;
  }
  const { provider: before, typed } = bench.view();
  const is = { ...found.is, servers: serversWithTyped(found.is.servers, typed) };
  const same = before !== undefined && JSON.stringify(before.is) === JSON.stringify(is);
  if (!same) {
    bench.attempts.endFrom('register');
    bench.record({ type: 'reopened', step: 'register' });
    bench.record({ type: 'known', known: { registration: undefined, way: wayFor(found) } });
    bench.held.clientSecret = null;
  }
  if (!same || bench.view().wanted.length === 0) {
    const wanted = servicesOf({ ...found, is }, bench);
    bench.record({ type: 'known', known: { wanted, scopes: scopesNeeded(is, wanted) } });
  }
  const domains = serverDomains(bench.world, { ...found, is });
  const provider = {
    ...found,
    is,
    forecast: forecastApproval(found, bench.view().way),
    ...(domains ? { serverDomains: domains } : {}),
  };
  bench.record({ type: 'known', known: { provider, picked } });
  bench.record({ type: 'ladders', ladders: freshLadders(bench.view()) });
  bench.record({ type: 'details', step: 'understand', lines: providerLines(bench.view()) });
  const fact = { code: 'provider-found' as const, values: { provider: is.name } };
  bench.status('understand', { kind: 'needs-you', fact });
}
