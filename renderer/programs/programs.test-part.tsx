// Test only: an account with sheets and a bridge, and its pages as the room shows them.
import { configure, render } from '@testing-library/react';
import type { BridgeView } from '../../shared/bridge.ts';
import type { HandOverSheet } from '../../shared/hand-over.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import { pat } from '../accounts/account-page.test-part.tsx';
import { AccountRoom } from '../accounts/account-room.tsx';
import { type FakeMain, fakeMain, stateWith } from '../setup/fake-main.test-part.ts';

// Page and words are loaded late: on a busy computer, by more than the usual second.
configure({ asyncUtilTimeout: 8000 });

export const bridge: BridgeView = {
  accountId: pat.id,
  isOn: true,
  loginName: pat.address,
  doors: [
    { service: 'imap', security: 'plain', port: 1143, state: 'open' },
    { service: 'smtp', security: 'plain', port: 1144, state: 'open' },
  ],
  programs: [{ id: 'program-1', program: 'outlook-classic', madeAt: 1_900_000_000_000 }],
  sessions: 2,
};

export const sheet: HandOverSheet = {
  accountId: pat.id,
  program: 'thunderbird',
  way: 'bridge',
  choices: [
    { way: 'own', verdict: 'best', why: { key: 'ways.own.open', values: { provider: 'Microsoft' } } },
    { way: 'bridge', verdict: 'works', why: { key: 'ways.bridge.open' } },
    { way: 'command', verdict: 'not-here', why: { key: 'ways.command.cannot' } },
  ],
  oauth: { key: 'thunderbird.oauth.own', values: { provider: 'Microsoft' } },
  services: ['imap', 'smtp'],
  screens: [
    {
      title: { key: 'thunderbird.screens.incoming' },
      fields: [
        { label: { key: 'thunderbird.fields.host' }, value: '127.0.0.1' },
        { label: { key: 'thunderbird.fields.security' }, choose: { key: 'thunderbird.security.plain' } },
        { label: { key: 'thunderbird.fields.password' }, secret: 'bridge-password' },
      ],
    },
  ],
  files: [
    {
      id: 'settings',
      name: 'postkey-pat.conf',
      place: '~/.config/postkey-pat.conf',
      text: 'host = 127.0.0.1\n',
      lead: { key: 'mutt.files.muttrc' },
    },
  ],
  later: [{ key: 'thunderbird.later.plain' }],
  needs: [],
};

export const stateOf = (more: Partial<PostkeyState>): PostkeyState =>
  stateWith(undefined, { accounts: [pat], opened: { id: pat.id, history: [] }, ...more });

export async function showRoom(more: Partial<PostkeyState>): Promise<FakeMain & { readonly container: HTMLElement }> {
  const main = await fakeMain(stateOf(more));
  const { container } = render(<AccountRoom />);
  return { ...main, container };
}
