// NeoMutt and Mutt. Variables: the manual's chapter "Configuration variables" (imap_oauth_refresh_command, smtp_authenticators, …); OAUTHBEARER
// since Mutt 1.11, XOAUTH2 since Mutt 2.0 and NeoMutt 2020-08. The commands' values run in `sh` (Mutt manual, "OAUTHBEARER Support").
import type { HandOverFile, HandOverWay } from '../../../shared/hand-over.ts';
import type { Service } from '../../../shared/mail-provider.ts';
import { caFile } from '../ca-file.ts';
import { doorTo, type OpenDoor, openDoors } from '../door.ts';
import { say } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { type Subject, tokenWords } from '../subject.ts';
import { bearerMechanisms } from '../writing/bearer-mechanisms.ts';
import { forName, forUserInfo, inSingleQuotes, oneLine, shellCommand } from '../writing/quote.ts';

/** Mutt reads single quotes as a shell does: nothing inside has a meaning, and `\'` between two of them is a quote. */
const set = (name: string, value: string): string => `set ${name} = ${inSingleQuotes(value)}`;

const schemes = {
  imap: { tls: 'imaps', starttls: 'imap', plain: 'imap' },
  pop: { tls: 'pops', starttls: 'pop', plain: 'pop' },
  smtp: { tls: 'smtps', starttls: 'smtp', plain: 'smtp' },
} as const;

const place = ({ service, host, port, security }: OpenDoor, user = ''): string =>
  `${schemes[service][security]}://${user}${host}:${port}`;

/** By POP NeoMutt knows OAUTHBEARER alone (seen with 2022-04; the manual says nothing else since). */
const mechanismsFor = (subject: Subject, service: Service): readonly string[] =>
  bearerMechanisms(subject).filter((mechanism) => service !== 'pop' || mechanism === 'OAUTHBEARER');

function serviceLines(subject: Subject, door: OpenDoor): readonly string[] {
  const { service, userName, secret } = door;
  const byToken =
    secret === null
      ? [
          set(`${service}_authenticators`, mechanismsFor(subject, service).join(':').toLowerCase()),
          set(`${service}_oauth_refresh_command`, shellCommand(tokenWords(subject))),
        ]
      : [];
  const where: Readonly<Record<Service, readonly string[]>> = {
    imap: [set('imap_user', userName), set('folder', `${place(door)}/`), set('spoolfile', '+INBOX')],
    pop: [set('pop_user', userName), set('pop_host', place(door))],
    smtp: [set('smtp_url', `${place(door, `${forUserInfo(userName)}@`)}/`)],
  };
  return ['', ...where[service], ...byToken];
}

/** What Mutt proper calls otherwise is left at its default there. */
function muttrc(subject: Subject, doors: readonly OpenDoor[], ca: HandOverFile | undefined): string {
  const isPlain = doors.some(({ security }) => security === 'plain');
  return [
    `# ${oneLine(subject.address)}`,
    set('from', subject.address),
    'set use_from = yes',
    // Only towards the bridge, which is on this computer, nothing is encrypted.
    `set ssl_starttls = ${isPlain ? 'no' : 'yes'}`,
    `set ssl_force_tls = ${isPlain ? 'no' : 'yes'}`,
    ...(ca?.place ? [set('certificate_file', ca.place)] : []),
    ...doors.flatMap((door) => serviceLines(subject, door)),
    '',
  ].join('\n');
}

function files(subject: Subject, way: HandOverWay, services: readonly Service[]): readonly HandOverFile[] {
  const doors = openDoors(subject, way, services);
  if (!doors) return [];
  const name = `postkey-${forName(subject.address)}.muttrc`;
  const ca = caFile(subject, way);
  const text = muttrc(subject, doors, ca[0]);
  return [{ id: 'muttrc', name, place: `~/.config/neomutt/${name}`, text, lead: say('mutt.files.muttrc') }, ...ca];
}

export const mutt: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    signsInAt: [],
    calls: ['imap', 'pop', 'smtp'],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['command', 'bridge', 'password'],
    closes: (subject, way, services) =>
      way === 'command' && services.includes('pop') && mechanismsFor(subject, 'pop').length === 0
        ? say('mutt.whys.pop')
        : null,
  },
  oauth: () => say('mutt.oauth'),
  fill: (subject, way, services) => {
    const written = files(subject, way, services);
    const [muttrcFile] = written;
    const doors = openDoors(subject, way, services) ?? [];
    const asksPassword = doors.some(({ secret }) => secret !== null) || way === 'bridge';
    return {
      screens: [
        {
          title: say('mutt.screens.source'),
          lead: say('mutt.leads.source'),
          fields: muttrcFile?.place ? [{ label: say('mutt.fields.source'), value: `source ${muttrcFile.place}` }] : [],
        },
        ...(doorTo(doors, 'pop')
          ? [{ title: say('mutt.screens.fetch'), lead: say('mutt.leads.fetch'), fields: [] }]
          : []),
      ],
      files: written,
      later: asksPassword ? [say(way === 'bridge' ? 'mutt.later.bridgePassword' : 'mutt.later.password')] : [],
    };
  },
};
