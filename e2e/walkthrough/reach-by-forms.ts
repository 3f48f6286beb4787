// No browser to be had: the provider's two forms are filled by HTTP, as a browser would send them. There is nothing to see then.
import type { Person } from './person.ts';

const requestMs = 10_000;
const mostPages = 12;

interface Jar {
  readonly cookies: Map<string, string>;
}

interface Shown {
  readonly url: string;
  readonly text: string;
}

async function load(jar: Jar, url: string, form?: URLSearchParams): Promise<Shown> {
  let [next, body] = [url, form];
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await fetch(next, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(requestMs),
      headers: {
        accept: 'text/html',
        cookie: [...jar.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(body === undefined ? {} : { body }),
    });
    keepCookies(jar, answer.headers.getSetCookie());
    const text = await answer.text();
    const location = answer.headers.get('location');
    if (location === null) return { url: next, text };
    next = new URL(location, next).href;
    body = undefined;
  }
  throw new Error('The provider leads from page to page without end');
}

function keepCookies({ cookies }: Jar, lines: readonly string[]): void {
  for (const line of lines) {
    const [, name, value] = /^([^=;]+)=([^;]*)/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined) cookies.set(name, value);
  }
}

function formIn({ url, text }: Shown, filled: Readonly<Record<string, string>>): { to: string; form: URLSearchParams } {
  const action = /<form[^>]*action="([^"]*)"/u.exec(text)?.[1];
  if (action === undefined) throw new Error(`There is no form at ${new URL(url).pathname}`);
  return { to: new URL(action.replaceAll('&amp;', '&'), url).href, form: new URLSearchParams(filled) };
}

/** Anyone at the make-believe domain, by their address in the sign-in page's field. */
function typedAddress({ text }: Shown): string {
  return /id="address"[^>]*value="([^"]*)"/u.exec(text)?.[1] ?? '';
}

/** Signs in and allows everything; `stopBefore` is asked about each address that a form leads to. */
export async function signInByHttp(link: string): Promise<void> {
  const jar: Jar = { cookies: new Map() };
  const who = await load(jar, link);
  const first = formIn(who, { address: typedAddress(who), password: 'anything', act: 'go-on' });
  const asked = await load(jar, first.to, first.form);
  const second = formIn(asked, { act: 'allow' });
  await load(jar, second.to, second.form);
}

export function reachByForms(): Person {
  return {
    how: 'no browser could be driven here, so the provider’s forms were filled by HTTP',
    // The opener is told of a browser that takes every link and shows nothing.
    env: process.platform === 'linux' ? { BROWSER: 'true' } : {},
    signIn: async (copyLink) => signInByHttp(await copyLink()),
    stop: async () => undefined,
  };
}
