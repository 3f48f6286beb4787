import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connectFirst } from './connect-first.ts';
import { findAddresses } from './find-addresses.ts';
import type { MailFailure } from './mail-failure.ts';
import { MailStop } from './mail-failure.ts';
import { silentAddress } from './silent-address.test-part.ts';

async function failureOf(step: Promise<unknown>): Promise<MailFailure> {
  try {
    await step;
  } catch (error) {
    if (error instanceof MailStop) return error.failure;
    throw error;
  }
  throw new Error('Nothing failed.');
}

describe('findAddresses', () => {
  const among = (...addresses: readonly string[]) => findAddresses('mail.test', async () => addresses);

  it('takes IPv6 and IPv4 in turn, beginning as the resolver does, each once, eight at most', async () => {
    expect(await among('::1', '::2', '::1', '127.0.0.1', '127.0.0.2')).toEqual([
      '::1',
      '127.0.0.1',
      '::2',
      '127.0.0.2',
    ]);
    expect(await among('127.0.0.1', '::1')).toEqual(['127.0.0.1', '::1']);
    expect(await among(...Array.from({ length: 30 }, (_, n) => `127.0.0.${n}`))).toHaveLength(8);
  });

  it('asks nobody about an address', async () => {
    const nobody = async () => expect.unreachable();
    expect(await findAddresses('192.0.2.1', nobody)).toEqual(['192.0.2.1']);
    expect(await findAddresses('::1', nobody)).toEqual(['::1']);
  });

  it("passes on the resolver's refusal, and takes none for none", async () => {
    const refuse = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });
    };
    expect(await failureOf(findAddresses('mail.test', refuse))).toEqual({ kind: 'network', code: 'ENOTFOUND' });
    expect(await failureOf(among())).toEqual({ kind: 'network', code: 'ENODATA' });
  });
});

describe('connectFirst', () => {
  const open: Server[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  });
  async function listen(): Promise<number> {
    const server = createServer((socket) => socket.on('error', () => {}));
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }
  const never = () => new AbortController().signal;

  it('goes on at once when the first address refuses', async () => {
    const port = await listen();
    const socket = await connectFirst(['127.0.0.2', '127.0.0.1'], port, never());
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it('does not wait for an address that stays silent', async () => {
    const port = await listen();
    const silent = await silentAddress(port);
    const socket = await connectFirst([silent.address, '127.0.0.1'], port, never());
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
    await silent.close();
  });

  it('tells the most telling error when none answers', async () => {
    const port = await listen();
    await new Promise((resolve) => open.splice(0)[0]?.close(resolve));
    const failure = await failureOf(connectFirst(['127.0.0.1', '127.0.0.2'], port, never()));
    expect(failure).toEqual({ kind: 'network', code: 'ECONNREFUSED', syscall: 'connect' });
  });

  it('ends with the signal, before and during', async () => {
    expect(await failureOf(connectFirst(['127.0.0.1'], 9, AbortSignal.abort()))).toEqual({ kind: 'cancelled' });
    const port = await listen();
    const silent = await silentAddress(port);
    const cancel = new AbortController();
    const connecting = connectFirst([silent.address], port, cancel.signal);
    cancel.abort();
    expect((await failureOf(connecting)).kind).toBe('cancelled');
    await silent.close();
  });
});
