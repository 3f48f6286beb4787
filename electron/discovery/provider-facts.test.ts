// The provider data against the facts on providers, row by row: hosts, ports, encryption, login names.
import { describe, expect, test } from 'vitest';
import { type MailServer, type Service, services } from '../../shared/mail-provider.ts';
import { builtInProvider } from './provider-data.ts';
import type { ProviderId } from './provider-entry.ts';

type Row = readonly [
  id: ProviderId,
  imap: string,
  smtp: string,
  pop?: string | undefined,
  loginNames?: Partial<Record<Service, 'address' | 'local-part'>>,
];

/** `imap.tim.it:143 starttls`. */
const written = (server: MailServer | undefined): string | undefined =>
  server && `${server.host}:${server.port}${server.security === 'starttls' ? ' starttls' : ''}`;

const everywhereLocal = { imap: 'local-part', pop: 'local-part', smtp: 'local-part' } as const;

const rows: readonly Row[] = [
  ['microsoft', 'outlook.office365.com:993', 'smtp.office365.com:587 starttls', 'outlook.office365.com:995'],
  ['outlook', 'outlook.office365.com:993', 'smtp-mail.outlook.com:587 starttls', 'outlook.office365.com:995'],
  ['microsoft-us-gov', 'outlook.office365.us:993', 'smtp.office365.us:587 starttls', 'outlook.office365.us:995'],
  [
    'microsoft-us-dod',
    'outlook-dod.office365.us:993',
    'outlook-dod.office365.us:587 starttls',
    'outlook-dod.office365.us:995',
  ],
  ['microsoft-china', 'partner.outlook.cn:993', 'smtp.partner.outlook.cn:587 starttls', 'partner.outlook.cn:995'],
  ['gmail', 'imap.gmail.com:993', 'smtp.gmail.com:465', 'pop.gmail.com:995'],
  ['google-workspace', 'imap.gmail.com:993', 'smtp.gmail.com:465', 'pop.gmail.com:995'],
  ['yahoo', 'imap.mail.yahoo.com:993', 'smtp.mail.yahoo.com:465', 'pop.mail.yahoo.com:995'],
  ['aol', 'imap.aol.com:993', 'smtp.aol.com:465', 'pop.aol.com:995'],
  ['att', 'imap.mail.att.net:993', 'smtp.mail.att.net:465', 'inbound.att.net:995'],
  ['sky', 'imap.tools.sky.com:993', 'smtp.tools.sky.com:465', 'pop.tools.sky.com:995'],
  ['yandex', 'imap.yandex.com:993', 'smtp.yandex.com:465', 'pop.yandex.com:995'],
  ['mail-ru', 'imap.mail.ru:993', 'smtp.mail.ru:465', 'pop.mail.ru:995'],
  ['fastmail', 'imap.fastmail.com:993', 'smtp.fastmail.com:465', 'pop.fastmail.com:995'],
  ['comcast', 'imap.comcast.net:993', 'smtp.comcast.net:465', 'mail.comcast.net:995'],
  ['zoho', 'imap.zoho.com:993', 'smtp.zoho.com:465', 'pop.zoho.com:995'],
  ['zoho-eu', 'imap.zoho.eu:993', 'smtp.zoho.eu:465', 'pop.zoho.eu:995'],
  ['zoho-ca', 'imap.zohocloud.ca:993', 'smtp.zohocloud.ca:465', 'pop.zohocloud.ca:995'],
  ['icloud', 'imap.mail.me.com:993', 'smtp.mail.me.com:587 starttls', undefined, { imap: 'local-part' }],
  ['gmx', 'imap.gmx.net:993', 'mail.gmx.net:465', 'pop.gmx.net:995'],
  ['gmx-international', 'imap.gmx.com:993', 'mail.gmx.com:465', 'pop.gmx.com:995'],
  ['web-de', 'imap.web.de:993', 'smtp.web.de:465', 'pop3.web.de:995', everywhereLocal],
  ['mail-com', 'imap.mail.com:993', 'smtp.mail.com:465', 'pop.mail.com:995'],
  ['t-online', 'secureimap.t-online.de:993', 'securesmtp.t-online.de:465', 'securepop.t-online.de:995'],
  ['ionos', 'imap.ionos.de:993', 'smtp.ionos.de:465', 'pop.ionos.de:995'],
  ['ionos-com', 'imap.ionos.com:993', 'smtp.ionos.com:465'],
  ['ionos-uk', 'imap.ionos.co.uk:993', 'smtp.ionos.co.uk:465'],
  ['ionos-fr', 'imap.ionos.fr:993', 'smtp.ionos.fr:465'],
  ['vodafone-de', 'imap.vodafonemail.de:993', 'smtp.vodafonemail.de:465', 'pop3.vodafonemail.de:995'],
  ['posteo', 'posteo.de:993', 'posteo.de:465', 'posteo.de:995'],
  ['mailbox-org', 'imap.mailbox.org:993', 'smtp.mailbox.org:465', 'pop3.mailbox.org:995'],
  ['infomaniak', 'mail.infomaniak.com:993', 'mail.infomaniak.com:465'],
  ['orange', 'imap.orange.fr:993', 'smtp.orange.fr:465', 'pop.orange.fr:995'],
  ['free', 'imap.free.fr:993', 'smtp.free.fr:465', 'pop.free.fr:995'],
  ['sfr', 'imap.sfr.fr:993', 'smtp.sfr.fr:465', 'pop.sfr.fr:995'],
  ['bluewin', 'imaps.bluewin.ch:993', 'smtpauths.bluewin.ch:465', 'pop3s.bluewin.ch:995'],
  ['tim', 'imap.tim.it:143 starttls', 'smtp.tim.it:587 starttls', 'pop.tim.it:110 starttls'],
  ['alice', 'in.alice.it:143 starttls', 'out.alice.it:587 starttls', 'in.alice.it:110 starttls'],
  ['libero', 'imapmail.libero.it:993', 'smtp.libero.it:465', 'popmail.libero.it:995'],
  ['seznam', 'imap.seznam.cz:993', 'smtp.seznam.cz:465', 'pop3.seznam.cz:995'],
  ['o2-pl', 'poczta.o2.pl:993', 'poczta.o2.pl:465', 'poczta.o2.pl:995', everywhereLocal],
  ['wp-pl', 'imap.wp.pl:993', 'smtp.wp.pl:465', 'pop3.wp.pl:995', everywhereLocal],
  // TLS from the start on 587: a peculiarity of theirs.
  ['spectrum', 'mobile.charter.net:993', 'mobile.charter.net:587', 'mobile.charter.net:995'],
  ['virgin-media', 'imap.virginmedia.com:993', 'smtp.virginmedia.com:465', 'pop3.virginmedia.com:995'],
  ['naver', 'imap.naver.com:993', 'smtp.naver.com:465', 'pop.naver.com:995'],
  ['qq', 'imap.qq.com:993', 'smtp.qq.com:465', 'pop.qq.com:995'],
  ['163', 'imap.163.com:993', 'smtp.163.com:465'],
  ['126', 'imap.126.com:993', 'smtp.126.com:465'],
  ['rackspace', 'secure.emailsrvr.com:993', 'secure.emailsrvr.com:465'],
];

