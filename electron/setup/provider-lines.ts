// The provider in use as lines of "Technical details". Pure.
import { services } from '../../shared/mail-provider.ts';
import type { DetailLine, SetupView } from '../../shared/setup-state.ts';

/** What step 1 shows under "Technical details". */
export function providerLines({ provider, typed }: SetupView): readonly DetailLine[] {
  if (!provider) return [];
  const { is, source } = provider;
  return [
    { label: 'provider', value: is.name },
    { label: 'source', value: source },
    ...(is.tenant ? [{ label: 'tenant', value: is.tenant }] : []),
    ...(is.cloud ? [{ label: 'cloud', value: is.cloud }] : []),
    ...services.flatMap((service) => {
      const server = is.servers[service];
      const name = typed?.loginNames[service];
      const line = server ? `${server.host}:${server.port} ${server.security}` : '';
      return server ? [{ label: service, value: name ? `${line} ${name}` : line }] : [];
    }),
  ];
}
