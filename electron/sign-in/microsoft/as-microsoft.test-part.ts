// Plays Microsoft before a strict provider: what Microsoft does otherwise than the standards is put right on the way.
import { httpsFetch } from '../https-fetch.test-part.ts';
import { tenantId } from '../sign-in-provider.test-part.ts';

/** msal-node's name for the device grant becomes RFC 8628's; the token answer gets Microsoft's `client_info`. */
export function asMicrosoft(fetchReally: typeof fetch): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!url.pathname.endsWith('/token')) return fetchReally(input, init);
    const form = new URLSearchParams(String(init.body));
    if (form.get('grant_type') === 'device_code')
      form.set('grant_type', 'urn:ietf:params:oauth:grant-type:device_code');
    const response = await fetchReally(input, { ...init, body: form.toString() });
    const answer: unknown = await response.json();
    const info = Buffer.from(JSON.stringify({ uid: 'pat', utid: tenantId })).toString('base64url');
    const whole = response.ok ? { ...(answer as object), client_info: info } : answer;
    return new Response(JSON.stringify(whole), { status: response.status, headers: response.headers });
  };
}

/** Sends what is meant for Microsoft's public cloud to the provider at `origin`, and the cloud's paths to the provider's. */
export function cloudFetch(origin: string, ca: string): typeof fetch {
  const real = httpsFetch(ca);
  return (input, init) => real(fromCloud(input instanceof Request ? input.url : input, origin), init);
}

/** The same for an address that the browser opens. */
export function fromCloud(address: string | URL, origin: string): string {
  const url = new URL(address);
  if (url.host !== 'login.microsoftonline.com') return url.href;
  const path = url.pathname.replace(/^\/[^/]+/u, '').replace('/discovery/v2.0/keys', '/jwks');
  return `${origin}${path}${url.search}`;
}
