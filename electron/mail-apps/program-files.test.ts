// Each generated file, read by the program it is for: nothing is refused, and every name and command comes out as it went in. Whether mail
// then flows is another test's business.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { handOverWays } from '../../shared/hand-over.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import { isHere, makeHome, writeFilesOf } from './program-files.test-part.ts';
import { loginFor, subjectOf } from './subject.ts';
import { bridgeOn, subjects } from './subjects.test-part.ts';

const home = makeHome();
afterAll(() => home.remove());

/** Those whose files differ in what a parser sees; every program is started once for each. */
const telling = [
  'microsoft-shared',
  'google',
  'google-pop-only',
  'own-with-ca',
  'own-starttls',
  'odd',
  'app-password',
  'password-pop-only',
];
const cases = Object.entries(subjects)
  .filter(([name]) => telling.includes(name))
  .flatMap(([name, about]) => handOverWays.map((way) => ({ name, way, about: { ...about, bridge: bridgeOn } })));

type Case = (typeof cases)[number] & { readonly program: MailProgram };

/** Every account and way that the program has a file for. */
function each(program: MailProgram, run: (file: string, at: Case) => void): void {
  const seen = new Set<string>();
  for (const at of cases) {
    const file = writeFilesOf(home, at.about, program, at.way);
    // Many accounts have the same file.
    const text = file === null ? null : readFileSync(file, 'utf8');
    if (file === null || text === null || seen.has(text)) continue;
    seen.add(text);
    run(file, { ...at, program });
  }
  expect(seen.size).toBeGreaterThan(2);
}

/** What the login name and the command must be once the program has read them. */
function expected({ about, way, program }: Case, service: 'imap' | 'pop' | 'smtp') {
  const login = loginFor(subjectOf(about, { program, tokenCommand: [], system: 'linux' }), service);
  const byToken = way === 'command' && login?.by === 'token';
  const kept = way === 'bridge' ? `postkey-bridge-${program}` : 'postkey-mail';
  return {
    userName: way === 'bridge' ? about.address : login?.loginName,
    words: byToken
      ? ['postkey', 'token', about.address]
      : ['secret-tool', 'lookup', 'service', kept, 'account', about.address],
  };
}

function ranIn(shell: string): readonly string[] {
  expect(home.run('/bin/sh', ['-c', shell]).said.trim()).toBe('made-up');
  return home.lastWords();
}

const python = (program: string, ...args: readonly string[]): string => {
  const { code, said } = home.run('python3', ['-W', 'ignore', '-c', program, ...args]);
  expect(code, said).toBe(0);
  return said;
};

describe('the programs themselves', () => {
  it.skipIf(!isHere('neomutt'))('neomutt', { timeout: 60_000 }, () => {
    each('mutt', (file, at) => {
      const { code, said } = home.run('neomutt', ['-n', '-F', file, '-D']);
      expect(code, said).toBe(0);
      expect(
        said.split('\n').filter((line) => line !== '' && !line.startsWith('set ')),
        at.name,
      ).toEqual([]);
      const value = (name: string): string =>
        (new RegExp(`^set ${name} = "(.*)"$`, 'mu').exec(said)?.[1] ?? '').replace(/\\(.)/gu, '$1');
      for (const service of ['imap', 'pop'] as const) {
        if (!said.includes(`set ${service}_user = "`) || value(`${service}_user`) === '') continue;
        expect(value(`${service}_user`)).toBe(expected(at, service).userName);
        const command = value(`${service}_oauth_refresh_command`);
        if (command) expect(ranIn(command)).toEqual(['postkey', 'token', at.about.address]);
      }
      const smtp = value('smtp_url');
      if (smtp) {
        const [, user = ''] = /^smtps?:\/\/([^@]*)@/u.exec(smtp) ?? [];
        expect(decodeURIComponent(user)).toBe(expected(at, 'smtp').userName);
      }
    });
  });

  it.skipIf(!isHere('mbsync'))('mbsync', { timeout: 120_000 }, () => {
    each('mbsync', (file, at) => {
      // Nobody listens: whatever is wrong in the file is said before that.
      const { said } = home.run('mbsync', ['-c', file, '-l', '-a']);
      expect(said, at.name).not.toMatch(/mbsyncrc:\d+|[Uu]nknown|[Ii]nvalid|neither/u);
    });
  });

  it.skipIf(!isHere('msmtp'))('msmtp', { timeout: 60_000 }, () => {
    each('msmtp', (file, at) => {
      const { said } = home.run('msmtp', ['-C', file, '--pretend', 'to@harbour.example']);
      expect(said, at.name).toMatch(/^loaded user configuration file/mu);
      expect(/^user = (.*)$/mu.exec(said)?.[1], said).toBe(expected(at, 'smtp').userName);
      const command = /^passwordeval = (.*)$/mu.exec(said)?.[1] ?? '';
      expect(ranIn(command)).toEqual(expected(at, 'smtp').words);
    });
  });

  it.skipIf(!isHere('mpop'))('mpop', { timeout: 60_000 }, () => {
    each('mpop', (file, at) => {
      const { said } = home.run('mpop', ['-C', file, '--pretend', '-a']);
      expect(/^user\s*= (.*)$/mu.exec(said)?.[1], said).toBe(expected(at, 'pop').userName);
      const command = /^passwordeval\s*= (.*)$/mu.exec(said)?.[1] ?? '';
      expect(ranIn(command)).toEqual(expected(at, 'pop').words);
    });
  });

  it.skipIf(!isHere('fetchmail'))('fetchmail', { timeout: 60_000 }, () => {
    each('fetchmail', (file, at) => {
      const { code, said } = home.run('fetchmail', ['-f', file, '--configdump']);
      expect(code, said).toBe(0);
      expect(said, at.name).not.toMatch(/syntax error|parse error/iu);
    });
  });

  it.skipIf(!isHere('getmail'))('getmail', { timeout: 120_000 }, () => {
    each('getmail', (file, at) => {
      home.run('/bin/sh', [
        '-c',
        `eval mkdir -p $(sed -n 's/^path = //p' '${file.replaceAll("'", "'\\''")}' | sed 's,$,cur,;p;s,cur$,new,;p;s,new$,tmp,')`,
      ]);
      const { code, said } = home.run('getmail', ['--dump', '--rcfile', file]);
      expect(code, `${at.name}: ${said}`).toBe(0);
    });
  });
});

