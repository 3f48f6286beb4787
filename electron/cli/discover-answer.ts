// What `postkey discover` prints: for a person to read, or as JSON for programs. Pure; every sentence comes from the words.
import type { SourceView } from '../../shared/look-up.ts';
import { type Service, services } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import { loginName } from '../setup/ladders.ts';
import type { FoundProvider } from '../setup/looking-up.ts';
import { wayFor } from '../setup/place-provider.ts';

/** A sentence of the words `cli`, as plain text. */
export type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

export interface LookedUp {
  readonly address: string;
  readonly domain: string;
  /** The best first. */
  readonly found: readonly FoundProvider[];
  readonly sources: readonly SourceView[];
  readonly problem: (Pick<Problem, 'code' | 'facts'> & { readonly stamp: string }) | null;
}

interface ServerAnswer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
  readonly loginName: string;
  readonly by: 'token' | 'password';
}

/** As the set-up would do it: by password too where nobody is given a registration. */
const opensByPassword = (found: FoundProvider): boolean =>
  found.is.signIn === 'password' || wayFor(found) === 'password';

function serverAnswer({ address }: LookedUp, found: FoundProvider, service: Service): ServerAnswer | null {
  const server = found.is.servers[service];
  if (!server) return null;
  const byPassword = opensByPassword(found) || (found.is.passwordFor?.includes(service) ?? false);
  const name = loginName({ address, provider: found }, service);
  return { ...server, loginName: name, by: byPassword ? 'password' : 'token' };
}

function providerAnswer(lookedUp: LookedUp, found: FoundProvider) {
  const { is, source, organisation, unsure, forecast } = found;
  const servers = services.flatMap((service) => {
    const server = serverAnswer(lookedUp, found, service);
    return server ? [[service, server] as const] : [];
  });
  return {
    provider: is.name,
    id: is.id,
    source,
    organisation: organisation ?? null,
    kind: is.kind ?? null,
    cloud: is.cloud ?? null,
    tenant: is.tenant ?? null,
    signIn: is.signIn,
    signInHost: is.signInHost || null,
    registering: is.registering ?? 'self',
    toBeConfirmed: unsure ?? null,
    approval: forecast ?? null,
    noMailPrograms: is.noMailPrograms ?? null,
    servers: Object.fromEntries(servers),
  };
}

/** One JSON document; its fields stay. */
export function answerAsJson(lookedUp: LookedUp): string {
  const { address, domain, problem, sources } = lookedUp;
  const found = lookedUp.found.map((each) => providerAnswer(lookedUp, each));
  return `${JSON.stringify({ address, domain, found, problem, sources }, null, 2)}\n`;
}

function providerLines(lookedUp: LookedUp, found: FoundProvider, say: Say): readonly string[] {
  const { is, source, organisation, unsure, forecast } = found;
  const values = { provider: is.name, organisation: organisation ?? '' };
  const lines = [say(organisation === undefined ? 'discover.provider' : 'discover.providerOf', values)];
  lines.push(say('discover.source', { source: say(`discover.sources.${source}`) }));
  if (is.noMailPrograms !== undefined) lines.push(say(`discover.noMailPrograms.${is.noMailPrograms}`, values));
  for (const service of services) {
    const server = serverAnswer(lookedUp, found, service);
    if (!server) continue;
    const { host, port, security, by } = server;
    lines.push(
      say('discover.server', {
        service: say(`discover.services.${service}`),
        place: `${host}:${port}`,
        security: say(`discover.security.${security}`),
        loginName: server.loginName,
        by: say(`discover.by.${by}`),
      }),
    );
  }
  lines.push(
    opensByPassword(found)
      ? say(is.signIn === 'password' ? 'discover.noSignInPage' : 'discover.noRegistration', values)
      : say('discover.signIn', { host: is.signInHost || is.shortName }),
  );
  if (forecast) lines.push(say(`discover.approval.${forecast.approval}`, values));
  if (unsure !== undefined) lines.push(say(`discover.unsure.${unsure}`));
  return lines;
}

function sourceLine(verdict: SourceView, say: Say): string {
  const outcome =
    verdict.state === 'failed' && verdict.fault
      ? `discover.faults.${verdict.fault}`
      : `discover.states.${verdict.state}`;
  return say('discover.verdict', {
    source: say(`discover.sources.${verdict.source}`),
    outcome: say(outcome, { provider: verdict.provider ?? '' }),
    sent: say(`discover.sent.${verdict.sent}`),
  });
}

/** Paragraphs for a terminal: the best find first, the others after it, and how it was found. */
export function answerAsText(lookedUp: LookedUp, say: Say): string {
  const { domain, found, problem, sources } = lookedUp;
  const blocks: (readonly string[])[] = found.map((each) => providerLines(lookedUp, each, say));
  if (problem) {
    blocks.push([
      say(`discover.problems.${problem.code}`, { domain, provider: String(problem.facts['provider'] ?? '') }),
    ]);
    blocks.push([say('discover.code', { stamp: problem.stamp })]);
  } else if (found.length === 0) {
    blocks.push([say('discover.nobody', { domain })]);
  }
  const asked = sources.filter(({ state }) => state !== 'not-asked');
  blocks.push([say('discover.how'), ...asked.map((verdict) => `  ${sourceLine(verdict, say)}`)]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
