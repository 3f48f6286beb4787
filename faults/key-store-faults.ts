// Key stores that are not there, are shut or answer wrongly, and records that are not what was sealed.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAesCipher } from '../electron/token-vault/aes-cipher.test-part.ts';
import type { Cipher } from '../electron/token-vault/cipher.ts';
import type { Ended, Fault } from './fault.ts';
import { renewingOver } from './renewing-trial.ts';
import { accountId, endedWith, kept, keysOf, type OpenedVault, vaultFault } from './vault-trial.ts';

type Met = Pick<Fault, 'causes' | 'actor'> & { readonly verdict?: string };
const noStore: Met = { causes: ['no-key-store'], actor: 'you' };
const shut: Met = { causes: ['key-store-locked'], actor: 'you' };
const unreadable: Met = { causes: ['record-unreadable'], actor: 'you' };

const fault = (id: string, injected: string, met: Met, run: (opened: OpenedVault) => Promise<Ended>): Fault =>
  vaultFault('key-store', id, injected, met, run);

const throwing = async (): Promise<never> => {
  throw new Error('The name org.freedesktop.secrets was not provided by any .service files');
};
/** A working cipher but for `change`. */
const bent = (cipher: Cipher, change: Partial<Cipher>): Cipher => ({ ...cipher, ...change });

/** The record changed as text, byte for byte, then opened by a process that starts anew. */
const damaged = (
  id: string,
  injected: string,
  change: (text: string) => string | Buffer,
  met: Met = unreadable,
): Fault =>
  fault(`record-${id}`, injected, met, async ({ vault, again, folder }) => {
    await kept(vault);
    const path = join(folder, `${accountId}.json`);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const before = readdirSync(folder).length;
    const outcome = await again().open(accountId);
    // What cannot be read is kept under another name, never deleted.
    if (readdirSync(folder).length !== before) throw new Error('something was deleted');
    return { ...(await endedWith(outcome)), ...(met.verdict === undefined ? {} : await endedWith(outcome, again())) };
  });

/** One bit of the sealed bytes, at `at` from their begin. */
const flip =
  (at: number) =>
  (text: string): string => {
    const record = JSON.parse(text) as { sealed: string };
    const bytes = Buffer.from(record.sealed, 'base64');
    const place = at < 0 ? bytes.length + at : at;
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    return JSON.stringify({ ...record, sealed: bytes.toString('base64') });
  };

