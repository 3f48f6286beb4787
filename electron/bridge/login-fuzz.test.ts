// Nonsense made of what programs really say, cut anywhere: no reader breaks, nothing opens the door but the password, and no answer carries what
// was said.
import { duplexPair } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Service, services } from '../../shared/mail-provider.ts';
import { Secret } from '../setup/secret.ts';
import { usualLimits } from './bridge-limits.ts';
import { type Dialog, type DialogParts, DialogStop } from './dialog.ts';
import { englishWords } from './english-words.ts';
import { makeImapDialog } from './imap-dialog.ts';
import { makePopDialog } from './pop-dialog.ts';
import { ProgramWire, WireStop } from './program-wire.ts';
import { makeSmtpDialog } from './smtp-dialog.ts';

const dialogs: Readonly<Record<Service, (parts: DialogParts) => Dialog>> = {
  imap: makeImapDialog,
  pop: makePopDialog,
  smtp: makeSmtpDialog,
};

/** Marks what must never come back; no tag, since tags do. */
const mark = 'never%echo%this';
const pieces = [
  ...['\r\nAUTH PLAIN AHBhdAB4\r\n', '\r\na LOGIN b c\r\n', '\r\nUSER x\r\nPASS y\r\n'],
  ...[
    'a ',
    'LOGIN ',
    'AUTHENTICATE ',
    'PLAIN ',
    'USER ',
    'PASS ',
    'AUTH ',
    'EHLO ',
    'NOOP',
    'ID ',
    '(',
    ')',
    '"',
    '\\',
    '{3}',
    '{3+}',
  ],
  ...[
    '{4096+}',
    '{99999999999}',
    '{0}',
    '\r\n',
    '\n',
    '\r',
    '*',
    '=',
    '+',
    'AHBhdAB4',
    '\0',
    '\xff',
    '\x16',
    ' ',
    mark,
    mark,
    'x'.repeat(200),
  ],
];

/** The same numbers each time (Park and Miller): a failure can be seen again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

async function converse(service: Service, seed: number): Promise<{ readonly said: string; readonly opened: number }> {
  const next = chance(seed);
  const [near, far] = duplexPair();
  let said = '';
  far.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
  });
  const wire = new ProgramWire(near, usualLimits.lineBytes);
  const dialog = dialogs[service]({
    wire,
    limits: { ...usualLimits, commands: 200 },
    say: (key) => englishWords(key),
    offers: async () => null,
  });
  const words = Array.from({ length: 60 }, () => pieces[Math.floor(next() * pieces.length)] ?? '').join('');
  for (let at = 0; at < words.length; ) {
    const length = 1 + Math.floor(next() * 40);
    far.write(words.slice(at, at + length), 'latin1');
    at += length;
  }
  far.end();
  let opened = 0;
  try {
    await dialog.greet();
    for (let password = await dialog.nextLogin(); password !== null; password = await dialog.nextLogin()) {
      expect(password).toBeInstanceOf(Secret);
      opened += 1;
      dialog.refuse({ kind: 'wrong-password', sentence: 'no' });
    }
  } catch (error) {
    if (!(error instanceof WireStop || error instanceof DialogStop)) throw error;
  }
  near.end();
  await new Promise((resolve) => setImmediate(resolve));
  return { said, opened };
}

describe.each(services)('%s', (service) => {
  it('takes any nonsense for what it is', async () => {
    let tries = 0;
    for (let seed = 1; seed <= 1_500; seed += 1) {
      const { said, opened } = await converse(service, seed);
      tries += opened;
      expect(said, `seed ${seed}`).not.toContain(mark);
      expect(said, `seed ${seed}`).toMatch(/^(?:[\x20-\x7e]*\r\n)*$/u);
    }
    // It was no use if nothing ever came as far as a password.
    expect(tries).toBeGreaterThan(0);
  });
});
