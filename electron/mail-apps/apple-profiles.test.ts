// The profiles for Apple's Mail: valid by Apple's document type and schemas, read back by a property list library, the same for the same
// account each time, and without any password.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOverWays } from '../../shared/hand-over.ts';
import type { HandOverAbout } from '../setup/hand-over-world.ts';
import { makeSheets } from './make-sheet.ts';
import { isHere } from './program-files.test-part.ts';
import { payloadKeys, propertyListDtd } from './property-list.test-part.ts';
import { bridgeOn, oddName, subjects } from './subjects.test-part.ts';

const make = makeSheets({ tokenCommand: ['/opt/postkey', 'token'], system: 'mac' });

const profiles = (['apple-mail', 'ios-mail'] as const).flatMap((program) =>
  Object.entries(subjects).flatMap(([name, about]) =>
    handOverWays.flatMap((way) => {
      const sheet = make({ ...about, bridge: bridgeOn }, program, way);
      const [file] = sheet.way === way ? sheet.files : [];
      return file ? [{ is: `${program}, ${name}, ${way}`, program, name, way, text: file.text }] : [];
    }),
  ),
);

const about = subjects['app-password'] as HandOverAbout;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postkey-profiles-'));
  writeFileSync(join(folder, 'PropertyList-1.0.dtd'), propertyListDtd);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string, name = 'profile.mobileconfig'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Payload {
  readonly [key: string]: string | number | boolean;
}

type Profile = Payload & { readonly PayloadContent: readonly [Payload] };

/** Through Apple's binary form and back, by two libraries that know nothing of ours; all in one go, because programs are slow to start. */
function readAll(texts: readonly string[]): readonly Profile[] {
  const binaries = texts.map((text, index) => {
    const binary = join(folder, `${index}.bin`);
    execFileSync('plistutil', ['-i', written(text), '-o', binary]);
    return binary;
  });
  const program =
    'import json, plistlib, sys; print(json.dumps([plistlib.load(open(each, "rb")) for each in sys.argv[1:]]))';
  return JSON.parse(execFileSync('python3', ['-c', program, ...binaries], { encoding: 'utf8' }));
}

function read(text: string): Profile {
  const [profile] = readAll([text]);
  if (!profile) throw new Error('No profile came back');
  return profile;
}

it('are made for Microsoft, for passwords and for the bridge', () => {
  const kinds = new Set(profiles.map(({ text }) => /com\.apple\.\w+\.\w+/u.exec(text)?.[0]));
  expect([...kinds].sort()).toEqual(Object.keys(payloadKeys).sort());
});

it.skipIf(!isHere('xmllint'))('are valid by the document type that Apple publishes', () => {
  const files = profiles.map(({ text }, index) => written(text, `${index}.mobileconfig`));
  const args = ['--noout', '--nonet', '--dtdvalid', join(folder, 'PropertyList-1.0.dtd'), ...files];
  const { status, stderr } = spawnSync('xmllint', args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
});

describe.skipIf(!isHere('plistutil'))('read back', () => {
  it('hold what Apple’s schemas want, in their types, and nothing else', () => {
    const all = readAll(profiles.map(({ text }) => text));
    expect(all).toHaveLength(profiles.length);
    for (const [index, { PayloadContent, ...top }] of all.entries()) {
      const { is = '', text = '' } = profiles[index] ?? {};
      expect(top, is).toMatchObject({ PayloadType: 'Configuration', PayloadVersion: 1 });
      const [payload] = PayloadContent;
      const { required, keys } = payloadKeys[String(payload['PayloadType'])] ?? { required: [], keys: {} };
      expect(
        required.filter((key) => payload[key] === undefined),
        is,
      ).toEqual([]);
      for (const [key, value] of Object.entries(payload)) {
        if (key.startsWith('Payload')) continue;
        expect(typeof value, `${is}: ${key}`).toBe(keys[key]);
      }
      for (const each of [top, payload]) {
        expect(each['PayloadUUID']).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/u);
        expect(each['PayloadIdentifier']).toMatch(/^app\.postkey\./u);
      }
      expect(top['PayloadUUID']).not.toBe(payload['PayloadUUID']);
      expect(text).not.toMatch(/<key>\w*Password<\/key>\s*<string>/u);
    }
  });

  it('keep odd names as they are', () => {
    const odd = profiles.find(
      ({ name, way, program }) => name === 'odd' && way === 'bridge' && program === 'apple-mail',
    );
    const [payload] = read(odd?.text ?? '').PayloadContent;
    expect(payload['EmailAddress']).toBe(subjects['odd']?.address);
    const logins = about.logins.map((login) => ({ ...login, loginName: oddName }));
    const [file] = make({ ...about, logins }, 'ios-mail', 'password').files;
    expect(read(file?.text ?? '').PayloadContent[0]['IncomingMailServerUsername']).toBe(oddName);
  });
});

it('are the same for the same account, so that a newer one takes the older one’s place', () => {
  const uuids = (text = ''): readonly string[] =>
    [...text.matchAll(/[0-9A-F]{8}-[0-9A-F-]{27}/gu)].map(([uuid]) => uuid);
  const before = uuids(make(about, 'ios-mail', 'password').files[0]?.text);
  const moved = about.logins.map((login) => ({ ...login, server: { ...login.server, host: 'new.harbour.example' } }));
  const after = uuids(make({ ...about, logins: moved }, 'ios-mail', 'password').files[0]?.text);
  expect(after).toEqual(before);
  const other = uuids(make({ ...about, address: 'sam@harbour.example' }, 'ios-mail', 'password').files[0]?.text);
  expect(other.some((uuid) => before.includes(uuid))).toBe(false);
});
