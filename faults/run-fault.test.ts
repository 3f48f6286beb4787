// The judge is judged: each way in which a fault can be wrong is seen.
import { describe, expect, it } from 'vitest';
import { type Ended, type Fault, NotPossibleHere, secretsUsed } from './fault.ts';
import { runFault } from './run-fault.ts';

const good: Ended = { causes: ['connection-refused'], said: '{"code":"connection-refused"}' };

const faultThat = (run: Fault['run'], more: Partial<Fault> = {}): Fault => ({
  id: 'trial',
  group: 'network',
  injected: 'nothing',
  deadlineMs: 20,
  causes: ['connection-refused'],
  actor: 'it',
  run,
  ...more,
});
const wrongWith = async (run: Fault['run'], more: Partial<Fault> = {}) =>
  (await runFault(faultThat(run, more), 100)).wrong.join('; ');

describe('a fault is judged', () => {
  it('well, when it ended as it must', async () => {
    const line = await runFault(faultThat(async () => good));
    expect(line).toMatchObject({ ended: 'connection-refused', actor: 'it', wrong: [] });
  });

  it('wrong, when it ended in another cause, in more, in fewer, or in none', async () => {
    for (const causes of [['offline'], ['connection-refused', 'offline'], []] as const) {
      expect(await wrongWith(async () => ({ ...good, causes }))).toContain('must end in connection-refused');
    }
    const two = { causes: ['connection-refused', 'offline'] } as const;
    expect(await wrongWith(async () => good, two)).toContain('must end in connection-refused and offline');
    expect(await wrongWith(async () => good, { causes: [] })).toContain('must end in');
  });

  it('by its verdict too, alone or beside a cause', async () => {
    const opens = { verdict: 'the earlier record opens' } as const;
    const alone = { causes: [], actor: 'nobody', ...opens } as const;
    expect(await wrongWith(async () => ({ causes: [], said: '', ...opens }), alone)).toBe('');
    expect(await wrongWith(async () => ({ causes: [], said: '' }), alone)).toContain('must end in the earlier');
    expect(await wrongWith(async () => ({ ...good, ...opens }), alone)).toContain('must end in the earlier');
    expect(await wrongWith(async () => ({ causes: [], said: '', ...opens }), { ...alone, actor: 'it' })).toContain(
      'it',
    );
    expect(await wrongWith(async () => good, opens)).toContain('connection-refused: the earlier record opens');
    const line = await runFault(faultThat(async () => ({ ...good, ...opens }), opens));
    expect(line).toMatchObject({ ended: 'connection-refused: the earlier record opens', wrong: [] });
  });

  it('not at all, where this computer does not let it be injected', async () => {
    const line = await runFault(
      faultThat(async () => {
        throw new NotPossibleHere('nothing can be mounted');
      }),
    );
    expect(line).toMatchObject({ ended: 'not tried: nothing can be mounted', notTried: true, wrong: [] });
  });

  it('wrong, when the catalogue names another actor', async () => {
    expect(await wrongWith(async () => good, { actor: 'you' })).toBe('must be for: you');
  });

  it('wrong, when it ended late', async () => {
    expect(await wrongWith(async () => ({ ...good, tookMs: 4_000 }))).toContain('past its deadline');
  });

  it('wrong, when it never ended, and is told so', async () => {
    let told = false;
    const never: Fault['run'] = (signal) => {
      signal.addEventListener('abort', () => {
        told = true;
      });
      return new Promise(() => {});
    };
    expect(await wrongWith(never)).toContain('It did not end.');
    expect(told).toBe(true);
  });

  it('wrong, when it could not be tried', async () => {
    const left = async () => {
      throw new Error('a connection was left open');
    };
    expect(await wrongWith(left)).toContain('a connection was left open');
  });

  it.each(Object.entries(secretsUsed))('wrong, when the %s is seen, plain or encoded', async (name, secret) => {
    const forms = [secret, encodeURIComponent(secret), Buffer.from(`user=pat\x01auth=${secret}`).toString('base64')];
    for (const form of forms) {
      expect(await wrongWith(async () => ({ ...good, said: JSON.stringify({ form }) }))).toBe(`shows the ${name}`);
    }
  });
});
