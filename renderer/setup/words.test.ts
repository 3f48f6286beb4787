// Every code has words, every word that is asked for exists, and the sentences keep to the voice of the house.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rungs } from '../../shared/ladder.ts';
import { forecastReasons, lookUpFaults, lookUpSources } from '../../shared/look-up.ts';
import { earlierPrograms, mailPrograms } from '../../shared/mail-program.ts';
import { clouds, services } from '../../shared/mail-provider.ts';
import { playableFailures, practiceFamilies } from '../../shared/practice-failures.ts';
import { problems } from '../../shared/problem.ts';
import { refusalCodes } from '../../shared/refusal.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import { activityCodes, factCodes, skipReasons } from '../../shared/step-status.ts';
import { laterNamespaces, namespaces } from './words.ts';

const wordsFolder = join(import.meta.dirname, '../../shared/words/en');
const rendererFolder = join(import.meta.dirname, '..');

/** Every sentence of the picture by its full key, "steps:facts.watching". */
const words = new Map<string, string>();
for (const namespace of [...namespaces, ...laterNamespaces]) {
  if (!existsSync(join(wordsFolder, `${namespace}.json`))) continue;
  const gather = (value: unknown, path: string): void => {
    if (typeof value === 'string') words.set(`${namespace}:${path}`, value);
    else
      for (const [key, inner] of Object.entries(value as object)) gather(inner, path === '' ? key : `${path}.${key}`);
  };
  gather(JSON.parse(readFileSync(join(wordsFolder, `${namespace}.json`), 'utf8')), '');
}

/** A key is said when it stands there, or in all its plural forms, or at least for some contexts. */
function isSaid(key: string): boolean {
  return words.has(key) || (words.has(`${key}_one`) && words.has(`${key}_other`));
}

const every: Readonly<Record<string, readonly string[]>> = {
  'steps:names': setupSteps,
  'steps:facts': factCodes,
  'steps:activities': activityCodes,
  'steps:skipped': skipReasons,
  'steps:states': ['waiting', 'working', 'needs-you', 'done', 'noted', 'skipped', 'failed'],
  'steps:said': ['working', 'needs-you', 'done', 'noted', 'skipped', 'failed'],
  refusals: refusalCodes,
  'look-up:sources': lookUpSources,
  'look-up:faults': lookUpFaults,
  'look-up:forecast': forecastReasons.filter((reason) => reason !== 'not-known'),
  'pages-start:found.source': [...lookUpSources, 'chosen', 'practice'],
  'pages-start:found.cloud': clouds.filter((cloud) => cloud !== 'global'),
  'window:programs': [...mailPrograms, ...earlierPrograms],
  'window:services': services,
  'window:practice.failures': playableFailures.filter(({ named }) => named).map(({ id }) => id),
  'window:practice.families': practiceFamilies,
  'window:ladder.rungs': rungs,
  'window:ladder.results.climbing': rungs,
  'window:ladder.results.broken': rungs,
  'window:keyStores': ['gnome-keyring', 'kwallet', 'macos-keychain', 'windows-dpapi', 'secret-service', 'none'],
  'window:cause.actors': ['you', 'it', 'provider', 'app', 'wait'],
  'window:cause.under': ['you', 'it', 'provider', 'app', 'wait'],
  'window:buttons.next': [
    'sign-in-again',
    'edit-server',
    'edit-address',
    'edit-registration',
    'choose-another-way',
    'type-password',
  ],
};

describe('every code has words', () => {
  for (const [place, codes] of Object.entries(every)) {
    it(place, () => {
      const separator = place.includes(':') ? '.' : ':';
      expect(codes.filter((code) => !isSaid(`${place}${separator}${code}`))).toEqual([]);
    });
  }

  it('every problem: what it is, what happened, what comes next', () => {
    const missing = Object.keys(problems).flatMap((code) =>
      ['title', 'what', 'next'].filter((part) => !isSaid(`problems:${code}.${part}`)).map((part) => `${code}.${part}`),
    );
    expect(missing).toEqual([]);
  });

  it('every problem that IT mends: what an administrator has to do', () => {
    const forIt = Object.entries(problems).filter(([code, { actor }]) => actor === 'it' || code === 'not-a-tester');
    expect(forIt.length).toBeGreaterThan(10);
    expect(forIt.map(([code]) => code).filter((code) => !isSaid(`problems:${code}.it`))).toEqual([]);
  });

  it('every notice', () => {
    const codes = [
      'preset-refused',
      'case-refused',
      'preset-taken',
      'vault-record-unreadable',
      'settings-unreadable',
      'settings-not-saved',
      'offline',
      'set-up-resumed',
    ];
    const missing = codes.filter(
      (code) => !isSaid(`window:notices.${code}.title`) || !isSaid(`window:notices.${code}.text`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the picture', () => {
  it('asks for no word that is not there', () => {
    const missing: string[] = [];
    for (const entry of readdirSync(rendererFolder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/u.test(entry.name) || /\.test(-part)?\.tsx?$/u.test(entry.name)) continue;
      const code = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      const usual = /useTranslation\(\[?'([a-z-]+)'/u.exec(code)?.[1] ?? 'window';
      for (const [, key = ''] of code.matchAll(/\bt\(\s*'([^'$]+)'/gu)) {
        const full = key.includes(':') ? key : `${usual}:${key}`;
        if (!isSaid(full)) missing.push(`${entry.name}: ${full}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

describe('the voice', () => {
  it('uses none of the words the house does not use, and no exclamation marks', () => {
    const wrong = [...words].filter(([, text]) => /!|\b(?:simply|just|please wait|oops)\b/iu.test(text));
    expect(wrong).toEqual([]);
  });

  it('writes real quotation marks and apostrophes', () => {
    expect([...words].filter(([, text]) => /\w'\w|"/u.test(text))).toEqual([]);
  });
});
