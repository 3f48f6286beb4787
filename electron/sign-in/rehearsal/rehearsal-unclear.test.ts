// What a sign-in page may answer that says nothing clear: the rehearsal says openly that it could not ask.
import { describe, expect, it, vi } from 'vitest';
import { valueIn } from '../test-plan.test-part.ts';
import { htmlAnswer, jsonAnswer, type Play, playProvider } from './played-provider.test-part.ts';
import { openRehearsals } from './rehearsals.test-part.ts';

const at = openRehearsals();

describe('what is nothing clear, and is said to be so', () => {
  const unclear: readonly [string, Play<URL>][] = [
    ['a sign-in page', () => htmlAnswer(200, '<script>x={e:"invalid_client"}</script><form>invalid_client?</form>')],
    ['a portal on the way', () => ({ status: 302, location: 'http://portal.example/login?error=invalid_client' })],
    ['a portal that asks for a login', () => htmlAnswer(511, 'redirect_uri invalid_client')],
    ['a page that blocks and quotes', () => htmlAnswer(403, 'Blocked: /authorize?client_id=a&redirect_uri=b&scope=c')],
    ['a page with two errors', () => htmlAnswer(400, 'invalid_client or invalid_scope')],
    ['a fault of the day', () => htmlAnswer(500, 'invalid_client')],
    ['a redirect to nowhere', () => ({ status: 302, location: 'http://' })],
    ['nothing', () => ({ status: 204 })],
    ['a connection that is cut', () => (response) => void response.destroy()],
    [
      'a redirect to the same port of another path',
      (asked) => ({
        status: 302,
        location: `${asked.searchParams.get('redirect_uri')}/elsewhere?error=login_required`,
      }),
    ],
  ];
  it.each(unclear)('%s', async (_what, page) => {
    at.played.page = page;
    at.played.token = () => jsonAnswer(400, { error: 'invalid_request' });
    expect(valueIn(await at.rehearse('openid'))).toMatchObject({ asked: false, checked: [] });
  });

  it('a page of ten megabytes, of which only the beginning is read', async () => {
    let sent = 0;
    at.played.page = () => (response) => {
      response.writeHead(400, { 'content-type': 'text/html' });
      const chunk = Buffer.alloc(1_000_000, '<p>more</p>');
      const write = (): void => {
        while (sent < 10_000_000 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', write);
        }
        response.end('<p>invalid_client</p>');
      };
      response.on('error', () => undefined);
      write();
    };
    expect((await at.checkedBy('openid')).includes('redirect')).toBe(false);
  });

  it('a page that never answers: the try’s own end ends it, and nothing waits on', async () => {
    const controller = new AbortController();
    at.played.page = () => {
      controller.abort();
      return null;
    };
    const outcome = await at.rehearse('openid', {}, {}, { signal: controller.signal });
    expect(outcome.ok || ['took-too-long'].includes(outcome.problem.code)).toBe(true);
  });

  it('a page that does not answer in time: what the token endpoint said still counts', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const looking = new Promise<void>((resolve) => {
        at.played.page = () => {
          resolve();
          return null;
        };
      });
      const rehearsing = at.checkedBy('openid');
      await looking;
      await vi.advanceTimersByTimeAsync(8000);
      expect(await rehearsing).toEqual(['client', 'secret']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('an endpoint without encryption is not looked at', async () => {
    const plain = await playProvider({ plain: true });
    const endpoints = { authorization: `${plain.origin}/authorize`, token: `${at.played.origin}/token` };
    expect(await at.checkedBy('openid', { endpoints })).toEqual(['client', 'secret']);
    expect(plain.pagesAsked).toEqual([]);
    await plain.stop();
  });
});
