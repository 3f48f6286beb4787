// Makes google-auth-library's client for one operation: our wire instead of its transport, endpoints overridable, no retries.
import { ClientAuthentication, OAuth2Client } from 'google-auth-library';
import type { SignInPlan } from '../../setup/outside-world.ts';
import type { Wire } from '../wire/wire.ts';

export const googleIssuer = 'https://accounts.google.com';
export const googleAuthorizationEndpoint = 'https://accounts.google.com/o/oauth2/v2/auth';
export const googleTokenEndpoint = 'https://oauth2.googleapis.com/token';
/** Ends all that the person gave to the whole Cloud project. Source: Google, OAuth 2.0 for mobile and desktop apps, revoking. */
export const googleRevocationEndpoint = 'https://oauth2.googleapis.com/revoke';

/** `redirectUri` only where a code is asked for or redeemed. */
export function makeGoogleClient(plan: SignInPlan, wire: Wire, redirectUri?: string): OAuth2Client {
  const { endpoints } = plan.provider;
  const { clientSecret } = plan;
  const client = new OAuth2Client({
    clientId: plan.clientId,
    ...(clientSecret ? { clientSecret: clientSecret.open() } : { clientAuthentication: ClientAuthentication.None }),
    ...(redirectUri ? { redirectUri } : {}),
    endpoints: {
      ...(endpoints ? { oauth2AuthBaseUrl: endpoints.authorization, oauth2TokenUrl: endpoints.token } : {}),
      ...(endpoints?.revocation ? { oauth2RevokeUrl: endpoints.revocation } : {}),
      ...(endpoints?.keys ? { oauth2FederatedSignonPemCertsUrl: endpoints.keys } : {}),
    },
    // `accounts.google.com` without a scheme: Google's older tokens still say so.
    issuers: endpoints?.issuer ? [endpoints.issuer] : [googleIssuer, 'accounts.google.com'],
    transporterOptions: { fetchImplementation: wire.fetch },
    // Its interceptors write requests and answers, tokens included, to a debug log that an environment variable turns on.
    useAuthRequestParameters: false,
  });
  // It sends a token request up to four times. A code is good for one, and trying again is the set-up's decision.
  client.transporter.interceptors.request.add({
    resolved: async (request) => {
      request.retry = false;
      delete request.retryConfig;
      return request;
    },
  });
  return client;
}
