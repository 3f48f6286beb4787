// The look-ups: label by label, the longest suffix first, and nobody who only looks like a provider.
import { describe, expect, test } from 'vitest';
import {
  builtInProvider,
  providerOfAutodiscover,
  providerOfMx,
  providerOfServer,
  providerOwningDomain,
} from './provider-data.ts';
import { providerIds } from './provider-entry.ts';

test('every id has its provider, which carries nothing of how it is recognised', () => {
  for (const id of providerIds) {
    const provider = builtInProvider(id);
    expect(provider.id).toBe(id);
    expect(provider).not.toHaveProperty('knownBy');
    expect(provider).not.toHaveProperty('notes');
  }
});

describe('a domain', () => {
  test.each([
    ['gmail.com', 'gmail'],
    ['googlemail.com', 'gmail'],
    ['outlook.com', 'outlook'],
    ['outlook.de', 'outlook'],
    ['hotmail.co.uk', 'outlook'],
    ['live.com.au', 'outlook'],
    ['msn.com', 'outlook'],
    ['harbour.onmicrosoft.com', 'microsoft'],
    ['yahoo.co.uk', 'yahoo'],
    ['yahoo.com.br', 'yahoo'],
    ['yahoo.co.jp', 'yahoo-japan'],
    ['cox.net', 'yahoo'],
    ['aim.com', 'aol'],
    ['verizon.net', 'aol'],
    ['bellsouth.net', 'att'],
    ['ya.ru', 'yandex'],
    ['bk.ru', 'mail-ru'],
    ['fastmail.co.uk', 'fastmail'],
    ['me.com', 'icloud'],
    ['gmx.at', 'gmx'],
    ['gmx.com', 'gmx-international'],
    ['wanadoo.fr', 'orange'],
    ['posteo.eu', 'posteo'],
    ['zohomail.eu', 'zoho-eu'],
    ['proton.me', 'proton'],
    ['Tuta.COM', 'tuta'],
  ])('%s belongs to %s', (domain, id) => expect(providerOwningDomain(domain)?.id).toBe(id));

  test.each([
    'gmail.com.evil.example',
    'notgmail.com',
    'outlook',
    'mail.outlook.com',
    'onmicrosoft.com',
    'a.b.onmicrosoft.com',
    'harbour.example',
    // Slips for `.com`, bought by others.
    'yahoo.cm',
    'hotmail.co',
    'outlook.om',
    'live.example',
    'aol.info',
    // Two letters that are sold to anybody.
    'live.tv',
    'live.io',
    'outlook.me',
    'hotmail.ai',
    'yahoo.ly',
    'aol.to',
    '',
  ])('%s belongs to nobody we know', (domain) => expect(providerOwningDomain(domain)).toBeNull());
});

describe('an MX host', () => {
  // The table of MX patterns in the facts on providers, row by row.
  test.each([
    ['harbour-example.mail.protection.outlook.com', 'microsoft'],
    ['harbour-example.a-v1.mx.microsoft', 'microsoft'],
    ['eur.olc.protection.outlook.com', 'outlook'],
    ['harbour.mail.protection.office365.us', 'microsoft-us-gov'],
    ['harbour.mail.protection.partner.outlook.cn', 'microsoft-china'],
    ['aspmx.l.google.com', 'google-workspace'],
    ['ALT2.ASPMX.L.GOOGLE.COM.', 'google-workspace'],
    ['aspmx3.googlemail.com', 'google-workspace'],
    ['smtp.google.com', 'google-workspace'],
    ['alt1.gmail-smtp-in.l.google.com', 'gmail'],
    ['mta5.am0.yahoodns.net', 'yahoo'],
    ['mx-aol.mail.gm0.yahoodns.net', 'aol'],
    ['in1-smtp.messagingengine.com', 'fastmail'],
    ['mx.yandex.net', 'yandex'],
    ['emx.mail.ru', 'mail-ru'],
    ['mx2.zoho.com', 'zoho'],
    ['mx.zoho.eu', 'zoho-eu'],
    ['mx.zoho.in', 'zoho-in'],
    ['mx.zoho.com.au', 'zoho-au'],
    ['mx.zohomail.com', 'zoho'],
    ['mx01.mail.icloud.com', 'icloud'],
    ['mailsec.protonmail.ch', 'proton'],
    ['mx00.ionos.de', 'ionos'],
    ['mx00.ionos.co.uk', 'ionos-uk'],
    ['mx00.kundenserver.de', 'ionos'],
    ['mx01.1and1.com', 'ionos-com'],
    ['mx1.mail.ovh.net', 'ovh'],
    ['spool.mail.gandi.net', 'gandi'],
    ['mta-gw.infomaniak.ch', 'infomaniak'],
    ['mxpool.infomaniak.com', 'infomaniak'],
    ['smtpin.rzone.de', 'strato'],
    ['www1.your-server.de', 'hetzner'],
    ['mx1.agenturserver.de', 'mittwald'],
    ['mx1.hostinger.com', 'hostinger'],
    ['mx.soverin.net', 'soverin'],
  ])('%s is of %s', (host, id) => expect(providerOfMx(host)).toMatchObject({ kind: 'provider', provider: { id } }));

  test.each([
    ['mx0a-00123456.pphosted.com', 'Proofpoint'],
    ['mx1-us1.ppe-hosted.com', 'Proofpoint'],
    ['eu-smtp-inbound-1.mimecast.com', 'Mimecast'],
    ['cluster5.eu.messagelabs.com', 'Symantec Email Security'],
    ['mx1.hc123-45.eu.iphmx.com', 'Cisco Secure Email'],
    ['d1234a.ess.barracudanetworks.com', 'Barracuda'],
    ['mx-01-eu-west-1.prod.hydra.sophos.com', 'Sophos'],
    ['harbour.in.hes.trendmicro.eu', 'Trend Micro'],
  ])('%s is %s before somebody', (host, name) => expect(providerOfMx(host)).toEqual({ kind: 'filter', name }));

  test.each([
    'aspmx.l.google.com.evil.example',
    'evil-mail.protection.outlook.com.example',
    'notmessagingengine.com',
    'xpphosted.com',
    'pphosted.com.evil.example',
    'l.google.com',
    'google.com',
    'mail.harbour.example',
    '.',
    '',
  ])('%s is of nobody we know', (host) => expect(providerOfMx(host)).toBeNull());
});