describe.skipIf(!isHere('aerc') || !isHere('script'))('aerc', () => {
  it.each(['google', 'odd', 'app-password'])(
    '%s: takes the account and runs its command',
    { timeout: 60_000 },
    async (name) => {
      const at = cases.find(
        (each) => each.name === name && each.way === (name === 'app-password' ? 'password' : 'command'),
      );
      expect(at && writeFilesOf(home, at.about, 'aerc', at.way)).not.toBeNull();
      home.forgetWords();
      const stop = home.start('script', ['-qc', 'aerc', '/dev/null']);
      try {
        // It asks for the credential before it connects, when it has taken the account.
        await expect
          .poll(() => home.lastWords(), { timeout: 30_000 })
          .toEqual(at && expected({ ...at, program: 'aerc' }, 'imap').words);
      } finally {
        stop();
      }
    },
  );
});

describe.skipIf(!isHere('python3'))('the parsers that the programs are built on', () => {
  it('OfflineIMAP: ConfigParser, and Python for what is evaluated', { timeout: 60_000 }, () => {
    each('offlineimap', (file, at) => {
      const said = python(
        [
          'import configparser, json, sys',
          'c = configparser.ConfigParser(); c.read(sys.argv[1], encoding="utf-8")',
          's = next(n for n in c.sections() if n.endswith("-there"))',
          'e = c.get(s, "oauth2_access_token_eval", fallback=None) or c.get(s, "remotepasseval")',
          'print(json.dumps([c.get(s, "remoteuser"), eval(e, {})]))',
        ].join('\n'),
        file,
      );
      const { userName, words } = expected(at, 'imap');
      expect(JSON.parse(said), at.name).toEqual([userName, 'made-up']);
      expect(home.lastWords()).toEqual(words);
    });
  });

  it('getmail: ConfigParser without putting together, and a tuple of Python', { timeout: 60_000 }, () => {
    each('getmail', (file, at) => {
      const said = python(
        [
          'import ast, configparser, json, sys',
          'c = configparser.RawConfigParser(); c.read(sys.argv[1], encoding="utf-8")',
          'r = c["retriever"]',
          'print(json.dumps([r["username"], ast.literal_eval(r["password_command"])[1:]]))',
        ].join('\n'),
        file,
      );
      const service = at.about.logins.some((login) => login.service === 'imap') ? 'imap' : 'pop';
      const { userName, words } = expected(at, service);
      expect(JSON.parse(said), at.name).toEqual([userName, words.slice(1)]);
    });
  });

  it('Himalaya: TOML', { timeout: 60_000 }, () => {
    each('himalaya', (file, at) => {
      const said = python('import json, sys, tomllib; print(json.dumps(tomllib.load(open(sys.argv[1], "rb"))))', file);
      const [[address, account] = []] = Object.entries(JSON.parse(said).accounts as Record<string, unknown>);
      expect(address).toBe(at.about.address);
      for (const service of ['imap', 'smtp'] as const) {
        const kept = (account as Record<string, { readonly sasl?: Record<string, never> }>)[service]?.sasl;
        if (!kept) continue;
        const [sasl] = Object.values(kept) as {
          username: string;
          token?: { command: string[] };
          password?: { command: string[] };
        }[];
        const { userName, words } = expected(at, service);
        expect(sasl?.username).toBe(userName);
        expect((sasl?.token ?? sasl?.password)?.command.slice(1)).toEqual(words.slice(1));
      }
    });
  });
});
