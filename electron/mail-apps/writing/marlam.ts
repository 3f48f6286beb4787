// Lines of the settings that mpop and msmtp share: their manuals, "Configuration files". A value in double quotes is taken as it stands, without
// escapes; so nothing in it needs any.
import type { OpenDoor } from '../door.ts';
import type { Subject } from '../subject.ts';
import { bearerMechanisms } from './bearer-mechanisms.ts';
import { credentialWords } from './keyring.ts';
import { shellCommand } from './quote.ts';

/** The whole line is the value: there are no escapes, and a comment begins only with a line. */
export const line = (name: string, value: string | number): string =>
  typeof value === 'number' ? `${name} ${value}` : `${name} "${value}"`;

/** The account up to its server, user and encryption. `plain` must be named, or it is refused without encryption. */
export function accountLines(subject: Subject, name: string, door: OpenDoor, ca: string | null): readonly string[] {
  const [mechanism = 'XOAUTH2'] = bearerMechanisms(subject);
  return [
    `account ${name}`,
    `host ${door.host}`,
    line('port', door.port),
    `auth ${door.secret === null ? mechanism.toLowerCase() : 'plain'}`,
    line('user', door.userName),
    line('passwordeval', shellCommand(credentialWords(subject, door))),
    `tls ${door.security === 'plain' ? 'off' : 'on'}`,
    `tls_starttls ${door.security === 'starttls' ? 'on' : 'off'}`,
    ...(ca ? [line('tls_trust_file', ca)] : []),
  ];
}
