// SRV records (RFC 6186, 8314): host and port alone, neither login nor name. Encrypted from the start goes before STARTTLS.
import { type MailServer, mailServerSchema, type Service, services } from '../../../shared/mail-provider.ts';
import { isNameOfTheWeb } from '../fetch-file.ts';
import type { Asked, OfferedService } from '../name-service.ts';
import { providerOfServers } from '../provider-of-servers.ts';
import { failedBy, type LookUpContext, nothing, unmadeName, type Verdict } from './look-up-context.ts';
import { areServersTrusted } from './trusted-servers.ts';

const names: Readonly<Record<Service, readonly (readonly [name: string, security: MailServer['security']])[]>> = {
  imap: [
    ['_imaps._tcp', 'tls'],
    ['_imap._tcp', 'starttls'],
  ],
  pop: [
    ['_pop3s._tcp', 'tls'],
    ['_pop3._tcp', 'starttls'],
  ],
  smtp: [
    ['_submissions._tcp', 'tls'],
    ['_submission._tcp', 'starttls'],
  ],
};

/** The one to try first. RFC 2782 draws lots among equals by weight; a set-up that is repeated should find the same. */
function preferred(asked: Asked<OfferedService>): OfferedService | undefined {
  if (asked.kind !== 'records') return undefined;
  const [first] = [...asked.records].sort((one, other) => one.priority - other.priority || other.weight - one.weight);
  return first;
}

function serverOf(asked: Asked<OfferedService>, security: MailServer['security']): MailServer | null {
  const offered = preferred(asked);
  if (!offered || !isNameOfTheWeb(offered.host)) return null;
  const { host, port } = offered;
  const read = mailServerSchema.safeParse({ host, port, security });
  return read.success ? read.data : null;
}

export async function askSrv({ domain, names: nameService }: LookUpContext): Promise<Verdict> {
  const all = services.flatMap((service) => names[service].map(([name, security]) => ({ service, name, security })));
  const [unmade, ...answers] = await Promise.all([
    nameService.srv(unmadeName(`_tcp.${domain}`).replace(/^/u, '_')),
    ...all.map(({ name }) => nameService.srv(`${name}.${domain}`)),
  ]);
  const fault = answers.find((asked) => asked.kind === 'failed');
  const servers: Partial<Record<Service, MailServer>> = {};
  for (const [at, { service, security }] of all.entries()) {
    const asked = answers[at];
    const server = asked ? serverOf(asked, security) : null;
    if (server) servers[service] ??= server;
  }
  if (Object.keys(servers).length === 0) return fault?.kind === 'failed' ? failedBy(fault.fault) : nothing;
  if (unmade.kind === 'records') return failedBy('any-name-answers');
  const is = providerOfServers(servers, domain);
  const unsure = areServersTrusted(servers, domain) ? {} : { unsure: 'dns' as const };
  return { state: 'found', found: { is, source: 'srv', ...unsure } };
}
