// Whether the program at the other end of a loopback connection runs as the same user of this computer. Linux tells in /proc/net/tcp; elsewhere
// the password is the guard, as it is when the table does not have the connection.
import { readFile } from 'node:fs/promises';
import { isIPv4, type Socket } from 'node:net';

/** The user id of the connection's other end, as the table has it; null: not told. */
export type FindUser = (socket: Socket) => Promise<number | null>;

export async function isSameUser(socket: Socket, find: FindUser = findUser): Promise<boolean> {
  const own = process.getuid?.();
  if (own === undefined || process.platform !== 'linux') return true;
  const user = await find(socket);
  return user === null || user === own;
}

const tables = ['/proc/net/tcp', '/proc/net/tcp6'] as const;

/** A program may hold one end of an IPv4 connection as IPv6, so both tables are looked through. */
export async function findUser(socket: Socket): Promise<number | null> {
  const { remoteAddress, remotePort, localAddress, localPort } = socket;
  if (!remoteAddress || !remotePort || !localAddress || !localPort) return null;
  for (const table of isIPv4(bare(remoteAddress)) ? tables : tables.slice(1)) {
    const text = await readFile(table, 'latin1').catch(() => '');
    const user = userIn(text, end(remoteAddress, remotePort), end(localAddress, localPort));
    if (user !== null) return user;
  }
  return null;
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
