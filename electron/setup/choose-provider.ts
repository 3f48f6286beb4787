// Step 1, the person's own word: another one of what was found, or a provider by hand.
import { readAddress } from '../../shared/account-draft.ts';
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import { services } from '../../shared/mail-provider.ts';
import { isClosed } from '../../shared/step-status.ts';
import type { Bench } from './bench.ts';
import { placeProvider } from './place-provider.ts';
import { readLoginName } from './typed-over.ts';

type Choice = RequestInput<'understand.choose'>;

function refusedChoice({ signIn, issuer, servers, loginName }: Choice): Answer {
  if (signIn === 'openid') {
    const typed = issuer?.trim();
    if (!typed) return { accepted: false, refusal: 'issuer-empty', field: 'issuer' };
    if (!/^https:\/\//iu.test(typed)) return { accepted: false, refusal: 'issuer-not-https', field: 'issuer' };
    if (!/^https:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/iu.test(typed)) {
      return { accepted: false, refusal: 'issuer-odd', field: 'issuer' };
    }
  }
  const needsServers = signIn === 'openid' || signIn === 'password';
  if (needsServers && !services.some((service) => servers?.[service])) {
    return { accepted: false, refusal: 'no-server', field: 'servers' };
  }
  return readLoginName(loginName) ? accepted : { accepted: false, refusal: 'login-name-odd', field: 'loginName' };
}

/** Takes the person's own choice of provider; it stands last among the candidates, so that what was found can be gone back to. */
export function chooseProvider(bench: Bench, input: Choice): Answer {
  const { address, candidates = [], practice } = bench.view();
  // A real provider has no place in practice.
  if (practice) return { accepted: false, refusal: 'not-now' };
  const read = readAddress(address ?? '');
  if (!read.ok) return { accepted: false, refusal: read.refusal, field: 'address' };
  const judged = refusedChoice(input);
  if (!judged.accepted) return judged;
  bench.attempts.end('understand');
  const { signIn, issuer, servers } = input;
  const chosen = bench.world.discovery.choose({ signIn, domain: read.value.domain, issuer: issuer?.trim(), servers });
  const found = candidates.filter((each) => each.source !== 'chosen');
  const name = readLoginName(input.loginName)?.name;
  const named = services.filter((service) => chosen.is.servers[service]).map((service) => [service, name]);
  const typed = name === undefined ? undefined : { servers: {}, loginNames: Object.fromEntries(named) };
  bench.record({ type: 'known', known: { candidates: [...found, chosen], typed } });
  placeProvider(bench, chosen, found.length);
  bench.advance();
  return accepted;
}

/** Another one of the candidates. What was typed over the one before was meant for that one. */
export function pickCandidate(bench: Bench, input: RequestInput<'understand.pick'>): Answer {
  const { candidates = [], steps } = bench.view();
  const candidate = candidates[input.candidate];
  const { kind } = steps.understand;
  if (!candidate || kind === 'working' || isClosed(steps.understand)) return { accepted: false, refusal: 'not-now' };
  bench.record({ type: 'known', known: { typed: undefined } });
  placeProvider(bench, candidate, input.candidate);
  bench.advance();
  return accepted;
}
