// The person's mail program: whatever the system's opener hands it, it writes down. Made the default for one Postkey.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface OpenedMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

export interface MailProgram {
  /** What Postkey's environment needs so that `mailto:` leads here. */
  readonly env: Readonly<Record<string, string>>;
  /** Every mail opened so far, taken apart as RFC 6068 says. */
  mails(): readonly OpenedMail[];
}

function takenApart(address: string): OpenedMail {
  const [, to = '', query = ''] = /^mailto:([^?]*)\??(.*)$/u.exec(address) ?? [];
  const fields = new Map(
    query
      .split('&')
      .map((field) => field.split('='))
      .map(([name = '', value = '']) => [name, decodeURIComponent(value)]),
  );
  return { to: decodeURIComponent(to), subject: fields.get('subject') ?? '', body: fields.get('body') ?? '' };
}

/** `folder` is made. */
export function makeMailProgram(folder: string): MailProgram {
  const [config, applications] = [join(folder, 'config'), join(folder, 'data/applications')];
  for (const each of [config, applications]) mkdirSync(each, { recursive: true });
  const [script, inbox] = [join(folder, 'mail-program'), join(folder, 'mails')];
  writeFileSync(script, `#!/bin/sh\nprintf '%s\\n' "$1" >>'${inbox}'\n`, { mode: 0o755 });
  const name = 'test-mail.desktop';
  writeFileSync(
    join(applications, name),
    `[Desktop Entry]\nType=Application\nName=Mail\nExec=${script} %u\nMimeType=x-scheme-handler/mailto;\n`,
  );
  writeFileSync(join(config, 'mimeapps.list'), `[Default Applications]\nx-scheme-handler/mailto=${name}\n`);
  return {
    env: { XDG_CONFIG_HOME: config, XDG_DATA_HOME: join(folder, 'data') },
    mails: () => (existsSync(inbox) ? readFileSync(inbox, 'utf8').trimEnd().split('\n').map(takenApart) : []),
  };
}
