// Test only: a set-up that stopped and an account that was ill, full of addresses, names and hosts in every place where one can be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import type { AccountView } from '../shared/account-state.ts';
import type { Ladder } from '../shared/ladder.ts';
import type { MailProvider } from '../shared/mail-provider.ts';
import { problemOf } from '../shared/problem.ts';
import type { SetupView } from '../shared/setup-state.ts';
import { setupSteps } from '../shared/setup-steps.ts';
import { standInsOf } from './desktop/name-key.ts';
import { redact } from './desktop/redact.ts';
import type { AccountRecord } from './setup/memory.ts';
import type { CaseParts } from './support/case-file/build-case-file.ts';
import type { FindWords } from './support/case-file/case-line-parts.ts';
import type { CaseSubject } from './support/case-file/case-subject.ts';

export const pat = 'Pat.Moreno@harbour.example';
export const clientId = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const at = Date.UTC(2026, 10, 24, 2);

const provider: MailProvider = {
  id: 'microsoft',
  name: 'Microsoft 365',
  shortName: 'Microsoft',
  signIn: 'microsoft',
  servers: { imap: { host: 'imap.harbour.example', port: 993, security: 'tls' } },
  scopes: {},
  extraScopes: [],
  tenant: 'f00dcafe-4b5a-6978-8796-a5b4c3d2e1f0',
  signInHost: 'login.microsoftonline.com',
  deviceCode: true,
  loginName: 'address',
};

const said = `535 5.7.139 Authentication unsuccessful, user pat.moreno@harbour.example of HARBOUR Schools, host mx.harbour.example`;
export const brokenLadder: Ladder = {
  service: 'smtp',
  server: { host: 'smtp.harbour.example', port: 587, security: 'starttls' },
  loginName: pat,
  rungs: {
    name: { kind: 'passed', ms: 3 },
    connection: { kind: 'passed', ms: 21 },
    certificate: { kind: 'passed', ms: 18 },
    login: { kind: 'broken', ms: 204 },
    mailbox: { kind: 'not-tried' },
  },
  state: 'broken',
  insteadOf: 'pmoreno',
  refusedNames: ['pat.m@harbour.example', 'Pat.Moreno'],
  totalMs: 246,
  problem: problemOf('smtp-off', { host: 'smtp.harbour.example', port: 587, service: 'smtp', level: 'mailbox' }, said),
};

export const stoppedSetup: SetupView = {
  id: 'setup-1',
  purpose: 'new-account',
  practice: false,
  steps: {
    ...(Object.fromEntries(setupSteps.map((step) => [step, { kind: 'waiting' }])) as SetupView['steps']),
    understand: { kind: 'done', fact: { code: 'provider-found', values: { provider: 'Microsoft 365' } }, ms: 412 },
    register: {
      kind: 'done',
      fact: { code: 'registration-from-preset', values: { organisation: 'Harbour Schools' } },
      ms: 1,
    },
    flow: { kind: 'skipped', reason: 'password-chosen' },
    response: {
      kind: 'done',
      fact: { code: 'answered-after', values: { provider: 'Microsoft', seconds: 1 } },
      ms: 900,
    },
    token: { kind: 'done', fact: { code: 'signed-in-as', values: { name: 'Pat Moreno' } }, ms: 300 },
    store: { kind: 'done', fact: { code: 'kept-in', values: { store: 'gnome-keyring' } }, ms: 30 },
    request: {
      kind: 'noted',
      fact: { code: 'browser-took-link', values: { browser: '' } },
      ms: 3,
      problem: problemOf('browser-not-opened'),
    },
    configure: { kind: 'done', fact: { code: 'programs-chosen', values: { count: 1, first: 'thunderbird' } }, ms: 4 },
    test: { kind: 'failed', problem: { ...problemOf('smtp-off', { typed: pat }, said), logReference: 'ABC34' } },
  },
  current: 'test',
  address: pat,
  signsInAs: 'sam@harbour.example',
  wanted: ['imap', 'smtp'],
  lookUp: {
    startedAt: at,
    deadlineAt: at,
    sources: [
      {
        source: 'mx',
        state: 'found',
        sent: 'domain',
        asked: 'harbour-example.mail.protection.outlook.com',
        provider: 'Microsoft',
        ms: 31.4,
      },
      { source: 'ispdb', state: 'failed', sent: 'domain', fault: 'timeout', asked: 'autoconfig.harbour.example' },
    ],
  },
  provider: { is: provider, source: 'mx', organisation: 'Harbour Schools' },
  registration: {
    source: 'preset',
    clientId,
    hasSecret: true,
    organisation: 'Harbour Schools',
    secretEndsOn: '2027-05-31',
  },
  rehearsal: { checked: ['client'], open: ['secret'] },
  way: 'browser',
  scopes: [{ service: 'imap', scope: 'https://outlook.office.com/IMAP.AccessAsUser.All', granted: true }],
  person: { typed: pat, expected: pat, signedInAs: 'p.moreno@harbour.onmicrosoft.com', name: 'Pat Moreno' },
  validUntil: at + 3_600_000,
  keeping: { store: 'gnome-keyring', kept: 'sealed' },
  programs: ['thunderbird'],
  ladders: [brokenLadder],
  details: {
    request: [
      { label: 'tenant', value: provider.tenant ?? '' },
      { label: 'clientId', value: clientId },
    ],
    token: [{ label: 'grantedScopes', value: 'openid https://outlook.office.com/IMAP.AccessAsUser.All' }],
    test: [{ label: 'greeting', value: '220 smtp.harbour.example hello pat.moreno, tenant harbour.onmicrosoft.com' }],
  },
  wait: {
    startedAt: at,
    deadlineAt: at,
    page: 'https://microsoft.com/devicelogin',
    browser: '',
    otherBrowsers: [],
    device: { userCode: 'GQVQ-JKEC', page: 'https://microsoft.com/devicelogin', qrSvg: '<svg/>' },
  },
};

