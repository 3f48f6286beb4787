// Mail programs of Debian's, each as a person uses it once its file lies where it belongs: reads the Inbox, sends a letter. Nothing here
// changes what Postkey wrote.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { HandOverWay } from '../../shared/hand-over.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import { lineOn, type PrintedSheet } from './handed-over.ts';
import type { HomeFolder, ProgramEnd, TypedAnswer } from './home-folder.ts';
import { asMessage, type Letter } from './letters.ts';
import { pat } from './provider-kinds.ts';
import { say } from './say.ts';

export interface AtHome {
  readonly home: HomeFolder;
  readonly sheet: PrintedSheet;
  /** The bridge's, for programs that ask in the terminal. */
  readonly password: string;
}

type Run = (at: AtHome, letter: Letter) => Promise<ProgramEnd>;

export interface RealProgram {
  readonly program: MailProgram;
  /** As it is called on the command line. */
  readonly command: string;
  readonly ways: readonly HandOverWay[];
  /** `keeps`: the folder in which it leaves what it read. */
  readonly read?: { readonly run: Run; readonly keeps: string };
  readonly send?: Run;
  /** How it ends through the bridge, and what it says: when its password was taken back, and when the provider is away. */
  readonly refused?: EndsLike;
  readonly later: EndsLike;
}

export interface EndsLike {
  readonly code: number;
  readonly said: RegExp;
}

/** The sheet's own "Try it". */
const tryIt = ({ home, sheet }: AtHome): Promise<ProgramEnd> =>
  home.type(lineOn(sheet, say('hand-over:common.screens.try')) ?? 'exit 99');

/** Tests may run as root, for whom getmail delivers only when it may do so as somebody else. */
function deliverAsNobody({ home, sheet: { files } }: AtHome): void {
  if (process.getuid?.() !== 0) return;
  const [{ place = '', text } = { text: '' }] = files;
  writeFileSync(home.at(place), text.replace(/^type = Maildir$/mu, '$&\nuser = nobody'));
  execFileSync('chown', ['-R', 'nobody', home.at('~/Mail')]);
}

/** What a program asks in a terminal when it needs the bridge's password. */
const asks = ({ sheet, password }: AtHome): readonly TypedAnswer[] =>
  sheet.way === 'bridge' ? [[/[Pp]assword for [^\n]*: ?/u, `${password}\n`]] : [];

/** The line that the sheet adds to the person's own settings; here they are nothing else. */
function sourceIt({ home, sheet }: AtHome): void {
  const line = lineOn(sheet, say('hand-over:mutt.screens.source'));
  const own = [
    'set quit = yes',
    'set confirmcreate = no',
    'set confirmappend = no',
    'set copy = no',
    'set abort_unmodified = no',
    'set editor = true',
  ];
  writeFileSync(home.at('~/.config/neomutt/neomuttrc'), `${[line, ...own].join('\n')}\n`);
}

export const realPrograms: readonly RealProgram[] = [
  {
    program: 'mbsync',
    command: 'mbsync',
    ways: ['command', 'bridge'],
    read: { run: tryIt, keeps: '~/Mail' },
    refused: { code: 1, said: /BRIDGE-PASSWORD/u },
    later: { code: 1, said: /cannot be reached/u },
  },
  {
    program: 'getmail',
    command: 'getmail',
    ways: ['command', 'bridge'],
    read: {
      run: (at) => {
        deliverAsNobody(at);
        return tryIt(at);
      },
      keeps: '~/Mail',
    },
    refused: { code: 127, said: /credential\/login error .*BRIDGE-PASSWORD/u },
    // No failure: it comes again.
    later: { code: 0, said: /login refused error .*cannot be reached/u },
  },
  {
    program: 'mpop',
    command: 'mpop',
    ways: ['command', 'bridge'],
    read: { run: tryIt, keeps: '~/Mail' },
    // It knows no temporary refusal by POP (RFC 3206), and shows no words of the server's.
    refused: { code: 77, said: /authentication failed/u },
    later: { code: 77, said: /authentication failed/u },
  },
  {
    program: 'fetchmail',
    command: 'fetchmail',
    ways: ['bridge'],
    read: {
      // There is no mail server on this computer that it could hand the mail to.
      run: (at) => at.home.runInTerminal(`fetchmail --mda 'cat >> "$HOME/fetched/mail"'`, asks(at)),
      keeps: '~/fetched',
    },
    // It says so in words of its own; PS_AUTHFAIL and PS_SOCKET of fetchmail(1).
    refused: { code: 3, said: /Authorization failure/u },
    later: { code: 2, said: /Received BYE response .*CANNOT BE REACHED/iu },
  },
  {
    program: 'msmtp',
    command: 'msmtp',
    ways: ['command', 'bridge'],
    send: ({ home }, letter) => home.run('msmtp', [pat.address], asMessage(letter, pat.address)),
    // EX_NOPERM of sysexits.h for both, and the server's words.
    refused: { code: 77, said: /535 5\.7\.8 .*BRIDGE-PASSWORD/u },
    later: { code: 77, said: /454 4\.7\.0 .*cannot be reached/u },
  },
  {
    program: 'mutt',
    command: 'neomutt',
    ways: ['command', 'bridge'],
    read: {
      run: (at, { subject }) => {
        const keys = `l~s ${subject.replaceAll(' ', '.')}\nC~/copied/mail\nq`;
        sourceIt(at);
        return at.home.runInTerminal('neomutt', [
          ...asks(at),
          // Without a mailbox the same keys would mean something else; what it was told then stands among its messages.
          [/Msgs:\d+/u, (status) => (status === 'Msgs:0' ? 'M' : keys)],
          [/:Exit/u, 'qq'],
        ]);
      },
      keeps: '~/copied',
    },
    send: (at, { subject, lines }) => {
      writeFileSync(at.home.at('~/draft'), `${lines.join('\n')}\n`);
      const answers: readonly TypedAnswer[] = [
        [/To: /u, '\n'],
        [/Subject: /u, '\n'],
        [/y:Send/u, 'y'],
      ];
      sourceIt(at);
      return at.home.runInTerminal(`neomutt -s '${subject}' -i ~/draft ${pat.address}`, [...answers, ...asks(at)]);
    },
    // A wrong password it tries three times, each of which the bridge answers later than the one before.
    later: { code: 0, said: /cannot be reached/u },
  },
];
