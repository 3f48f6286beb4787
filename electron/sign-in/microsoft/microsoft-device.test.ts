// Another device with Microsoft: msal-node reads what our own waiting brought.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bend, json } from '../https-fetch.test-part.ts';
import { attemptOf, problemIn, valueIn } from '../test-plan.test-part.ts';
import { type MicrosoftWorld, openMicrosoftWorld, renewalIn, type Where } from './microsoft-world.test-part.ts';

let world: MicrosoftWorld;
beforeAll(async () => {
  world = await openMicrosoftWorld();
});
afterAll(() => world.stop());

const refusing =
  (body: object): Bend =>
  (url, init) =>
    url.pathname.endsWith('/token') ? json(400, body) : world.quick('cloud')(url, init);

async function problemAfter(bend: Bend): Promise<string> {
  const begun = valueIn(await world.way('cloud', bend).beginDevice(world.plan('cloud'), attemptOf()));
  return problemIn(await begun.grant(attemptOf())).code;
}

describe('another device, with Microsoft', () => {
  it.each<Where>(['own authority', 'cloud'])('brings tokens that renew: %s', async (where) => {
    const plan = world.plan(where);
    const begun = valueIn(await world.way(where, world.quick(where)).beginDevice(plan, attemptOf()));
    const waiting = begun.grant(attemptOf());
    await world.providers[where].approveDevice(begun.userCode);
    const grant = valueIn(await waiting);
    expect(grant.person?.address).toBe('pat@example.org');
    expect(grant.idTokenChecked).toBe(true);
    valueIn(await world.way(where).renew(plan, renewalIn(grant), attemptOf()));
  });

  it('ends at a no, with the code, and where the organisation wants the browser', async () => {
    const codes = await Promise.all([
      problemAfter(refusing({ error: 'authorization_declined', error_description: 'no' })),
      problemAfter(refusing({ error: 'expired_token', error_description: 'AADSTS70019: old', error_codes: [70019] })),
      problemAfter(
        refusing({ error: 'invalid_client', error_description: 'AADSTS7000218: x', error_codes: [7000218] }),
      ),
      problemAfter(world.quick('cloud', { expires_in: 0 })),
    ]);
    expect(codes).toEqual([
      'refused-by-person',
      'device-code-expired',
      'device-code-not-allowed',
      'device-code-expired',
    ]);
  });

  it('ends at once with the attempt, also where no interval was sent', async () => {
    const way = world.way('cloud', world.quick('cloud', { interval: undefined }));
    const begun = valueIn(await way.beginDevice(world.plan('cloud'), attemptOf()));
    const controller = new AbortController();
    const waiting = begun.grant(attemptOf(controller));
    controller.abort();
    expect(problemIn(await waiting).code).toBe('took-too-long');
  });

  it('says why there is no code at all', async () => {
    const unknown: Bend = (url) =>
      url.pathname.endsWith('/devicecode')
        ? json(400, { error: 'unauthorized_client', error_description: 'AADSTS700016: none', error_codes: [700016] })
        : null;
    const begun = await world.way('cloud', unknown).beginDevice(world.plan('cloud'), attemptOf());
    expect(problemIn(begun).code).toBe('client-unknown');
  });
});
