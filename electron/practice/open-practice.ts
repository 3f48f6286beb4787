// Puts the parts of practice together: store, stage, provider, certificates, three mail servers. Thinks nothing itself.
import type { MailProvider, MailServer } from '../../shared/mail-provider.ts';
import { openMailDoors } from './mail-doors.ts';
import { mailScopes, otherScopes } from './mail-scopes.ts';
import type { Practice, PracticeParts } from './practice.ts';
import { makeCertificates } from './practice-certificates.ts';
import { practiceLetters } from './practice-letters.ts';
import { mainPerson } from './practice-people.ts';
import { openProvider } from './practice-provider.ts';
import { makeStage } from './practice-stage.ts';
import { type PracticePorts, readState, sealable } from './practice-state.ts';
import { makeStore } from './practice-store.ts';
import { practiceClientId } from './provider-settings.ts';
import { makeTokenDoor } from './token-door.ts';

export async function openPractice(parts: PracticeParts): Promise<Practice> {
  const earlier = readState(parts.state);
  const stage = makeStage();
  const store = makeStore(
    () => parts.onStateChange?.(),
    (kind) => kind === 'RefreshToken' && stage.now().token?.to.includes('renewal') === true,
  );
  if (earlier) store.restore(earlier.kept);

  const opened: { close(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
  };
  try {
    const certificates = await makeCertificates();
    const provider = await openProvider(parts, store, stage, earlier?.ports.provider);
    opened.push({ close: provider.stop });
    const door = makeTokenDoor(provider.findToken, stage);
    const doors = await openMailDoors(
      { certificates, door, stage, letters: () => practiceLetters(parts.words) },
      earlier?.ports,
    );
    opened.push(doors);
    const ports: PracticePorts = { provider: provider.port, ...doors.ports };
    return {
      provider: mailProvider(parts, provider.issuer, ports),
      clientId: practiceClientId,
      address: mainPerson.address,
      personName: mainPerson.name,
      ca: [certificates.ca],
      roads: doors.roads,
      now: stage.now,
      play: (failure) => stage.play(failure),
      exportState: () => sealable({ practiceState: 1, ports, kept: store.kept() }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function mailProvider(parts: PracticeParts, issuer: string, ports: PracticePorts): MailProvider {
  const server = (port: number): MailServer => ({ host: 'localhost', port, security: 'tls' });
  const name = parts.words('frame.maker');
  return {
    id: 'practice',
    name,
    shortName: name,
    signIn: 'openid',
    servers: { imap: server(ports.imap), pop: server(ports.pop), smtp: server(ports.smtp) },
    scopes: { imap: [mailScopes.imap], pop: [mailScopes.pop], smtp: [mailScopes.smtp] },
    extraScopes: otherScopes,
    issuer,
    signInHost: new URL(issuer).host,
    deviceCode: true,
    loginName: 'address',
  };
}
