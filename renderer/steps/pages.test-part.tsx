// Draws one page of a set-up as the wizard would, with a cursor and the newest snapshot. For tests of the pages.
import { render } from '@testing-library/react';
import type { Ladder } from '../../shared/ladder.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { FakeMain } from '../setup/fake-main.test-part.ts';
import { fakeMain, stateWith } from '../setup/fake-main.test-part.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { screenOf } from '../wizard/step-screens.ts';
import { CursorContext, useCursorOf } from '../wizard/use-cursor.ts';

function Shown() {
  const setup = useSetup();
  const cursor = useCursorOf(setup);
  const Page = screenOf(setup, cursor.shown);
  return (
    <CursorContext.Provider value={cursor}>
      <Page />
    </CursorContext.Provider>
  );
}

/** The page at which the set-up stands. */
export async function showPage(setup: SetupView): Promise<FakeMain & { readonly container: HTMLElement }> {
  const main = await fakeMain(stateWith(setup));
  const { container } = render(<Shown />);
  return { ...main, container };
}

export const exampleProvider: MailProvider = {
  id: 'microsoft',
  name: 'Microsoft 365',
  shortName: 'Microsoft',
  signIn: 'microsoft',
  tenant: 'common',
  servers: {
    imap: { host: 'imap.example.org', port: 993, security: 'tls' },
    pop: { host: 'pop.example.org', port: 995, security: 'tls' },
    smtp: { host: 'smtp.example.org', port: 587, security: 'starttls' },
  },
  scopes: { imap: ['imap'], pop: ['pop'], smtp: ['smtp'] },
  extraScopes: ['openid', 'offline_access'],
  signInHost: 'login.example.org',
  takeBackPage: 'https://apps.example.org/',
  consolePage: 'https://console.example.org/',
  deviceCode: true,
  loginName: 'address',
};

export function exampleLadder(service: Ladder['service'], change: Partial<Ladder> = {}): Ladder {
  const notTried = { kind: 'not-tried' as const };
  return {
    service,
    server: exampleProvider.servers[service] ?? { host: 'mail.example.org', port: 993, security: 'tls' },
    loginName: 'pat@example.org',
    rungs: { name: notTried, connection: notTried, certificate: notTried, login: notTried, mailbox: notTried },
    state: 'waiting',
    ...change,
  };
}

export const exampleSetup: Partial<SetupView> = {
  address: 'pat@example.org',
  provider: { is: exampleProvider, source: 'built-in' },
  wanted: ['imap', 'pop', 'smtp'],
  way: 'browser',
};