describe('as the facts have it', () => {
  test.each(rows.map((row) => ({ row, id: row[0] })))('$id', ({ row: [id, imap, smtp, pop, loginNames = {}] }) => {
    const provider = builtInProvider(id);
    const { servers } = provider;
    expect({ imap: written(servers.imap), smtp: written(servers.smtp), pop: written(servers.pop) }).toEqual({
      imap,
      smtp,
      pop,
    });
    for (const service of services) {
      expect(provider.loginNames?.[service] ?? provider.loginName, service).toBe(loginNames[service] ?? 'address');
    }
  });

  test('clouds are told apart by authority, scopes and console', () => {
    expect(builtInProvider('microsoft-us-gov')).toMatchObject({
      cloud: 'us-gov',
      authority: 'https://login.microsoftonline.us',
      consolePage: 'https://portal.azure.us/',
      scopes: { imap: ['https://outlook.office365.us/IMAP.AccessAsUser.All'] },
    });
    expect(builtInProvider('microsoft-us-dod').cloud).toBe('us-dod');
    expect(builtInProvider('microsoft-china')).toMatchObject({
      cloud: 'china',
      authority: 'https://login.partner.microsoftonline.cn',
      scopes: { smtp: ['https://partner.outlook.cn/SMTP.Send'] },
    });
  });

  test('the endpoints of those with a sign-in of their own', () => {
    const endpoints = (id: ProviderId) => builtInProvider(id).endpoints;
    expect(endpoints('yahoo')).toMatchObject({ authorization: 'https://api.login.yahoo.com/oauth2/request_auth' });
    expect(endpoints('aol')).toMatchObject({ token: 'https://api.login.aol.com/oauth2/get_token' });
    expect(endpoints('att')).toEqual(endpoints('yahoo'));
    // Fastmail redeems the code at the address for renewing.
    expect(endpoints('fastmail')).toMatchObject({ token: 'https://api.fastmail.com/oauth/refresh' });
    expect(builtInProvider('yandex')).toMatchObject({ passwordFor: ['pop'], registering: 'self' });
  });

  test('Proton opens through its own bridge only, Tuta never', () => {
    expect(builtInProvider('proton').noMailPrograms).toBe('own-bridge');
    expect(builtInProvider('tuta').noMailPrograms).toBe('never');
  });
});
