// What a test network says about harbour.example: its tenant at Microsoft, and settings as a provider publishes them.
import type { Service } from '../../shared/mail-provider.ts';
import type { Sites } from './web-house.ts';

export const domain = 'harbour.example';
export const address = `pat@${domain}`;

const tenantPage = JSON.stringify({
  issuer: 'https://login.microsoftonline.com/5b1c0f62-7f0e-4c39-9f0e-0d1c2b3a4958/v2.0',
  token_endpoint: 'https://login.microsoftonline.com/5b1c0f62-7f0e-4c39-9f0e-0d1c2b3a4958/oauth2/v2.0/token',
  authorization_endpoint:
    'https://login.microsoftonline.com/5b1c0f62-7f0e-4c39-9f0e-0d1c2b3a4958/oauth2/v2.0/authorize',
  tenant_region_scope: 'EU',
  cloud_instance_name: 'microsoftonline.com',
  cloud_graph_host_name: 'graph.windows.net',
});

/** The tenant of this domain at Microsoft, and whose it is. */
export const tenantSites: Sites = {
  [`login.microsoftonline.com/${domain}/v2.0/.well-known/openid-configuration`]: {
    type: 'application/json',
    body: tenantPage,
  },
  'login.microsoftonline.com/getuserrealm.srf': {
    type: 'application/json',
    body: JSON.stringify({
      NameSpaceType: 'Managed',
      DomainName: domain,
      FederationBrandName: 'Harbour Schools',
      CloudInstanceName: 'microsoftonline.com',
    }),
  },
};

/** Settings as a provider publishes them. */
export function settings(host: (service: Service) => string): string {
  const server = (tag: string, service: Service, port: number): string => `
    <${tag} type="${service === 'pop' ? 'pop3' : service}">
      <hostname>${host(service)}</hostname><port>${port}</port><socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication>
    </${tag}>`;
  return `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="${domain}">
    <domain>${domain}</domain><displayName>Harbour Mail</displayName><displayShortName>Harbour</displayShortName>
    ${server('incomingServer', 'imap', 993)}${server('incomingServer', 'pop', 995)}${server('outgoingServer', 'smtp', 465)}
  </emailProvider></clientConfig>`;
}

/** The domain's own page of settings, over a protected line. */
export const ownAutoconfig = (body: string): Sites => ({ [`autoconfig.${domain}/mail/config-v1.1.xml`]: { body } });