describe('a mail server', () => {
  test.each([
    ['outlook.office365.com', 'microsoft'],
    ['smtp.office365.com', 'microsoft'],
    ['smtp-mail.outlook.com', 'outlook'],
    ['imap-mail.outlook.com', 'outlook'],
    ['outlook.office365.us', 'microsoft-us-gov'],
    ['outlook-dod.office365.us', 'microsoft-us-dod'],
    ['partner.outlook.cn', 'microsoft-china'],
    ['IMAP.gmail.com.', 'google'],
    ['imap.googlemail.com', 'google'],
    ['export.imap.mail.yahoo.com', 'yahoo'],
    ['outbound.att.net', 'att'],
    ['imap.aol.com', 'aol'],
    ['smtp.fastmail.com', 'fastmail'],
    ['pop.yandex.com', 'yandex'],
    ['smtp.mail.ru', 'mail-ru'],
    ['pop.comcast.net', 'comcast'],
    ['imap.mail.yahoo.co.jp', 'yahoo-japan'],
    ['p01-imap.mail.me.com', 'icloud'],
    ['imap.web.de', 'web-de'],
    ['imap.ionos.co.uk', 'ionos-uk'],
    ['secure.emailsrvr.com', 'rackspace'],
  ])('%s is of %s', (host, id) => expect(providerOfServer(host)?.id).toBe(id));

  test.each([
    'imap.gmail.com.evil.example',
    'imap-gmail.com',
    'evilgmail.com',
    'outlook.office365.com.evil.example',
    'outlook-office365.com',
    'office365.com@evil.example',
    'office365.co',
    'imap.gmail.com/evil.example',
    'imap.mail.ru.com',
    'yourmail.ru',
    'mail.harbour.example',
    // Hosts of an access provider's customers, who can have certificates for them.
    'c-203-0-113-7.hsd1.ma.comcast.net',
    'pat.free.fr',
    'adsl-203-0-113-7.att.net',
    'pat.fastmail.com',
    'p12345.agenturserver.de',
    '',
  ])('%s is of nobody we know', (host) => expect(providerOfServer(host)).toBeNull());
});

describe('an autodiscover alias', () => {
  test.each([
    ['autodiscover.outlook.com', 'microsoft'],
    ['autodiscover.office365.us', 'microsoft-us-gov'],
    ['autodiscover-dod.office365.us', 'microsoft-us-dod'],
    ['autodiscover.partner.outlook.cn.', 'microsoft-china'],
  ])('%s leads to %s', (cname, id) => expect(providerOfAutodiscover(cname)?.id).toBe(id));

  test.each(['autodiscover.outlook.com.evil.example', 'outlook.com', 'autodiscover.harbour.example'])(
    '%s leads to nobody we know',
    (cname) => expect(providerOfAutodiscover(cname)).toBeNull(),
  );
});
