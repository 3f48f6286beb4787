// One played provider for all three ways, as this folder's tests ask it.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { MailProvider } from '../../../shared/mail-provider.ts';
import type { ProblemCode } from '../../../shared/problem.ts';
import type { Attempt, Outcome, Rehearsal, SignInPlan } from '../../setup/outside-world.ts';
import { attemptOf, planFor, problemIn, valueIn } from '../test-plan.test-part.ts';
import { waysOver } from '../ways-over.test-part.ts';
import { backTo, codeRefused, fetchFor, type PlayedProvider, playProvider } from './played-provider.test-part.ts';

export type Kind = 'microsoft' | 'google' | 'openid';
type Asked = [kind: Kind, provider?: Partial<MailProvider>, more?: Partial<SignInPlan>, attempt?: Attempt];

const vendorHosts = ['login.microsoftonline.com', 'accounts.google.com', 'oauth2.googleapis.com'];

export interface Rehearsals {
  /** Knows the app and leads back, unless a test plays something else. */
  readonly played: PlayedProvider;
  rehearse(...asked: Asked): Promise<Outcome<Rehearsal>>;
  checkedBy(...asked: Asked): Promise<Rehearsal['checked']>;
  codeBy(...asked: Asked): Promise<ProblemCode>;
}

/** Opens the provider for the tests of one file, and puts it back before each. */
export function openRehearsals(): Rehearsals {
  let played: PlayedProvider;
  beforeAll(async () => {
    played = await playProvider();
  });
  afterAll(() => played.stop());
  beforeEach(() => {
    played.page = (asked) => backTo(asked, 'error=login_required');
    played.token = codeRefused;
    played.pagesAsked.length = 0;
    played.tokensAsked.length = 0;
  });
  const rehearsals: Rehearsals = {
    get played() {
      return played;
    },
    rehearse: (kind, provider = {}, more = {}, attempt = attemptOf()) => {
      const own = kind === 'openid' ? { issuer: played.origin } : {};
      return waysOver(fetchFor(played, vendorHosts))[kind].rehearse(
        planFor({ ...own, ...provider, signIn: kind }, more),
        attempt,
      );
    },
    checkedBy: async (...asked) => valueIn(await rehearsals.rehearse(...asked)).checked,
    codeBy: async (...asked) => problemIn(await rehearsals.rehearse(...asked)).code,
  };
  return rehearsals;
}
