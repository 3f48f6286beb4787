// Doors open and close as Postkey says, ports that others hold, revoked passwords, and the certificate.

import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTls } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { choosePorts } from './choose-ports.ts';
import { holderInLsof, holderOf, listenerInNetstat, listeningInodes, nameInTasklist } from './port-holder.ts';
import { dial, listenAnywhere, type Program, type TrialBridge } from './trial-bridge.test-part.ts';
import { trials } from './trials.test-part.ts';

const trial = trials();

async function logIn({ dial: to }: TrialBridge, password: string): Promise<Program> {
  const program = await to('imap');
  program.say(`a LOGIN pat ${password}\r\n`);
  await program.hear(/a OK.*\r\n/u);
  return program;
}

describe('following', () => {
  it('ends the sessions of a revoked program and no others, and takes its password no more', async () => {
    const made = await trial();
    const [first, second] = [await logIn(made, made.password), await logIn(made, made.secondPassword)];
    await made.follow((kept) => ({ ...kept, programs: kept.programs.slice(1) }));
    await first.gone;
    second.say('still here\r\n');
    await second.hear(/still here\r\n/u);
    const again = await made.dial('imap');
    again.say(`a LOGIN pat ${made.password}\r\n`);
    await again.hear(/AUTHENTICATIONFAILED/u);
  });

  it('ends everything and frees the ports when switched off, and opens them again', async () => {
    const made = await trial();
    const program = await logIn(made, made.password);
    await made.follow((kept) => ({ ...kept, isOn: false }));
    await program.gone;
    expect(made.bridge.doors(made.kept(), ['imap']).map(({ state }) => state)).toEqual(['closed']);
    expect(await made.bridge.holderOf(made.kept().ports.imap?.plain ?? 0)).toBeNull();
    await made.follow((kept) => ({ ...kept, isOn: true }));
    await logIn(made, made.password);
  });

  it('opens the others when a port is taken, names the holder, and tries it again when asked', async () => {
    const made = await trial();
    const holder = await listenAnywhere(() => undefined);
    await made.follow((kept) => ({
      ...kept,
      ports: { ...kept.ports, imap: { plain: holder.port, tls: kept.ports.imap?.tls ?? 0 } },
    }));
    const doors = () => made.bridge.doors(made.kept(), ['imap', 'pop', 'smtp']);
    expect(doors().map(({ state }) => state)).toEqual(['taken', 'open', 'open']);
    if (process.platform === 'linux') {
      await expect.poll(() => doors()[0]?.holder, { timeout: 5_000 }).toMatch(/node/u);
    }
    await holder.stop();
    await made.follow((kept) => kept);
    expect(doors().map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  });

  it('listens on both loopback addresses and nowhere else', async () => {
    const made = await trial();
    const port = made.kept().ports.imap?.plain ?? 0;
    for (const host of ['127.0.0.1', '::1']) {
      const program = await dial(port, 'plain', host);
      await program.hear(/\* OK/u);
      program.socket.destroy();
    }
  });
});

it('whoever only looks whether an encrypted door is open is no program at the wrong door', async () => {
  const made = await trial({ encrypts: true });
  const program = await dial(made.kept().ports.imap?.tls ?? 0);
  program.socket.end();
  await program.gone;
  expect(program.unheard()).toBe('');
  expect(made.bridge.seen('pat')).toEqual({ sessions: 0 });
});

describe('the certificate', () => {
  it('is good for this computer, for no longer than systems take it, and for nothing else', async () => {
    let sealed: string | null = null;
    const keep = {
      read: async () => sealed,
      write: async (text: string) => {
        sealed = text;
        return true;
      },
    };
    const made = await trial({ encrypts: true, sealed: keep });
    const shown = await made.bridge.certificate();
    if (!shown.ok) throw new Error('There is none');
    const certificate = new X509Certificate(shown.value.pem);
    expect(certificate.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
    expect(certificate.ca).toBe(false);
    expect(shown.value.sha256).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/u);
    expect(Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)).toBeLessThanOrEqual(825 * 86_400_000);
    expect(shown.value.pem).not.toContain('PRIVATE');
    const socket = connectTls({ port: made.kept().ports.imap?.tls ?? 0, host: 'localhost', ca: shown.value.pem });
    await once(socket, 'secureConnect');
    expect(socket.authorized).toBe(true);
    socket.destroy();
    // The next Postkey has the same one.
    const again = await (await trial({ sealed: keep })).bridge.certificate();
    expect(again).toEqual(shown);
  });

  it('is one, whoever asks for it at the same time', async () => {
    const { bridge } = await trial();
    const [one, other] = await Promise.all([bridge.certificate(), bridge.certificate()]);
    expect(one).toEqual(other);
    expect(await bridge.certificate()).toEqual(one);
  });

  it('that cannot be had closes no plain door', async () => {
    const broken = async (): Promise<never> => {
      throw new Error('a bug');
    };
    const made = await trial({ encrypts: true, sealed: { read: broken, write: broken } });
    await logIn(made, made.password);
    const states = made.bridge.doors(made.kept(), ['imap']).map(({ security, state }) => `${security} ${state}`);
    expect(states).toEqual(['plain open', 'tls closed']);
    expect(made.failures.splice(0)).toHaveLength(1);
  });

  it('is made anew when what is kept does not open, and lives in memory where nothing can seal it', async () => {
    const made = await trial({ sealed: { read: async () => '{"cert":"x","key":"y"}', write: async () => false } });
    const shown = await made.bridge.certificate();
    expect(shown).toMatchObject({ ok: true, value: { inMemory: true } });
    expect(await made.bridge.certificate()).toEqual(shown);
  });
});

