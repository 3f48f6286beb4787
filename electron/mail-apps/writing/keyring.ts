// Commands that keep and fetch a password in the system's keyring, for programs that read theirs from a command: so no file holds one. The
// person stores it once. `secret-tool` is part of libsecret, `security` of macOS.
import type { HandOverScreen } from '../../../shared/hand-over.ts';
import type { Door } from '../door.ts';
import { say, type } from '../phrases.ts';
import { type Subject, tokenWords } from '../subject.ts';
import { shellCommand } from './quote.ts';

type Secret = NonNullable<Door['secret']>;

/** The bridge has a password for each program, so that one can be taken back alone; the provider's is the same for all. */
const serviceName = ({ program }: Subject, secret: Secret): string =>
  secret === 'bridge-password' ? `postkey-bridge-${program}` : 'postkey-mail';

function fetchWords(subject: Subject, secret: Secret): readonly string[] {
  const { system, address } = subject;
  const service = serviceName(subject, secret);
  return system === 'mac'
    ? ['security', 'find-generic-password', '-s', service, '-a', address, '-w']
    : ['secret-tool', 'lookup', 'service', service, 'account', address];
}

/** Both ask for the password, so that it is in no list of processes. */
function storeWords(subject: Subject, secret: Secret): readonly string[] {
  const { system, address } = subject;
  const service = serviceName(subject, secret);
  return system === 'mac'
    ? ['security', 'add-generic-password', '-U', '-s', service, '-a', address, '-w']
    : ['secret-tool', 'store', `--label=${address} (${service})`, 'service', service, 'account', address];
}

/** The command that prints what the door wants: a token, or the password out of the keyring. */
export const credentialWords = (subject: Subject, { secret }: Door): readonly string[] =>
  secret === null ? tokenWords(subject) : fetchWords(subject, secret);

/** What to do once, where a door wants a password. */
export function storeScreen(subject: Subject, doors: readonly Door[]): readonly HandOverScreen[] {
  const secret = doors.find((door) => door.secret !== null)?.secret ?? null;
  if (secret === null) return [];
  const isMac = subject.system === 'mac';
  return [
    {
      title: say('common.screens.store'),
      lead: say(isMac ? 'common.leads.storeMac' : 'common.leads.store'),
      fields: [
        type('common.fields.command', shellCommand(storeWords(subject, secret))),
        { label: say('common.fields.storeAsks'), secret },
      ],
    },
  ];
}
