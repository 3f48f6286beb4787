// Who is waited for, and for how long; what agrees becomes one; nothing is left behind.
import { describe, expect, test } from 'vitest';
import type { SourceView } from '../../shared/look-up.ts';
import { autoconfigXml, harbourServers } from './sample-files.test-part.ts';
import { quickClock, tryLookUp } from './trial-look-up.test-part.ts';
import { late, type Sites, silent, status } from './trial-web.test-part.ts';

const a = ['192.0.2.10'];
const zone = {
  'harbour.example': { a, mx: [[10, 'aspmx.l.google.com']] as const },
  'autoconfig.harbour.example': { a },
};
const file = 'https://autoconfig.harbour.example/mail/config-v1.1.xml';
const website: Sites = { 'https://harbour.example': status(404), 'http://harbour.example': status(404) };
const everybodySilent: Sites = {
  'https://autoconfig.harbour.example': silent,
  'http://autoconfig.harbour.example': silent,
  'https://harbour.example': silent,
  'https://live.thunderbird.net': silent,
  'https://login.microsoftonline.com': silent,
};

describe('the waiting', () => {
  test('ends with the most trusted answer, whoever is still out', async () => {
    const clock = quickClock(1);
    const { outcome, said, web } = await tryLookUp({
      zone,
      sites: { ...everybodySilent, [file]: autoconfigXml() },
      clock,
    });
    expect(outcome.ok && outcome.value[0]?.source).toBe('autoconfig');
    expect(said.ispdb).toMatchObject({ state: 'not-asked', sent: 'domain' });
    await expect.poll(() => web.open()).toBe(0);
    expect(clock.running()).toBe(0);
  });

  test('takes the better answer that comes a little later', async () => {
    const { outcome } = await tryLookUp({ zone, sites: { ...website, [file]: late(300, autoconfigXml()) } });
    expect(outcome).toMatchObject({ value: [{ source: 'autoconfig' }, { source: 'mx' }] });
  });

  test('has patience with those who would be trusted more, and not without end', async () => {
    const { outcome, said, web } = await tryLookUp({ zone, sites: everybodySilent, clock: quickClock(10) });
    expect(outcome).toMatchObject({ value: [{ source: 'mx', is: { signIn: 'google' } }] });
    expect(said.autoconfig).toMatchObject({ state: 'failed', fault: 'timeout' });
    expect(said['autoconfig-http']).toMatchObject({ state: 'not-asked', sent: 'domain' });
    await expect.poll(() => web.open()).toBe(0);
  });

  test('ends at the deadline when nobody says a word: the computer is offline', async () => {
    const clock = quickClock(20);
    const { outcome, said, web } = await tryLookUp({
      zone: {
        'autoconfig.harbour.example': { a },
        'harbour.example': { a, fault: 'silent' },
        '*.harbour.example': { fault: 'silent' },
      },
      sites: everybodySilent,
      clock,
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'offline' } });
    const { preset: _preset, 'built-in': _builtIn, ...asked } = said;
    for (const view of Object.values(asked)) expect(view).toMatchObject({ state: 'failed', fault: 'timeout' });
    await expect.poll(() => web.open()).toBe(0);
    expect(clock.running()).toBe(0);
  });

  test('ends when the person goes on typing, and frees everything', async () => {
    const typing = new AbortController();
    const clock = quickClock(1);
    const heard: SourceView[] = [];
    const { outcome, web } = await tryLookUp({
      zone,
      sites: everybodySilent,
      clock,
      signal: typing.signal,
      onSource: (view) => {
        heard.push(view);
        if (view.state === 'found') typing.abort();
      },
    });
    expect(heard.filter(({ state }) => state === 'asking')).toHaveLength(7);
    expect(outcome.ok).toBe(true);
    await expect.poll(() => web.open()).toBe(0);
    expect(clock.running()).toBe(0);
  });

  test('does not begin when it is over already', async () => {
    const { names, web } = await tryLookUp({ zone, sites: website, signal: AbortSignal.abort() });
    expect(names.asked).toEqual([]);
    expect(web.asked).toEqual([]);
  });
});

describe('the ranking', () => {
  const ispdb = 'https://live.thunderbird.net/autoconfig/v1.1/harbour.example';

  test('is the order of trust, not of arrival', async () => {
    const other = harbourServers.map((each) => ({ ...each, host: `old-${each.host}` }));
    const { outcome } = await tryLookUp({
      zone,
      sites: { ...website, [file]: late(120, autoconfigXml()), [ispdb]: autoconfigXml(other, '', 'Old') },
    });
    expect(outcome).toMatchObject({ value: [{ source: 'autoconfig' }, { source: 'ispdb' }, { source: 'mx' }] });
  });

  test('makes one of those that agree', async () => {
    const { outcome } = await tryLookUp({
      zone: { ...zone, 'harbour.example': { a } },
      sites: { ...website, [file]: late(120, autoconfigXml()), [ispdb]: autoconfigXml() },
    });
    expect(outcome).toMatchObject({ value: [{ source: 'autoconfig' }] });
    expect(outcome.ok && outcome.value).toHaveLength(1);
  });

  test('keeps apart what signs in in another way, and learns what kind of mailbox it is', async () => {
    const google = [
      { type: 'imap', host: 'imap.gmail.com', port: 993 },
      { type: 'pop3', host: 'pop.gmail.com', port: 995 },
      { type: 'smtp', host: 'smtp.gmail.com', port: 465 },
    ];
    const { outcome } = await tryLookUp({
      zone,
      sites: { ...website, [file]: late(120, autoconfigXml(google)), [ispdb]: autoconfigXml() },
    });
    expect(outcome).toMatchObject({
      value: [
        { source: 'autoconfig', is: { signIn: 'google', kind: 'work' } },
        { source: 'ispdb', is: { signIn: 'password' } },
      ],
    });
  });

  test('stays unsure of servers that came by two ways, none of them safe', async () => {
    const hosted = harbourServers.map((each) => ({ ...each, host: each.host.replace('harbour', 'hoster') }));
    const { outcome } = await tryLookUp({
      zone: { ...zone, 'harbour.example': { mx: [[10, 'mx.hoster.example']] }, 'autoconfig.hoster.example': { a } },
      sites: {
        ...website,
        'https://autoconfig.hoster.example/mail/config-v1.1.xml': autoconfigXml(hosted),
        'http://autoconfig.harbour.example': autoconfigXml(hosted),
      },
    });
    expect(outcome).toMatchObject({ value: [{ source: 'mx', unsure: 'dns' }] });
    expect(outcome.ok && outcome.value).toHaveLength(1);
  });
});
