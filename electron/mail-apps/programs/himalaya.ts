// Himalaya 2. Keys: config.sample.toml in its repository (2026); version 1 wrote them otherwise.

import type { OpenDoor } from '../door.ts';
import { filePage } from '../file-pages.ts';
import { say } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import type { Subject } from '../subject.ts';
import { bearerMechanisms } from '../writing/bearer-mechanisms.ts';
import { credentialWords } from '../writing/keyring.ts';
import { forShell, forToml } from '../writing/quote.ts';

function serviceLines(subject: Subject, door: OpenDoor, ca: string | null): readonly string[] {
  const { service, host, port, security, secret } = door;
  const [mechanism = 'XOAUTH2'] = bearerMechanisms(subject);
  const sasl = `${service}.sasl.${secret === null ? mechanism.toLowerCase() : 'plain'}`;
  const credential = secret === null ? 'token' : 'password';
  const words = credentialWords(subject, door).map(forToml).join(', ');
  return [
    `${service}.server = ${forToml(`${service}${security === 'tls' ? 's' : ''}://${host}:${port}`)}`,
    `${service}.starttls = ${security === 'starttls'}`,
    ...(ca ? [`${service}.tls.cert = ${forToml(ca)}`] : []),
    `${sasl}.username = ${forToml(door.userName)}`,
    `${sasl}.${credential}.command = [${words}]`,
  ];
}

export const himalaya: ProgramPage = {
  traits: {
    speaks: ['imap', 'smtp'],
    signsInAt: [],
    calls: ['imap', 'smtp'],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['command', 'bridge', 'password'],
  },
  oauth: () => say('himalaya.oauth'),
  fill: (subject, way, services) =>
    filePage(subject, way, services, {
      program: 'himalaya',
      name: 'config.toml',
      place: '~/.config/himalaya/config.toml',
      text: (doors, ca) =>
        [
          `[accounts.${forToml(subject.address)}]`,
          ...doors.flatMap((door) => serviceLines(subject, door, ca)),
          '',
        ].join('\n'),
      try: `himalaya -a ${forShell(subject.address)} envelopes list`,
    }),
};
