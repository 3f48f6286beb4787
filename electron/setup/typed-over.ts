// What the person typed over what was found: servers and login names, service by service. Both are kept; the effective servers
// stand in `provider`. Never changes the sign-in.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import type { ProviderView } from '../../shared/look-up.ts';
import { type MailServer, type MailServers, type Service, services } from '../../shared/mail-provider.ts';
import { isServiceAllowed } from '../../shared/policy.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import type { Bench, World } from './bench.ts';
import { scopesNeeded } from './compare-scopes.ts';
import { freshLadders, loginName } from './ladders.ts';
import { heldPassword, purposeOf } from './password-road.ts';
import { providerLines } from './provider-lines.ts';

type Typed = NonNullable<SetupView['typed']>;
type Overruling = RequestInput<'understand.overrule'>;

/** The servers to use: found, with what was typed put over it. Pure. */
export function serversWithTyped(found: MailServers, typed: Typed | undefined): MailServers {
  return typed ? { ...found, ...typed.servers } : found;
}

/** For what must be confirmed: who owns each of the hosts. */
export function serverDomains({ discovery }: World, { is, unsure }: ProviderView): ProviderView['serverDomains'] {
  if (!unsure) return undefined;
  const hosts = services.flatMap((service) => is.servers[service]?.host ?? []);
  return Object.fromEntries(hosts.map((host) => [host, discovery.registrableDomain?.(host) ?? host]));
}

/** A login name as one may type it: no spaces, line breaks or unseen characters. Empty: as found. Null: refused. */
export function readLoginName(text: string | undefined): { readonly name?: string } | null {
  const name = text?.trim() ?? '';
  if (name === '') return {};
  return /[\s\p{Cc}\p{Cf}]/u.test(name) ? null : { name };
}

/** What was found, before anything was typed; remembered now where nothing was looked up. */
function foundServers(bench: Bench): MailServers {
  const { candidates, picked, provider } = bench.view();
  const candidate = picked === undefined ? undefined : candidates?.[picked];
  if (candidate) return candidate.is.servers;
  if (!provider) return {};
  bench.record({ type: 'known', known: { candidates: [provider], picked: 0 } });
  return provider.is.servers;
}

const sameServer = (one: MailServer | undefined, other: MailServer): boolean =>
  one?.host.toLowerCase() === other.host.toLowerCase() && one.port === other.port && one.security === other.security;

function without<T>(all: Readonly<Partial<Record<Service, T>>>, service: Service): Partial<Record<Service, T>> {
  const { [service]: _gone, ...rest } = all;
  return rest as Partial<Record<Service, T>>;
}

/** Puts one service's server and login name over what was found; what equals it, or is left out, is as found again. */
function typeOver(bench: Bench, { service, server, loginName: typedName }: Overruling): Answer {
  const view = bench.view();
  if (!view.provider) return { accepted: false, refusal: 'not-now' };
  // An account that has it already keeps it, and may have its server mended.
  if (!view.wanted.includes(service) && !isServiceAllowed(bench.world.policy(), service)) {
    return { accepted: false, refusal: 'service-locked', field: `${service}.host` };
  }
  const read = readLoginName(typedName);
  if (!read) return { accepted: false, refusal: 'login-name-odd', field: `${service}.loginName` };
  const found = foundServers(bench);
  const { typed: _before, ...untyped } = view;
  const isNewServer = server !== null && !sameServer(found[service], server);
  const isNewName = read.name !== undefined && read.name !== loginName(untyped, service);
  const servers = without(view.typed?.servers ?? {}, service);
  const names = without(view.typed?.loginNames ?? {}, service);
  const typed: Typed = {
    servers: isNewServer ? { ...servers, [service]: server } : servers,
    loginNames: isNewName ? { ...names, [service]: read.name } : names,
  };
  const effective = serversWithTyped(found, typed);
  const exist = services.filter((each) => effective[each]);
  if (exist.length === 0) return { accepted: false, refusal: 'no-server', field: `${service}.host` };
  // A service that is new is set up too; one that is gone cannot be.
  const isNew = !view.provider.is.servers[service] && effective[service] !== undefined;
  const kept = exist.filter((each) => view.wanted.includes(each) || (isNew && each === service));
  const allowed = exist.filter((each) => isServiceAllowed(bench.world.policy(), each));
  const wanted = kept.length > 0 ? kept : allowed;
  const is = { ...view.provider.is, servers: effective };
  const domains = serverDomains(bench.world, { ...view.provider, is });
  const provider = { ...view.provider, is, ...(domains ? { serverDomains: domains } : {}) };
  const isTyped = Object.keys(typed.servers).length + Object.keys(typed.loginNames).length > 0;
  bench.record({
    type: 'known',
    known: {
      typed: isTyped ? typed : undefined,
      provider,
      ...(wanted.join() === view.wanted.join() ? {} : { wanted, scopes: scopesNeeded(is, wanted) }),
    },
  });
  bench.record({ type: 'ladders', ladders: freshLadders(bench.view()) });
  bench.record({ type: 'details', step: 'understand', lines: providerLines(bench.view()) });
  return accepted;
}

/** Step 1, by hand over what was found. */
export function overrule(bench: Bench, input: Overruling): Answer {
  const { steps, practice } = bench.view();
  // Practice's servers move with every start: there is nothing to type over.
  if (practice || isClosed(steps.understand)) return { accepted: false, refusal: 'not-now' };
  return typeOver(bench, input);
}

/** Step 10: another server for one service; the ladders are climbed anew. The server that was found takes the typed one back. */
export function editServer(bench: Bench, { service, server }: RequestInput<'test.editServer'>): Answer {
  const view = bench.view();
  if (view.steps.test.kind === 'waiting') return { accepted: false, refusal: 'not-now' };
  const name = view.typed?.loginNames[service];
  const password = heldPassword(bench.held, view);
  const answer = typeOver(bench, { service, server, ...(name ? { loginName: name } : {}) });
  if (!answer.accepted) return answer;
  // The person named this server to have the same password tried there.
  if (password) bench.held.password = { secret: password, purpose: purposeOf(bench.view()) };
  bench.attempts.endFrom('test');
  bench.record({ type: 'reopened', step: 'test' });
  bench.advance();
  return accepted;
}