const view: AccountView = {
  id: 'account-1',
  address: pat,
  providerName: 'Microsoft 365',
  organisation: 'Harbour Schools',
  practice: false,
  health: 'stopped',
  keeping: { store: 'gnome-keyring', kept: 'sealed' },
  servers: [
    { service: 'imap', server: { host: 'imap.harbour.example', port: 993, security: 'tls' }, loginName: 'pat.moreno' },
  ],
  watch: {
    lastCheckAt: at,
    nextCheckAt: at + 900_000,
    validUntil: at + 100,
    services: { imap: 'broken' },
    problem: problemOf('imap-off', {}, said),
    ladders: [brokenLadder],
  },
  leftOut: ['pop'],
  checking: false,
  addedAt: at - 9e9,
  secretEnds: { on: '2026-12-01', state: 'soon', actor: 'it' },
  days: [
    { day: '2026-11-23', state: 'well' },
    { day: '2026-11-24', state: 'broken' },
  ],
  endings: [
    { cause: 'idle', at: at + 9e9, sure: 'likely', values: { days: 90 } },
    { cause: 'password-change', sure: 'possible', values: {} },
  ],
};

const record = {
  id: 'account-1',
  address: pat,
  provider,
  registration: stoppedSetup.registration,
  scopes: ['openid', 'offline_access'],
} as unknown as AccountRecord;

export const subject: CaseSubject = {
  setup: stoppedSetup,
  accounts: [
    {
      view,
      record,
      history: [
        { state: 'well', services: { imap: 'passed' }, from: at - 9e7, until: at - 9e6 },
        { state: 'broken', cause: 'imap-off', services: { imap: 'broken' }, from: at - 9e6, until: at },
      ],
    },
  ],
  page: '10-SMTP-OFF',
  log: ['2026-11-24T02:00:00.000Z warn mailbox-0123456789 step test stopped: 10-SMTP-OFF smtp-off', `and ${pat} too`],
  madeAt: at + 1000,
  stateOf: at,
  by: { postkey: '0.1.0', electron: '45.0.0', system: 'Linux 6.9 x64', language: 'en' },
};

function readWords(name: string): Record<string, unknown> {
  const path = join(import.meta.dirname, `../shared/words/en/${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

const words = createInstance();
await words.init({
  lng: 'en',
  resources: {
    en: Object.fromEntries(['case-file', 'problems', 'steps', 'window'].map((name) => [name, readWords(name)])),
  },
  interpolation: { escapeValue: false },
});

/** A key without words is a mistake, but for labels that are codes themselves. */
export const find: FindWords = (namespace, key, values) => words.t(key, { ns: namespace, ...values });

export const parts: CaseParts = {
  find,
  language: 'en',
  direction: 'ltr',
  redact,
  names: standInsOf('a key'),
  isPublicDomain: (domain) => domain === 'gmail.com',
  organisations: ['Harbour Schools'],
};
