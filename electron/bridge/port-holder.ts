// Names the program that holds a port of this computer, by asking the system. Never throws for want of an answer.
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { canListen } from './choose-ports.ts';

const deadlineMs = 4_000;
const most = 60;

/** Null: it is free. Empty: the system does not tell whose it is. */
export async function holderOf(port: number): Promise<string | null> {
  if (await canListen(port)) return null;
  const name = await ask(port).catch(() => '');
  return name
    .replace(/[^\x20-\x7e]+/gu, ' ')
    .trim()
    .slice(0, most);
}

function ask(port: number): Promise<string> {
  if (process.platform === 'linux') return askLinux(port);
  if (process.platform === 'darwin') return askMac(port);
  return process.platform === 'win32' ? askWindows(port) : Promise.resolve('');
}

/** Whoever has the listening socket among its open files; those of other users are not to be seen. */
async function askLinux(port: number): Promise<string> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'latin1').catch(() => '')),
  );
  const sockets = new Set(tables.flatMap((table) => listeningInodes(table, port)).map((inode) => `socket:[${inode}]`));
  if (sockets.size === 0) return '';
  const until = Date.now() + deadlineMs;
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/u.test(name))) {
    if (Date.now() > until) break;
    const files = await readdir(`/proc/${id}/fd`).catch(() => []);
    const links = await Promise.all(files.map((file) => readlink(`/proc/${id}/fd/${file}`).catch(() => '')));
    if (links.some((link) => sockets.has(link))) return nameOnLinux(id);
  }
  return '';
}

async function nameOnLinux(id: string): Promise<string> {
  const name = (await readFile(`/proc/${id}/comm`, 'utf8')).trim();
  // What newer Nodes call themselves; the file they were started from says more.
  return name === 'MainThread' ? basename(await readlink(`/proc/${id}/exe`)) : name;
}

/** Pure. State 0A is LISTEN; the inode is the tenth column. */
export function listeningInodes(table: string, port: number): readonly string[] {
  const atPort = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/u);
    return local.endsWith(atPort) && state === '0A' && inode !== '0' ? [inode] : [];
  });
}

async function askMac(port: number): Promise<string> {
  return holderInLsof(await run('/usr/sbin/lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fc']));
}

/** Pure. With `-F c` each field stands on a line of its own behind its letter (lsof(8), "OUTPUT FOR OTHER PROGRAMS"). */
export function holderInLsof(said: string): string {
  return /^c(.+)$/mu.exec(said)?.[1] ?? '';
}

async function askWindows(port: number): Promise<string> {
  const system = `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32`;
  const id = listenerInNetstat(await run(`${system}\\netstat.exe`, ['-ano', '-p', 'TCP']), port);
  if (id === '') return '';
  return nameInTasklist(await run(`${system}\\tasklist.exe`, ['/FI', `PID eq ${id}`, '/FO', 'CSV', '/NH']));
}

/** Pure. "TCP    127.0.0.1:17143    0.0.0.0:0    LISTENING    4321"; the state's name is in the system's language, its remote end is not. */
export function listenerInNetstat(said: string, port: number): string {
  for (const line of said.split(/\r?\n/u)) {
    const [kind, local = '', remote = '', , id = ''] = line.trim().split(/\s+/u);
    if (kind === 'TCP' && local.endsWith(`:${port}`) && remote.endsWith(':0') && /^\d{1,10}$/u.test(id)) return id;
  }
  return '';
}

/** Pure. `"thunderbird.exe","4321","Console","1","300,000 K"`; when there is none, a sentence without quotes. */
export function nameInTasklist(said: string): string {
  return (/^"([^"]{1,200})"/mu.exec(said)?.[1] ?? '').replace(/\.exe$/iu, '');
}

function run(file: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(file, [...args], { timeout: deadlineMs, maxBuffer: 4_000_000, windowsHide: true }, (_, said) =>
      resolve(said),
    );
  });
}
