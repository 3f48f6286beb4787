// Commands with literals that are no login: what was sent unasked is taken with them, and never read as a command of its own.
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { usualLimits } from './bridge-limits.ts';
import { readImapCommand } from './imap-command.ts';
import { ProgramWire } from './program-wire.ts';

it.each([
  ['a string before it does not end', 'a LOGIN "x {9+}\r\nsecret NO\r\n', { tag: 'a', isWhole: false }],
  ['the tag is none', '"a LOGIN pat {9+}\r\nsecret NO\r\n', { tag: '', isWhole: false }],
])('takes a literal that was sent at once though %s', async (_, said, expected) => {
  const socket = new PassThrough();
  socket.write(`${said}z NOOP\r\n`);
  const wire = new ProgramWire(socket, usualLimits.lineBytes);
  const next = () => readImapCommand(wire, usualLimits, () => wire.line());
  expect(await next()).toMatchObject(expected);
  expect(await next()).toEqual({ tag: 'z', name: 'NOOP', args: [], isWhole: true });
  socket.destroy();
});
