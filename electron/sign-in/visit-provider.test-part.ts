// The person's browser in this room's tests: follows redirects with cookies until one leads back to the app, and reads that one.
import type { RedirectAnswer } from '../setup/outside-world.ts';

/** `browse` must not follow redirects itself. Resolves with the parameters of the redirect to `redirectUri`. */
export async function visitProvider(url: string, redirectUri: string, browse: typeof fetch): Promise<RedirectAnswer> {
  const cookies = new Map<string, string>();
  let next = new URL(url);
  for (let hop = 0; hop < 20; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await browse(next, { headers: { cookie, accept: 'text/html' } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/su);
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location)
      throw new Error(
        `The visit ended at ${next.pathname} with ${response.status}: ${(await response.text()).slice(0, 300)}`,
      );
    await response.text();
    next = new URL(location, next);
    if (location.startsWith(redirectUri)) return Object.fromEntries(next.searchParams);
  }
  throw new Error('The visit went in circles');
}
