import { describe, expect, it } from 'vitest';
import { imapScript } from './mail-scripts.test-part.ts';
import { type KeyAndCertificate, makeAuthority, makeSelfSigned } from './trial-certificates.test-part.ts';
import { climbedIn, host, problemIn, rungsUpTo, type TrialOptions } from './trial-climb.test-part.ts';
import { trialServers } from './trial-servers.test-part.ts';

const { meet, authority } = trialServers('Corp Root');

const show = (keys: KeyAndCertificate, more: Partial<TrialOptions> = {}) =>
  meet({
    service: 'imap',
    script: imapScript(more.security === 'starttls' ? { startTls: keys } : {}),
    keys,
    ca: [],
    ...more,
  });

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.each(['tls', 'starttls'] as const)('a certificate over %s', (security) => {
  it('by an unknown signer is refused, and the signer named', async () => {
    const keys = await authority().issue([host]);
    const whole = { key: keys.key, cert: `${keys.cert}\n${authority().cert}` };
    for (const shown of [keys, whole]) {
      const { server, ...trial } = await show(shown, { security });
      expect(problemIn(trial)).toMatchObject({
        code: 'certificate-unknown-signer',
        facts: { phase: 'certificate', host, signer: 'Corp Root', names: host },
      });
      expect(trial.reported).toEqual(rungsUpTo('certificate', 'broken'));
      expect(server.heard.join('\n')).not.toContain('AUTHENTICATE');
    }
  });

  it('made by the server itself is refused, and taken when it was added', async () => {
    const keys = await makeSelfSigned(host);
    expect(problemIn(await show(keys, { security }))).toMatchObject({
      code: 'certificate-self-made',
      facts: { signer: host },
    });
    climbedIn(await show(keys, { security, ca: [keys.cert] }));
  });

  it('past its last day is refused, with that day', async () => {
    const keys = await authority().issue([host], { from: -20, to: -3 });
    const trial = await show(keys, { security, ca: [authority().cert] });
    expect(problemIn(trial)).toMatchObject({ code: 'certificate-expired', facts: { validUntil: dayFromNow(-3) } });
  });

  it('before its first day is refused, with that day', async () => {
    const keys = await authority().issue([host], { from: 5, to: 20 });
    const trial = await show(keys, { security, ca: [authority().cert] });
    expect(problemIn(trial)).toMatchObject({ code: 'certificate-not-yet-valid', facts: { validFrom: dayFromNow(5) } });
  });

  it('for other names is refused, with those names', async () => {
    const keys = await authority().issue(['a.other.test', 'b.other.test']);
    const trial = await show(keys, { security, ca: [authority().cert] });
    expect(problemIn(trial)).toMatchObject({
      code: 'certificate-wrong-name',
      facts: { host, names: 'a.other.test, b.other.test', signer: 'Corp Root' },
    });
  });
});

describe('an added authority', () => {
  it('may come in a file with others, and with damaged ones', async () => {
    const other = await makeAuthority('Other Root');
    const damaged = '-----BEGIN CERTIFICATE-----\nTm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----';
    const keys = await authority().issue([host]);
    climbedIn(await show(keys, { ca: [`${damaged}\n${other.cert}\n# ours\n${authority().cert}`] }));
    expect(problemIn(await show(keys, { ca: [damaged, 'nonsense'] })).code).toBe('certificate-unknown-signer');
  });

  it('counts for the account it was added to and no other', async () => {
    const keys = await authority().issue([host]);
    climbedIn(await show(keys, { ca: [authority().cert] }));
    expect(problemIn(await show(keys)).code).toBe('certificate-unknown-signer');
  });
});

describe('a wildcard and a final dot', () => {
  it('are understood', async () => {
    const keys = await authority().issue(['*.mail.test']);
    climbedIn(await show(keys, { ca: [authority().cert], host: 'imap.mail.test.' }));
    expect(problemIn(await show(keys, { ca: [authority().cert] })).code).toBe('certificate-wrong-name');
  });
});
