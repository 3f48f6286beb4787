// What a person chose by hand, filled up with what is built in about that kind of provider. Pure.
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { FoundProvider, ProviderChoice } from '../setup/looking-up.ts';
import { hostOf } from './preset-provider.ts';
import { builtInProvider } from './provider-data.ts';
import { plainProvider } from './provider-of-servers.ts';

export function chooseProvider(choice: ProviderChoice): FoundProvider {
  const { signIn, domain, issuer, servers, endpoints, tenant } = choice;
  if (signIn === 'password') return { is: plainProvider(servers ?? {}, domain), source: 'chosen' };
  const base = builtInProvider(signIn === 'openid' ? 'own' : signIn);
  const page = endpoints?.authorization ?? issuer;
  const is: MailProvider = {
    ...base,
    name: base.name || domain,
    shortName: base.shortName || domain,
    signInHost: base.signInHost || hostOf(page ?? ''),
    servers: servers ?? base.servers,
    ...(issuer ? { issuer } : {}),
    ...(endpoints ? { endpoints } : {}),
    ...(tenant ? { tenant } : {}),
  };
  return { is, source: 'chosen' };
}
