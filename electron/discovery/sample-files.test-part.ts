// Autoconfig files for the tests, written by hand.

export interface SampleServer {
  readonly element?: 'incomingServer' | 'outgoingServer';
  readonly type: string;
  readonly host: string;
  readonly port: number | string;
  readonly socket?: string;
  readonly user?: string;
  readonly logins?: readonly string[];
}

export function serverXml({
  type,
  host,
  port,
  socket = 'SSL',
  user = '%EMAILADDRESS%',
  ...rest
}: SampleServer): string {
  const element = rest.element ?? (type === 'smtp' ? 'outgoingServer' : 'incomingServer');
  const logins = rest.logins ?? ['password-cleartext'];
  return `<${element} type="${type}">
    <hostname>${host}</hostname><port>${port}</port><socketType>${socket}</socketType><username>${user}</username>
    ${logins.map((login) => `<authentication>${login}</authentication>`).join('')}
  </${element}>`;
}

export const harbourServers: readonly SampleServer[] = [
  { type: 'imap', host: 'imap.harbour.example', port: 993 },
  { type: 'pop3', host: 'pop.harbour.example', port: 995 },
  { type: 'smtp', host: 'smtp.harbour.example', port: 465 },
];

/** `rest`: whatever else stands beside the provider. */
export function autoconfigXml(
  servers: readonly SampleServer[] = harbourServers,
  rest = '',
  name = 'Harbour Mail',
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="harbour.example">
    <domain>harbour.example</domain>
    <displayName>${name}</displayName>
    <displayShortName>Harbour</displayShortName>
    ${servers.map(serverXml).join('\n    ')}
  </emailProvider>
  ${rest}
</clientConfig>`;
}
