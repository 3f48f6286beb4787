// Every guide fits its shape, every blank is filled, and no part of it lacks its words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FilledGuide, GuideId } from './console-guide.ts';
import { fillGuide, guideIdOf, guideIds } from './console-guide.ts';
import { consoleGuides, guidePages } from './console-guide-list.ts';
import type { MailProvider } from './mail-provider.ts';

const here = import.meta.dirname;
const words = JSON.parse(readFileSync(join(here, 'words/en/console-guide.json'), 'utf8')) as Record<string, unknown>;

const provider: MailProvider = {
  id: 'example',
  name: 'Example Mail',
  shortName: 'Example',
  signIn: 'openid',
  servers: {},
  scopes: {},
  extraScopes: [],
  signInHost: 'login.example.org',
  deviceCode: true,
  loginName: 'address',
};

const blanks = {
  address: 'pat@harbour.example',
  permissions: (['imap', 'pop', 'smtp', 'several', 'identity', 'renewal'] as const).map((purpose) => ({
    purpose,
    text: `scope-for-${purpose}`,
  })),
};

const kinds: readonly Partial<MailProvider>[] = [
  {},
  { kind: 'work' },
  { kind: 'personal', deviceCode: false },
  { cloud: 'us-gov' },
  { cloud: 'us-dod' },
  { cloud: 'china' },
];

function filled(id: GuideId, change: Partial<MailProvider> = {}): FilledGuide {
  return fillGuide(consoleGuides[id], { ...provider, ...change }, blanks);
}

/** The sentence or group under a path, undefined when there is none. */
function wordsAt(path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], words);
}

/** Everything the page asks the words for. */
function keysOf(guide: FilledGuide): readonly string[] {
  const root = `guides.${guide.id}`;
  return [
    ...guide.notes.map((note) => `${root}.notes.${note}`),
    ...guide.sections.flatMap((section) => {
      const at = `${root}.sections.${section.id}`;
      return [
        `${at}.title`,
        `${at}.shows`,
        ...section.fields.flatMap((field) => {
          if (field.kind === 'permission') return [`${at}.why.${field.purpose}`, `purpose.${field.purpose}`];
          if (field.kind === 'logo') return [`${at}.${field.id}.why`];
          if (field.kind === 'type') return [`${at}.${field.id}.label`, `${at}.${field.id}.why`];
          const why = `${at}.${field.id}.why`;
          const own = typeof wordsAt(why) === 'string' ? why : `${why}.${field.choice}`;
          return [`${at}.${field.id}.label`, `${at}.${field.id}.${field.choice}`, own];
        }),
      ];
    }),
    ...guide.takeBack.flatMap(({ id }) => [`${root}.takeBack.${id}.label`, `${root}.takeBack.${id}.why`]),
    ...guide.mistakes.flatMap(({ id }) => [`${root}.mistakes.${id}.title`, `${root}.mistakes.${id}.text`]),
  ];
}

it('has a data file for each guide and no other', () => {
  const files = readdirSync(join(here, 'console-guides')).map((name) => name.replace('.json', ''));
  expect(files.sort()).toEqual([...guideIds].sort());
  for (const id of guideIds) expect(consoleGuides[id].id).toBe(id);
});

describe.each([...guideIds])('%s', (id) => {
  it.each(kinds)('has every word for %j', (change) => {
    const missing = keysOf(filled(id, change)).filter((key) => typeof wordsAt(key) !== 'string');
    expect(missing).toEqual([]);
  });

  it.each(kinds)('names three mistakes and leaves no blank for %j', (change) => {
    const guide = filled(id, change);
    expect(guide.mistakes).toHaveLength(3);
    const values = guide.sections.flatMap(({ fields }) =>
      fields.map((field) => ('value' in field ? field.value : 'x')),
    );
    expect(values.length).toBeGreaterThan(5);
    expect(values).not.toContain('');
  });
});

/** `audience: single`, as short lines. */
function choices(guide: FilledGuide): readonly string[] {
  return guide.sections.flatMap(({ fields }) =>
    fields.flatMap((field) => (field.kind === 'choose' ? [`${field.id}: ${field.choice}`] : [])),
  );
}

describe('the values', () => {
  it('registers the address for the way back that Postkey listens at', () => {
    const redirects = guideIds.map((id) => consoleGuides[id].redirect);
    expect(redirects).toEqual([
      'http://localhost',
      undefined,
      'http://127.0.0.1',
      'http://127.0.0.1',
      'http://127.0.0.1',
    ]);
  });

  it('gives a work mailbox an app of its own organisation, and a personal one an app for everyone', () => {
    expect(choices(filled('microsoft', { kind: 'work' }))).toContain('audience: single');
    expect(filled('microsoft', { kind: 'work' }).takeBack.map(({ id }) => id)).toContain('tenant-id');
    expect(choices(filled('microsoft', { kind: 'personal' }))).toContain('audience: any');
    expect(filled('microsoft').takeBack).toContainEqual({ id: 'tenant-common', value: 'common' });
    expect(choices(filled('microsoft', { cloud: 'china' }))).toContain('audience: single');
  });

  it('tells of the seven days only where they are', () => {
    const ids = (change: Partial<MailProvider>) => filled('google', change).sections.map(({ id }) => id);
    expect(ids({ kind: 'personal' })).toContain('publish');
    expect(ids({ kind: 'work' })).not.toContain('publish');
    expect(ids({ kind: 'work' })).not.toContain('testers');
  });

  it('asks for public client flows only where a code on another device is possible', () => {
    expect(choices(filled('microsoft'))).toContain('public-flow: yes');
    expect(choices(filled('microsoft', { deviceCode: false }))).not.toContain('public-flow: yes');
  });

  it('opens the portal of the provider’s own cloud', () => {
    const hostOf = (cloud: NonNullable<MailProvider['cloud']>) =>
      new URL(filled('microsoft', { cloud }).sections[0]?.page ?? '').host;
    expect(hostOf('global')).toBe('entra.microsoft.com');
    expect(hostOf('us-gov')).toBe('portal.azure.us');
    expect(hostOf('us-dod')).toBe('portal.azure.us');
    expect(hostOf('china')).toBe('portal.azure.cn');
  });

  it('opens the provider’s own console where the guide is a general one', () => {
    const consolePage = 'https://console.example.org/';
    expect(filled('openid', { consolePage }).sections[0]?.page).toBe(consolePage);
  });
});

describe('which guide', () => {
  it.each([
    [{ signIn: 'microsoft' }, 'microsoft'],
    [{ signIn: 'google' }, 'google'],
    [{ signIn: 'openid', id: 'yandex' }, 'yandex'],
    [{ signIn: 'openid', id: 'mail-ru' }, 'mail-ru'],
    [{ signIn: 'openid', id: 'own' }, 'openid'],
    [{ signIn: 'password' }, undefined],
  ] as const)('%j', (change, id) => {
    expect(guideIdOf({ ...provider, ...change })).toBe(id);
  });

  it('lets main open every page that a guide shows, and no more', () => {
    for (const cloud of ['global', 'us-gov', 'china'] as const) {
      const is = { ...provider, signIn: 'microsoft', cloud } as const;
      const shown = filled('microsoft', is).sections.flatMap(({ page }) => page ?? []);
      expect(guidePages(is)).toEqual(expect.arrayContaining(shown));
    }
    expect(guidePages({ ...provider, signIn: 'password' })).toEqual([]);
  });
});
