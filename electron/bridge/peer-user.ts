// Whether the program at the other end of a loopback connection runs as the same user of this computer. Linux tells in /proc/net/tcp; elsewhere
// the password is the guard, as it is when the table does not have the connection.
import { closeSync, openSync, readSync } from 'node:fs';
import { isIPv4, type Socket } from 'node:net';

export function isSameUser(socket: Socket): boolean {
  const own = process.getuid?.();
  if (own === undefined || process.platform !== 'linux') return true;
  const user = findUser(socket);
  return user === null || user === own;
}

const tables = ['/proc/net/tcp', '/proc/net/tcp6'] as const;

/** The user id of the connection's other end; null: not told. A program may hold one end of an IPv4 connection as IPv6. */
function findUser(socket: Socket): number | null {
  const { remoteAddress, remotePort, localAddress, localPort } = socket;
  if (!remoteAddress || !remotePort || !localAddress || !localPort) return null;
  const [theirs, ours] = [end(remoteAddress, remotePort), end(localAddress, localPort)];
  for (const table of isIPv4(bare(remoteAddress)) ? tables : tables.slice(1)) {
    const user = findInTable(table, (text) => userIn(text, theirs, ours));
    if (user !== null) return user;
  }
  return null;
}

/** Longer than any line. */
const overlap = 400;

/**
 * Reads until `look` finds something. Not by promises: the system hands such a table out a page at a time, and each page would wait for a turn
 * of Node's pool, ten times as long as the reading takes.
 */
function findInTable<T>(path: string, look: (text: string) => T | null): T | null {
  const buffer = Buffer.allocUnsafe(65_536);
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    let text = '';
    for (;;) {
      const count = readSync(file, buffer);
      if (count === 0) return look(text);
      text = text.slice(-overlap) + buffer.toString('latin1', 0, count);
      const found = look(text.slice(0, text.lastIndexOf('\n') + 1));
      if (found !== null) return found;
    }
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

interface TableEnd {
  /** All ways in which the table may write it. */
  readonly forms: readonly string[];
}

/** Pure. Linux, `Documentation/networking/proc_net_tcp`: local and remote address, state, queues, timer, retransmits, uid. */
export function userIn(table: string, theirs: TableEnd, ours: TableEnd): number | null {
  for (const their of theirs.forms) {
    for (const our of ours.forms) {
      const at = table.indexOf(` ${their} ${our} `);
      if (at < 0) continue;
      const line = table.slice(at, table.indexOf('\n', at)).trim().split(/ +/u);
      const uid = Number(line[6]);
      return Number.isInteger(uid) ? uid : null;
    }
  }
  return null;
}

const bare = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/iu, '');

/** Addresses stand there as 32-bit numbers in the computer's own byte order, which is little-endian wherever Electron runs. */
export function end(address: string, port: number): TableEnd {
  const atPort = port.toString(16).toUpperCase().padStart(4, '0');
  const plain = bare(address);
  if (!isIPv4(plain)) return { forms: [`00000000000000000000000001000000:${atPort}`] };
  const word = plain
    .split('.')
    .map((part) => Number(part).toString(16).toUpperCase().padStart(2, '0'))
    .reverse()
    .join('');
  return { forms: [`${word}:${atPort}`, `0000000000000000FFFF0000${word}:${atPort}`] };
}
