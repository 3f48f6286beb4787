// A proxy's question: asked once for all who need it, remembered, forgotten when refused, and left alone after a no.
import { beforeEach, expect, test } from 'vitest';
import { makeProxySignIn, type ProxySignIn } from './proxy-sign-in.ts';

const asked = { host: 'proxy.harbour.example', port: 3128, realm: 'Harbour' };
const other = { ...asked, host: 'proxy.bay.example' };
const attempt = () => ({ signal: new AbortController().signal });

let now = 0;
let timers: { at: number; call: () => void }[] = [];
let signIn: ProxySignIn;

const pass = (ms: number): void => {
  now += ms;
  const due = timers.filter(({ at }) => at <= now);
  timers = timers.filter(({ at }) => at > now);
  for (const { call } of due) call();
};

beforeEach(() => {
  [now, timers] = [0, []];
  signIn = makeProxySignIn({
    clock: {
      now: () => now,
      after: (ms, call) => {
        const timer = { at: now + ms, call };
        timers.push(timer);
        return () => {
          timers = timers.filter((each) => each !== timer);
        };
      },
    },
    changed: () => undefined,
  });
});

const written = async (login: ReturnType<ProxySignIn['loginFor']>) =>
  (await login)?.((name, password) => `${name}:${password}`) ?? null;

test('one question for all who wait, and none afterwards', async () => {
  const waiting = [signIn.loginFor(asked, false, attempt()), signIn.loginFor(asked, false, attempt())];
  expect(signIn.view()).toEqual({ ...asked, refused: false });
  expect(signIn.handlers['proxy.signIn']({ name: ' pat ', password: 'tell nobody' })).toEqual({ accepted: true });
  expect(await Promise.all(waiting.map(written))).toEqual(['pat:tell nobody', 'pat:tell nobody']);
  expect(signIn.view()).toBeUndefined();
  expect(await written(signIn.loginFor(asked, false, attempt()))).toBe('pat:tell nobody');
  expect(JSON.stringify(signIn)).not.toContain('tell nobody');
});

test('an empty name is refused, and the question stays', async () => {
  void signIn.loginFor(asked, false, attempt());
  const answer = signIn.handlers['proxy.signIn']({ name: ' ', password: 'x' });
  expect(answer).toEqual({ accepted: false, refusal: 'proxy-name-empty', field: 'name' });
  expect(signIn.view()).toBeDefined();
});

test('what the proxy did not take is asked for again, and said so', async () => {
  const first = signIn.loginFor(asked, false, attempt());
  signIn.handlers['proxy.signIn']({ name: 'pat', password: 'wrong' });
  await first;
  const second = signIn.loginFor(asked, true, attempt());
  expect(signIn.view()).toEqual({ ...asked, refused: true });
  signIn.handlers['proxy.signIn']({ name: 'pat', password: 'right' });
  expect(await written(second)).toBe('pat:right');
});

test('after a no nobody is asked for a while', async () => {
  const first = signIn.loginFor(asked, false, attempt());
  signIn.handlers['proxy.decline']({});
  expect(await first).toBeNull();
  expect(await signIn.loginFor(asked, false, attempt())).toBeNull();
  expect(signIn.view()).toBeUndefined();
  pass(11 * 60_000);
  void signIn.loginFor(asked, false, attempt());
  expect(signIn.view()).toBeDefined();
});

test('a question that nobody answers goes away', async () => {
  const waiting = signIn.loginFor(asked, false, attempt());
  pass(6 * 60_000);
  expect(await waiting).toBeNull();
  expect(signIn.view()).toBeUndefined();
});

test('whoever gives up waits no longer, and the question stays for the others', async () => {
  const controller = new AbortController();
  const waiting = signIn.loginFor(asked, false, controller);
  controller.abort();
  expect(await waiting).toBeNull();
  expect(signIn.view()).toBeDefined();
});

test('one question at a time', async () => {
  void signIn.loginFor(asked, false, attempt());
  expect(await signIn.loginFor(other, false, attempt())).toBeNull();
  expect(signIn.view()).toEqual({ ...asked, refused: false });
});

test('an answer that nobody asked for is not taken', () => {
  expect(signIn.handlers['proxy.signIn']({ name: 'pat', password: 'x' })).toEqual({
    accepted: false,
    refusal: 'not-now',
  });
});

test('after a no, the same proxy is not heard again for calling itself something else', async () => {
  const first = signIn.loginFor(asked, false, attempt());
  signIn.handlers['proxy.decline']({});
  expect(await first).toBeNull();
  expect(await signIn.loginFor({ ...asked, realm: 'Harbour, please' }, false, attempt())).toBeNull();
  expect(signIn.view()).toBeUndefined();
});
