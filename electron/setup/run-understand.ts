// Step 1: whose mail, at which provider. Looks up while the person types; the person confirms.
import { readAddress } from '../../shared/account-draft.ts';
import { type Answer, accepted, type RefusalCode, type RequestInput } from '../../shared/ipc-contract.ts';
import { type Service, services } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { Bench } from './bench.ts';
import { scopesNeeded } from './compare-scopes.ts';
import { freshLadders } from './ladders.ts';
import type { FoundProvider } from './looking-up.ts';
import type { AccountRecord } from './memory.ts';

const lookUpDeadlineMs = 6_000;

function servicesOf(found: FoundProvider, preset: readonly Service[] | undefined): readonly Service[] {
  const exist = services.filter((service) => found.is.servers[service]);
  const wished = preset ? exist.filter((service) => preset.includes(service)) : exist;
  return wished.length > 0 ? wished : exist;
}

/** Puts a provider in place; what rested on another one is done anew. */
export function placeProvider(bench: Bench, found: FoundProvider): void {
  const before = bench.view().provider;
  const same = before !== undefined && JSON.stringify(before.is) === JSON.stringify(found.is);
  if (!same) {
    bench.attempts.endFrom('register');
    bench.record({ type: 'reopened', step: 'register' });
    bench.record({ type: 'known', known: { registration: undefined, way: undefined } });
    bench.held.clientSecret = null;
  }
  if (!same || bench.view().wanted.length === 0) {
    const wanted = servicesOf(found, bench.world.preset()?.services);
    bench.record({ type: 'known', known: { wanted, scopes: scopesNeeded(found.is, wanted) } });
  }
  bench.record({ type: 'known', known: { provider: found } });
  bench.record({ type: 'ladders', ladders: freshLadders(bench.view()) });
  bench.record({
    type: 'details',
    step: 'understand',
    lines: [
      { label: 'provider', value: found.is.name },
      { label: 'source', value: found.source },
      ...services.flatMap((service) => {
        const server = found.is.servers[service];
        return server ? [{ label: service, value: `${server.host}:${server.port} ${server.security}` }] : [];
      }),
    ],
  });
  bench.status('understand', {
    kind: 'needs-you',
    fact: { code: 'provider-found', values: { provider: found.is.name } },
  });
}

function readBoth(input: RequestInput<'understand.address'>): Answer & { address?: string; signsInAs?: string } {
  const address = readAddress(input.address);
  if (!address.ok) return { accepted: false, refusal: address.refusal, field: 'address' };
  if (input.signsInAs === undefined || input.signsInAs.trim() === '')
    return { accepted: true, address: address.value.text };
  const signsInAs = readAddress(input.signsInAs);
  if (!signsInAs.ok) return { accepted: false, refusal: signsInAs.refusal, field: 'signsInAs' };
  if (signsInAs.value.text.toLowerCase() === address.value.text.toLowerCase()) {
    return { accepted: false, refusal: 'shared-same-address', field: 'signsInAs' };
  }
  return { accepted: true, address: address.value.text, signsInAs: signsInAs.value.text };
}

/** One account an address, and one address a set-up: the account that came from it keeps its keys under the set-up's id. */
export function addressTaken(bench: Bench, address: string): RefusalCode | null {
  const { id, practice } = bench.view();
  const accounts = bench.accounts();
  if (accounts.some((each) => each.id === id)) return 'not-now';
  const isThere = (other: AccountRecord): boolean => other.address.toLowerCase() === address.toLowerCase();
  return !practice && accounts.some((each) => !each.practice && isThere(each)) ? 'account-exists' : null;
}

