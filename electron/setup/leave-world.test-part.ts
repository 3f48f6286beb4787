// Test only: a small Postkey with one account that leaves, what is done to the world in which order, and what is played.
import { expect } from 'vitest';
import type { LeavingView } from '../../shared/leaving.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { type ProblemCode, problemOf } from '../../shared/problem.ts';
import type { AccountRecord, KeptLeaving } from './memory.ts';
import type { Keys, Outcome, Revoked } from './outside-world.ts';
import { handlersOf } from './postkey-requests.ts';
import { Secret } from './secret.ts';
import { account as bare, startPostkey } from './small-postkey.test-part.ts';
import { makeSmallWorld } from './small-world.test-part.ts';

export const account: AccountRecord = { ...bare, wanted: ['imap', 'smtp'], programs: ['thunderbird'] };
const keys = (validUntil = Date.now() + 3_600_000): Keys => ({
  accessToken: new Secret('old-access'),
  renewal: new Secret('old-renewal'),
  validUntil,
  clientSecret: null,
});
const revoked: Outcome<Revoked> = { ok: true, value: { kind: 'revoked', reach: 'sign-in' } };
export const outOfReach: Outcome<Revoked> = { ok: false, problem: problemOf('connection-refused') };

/** Postkey with one account; `order` is what was done to the world, step by step. */
export async function withAccount(
  change: Partial<AccountRecord> = {},
  kept: { leaving?: KeptLeaving; validUntil?: number } = {},
) {
  const small = makeSmallWorld();
  const { world, script } = small;
  const record = { ...account, ...change };
  const order: string[] = [];
  const play = {
    revoke: async (): Promise<Outcome<Revoked>> => revoked,
    login: 'refused' as 'refused' | 'opens' | 'away',
    /** What one service says of the login instead. */
    other: {} as Partial<Record<Service, ProblemCode>>,
  };
  const { forget } = world.vault;
  Object.assign(world.vault, {
    forget: (id: string) => {
      order.push(`forget ${id}`);
      return forget(id);
    },
  });
  Object.assign(world.ways, {
    openid: {
      ...world.ways.openid,
      revoke: async () => {
        order.push('revoke');
        return play.revoke();
      },
    },
  });
  world.mailCheck.climb = async ({ service, secret }, report) => {
    order.push(`knock ${service} ${secret.open()}`);
    const other = play.other[service];
    if (other === 'connection-timeout' || play.login === 'away')
      return { ok: false, problem: problemOf('connection-timeout') };
    report.rung('login', play.login === 'opens' ? { kind: 'passed', ms: 1 } : { kind: 'broken', ms: 1 });
    return play.login === 'opens'
      ? { ok: true, value: { totalMs: 1, details: [] } }
      : { ok: false, problem: problemOf(other ?? 'token-refused') };
  };
  if (record.kept.kept === 'sealed') await world.vault.keep(record.id, keys(kept.validUntil));
  else world.vault.keepForSession(record.id, keys());
  const started = startPostkey({ accounts: [record], ...kept }, small);
  const view = (): LeavingView => {
    const { leaving } = started.postkey.state();
    if (!leaving) throw new Error('nobody is leaving');
    return leaving;
  };
  const ask = handlersOf(started.postkey);
  return { ...started, script, order, play, view, ask, remove: () => ask['account.remove']({ id: record.id }) };
}

export const over = (view: () => LeavingView): Promise<void> =>
  expect.poll(() => view().endedAt).toBeDefined() as Promise<void>;
export const asks = (view: () => LeavingView, part: 'revoke' | 'delete'): Promise<void> =>
  expect.poll(() => view().lines[part].kind).toBe('asks') as Promise<void>;
