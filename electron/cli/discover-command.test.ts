// `postkey discover`: exit codes, standard output alone for the answer, and the same facts in text and JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lookUpFaults, lookUpSources, type SourceView } from '../../shared/look-up.ts';
import { problemOf } from '../../shared/problem.ts';
import type { Discovery, FoundProvider } from '../setup/looking-up.ts';
import type { Outcome } from '../setup/outside-world.ts';
import { provider } from '../setup/small-world.test-part.ts';
import { discoverCommand } from './discover-command.ts';

const words = JSON.parse(readFileSync(join(import.meta.dirname, '../../shared/words/en/cli.json'), 'utf8')) as unknown;

/** As i18next does: the sentence by its key, its places filled. An unknown key is its own sentence, and a fault here. */
function say(key: string, values: Readonly<Record<string, string>> = {}): string {
  const sentence = key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], words);
  if (typeof sentence !== 'string') throw new Error(`There are no words for ${key}`);
  return sentence.replace(/\{\{(\w+)\}\}/gu, (_place, name: string) => values[name] ?? `(${name}?)`);
}

const clock = { now: () => 0, after: () => () => undefined };

async function run(
  wish: { address: string; json?: boolean },
  answer: Outcome<readonly FoundProvider[]>,
  sources: readonly SourceView[] = [],
) {
  const discovery: Pick<Discovery, 'lookUp'> = {
    lookUp: async (_address, _preset, report) => {
      for (const verdict of sources) report.source(verdict);
      return answer;
    },
  };
  let out = '';
  let err = '';
  const code = await discoverCommand(
    { json: false, ...wish },
    {
      discovery: discovery as Discovery,
      preset: null,
      clock,
      say,
      sayRefusal: (refusal) => `refused ${refusal}`,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
  );
  return { code, out, err };
}

const harbour: FoundProvider = {
  is: { ...provider, kind: 'work' },
  source: 'autoconfig',
  organisation: 'Harbour Schools',
};
const byPassword: FoundProvider = {
  is: { ...provider, signIn: 'password', loginName: 'local-part', registering: 'closed' },
  source: 'srv',
  unsure: 'dns',
};

describe('text', () => {
  test('names the provider, each server with its login, and where it was found', async () => {
    const { code, out, err } = await run({ address: 'pat@harbour.example' }, { ok: true, value: [harbour] }, [
      { source: 'autoconfig', state: 'asking', sent: 'domain' },
      { source: 'autoconfig', state: 'found', sent: 'domain', provider: 'Harbour Mail' },
      { source: 'mx', state: 'failed', fault: 'name-service-silent', sent: 'domain' },
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Harbour Mail, Harbour Schools');
    expect(out).toContain('imap.harbour.example:993, TLS, user name pat@harbour.example, signs in with OAuth 2.0');
    expect(out).toContain('the provider’s autoconfig server: found Harbour Mail (only the domain was sent)');
    expect(out).toContain('where its mail is delivered: the name service did not answer');
    expect(out).not.toContain('asking');
  });

  test('says what is uncertain, and the password with the name the server wants', async () => {
    const { out } = await run({ address: 'pat@harbour.example' }, { ok: true, value: [byPassword] });
    expect(out).toContain('user name pat, signs in with a password');
    expect(out).toContain('this rests on the name service alone');
    expect(out).toContain('none for mail programs');
  });

  test('says that a password takes the place of a sign-in that nobody is registered for', async () => {
    const closed: FoundProvider = {
      is: { ...provider, registering: 'closed', password: { kind: 'app', first: [] } },
      source: 'built-in',
    };
    const { out } = await run({ address: 'pat@harbour.example' }, { ok: true, value: [closed] });
    expect(out).toContain('user name pat@harbour.example, signs in with a password');
    expect(out).toContain('Harbour Mail registers no further mail programs');
    expect(out).toContain('Approval      not needed');
    const json = await run({ address: 'pat@harbour.example', json: true }, { ok: true, value: [closed] });
    expect(JSON.parse(json.out)).toMatchObject({
      found: [{ signIn: 'openid', registering: 'closed', servers: { imap: { by: 'password' } } }],
    });
  });

  test('has words for every source, state and fault', async () => {
    const verdicts = lookUpSources.flatMap((source) =>
      lookUpFaults.map((fault) => ({ source, state: 'failed' as const, fault, sent: 'domain' as const })),
    );
    for (const verdict of verdicts) {
      const { out } = await run({ address: 'pat@harbour.example' }, { ok: true, value: [] }, [verdict]);
      expect(out).toContain('Nobody has published how mail works at harbour.example');
    }
  });
});

describe('JSON', () => {
  test('is one document with the same facts', async () => {
    const { code, out } = await run(
      { address: 'Pat <pat@harbour.example>', json: true },
      { ok: true, value: [harbour] },
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      address: 'pat@harbour.example',
      problem: null,
      found: [
        {
          provider: 'Harbour Mail',
          source: 'autoconfig',
          servers: { imap: { port: 993, loginName: 'pat@harbour.example', by: 'token' } },
        },
      ],
    });
  });

  test('carries a problem with its code for the telephone', async () => {
    const problem = problemOf('domain-unknown', { suggestion: 'gmail.com' });
    const { code, out } = await run({ address: 'pat@gmial.com', json: true }, { ok: false, problem });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ found: [], problem: { code: 'domain-unknown', stamp: '1-NO-DOMAIN' } });
  });
});

test.each(['', 'pat', 'pat@', 'pat at harbour'])(
  '%j is no address: exit 2, nothing on standard output',
  async (address) => {
    const { code, out, err } = await run({ address }, { ok: true, value: [harbour] });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^refused address-[a-z-]+\n$/u);
  },
);
