// One harmless look at the page where a person would sign in: with `prompt=none` and no cookies it can sign nobody in. What it
// answers shows whether the provider knows the app and leads back to us. Follows nothing, names nobody, keeps nothing.
import { randomInt } from 'node:crypto';
import type { GetOnce } from '../../setup/get-once.ts';
import type { Attempt, SignInPlan } from '../../setup/outside-world.ts';
import { freshTry } from '../fresh-try.ts';
import { urlOrNull } from '../url-or-null.ts';
import { limitedSignal } from '../wire/limited-signal.ts';
import { type Looked, readLook } from './read-look.ts';

export interface PageToLookAt {
  readonly authorizationEndpoint: string | undefined;
  /** `http://localhost` or `http://127.0.0.1`; any port has to do (RFC 8252 section 7.3). */
  readonly wayBack: string;
  /** Practice's own page may be plain, on this computer. */
  readonly loopbackHttp?: boolean;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** A page that has not come by then is not waited for: the sign-in will show it. */
const deadlineMs = 8000;
/** Microsoft's error page is the largest known, 60 kB, and names its number in the first third. */
const maxBytes = 400_000;

/** In the range that systems give out, as the real way back will be. */
const somePort = (): number => randomInt(49_152, 65_536);

function addressOf(endpoint: URL, plan: SignInPlan, redirectUri: string, more: PageToLookAt['parameters'] = {}): URL {
  const { state, nonce, challenge } = freshTry();
  const url = new URL(endpoint);
  const parameters = {
    response_type: 'code',
    client_id: plan.clientId,
    redirect_uri: redirectUri,
    scope: plan.scopes.join(' '),
    state,
    ...(plan.scopes.includes('openid') ? { nonce } : {}),
    code_challenge: challenge,
    code_challenge_method: 'S256',
    prompt: 'none',
    ...more,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/** Never rejects: a page that cannot be had is unclear. */
export async function lookAtPage(
  getOnce: GetOnce,
  plan: SignInPlan,
  page: PageToLookAt,
  attempt: Attempt,
): Promise<Looked> {
  const endpoint = urlOrNull(page.authorizationEndpoint ?? '');
  const isPlain = page.loopbackHttp === true && endpoint?.hostname === '127.0.0.1';
  if (!endpoint || (endpoint.protocol !== 'https:' && !isPlain)) return { kind: 'unclear' };
  const redirectUri = `${page.wayBack}:${somePort()}`;
  const url = addressOf(endpoint, plan, redirectUri, page.parameters);
  const limit = limitedSignal(attempt.signal, deadlineMs);
  try {
    const asked = getOnce(url.href, {
      signal: limit.signal,
      maxBytes,
      // Its own name: Google turns away what looks like a browser inside a program. English, so that words can be read where no
      // code is given.
      headers: { 'user-agent': 'Postkey', accept: 'text/html,application/json;q=0.9', 'accept-language': 'en' },
    });
    return readLook(await Promise.race([asked, limit.ended]), url, redirectUri);
  } catch {
    return { kind: 'unclear' };
  } finally {
    limit.release();
  }
}