/** Takes the typed address and looks its provider up. */
export function takeAddress(bench: Bench, input: RequestInput<'understand.address'>): Answer {
  const read = readBoth(input);
  if (!read.accepted) return read;
  const view = bench.view();
  if (view.purpose === 'sign-in-again') return { accepted: false, refusal: 'not-now' };
  const unchanged = view.address === read.address && view.signsInAs === read.signsInAs;
  const { kind } = view.steps.understand;
  if (unchanged && (kind === 'working' || (view.provider && kind !== 'waiting'))) return accepted;
  if (!unchanged) {
    const refusal = addressTaken(bench, read.address ?? '');
    if (refusal) return { accepted: false, refusal, field: 'address' };
    // What was signed in for another mailbox is worth nothing for this one.
    bench.attempts.endFrom('request');
    bench.record({ type: 'reopened', step: 'request' });
  }
  bench.record({ type: 'known', known: { address: read.address, signsInAs: read.signsInAs, person: undefined } });
  if (view.practice && view.provider) {
    placeProvider(bench, view.provider);
    bench.advance();
    return accepted;
  }
  const attempt = bench.attempts.begin('understand', lookUpDeadlineMs);
  bench.status('understand', { kind: 'working', activity: 'looking-up-provider' });
  bench.run('understand', async () => {
    const found = await bench.world.discovery.lookUp(
      read.address ?? '',
      bench.world.preset(),
      { source: () => undefined },
      attempt,
    );
    if (!attempt.isLive()) return;
    attempt.end();
    if (!found.ok) bench.status('understand', { kind: 'failed', problem: found.problem });
    else if (found.value[0]) placeProvider(bench, found.value[0]);
    else {
      bench.record({ type: 'known', known: { provider: undefined } });
      bench.status('understand', { kind: 'needs-you' });
    }
    bench.advance();
  });
  return accepted;
}

/** Takes the person's own choice of provider. */
export function chooseProvider(bench: Bench, input: RequestInput<'understand.choose'>): Answer {
  const { address } = bench.view();
  const read = readAddress(address ?? '');
  if (!read.ok) return { accepted: false, refusal: read.refusal, field: 'address' };
  const issuer = input.issuer?.trim();
  if (input.signIn === 'openid') {
    if (!issuer) return { accepted: false, refusal: 'issuer-empty', field: 'issuer' };
    if (!/^https:\/\//iu.test(issuer)) return { accepted: false, refusal: 'issuer-not-https', field: 'issuer' };
    if (!/^https:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/iu.test(issuer)) {
      return { accepted: false, refusal: 'issuer-odd', field: 'issuer' };
    }
    if (!input.servers || !(input.servers.imap || input.servers.pop || input.servers.smtp)) {
      return { accepted: false, refusal: 'no-server', field: 'servers' };
    }
  }
  bench.attempts.end('understand');
  placeProvider(
    bench,
    bench.world.discovery.choose({ signIn: input.signIn, domain: read.value.domain, issuer, servers: input.servers }),
  );
  bench.advance();
  return accepted;
}

/** The person has read and goes on with these services. */
export function confirmUnderstand(bench: Bench, input: RequestInput<'understand.confirm'>): Answer {
  const view: SetupView = bench.view();
  if (!view.provider || !view.address) return { accepted: false, refusal: 'not-now' };
  const provider = view.provider.is;
  const wanted = services.filter((service) => input.wanted.includes(service) && provider.servers[service]);
  if (wanted.length === 0) return { accepted: false, refusal: 'no-server', field: 'wanted' };
  if (wanted.join() !== view.wanted.join()) {
    bench.attempts.endFrom('request');
    bench.record({ type: 'reopened', step: 'request' });
    bench.record({ type: 'known', known: { wanted, scopes: scopesNeeded(provider, wanted) } });
  }
  bench.record({ type: 'known', known: { leftOut: undefined } });
  bench.record({ type: 'ladders', ladders: freshLadders(bench.view()) });
  bench.status('understand', {
    kind: 'done',
    fact: { code: 'provider-found', values: { provider: provider.name } },
    ms: 0,
  });
  bench.advance();
  return accepted;
}
