// A proxy that wants a login, over Electron's network: asks whoever can answer, and lets Chromium remember it for the session. Keeps nothing.
import { type AuthInfo, type ClientRequest, net, type Session } from 'electron';
import type { ProxySignIn } from '../setup/proxy-sign-in.ts';

/** RFC 9110 section 15.5.8. */
export const wantsProxyLogin = 407;

export type ProxyLogin = ProxySignIn['loginFor'];

/** Where there is no window, as on the command line. */
export const nobodyToAsk: ProxyLogin = async () => null;

/** Answers the proxy's question; never a web server's: nobody's name and password are for a page of which nothing is known. */
export function answerProxy(request: ClientRequest, login: ProxyLogin, signal: AbortSignal): void {
  let asked = 0;
  request.on('login', (info: AuthInfo, answer: (name?: string, password?: string) => void) => {
    if (!info.isProxy) return answer();
    asked += 1;
    const { host, port, realm } = info;
    login({ host, port, realm: cleaned(realm) }, asked > 1, { signal }).then(
      (use) => (use ? use((name, password) => answer(name, password)) : answer()),
      () => answer(),
    );
  });
}

const mostAsked = 60 * 5_000;

/**
 * `fetch` of Electron answers no such question (shell/browser/api, seen with 25.1.1: it ends in 407), but takes what the session knows. So one
 * request without any content goes first, which does. True: the proxy has taken a login.
 */
export function signInToProxy(
  origin: string,
  session: Session,
  login: ProxyLogin,
  signal?: AbortSignal | null,
): Promise<boolean> {
  return new Promise((resolve) => {
    const request = net.request({ method: 'HEAD', url: origin, session, credentials: 'omit', redirect: 'manual' });
    const ended = signal ?? AbortSignal.timeout(mostAsked);
    const end = (isIn: boolean): void => {
      ended.removeEventListener('abort', stop);
      request.abort();
      resolve(isIn);
    };
    const stop = (): void => end(false);
    if (ended.aborted) return end(false);
    ended.addEventListener('abort', stop, { once: true });
    answerProxy(request, login, ended);
    request.on('redirect', () => end(true));
    request.on('response', ({ statusCode }) => end(statusCode !== wantsProxyLogin));
    // Behind the proxy something else is wrong, which the request itself will tell.
    request.on('error', () => end(true));
    request.end();
  });
}

const cleaned = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(0, 100);
