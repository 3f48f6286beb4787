// Both of Microsoft's roads for tests: one of its own clouds, played by a provider behind its name, and an authority of one's own.
import type { BegunSignIn, Grant, SignInAdapter, SignInPlan } from '../../setup/outside-world.ts';
import type { Secret } from '../../setup/secret.ts';
import { type Bend, bentFetch, httpsFetch, json } from '../https-fetch.test-part.ts';
import { openTestProvider, outlookScope, type TestProvider, tenantId } from '../sign-in-provider.test-part.ts';
import { attemptOf, planFor, valueIn } from '../test-plan.test-part.ts';
import { visitProvider } from '../visit-provider.test-part.ts';
import { waysOver } from '../ways-over.test-part.ts';
import { asMicrosoft, cloudFetch, fromCloud } from './as-microsoft.test-part.ts';

export const redirectUri = 'http://localhost:49153';
export const scopes = ['openid', 'profile', 'email', 'offline_access', outlookScope];

export type Where = 'own authority' | 'cloud';

export interface MicrosoftWorld {
  readonly providers: Readonly<Record<Where, TestProvider>>;
  way(where: Where, bend?: Bend): SignInAdapter;
  plan(where: Where, more?: Partial<SignInPlan>): SignInPlan;
  begin(
    where: Where,
    bend?: Bend,
    plan?: SignInPlan,
  ): Promise<{
    begun: BegunSignIn;
    visit(change?: (url: URL) => void): ReturnType<typeof visitProvider>;
  }>;
  grantFrom(where: Where, bend?: Bend): Promise<Grant>;
  /** Polls every second; `more` bends the answer that brings the device code. */
  quick(where: Where, more?: object): Bend;
  stop(): Promise<void>;
}

export async function openMicrosoftWorld(): Promise<MicrosoftWorld> {
  const [own, cloud] = await Promise.all([
    openTestProvider(),
    openTestProvider({ issuer: `https://login.microsoftonline.com/${tenantId}/v2.0` }),
  ]);
  const providers = { 'own authority': own, cloud };
  const really = (where: Where) => (where === 'cloud' ? cloudFetch(cloud.origin, cloud.ca) : httpsFetch(own.ca));

  const world: MicrosoftWorld = {
    providers,
    way: (where, bend = () => null) => waysOver(bentFetch(asMicrosoft(really(where)), bend)).microsoft,
    plan: (where, more = {}) => {
      const authority = where === 'cloud' ? 'https://login.microsoftonline.com' : own.origin;
      return planFor({ signIn: 'microsoft', authority, tenant: 'common' }, { scopes, ...more });
    },
    begin: async (where, bend, plan = world.plan(where)) => {
      const begun = valueIn(await world.way(where, bend).begin(plan, redirectUri, attemptOf()));
      const url = new URL(where === 'cloud' ? fromCloud(begun.url, cloud.origin) : begun.url);
      // Seen without `prompt=consent`, the strict provider leaves `offline_access` out; Microsoft does not.
      if (where === 'cloud') url.searchParams.set('prompt', 'consent');
      const visit = (change: (url: URL) => void = () => undefined) => {
        change(url);
        return visitProvider(url.href, redirectUri, httpsFetch(providers[where].ca));
      };
      return { begun, visit };
    },
    grantFrom: async (where, bend) => {
      const { begun, visit } = await world.begin(where, bend);
      return valueIn(await begun.redeem(await visit(), attemptOf()));
    },
    quick:
      (where, more = {}) =>
      async (url, init) => {
        if (!url.pathname.endsWith('/devicecode')) return null;
        const real = await really(where)(url, init);
        return json(200, { ...((await real.json()) as object), interval: 1, ...more });
      },
    stop: async () => {
      await Promise.all([own.stop(), cloud.stop()]);
    },
  };
  return world;
}

export function renewalIn(grant: Grant): Secret {
  if (!grant.renewal) throw new Error('nothing renews this grant');
  return grant.renewal;
}

export const onToken =
  (answer: () => Response): Bend =>
  (url) =>
    url.pathname.endsWith('/token') ? answer() : null;
