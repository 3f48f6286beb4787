// The rehearsal all three adapters share: a token request with a code nobody ever gave out. It can grant nothing and changes nothing.
import { randomBytes } from 'node:crypto';
import type { DetailLine } from '../../shared/setup-state.ts';
import type { Outcome, SignInPlan } from '../setup/outside-world.ts';
import { type Details, detailLines } from './detail-lines.ts';
import type { TroubleContext } from './explain/explain-sign-in-error.ts';
import { judgeRehearsal } from './judge-rehearsal.ts';
import { outcomeOfTrouble } from './settle.ts';
import type { Wire } from './wire/wire.ts';

export type Rehearsed = Outcome<{ readonly asked: boolean; readonly details: readonly DetailLine[] }>;

export interface MadeUpRequest {
  readonly grant_type: 'authorization_code';
  readonly code: string;
  readonly redirect_uri: string;
  readonly code_verifier: string;
}

export function madeUpRequest(redirectUri: string): MadeUpRequest {
  return {
    grant_type: 'authorization_code',
    code: 'postkey-rehearsal-no-such-code',
    redirect_uri: redirectUri,
    code_verifier: randomBytes(32).toString('base64url'),
  };
}

/** Sends by `send`, whose own failure is of no interest: the wire saw the answer. */
export async function rehearseWith(
  plan: SignInPlan,
  wire: Wire,
  details: Details,
  send: () => Promise<unknown>,
): Promise<Rehearsed> {
  const context: TroubleContext = {
    provider: plan.provider.shortName,
    phase: 'rehearsal',
    sentSecret: plan.clientSecret !== undefined,
  };
  await send().catch(() => undefined);
  const trouble = wire.trouble();
  const verdict = judgeRehearsal(trouble, context);
  if (verdict === 'problem' && trouble) return outcomeOfTrouble(trouble, plan, 'rehearsal');
  return {
    ok: true,
    value: { asked: verdict === 'known', details: detailLines({ clientId: plan.clientId, ...details }, wire.last()) },
  };
}
