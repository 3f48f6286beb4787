// The certificate of the encrypted doors: made for this computer, signed by nobody but itself, no authority over anything else. Its key is kept
// sealed, or in memory only where nothing can seal it. Postkey trusts it nowhere; that is the person's to do.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { BridgeCertificate } from '../setup/bridge-world.ts';
import type { Clock, Outcome } from '../setup/outside-world.ts';
import type { SealedText } from './bridge-parts.ts';

export interface CertificateKeeper {
  show(): Promise<Outcome<BridgeCertificate>>;
  context(): Promise<SecureContext>;
}

const dayMs = 86_400_000;
/** Apple's systems take no certificate that is good for longer, whoever signed it (support.apple.com/en-us/103769). */
const goodForDays = 824;
const renewBeforeDays = 30;

interface KeyAndCertificate {
  readonly cert: string;
  readonly key: string;
  readonly isSealed: boolean;
}

export function keepCertificate(sealed: SealedText, clock: Pick<Clock, 'now'>): CertificateKeeper {
  let current: Promise<KeyAndCertificate> | null = null;

  const isGood = ({ cert }: KeyAndCertificate): boolean => {
    const { validFrom, validTo } = new X509Certificate(cert);
    const now = clock.now();
    return Date.parse(validFrom) <= now && Date.parse(validTo) - renewBeforeDays * dayMs > now;
  };

  async function find(): Promise<KeyAndCertificate> {
    const text = await sealed.read();
    const kept = text === null ? null : readPair(text);
    if (kept && isGood(kept)) return kept;
    const made = await makePair(clock.now());
    return { ...made, isSealed: await sealed.write(JSON.stringify(made)) };
  }

  async function after(before: typeof current): Promise<KeyAndCertificate> {
    const known = await before?.catch(() => null);
    return known && isGood(known) ? known : find();
  }

  /** One after the other: two made at the same time would be a door's and a page's, and only one of them trusted. */
  function pair(): Promise<KeyAndCertificate> {
    current = after(current);
    return current;
  }

  return {
    async show() {
      const { cert, isSealed } = await pair();
      const { fingerprint256, validTo } = new X509Certificate(cert);
      const value = { sha256: fingerprint256, validUntil: Date.parse(validTo), pem: cert };
      return { ok: true, value: isSealed ? value : { ...value, inMemory: true } };
    },
    async context() {
      const { cert, key } = await pair();
      return createSecureContext({ cert, key, minVersion: 'TLSv1.2' });
    },
  };
}

/** Null: not what was written, or the key is another one's. */
function readPair(text: string): KeyAndCertificate | null {
  try {
    const { cert, key } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (typeof cert !== 'string' || typeof key !== 'string') return null;
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)) ? { cert, key, isSealed: true } : null;
  } catch {
    return null;
  }
}

async function makePair(now: number): Promise<Omit<KeyAndCertificate, 'isSealed'>> {
  const { generate } = await import('selfsigned');
  const { cert, private: key } = await generate(
    [
      { name: 'commonName', value: 'localhost' },
      { name: 'organizationName', value: 'Postkey on this computer' },
    ],
    {
      keyType: 'ec',
      curve: 'P-256',
      algorithm: 'sha256',
      // Clocks differ, and this one may be set back a little.
      notBeforeDate: new Date(now - dayMs),
      notAfterDate: new Date(now - dayMs + goodForDays * dayMs),
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
            { type: 7, ip: '::1' },
          ],
        },
      ],
    },
  );
  return { cert, key };
}