describe('ports', () => {
  it('are easy to know again, below what systems hand out, and no other account’s', async () => {
    const first = await choosePorts(['imap', 'smtp'], []);
    const second = await choosePorts(['imap', 'pop', 'smtp'], [first]);
    const numbers = [first, second].flatMap((ports) =>
      Object.values(ports).flatMap((pair) => [pair?.plain ?? 0, pair?.tls ?? 0]),
    );
    expect(new Set(numbers).size).toBe(10);
    for (const port of numbers)
      expect([17, 31]).toSatisfy(([low = 0, high = 0]) => port >= low * 1000 && port < (high + 1) * 1000);
    expect((second.imap?.plain ?? 0) % 1000).toBe(143);
  });

  it('are chosen among the free ones even when every thousand is taken', async () => {
    const others = Array.from({ length: 15 }, (_, index) => ({ imap: { plain: (17 + index) * 1000 + 143, tls: 1 } }));
    const { imap } = await choosePorts(['imap'], others);
    expect(imap?.plain).toBeGreaterThanOrEqual(17_000);
    expect(imap?.tls).not.toBe(imap?.plain);
  });

  it.runIf(process.platform === 'linux')('are told by the name of the program that holds them', async () => {
    const listening = await listenAnywhere(() => undefined);
    expect(await holderOf(listening.port)).toMatch(/node/u);
    await listening.stop();
    expect(await holderOf(listening.port)).toBeNull();
  });

  it('are found in what each system prints', () => {
    const table =
      '  sl  local_address rem_address   st\n   0: 0100007F:42F7 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 x\n   1: 0100007F:42F7 0100007F:9999 01 0:0 0:0 0 1000 0 4712 1 x\n';
    expect(listeningInodes(table, 17_143)).toEqual(['4711']);
    expect(holderInLsof('p4321\ncthunderbird\n')).toBe('thunderbird');
    const netstat =
      '\r\nAktive Verbindungen\r\n\r\n  TCP    127.0.0.1:17143        0.0.0.0:0              ABHÖREN         4321\r\n  TCP    127.0.0.1:17143        127.0.0.1:50000        HERGESTELLT     99\r\n';
    expect(listenerInNetstat(netstat, 17_143)).toBe('4321');
    expect(listenerInNetstat(netstat, 7_143)).toBe('');
    expect(nameInTasklist('"thunderbird.exe","4321","Console","1","300.000 K"\r\n')).toBe('thunderbird');
    expect(nameInTasklist('INFO: No tasks are running which match the specified criteria.\r\n')).toBe('');
  });
});
