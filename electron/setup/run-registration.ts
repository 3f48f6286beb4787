// Steps 2 and 3: which registration, its client ID and secret, and one harmless question to the provider.
import { readClientId } from '../../shared/account-draft.ts';
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import type { Preset } from '../../shared/preset.ts';
import { readLastDay } from '../../shared/secret-end.ts';
import type { RegistrationView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { type Bench, since } from './bench.ts';
import { scopesNeeded } from './compare-scopes.ts';
import { hasAccount, keepTyped } from './keep-typed.ts';
import { problemAtSignIn } from './problem-at-sign-in.ts';
import { readGoogleFile } from './read-google-file.ts';
import { rehearsalView } from './rehearsal-checks.ts';
import { Secret } from './secret.ts';
import { planOfSetup } from './sign-in-plan.ts';

const rehearsalDeadlineMs = 15_000;

/** The last day of a preset's client secret, where it names one. */
export function lastDayIn({ signIn }: Preset): Pick<RegistrationView, 'secretEndsOn'> {
  const day = 'clientSecretEndsOn' in signIn ? signIn.clientSecretEndsOn : undefined;
  return day === undefined ? {} : { secretEndsOn: day };
}

/** Takes the registration that nobody need give: practice's own, or the preset's for this provider; called by `advance`. */
export function takeKnownRegistration(bench: Bench): void {
  if (bench.view().registration?.source === 'practice') {
    bench.status('register', { kind: 'done', fact: { code: 'registration-practice' }, ms: 0 });
    return;
  }
  const preset = bench.world.preset();
  if (!preset || bench.view().provider?.source !== 'preset') return;
  const { signIn } = preset;
  bench.held.clientSecret = bench.world.presetSecret();
  const registration: RegistrationView = {
    source: 'preset',
    clientId: signIn.clientId,
    hasSecret: bench.held.clientSecret !== null,
    organisation: preset.organisation,
    ...lastDayIn(preset),
  };
  bench.record({ type: 'known', known: { registration } });
  bench.status('register', {
    kind: 'done',
    fact: { code: 'registration-from-preset', values: { organisation: preset.organisation } },
    ms: 0,
  });
}

function tenantIsSound(tenant: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/u.test(tenant);
}

/** Step 2, one's own registration: where it was made. */
export function takeOwnRegistration(bench: Bench, input: RequestInput<'register.own'>): Answer {
  const view = bench.view();
  if (!view.provider) return { accepted: false, refusal: 'not-now' };
  const tenant = input.tenant?.trim();
  if (tenant && !tenantIsSound(tenant)) return { accepted: false, refusal: 'tenant-odd', field: 'tenant' };
  const scopes = input.scopes?.map((scope) => scope.trim()).filter((scope) => scope !== '');
  if (scopes?.some((scope) => /[\s"\\]/u.test(scope)))
    return { accepted: false, refusal: 'scopes-odd', field: 'scopes' };
  const before = view.provider.is;
  const is = {
    ...before,
    ...(tenant ? { tenant } : {}),
    ...(input.endpoints ? { endpoints: input.endpoints } : {}),
    ...(scopes && scopes.length > 0
      ? { scopes: Object.fromEntries(view.wanted.map((service) => [service, scopes])) }
      : {}),
  };
  bench.attempts.endFrom('register');
  bench.record({ type: 'reopened', step: 'credentials' });
  if (view.registration?.source === 'preset') {
    // The person put the organisation's registration aside: its client ID and secret go with it.
    bench.record({ type: 'known', known: { registration: undefined } });
    bench.held.clientSecret = null;
  }
  bench.record({ type: 'known', known: { provider: { ...view.provider, is }, scopes: scopesNeeded(is, view.wanted) } });
  bench.status('register', { kind: 'done', fact: { code: 'registration-own' }, ms: 0 });
  bench.advance();
  return accepted;
}

function takeCredentials(bench: Bench, registration: RegistrationView, secret: Secret | null): Answer {
  bench.attempts.endFrom('credentials');
  bench.record({ type: 'reopened', step: 'credentials' });
  bench.held.clientSecret = secret;
  const { registration: before } = bench.view();
  const secretRetyped = hasAccount(bench) && secret !== null ? true : undefined;
  bench.record({ type: 'known', known: { registration, secretRetyped } });
  if (secret) keepTyped(bench);
  if (!isClosed(bench.view().steps.register) || before?.source === 'preset') {
    const code = registration.source === 'google-file' ? 'registration-from-google-file' : 'registration-own';
    bench.status('register', { kind: 'done', fact: { code }, ms: 0 });
  }
  bench.advance();
  return accepted;
}

/** Step 3, typed. */
export function takeTypedCredentials(bench: Bench, input: RequestInput<'credentials.type'>): Answer {
  const view = bench.view();
  if (!view.provider) return { accepted: false, refusal: 'not-now' };
  const clientId = readClientId(input.clientId);
  if (!clientId.ok) return { accepted: false, refusal: clientId.refusal, field: 'clientId' };
  const signIn = view.provider.is.signIn;
  if (signIn === 'google' && !/\.apps\.googleusercontent\.com$/u.test(clientId.value) && !view.provider.is.endpoints) {
    return { accepted: false, refusal: 'client-id-not-google', field: 'clientId' };
  }
  const isOwnAuthority = view.provider.is.authority !== 'https://login.microsoftonline.com';
  if (
    signIn === 'microsoft' &&
    !isOwnAuthority &&
    !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(clientId.value)
  ) {
    return { accepted: false, refusal: 'client-id-not-microsoft', field: 'clientId' };
  }
  const typedSecret = input.clientSecret?.trim() ?? '';
  if (typedSecret !== '' && !/^[\x21-\x7e]{1,512}$/u.test(typedSecret)) {
    return { accepted: false, refusal: 'secret-odd', field: 'clientSecret' };
  }
  if (typedSecret !== '' && typedSecret === clientId.value) {
    return { accepted: false, refusal: 'secret-is-client-id', field: 'clientSecret' };
  }
  const typedDay = input.secretEndsOn?.trim() ?? '';
  // A secret that goes on being used has the day it has, past or not.
  const isKeptDay = typedSecret === '' && typedDay === view.registration?.secretEndsOn;
  const lastDay = isKeptDay ? { ok: true as const, day: typedDay } : readLastDay(typedDay, bench.world.clock.now());
  if (!lastDay.ok) return { accepted: false, refusal: lastDay.refusal, field: 'secretEndsOn' };
  // A secret already held for this very client stays when its field is left empty.
  const isSameClient = view.registration?.clientId === clientId.value;
  const held = isSameClient ? bench.held.clientSecret : null;
  if (isSameClient && view.registration?.hasSecret && !held && typedSecret === '') {
    // It is still on its way out of the key store.
    return { accepted: false, refusal: 'not-now' };
  }
  const secret = typedSecret === '' ? held : new Secret(typedSecret);
  const secretEndsOn = secret !== null && lastDay.day !== null ? { secretEndsOn: lastDay.day } : {};
  const registration = {
    source: 'own' as const,
    clientId: clientId.value,
    hasSecret: secret !== null,
    ...secretEndsOn,
  };
  return takeCredentials(bench, registration, secret);
}

/** Step 3, from Google's downloaded file. */
export function takeGoogleFile(bench: Bench, text: string): Answer {
  if (!bench.view().provider) return { accepted: false, refusal: 'not-now' };
  const read = readGoogleFile(text);
  if (!read.ok) return { accepted: false, refusal: read.refusal, field: 'googleFile' };
  const registration = {
    source: 'google-file' as const,
    clientId: read.clientId,
    hasSecret: read.clientSecret !== null,
  };
  return takeCredentials(bench, registration, read.clientSecret);
}

/** Step 3, the rehearsal: the provider is asked whether it knows this client and leads back to us, before any browser opens. */
export function rehearse(bench: Bench): void {
  const plan = planOfSetup(bench.view(), bench.held.clientSecret, false);
  if (!plan) return;
  const attempt = bench.attempts.begin('credentials', rehearsalDeadlineMs);
  bench.record({ type: 'known', known: { rehearsal: undefined } });
  const startedAt = bench.world.clock.now();
  const values = { provider: plan.provider.shortName };
  attempt.record({
    type: 'status',
    step: 'credentials',
    status: { kind: 'working', activity: 'asking-about-client', values },
  });
  bench.run('credentials', async () => {
    const rehearsed = await bench.world.ways[plan.kind].rehearse(plan, attempt);
    if (!attempt.isLive()) return;
    attempt.end();
    if (rehearsed.ok) {
      const { details, checked } = rehearsed.value;
      bench.record({ type: 'details', step: 'credentials', lines: details });
      bench.record({ type: 'known', known: { rehearsal: rehearsalView(plan.provider, checked) } });
      const code = rehearsed.value.asked ? 'client-known' : 'client-not-askable';
      bench.status('credentials', { kind: 'done', fact: { code, values }, ms: since(bench, startedAt) });
    } else {
      bench.status('credentials', { kind: 'failed', problem: problemAtSignIn(rehearsed.problem, plan.provider) });
    }
    bench.advance();
  });
}
