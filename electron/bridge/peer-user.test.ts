import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { end, userIn } from './peer-user.ts';
import { trials } from './trials.test-part.ts';

const trial = trials();

describe('the table of connections', () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:42F7 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 11 1
   1: 0100007F:D431 0100007F:42F7 01 00000000:00000000 00:00000000 00000000  1001        0 12 1
   2: 0000000000000000FFFF00000100007F:D432 0000000000000000FFFF00000100007F:42F7 01 0:0 0:0 0  1002 0 13 1
   3: 00000000000000000000000001000000:D433 00000000000000000000000001000000:42F7 01 0:0 0:0 0  1003 0 14 1
`;
  it('has the other end’s user, in every form of an address', () => {
    const ours = end('127.0.0.1', 17_143);
    expect(userIn(table, end('127.0.0.1', 0xd431), ours)).toBe(1001);
    expect(userIn(table, end('127.0.0.1', 0xd432), ours)).toBe(1002);
    expect(userIn(table, end('::1', 0xd433), end('::1', 17_143))).toBe(1003);
    expect(userIn(table, end('127.0.0.1', 0xd434), ours)).toBeNull();
  });
});

// Only root can become somebody else.
describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('a program of another user', () => {
  it('is refused with words, though its password is right, and is not logged in', async () => {
    const { kept, password, counts } = await trial();
    const says = `
      const socket = require('node:net').connect(${kept().ports.imap?.plain}, '127.0.0.1');
      socket.write('a LOGIN pat ' + process.env.WORD + '\\r\\n');
      socket.pipe(process.stdout);
    `;
    const stranger = spawn('node', ['-e', says], {
      uid: 65_534,
      gid: 65_534,
      cwd: '/',
      env: { PATH: process.env['PATH'], WORD: password },
    });
    let said = '';
    stranger.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await once(stranger, 'close');
    expect(said).toContain('a NO [AUTHORIZATIONFAILED] Postkey serves only the person who has it open');
    expect(counts.loggedIn).toBe(0);
  });
});
