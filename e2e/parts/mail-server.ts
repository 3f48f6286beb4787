// A real mail server on loopback: Dovecot for IMAP, POP and submission, which asks the given provider about every token. Mail
// that it takes for sending ends in a list here.
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import { type DovecotWish, dovecotSettings, type MailPorts, oauthSettings, passwordList } from './dovecot-config.ts';
import { findFreePorts } from './free-ports.ts';
import { people, sharedMailbox } from './provider-kinds.ts';
import { openSendingEnd } from './sending-end.ts';
import type { TestAuthority } from './test-authority.ts';

export interface TestMailServer {
  /** As in a preset, encrypted from the start. */
  readonly servers: Readonly<Record<Service, MailServer>>;
  /** The same, encrypted after a greeting. */
  readonly startTls: Readonly<Record<Service, MailServer>>;
  /** How often somebody has logged in with a good token so far, by all protocols. */
  countLogins(): number;
  /** Whoever logs in still does, and then finds no Inbox; the answer opens it again. */
  shutInbox(address: string): () => void;
  /** A new message in an Inbox, its lines ending as a server keeps them; the answer takes it out again. */
  receive(address: string, message: string): () => void;
  /** What was sent through it, as the next server got it. */
  sent(): readonly string[];
  /** What Dovecot wrote about itself. */
  log(): string;
  stop(): Promise<void>;
}

/** In every Inbox. */
export const messagesInInbox = 3;

const nobody = { uid: 65534, gid: 65534 };

function fillMailboxes(folder: string, owner: { uid: number; gid: number }, isRoot: boolean): void {
  const own = (path: string): void => {
    if (isRoot) chownSync(path, owner.uid, owner.gid);
  };
  mkdirSync(join(folder, 'mail'), { mode: 0o755 });
  for (const { address } of [...people, sharedMailbox]) {
    const home = join(folder, 'mail', address);
    for (const part of ['', 'Maildir', 'Maildir/cur', 'Maildir/new', 'Maildir/tmp']) {
      mkdirSync(join(home, part), { recursive: true, mode: 0o700 });
      own(join(home, part));
    }
    for (let number = 1; number <= messagesInInbox; number += 1) {
      const path = join(home, 'Maildir/new', `100000000${number}.M${number}P1.test`);
      writeFileSync(
        path,
        `From: Harbour <news@harbour.example>\r\nTo: <${address}>\r\nSubject: Letter ${number}\r\n\r\nAhoy.\r\n`,
      );
      own(path);
    }
  }
}

/** Resolves when something on the port greets or waits for TLS. */
async function untilOpen(port: number, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return;
    if (server.exitCode !== null || Date.now() > deadline) throw new Error(`Nothing answers on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** `folder` is made, for this server alone. `isShared`: whoever has a good token opens every mailbox of the domain. */
export async function openMailServer(
  folder: string,
  authority: TestAuthority,
  providerOrigin: string,
  isShared = false,
): Promise<TestMailServer> {
  const { uid, gid, username } = userInfo();
  const isRoot = uid === 0;
  const owner = isRoot ? nobody : { uid, gid };
  mkdirSync(folder, { recursive: true });
  // Dovecot's parts run as users of their own and must find the way.
  chmodSync(folder, 0o755);
  const sending = await openSendingEnd();
  const [imap = 0, pop = 0, smtp = 0, imapPlain = 0, popPlain = 0, smtpPlain = 0] = await findFreePorts(6);
  const ports: MailPorts = { imap, pop, smtp, imapPlain, popPlain, smtpPlain };
  const authorityFile = join(folder, 'authority.pem');
  cpSync(authority.file, authorityFile);
  chmodSync(authorityFile, 0o644);
  const wish: DovecotWish = {
    folder,
    ports,
    relayPort: sending.port,
    certificate: authority.server,
    authorityFile,
    providerOrigin,
    ...owner,
    user: isRoot ? null : username,
    isShared,
  };
  fillMailboxes(folder, owner, isRoot);
  writeFileSync(join(folder, 'oauth2.conf'), oauthSettings(wish));
  const addresses = [...people, sharedMailbox].map(({ address }) => address);
  writeFileSync(join(folder, 'passwords'), passwordList(addresses));
  writeFileSync(join(folder, 'dovecot.conf'), dovecotSettings(wish));
  let [said, received] = ['', 0];
  const server = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  server.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', (error) => {
      said += error.message;
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) server.kill('SIGTERM');
    await ended;
    await sending.stop();
  };
  try {
    await Promise.all([untilOpen(imap, server), untilOpen(pop, server), untilOpen(smtp, server)]);
  } catch (error) {
    await stop();
    throw new Error(`Dovecot (version 2.3 is needed) did not start. ${said}`, { cause: error });
  }
  const log = (): string => readFileSync(join(folder, 'dovecot.log'), 'utf8');
  const at = (port: number, security: MailServer['security']): MailServer => ({ host: 'localhost', port, security });
  return {
    servers: { imap: at(imap, 'tls'), pop: at(pop, 'tls'), smtp: at(smtp, 'tls') },
    startTls: { imap: at(imapPlain, 'starttls'), pop: at(popPlain, 'starttls'), smtp: at(smtpPlain, 'starttls') },
    countLogins: () => log().split('-login: Info: Login: user=<').length - 1,
    shutInbox: (address) => {
      const rights = join(folder, 'mail', address, 'Maildir', 'dovecot-acl');
      // To post into it, and no more: not even to know that it is there.
      writeFileSync(rights, 'owner p\n');
      return () => rmSync(rights, { force: true });
    },
    receive: (address, message) => {
      received += 1;
      const name = `2000000000.M${received}P1.test`;
      const maildir = join(folder, 'mail', address, 'Maildir');
      const path = join(maildir, 'tmp', name);
      writeFileSync(path, message);
      if (isRoot) chownSync(path, owner.uid, owner.gid);
      renameSync(path, join(maildir, 'new', name));
      return () => {
        for (const part of ['new', 'cur']) {
          const left = readdirSync(join(maildir, part)).filter((each) => each.startsWith(name));
          for (const each of left) rmSync(join(maildir, part, each), { force: true });
        }
      };
    },
    sent: () => sending.taken(),
    log,
    stop,
  };
}