export const keyStoreFaults: readonly Fault[] = [
  fault('none', 'this computer has no key store', noStore, async ({ vault, cipher }) => {
    cipher.setAvailable(false);
    return endedWith(await vault.selfTest());
  }),
  fault(
    'none-at-keeping',
    'the key store has gone when the keys are to be kept',
    { ...noStore, verdict: 'the keys of round 1 open' },
    async ({ vault, cipher, again }) => {
      await kept(vault);
      cipher.setAvailable(false);
      const outcome = await vault.keep(accountId, keysOf(2));
      cipher.setAvailable(true);
      return endedWith(outcome, again());
    },
  ),
  fault('known-password', 'the system seals with a password that everybody knows', noStore, async ({ again }) => {
    // As the desktop answers when Chromium has fallen back to `basic_text`: there is no store, and nothing is sealed.
    const basic: Cipher = { available: async () => false, store: async () => 'none', seal: throwing, unseal: throwing };
    return endedWith(await again(basic).keep(accountId, keysOf(1)));
  }),
  fault('refuses-to-seal', 'the key store throws at sealing', shut, async ({ cipher, again }) =>
    endedWith(await again(bent(cipher, { seal: throwing })).keep(accountId, keysOf(1))),
  ),
  fault('refuses-to-open', 'the key store seals, and does not open again', shut, async ({ cipher, again }) =>
    endedWith(await again(bent(cipher, { unseal: throwing })).keep(accountId, keysOf(1))),
  ),
  fault(
    'opens-to-another',
    'the key store opens to another text than was sealed',
    { ...shut, verdict: 'nothing is kept' },
    async ({ cipher, again }) => {
      const wrong = bent(cipher, { unseal: async () => '{"account":"pat"}' });
      return endedWith(await again(wrong).keep(accountId, keysOf(1)), again());
    },
  ),
  fault(
    'shut-at-opening',
    'the key store is shut when the keys are needed: the record stays',
    { ...shut, verdict: 'the keys of round 1 open' },
    async ({ vault, cipher, again }) => {
      await kept(vault);
      cipher.setAvailable(false);
      const outcome = await again().open(accountId);
      cipher.setAvailable(true);
      return endedWith(outcome, again());
    },
  ),
  fault(
    'gone-at-renewing',
    'the key store has gone when renewed keys are to be kept: they go on in memory',
    { ...noStore, verdict: 'the keys of round 2 open' },
    async ({ vault, cipher, folder }) => {
      await kept(vault);
      const { renewing, account } = renewingOver(vault, keysOf(2), () => cipher.setAvailable(false));
      const outcome = await renewing.renew(account, { signal: AbortSignal.timeout(4_000) });
      if (readdirSync(folder).length === 0) throw new Error('the earlier record is gone');
      return endedWith(outcome, vault);
    },
  ),
  fault('another-key', 'the key store has another key than when it sealed', unreadable, async ({ vault, again }) => {
    await kept(vault);
    return endedWith(await again(makeAesCipher(Buffer.alloc(32, 9))).open(accountId));
  }),
  damaged('bit-in-front', 'a bit flipped at the begin of the sealed bytes', flip(0)),
  damaged('bit-in-check', 'a bit flipped in the check of the sealed bytes', flip(20)),
  damaged('bit-in-body', 'a bit flipped in the middle of the sealed bytes', flip(60)),
  damaged('bit-at-end', 'a bit flipped at the end of the sealed bytes', flip(-1)),
  damaged('cut', 'half a record', (text) => text.slice(0, text.length / 2)),
  damaged('empty', 'an empty record', () => ''),
  damaged('zeros', 'a record of zeros, as a crash leaves it', (text) => Buffer.alloc(text.length)),
  damaged('foreign', 'another program’s file', () => '<?xml version="1.0"?><plist/>'),
  damaged('newer', 'a record of a newer version', (text) => text.replace('"v":1', '"v":2')),
  damaged('gigantic', 'a record of three megabytes', (text) => text + ' '.repeat(3_000_000)),
  damaged('not-base64', 'sealed bytes that are none', (text) => text.replace(/"sealed":"[^"]*"/u, '"sealed":"***"')),
  damaged('short', 'sealed bytes that are too few', (text) => text.replace(/"sealed":"[^"]*"/u, '"sealed":"AAAA"')),
  fault(
    'record-newest-damaged',
    'the newest keys are damaged, the ones before are whole',
    { causes: [], actor: 'nobody', verdict: 'the keys of round 1 open' },
    async ({ vault, again, folder }) => {
      await kept(vault, 1);
      await kept(vault, 2);
      const path = join(folder, `${accountId}.json`);
      writeFileSync(path, flip(40)(readFileSync(path, 'utf8')));
      return endedWith({ ok: true, value: null }, again());
    },
  ),
  fault(
    'record-of-another',
    'another account’s record under this name',
    unreadable,
    async ({ vault, again, folder }) => {
      await vault.keep('sam', keysOf(1));
      renameSync(join(folder, 'sam.json'), join(folder, `${accountId}.json`));
      return endedWith(await again().open(accountId));
    },
  ),
  fault('record-is-a-folder', 'a folder in the place of the record', unreadable, async ({ again, folder }) => {
    mkdirSync(join(folder, `${accountId}.json`), { recursive: true });
    return endedWith(await again().open(accountId));
  }),
  fault(
    'vault-gone',
    'the folder of the keys was deleted',
    { causes: ['sign-in-ended'], actor: 'you' },
    async ({ vault, again, folder }) => {
      await kept(vault);
      rmSync(folder, { recursive: true });
      const { renewing, account } = renewingOver(again(), keysOf(2));
      return endedWith(await renewing.fresh(account, { signal: AbortSignal.timeout(4_000) }));
    },
  ),
  fault(
    'forgotten-while-renewing',
    'the account is forgotten while its keys are renewed: they are not kept anew',
    { causes: ['session-over'], actor: 'you', verdict: 'nothing is kept' },
    async ({ vault }) => {
      await kept(vault);
      const { renewing, account } = renewingOver(vault, keysOf(2), async () => void (await vault.forget(accountId)));
      return endedWith(await renewing.renew(account, { signal: AbortSignal.timeout(4_000) }), vault);
    },
  ),
  fault(
    'asked-by-many',
    'twenty ask for keys at once that have to be renewed: one renewal',
    { causes: [], actor: 'nobody', verdict: '1 renewal, the keys of round 2 open' },
    async ({ vault }) => {
      await kept(vault);
      const { renewing, account, renewals } = renewingOver(vault, keysOf(2));
      const attempt = { signal: AbortSignal.timeout(4_000) };
      await Promise.all(Array.from({ length: 20 }, () => renewing.renew(account, attempt)));
      const ended = await endedWith({ ok: true, value: null }, vault);
      return { ...ended, verdict: `${renewals()} renewal, ${ended.verdict}` };
    },
  ),
];
