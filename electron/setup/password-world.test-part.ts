// Test only: the small world with a provider that takes passwords, and a mail check that says what it was given.
import type { MailProvider } from '../../shared/mail-provider.ts';
import { type ProblemCode, problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { type AccountSetup, makeAccountSetup } from './account-setup.ts';
import type { World } from './bench.ts';
import type { AccountRecord } from './memory.ts';
import { freshView } from './resume-view.ts';
import { makeSmallWorld, provider, type SmallWorld } from './small-world.test-part.ts';

/** No sign-in at all; IMAP wants the part before the at sign. */
export const orchard: MailProvider = {
  ...provider,
  id: 'orchard',
  name: 'Orchard Mail',
  shortName: 'Orchard',
  signIn: 'password',
  scopes: {},
  extraScopes: [],
  loginNames: { imap: 'local-part' },
  password: { kind: 'app', first: ['two-step'] },
};

/** A sign-in for IMAP, a password for SMTP. */
export const mixed: MailProvider = {
  ...provider,
  scopes: { imap: ['mail:read'] },
  passwordFor: ['smtp'],
  password: { kind: 'mail', first: [] },
};

export interface PasswordWorld {
  readonly small: SmallWorld;
  readonly world: World;
  /** `imap pat password hush`, one for each ladder that was climbed. */
  readonly logins: string[];
  /** The password that is right; any token is. */
  right: string;
  refusal: ProblemCode;
  begin(view?: SetupView): AccountSetup;
}

/** `is` stands behind every address. */
export function makePasswordWorld(is: MailProvider, source: 'built-in' | 'preset' = 'built-in'): PasswordWorld {
  const small = makeSmallWorld();
  const logins: string[] = [];
  const world: World = {
    ...small.world,
    discovery: { ...small.world.discovery, lookUp: async () => ({ ok: true, value: [{ is, source }] }) },
    mailCheck: {
      prepare: async () => undefined,
      climb: async ({ service, loginName, by, secret }) => {
        logins.push(`${service} ${loginName} ${by} ${secret.open()}`);
        if (by === 'token' || secret.open() === made.right)
          return { ok: true, value: { totalMs: 1, details: [{ label: 'mechanism', value: 'PLAIN' }] } };
        return { ok: false, problem: problemOf(made.refusal, { service, phase: 'login' }) };
      },
    },
  };
  const made: PasswordWorld = {
    small,
    world,
    logins,
    right: 'abcdefghijklmnop',
    refusal: 'password-refused',
    begin: (view = freshView('account-1', false)) => {
      const addAccount = (account: AccountRecord): void => {
        const others = small.accounts.filter((each) => each.id !== account.id);
        small.accounts.splice(0, small.accounts.length, ...others, account);
      };
      const setup = makeAccountSetup(view, {
        world,
        changed: () => undefined,
        addAccount,
        accounts: () => small.accounts,
      });
      setup.advance();
      return setup;
    },
  };
  return made;
}
