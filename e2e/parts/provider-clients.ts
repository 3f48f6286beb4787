// Who is registered at a test provider: the app as a desktop app, the same as a web page's, and the mail server that asks about tokens.
import type { ClientMetadata } from 'oidc-provider';
import { mailServerClient, type ProviderFacts } from './provider-kinds.ts';

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

export function clientsOf(facts: ProviderFacts): ClientMetadata[] {
  const app: ClientMetadata = {
    client_id: facts.clientId,
    client_name: 'Postkey',
    application_type: 'native',
    ...(facts.clientSecret
      ? { client_secret: facts.clientSecret, token_endpoint_auth_method: 'client_secret_post' }
      : { token_endpoint_auth_method: 'none' }),
    redirect_uris: ['http://127.0.0.1', 'http://localhost'],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token', deviceGrant],
  };
  const webApp: ClientMetadata = {
    ...app,
    client_id: facts.webClientId,
    application_type: 'web',
    redirect_uris: ['https://app.harbour.example/back'],
  };
  const mailServer: ClientMetadata = {
    client_id: mailServerClient.id,
    client_secret: mailServerClient.secret,
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: [],
    response_types: [],
    grant_types: [],
  };
  return [app, webApp, mailServer];
}
