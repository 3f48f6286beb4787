// The gate before a case file: every kind of secret and every address, wherever it got in, keeps the file from being written; our own
// words, client IDs and codes do not. And what comes from another computer is read by the letter or not at all.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseFile } from '../shared/case-file.ts';
import { mostCharactersOfCase } from '../shared/case-file.ts';
import { namedForms, plainSecrets, shapedSecrets, wireForms } from '../shared/every-secret.test-part.ts';
import { brokenLadder, clientId, parts, pat, stoppedSetup, subject } from './case-samples.test-part.ts';
import { redact } from './desktop/redact.ts';
import { buildCaseFile } from './support/case-file/build-case-file.ts';
import { tellingIn } from './support/case-file/case-line-parts.ts';
import { caseLines } from './support/case-file/case-lines.ts';
import { checkCaseFile } from './support/case-file/check-case-file.ts';
import { readCaseFile } from './support/case-file/read-case-file.ts';
import { caseAsHtml } from './support/case-file/write-case-file.ts';

const wish = { withLog: true, keepOrganisation: false, leaveOut: [] };
const good = buildCaseFile(subject, wish, parts).doc;
const telling = tellingIn(parts.find, 'en');
const gate = { redact, names: ['Pat Moreno'], exact: [pat, 'GQVQ-JKEC'], dataTitle: 'data' };
const check = (doc: CaseFile) => checkCaseFile(doc, caseLines(doc, telling), gate);

/** The same text in each place where somebody else’s words can stand. */
function withText(text: string): readonly CaseFile[] {
  const setup = good.setup;
  if (!setup) throw new Error('no set-up');
  const problem = { code: 'unexpected' as const, facts: { host: 'h' }, serverSaid: text };
  return [
    { ...good, log: [text] },
    { ...good, by: { ...good.by, system: text } },
    { ...good, setup: { ...setup, details: { test: [{ label: 'greeting', value: text }] } } },
    { ...good, setup: { ...setup, steps: { ...setup.steps, test: { kind: 'failed', problem } } } },
    {
      ...good,
      setup: {
        ...setup,
        steps: { ...setup.steps, token: { kind: 'needs-you', fact: { code: 'signed-in-as', values: { name: text } } } },
      },
    },
    {
      ...good,
      setup: {
        ...setup,
        ladders: [{ ...brokenLadder, loginName: text, problem: { code: 'smtp-off', facts: { host: text } } }],
      },
    },
    { ...good, accounts: good.accounts.map((account) => ({ ...account, providerName: text })) },
  ];
}

test('the good one passes', () => expect(check(good)).toBeNull());

test.each([
  ...Object.entries(shapedSecrets),
  ...Object.entries(plainSecrets).flatMap(([name, secret]) =>
    [...namedForms('password', secret), ...namedForms('access_token', secret), ...wireForms(secret)]
      .filter((form) => redact(form) !== form)
      .map((form, at): [string, string] => [`${name} in form ${at}`, form]),
  ),
])('a %s keeps it from being written', (_name, secret) => {
  for (const [at, doc] of withText(secret).entries()) expect(check(doc), String(at)).not.toBeNull();
});

test.each([
  ['an address', `hello ${pat}`, 'address'],
  ['somebody else’s', 'to other.person+x@mail.example.org', 'address'],
  ['one in a link', 'login_hint=x%40harbour.example', 'address'],
  ['the code of the moment', 'type GQVQ-JKEC there', 'address'],
])('%s is named as what it is, with its place', (_what, text, what) => {
  for (const doc of withText(text)) expect(check(doc)).toMatchObject({ what });
  expect(check({ ...good, log: ['fine', text] })).toEqual({ what, group: 'The last lines of the log', line: 2 });
});

test('a name that only this person has', () => {
  expect(check({ ...good, log: ['hello Pat MORENO'] })).toMatchObject({ what: 'name' });
});

test('made from a state full of secrets, it is written without any of them', () => {
  for (const [name, secret] of Object.entries({ ...shapedSecrets })) {
    const setup = {
      ...stoppedSetup,
      steps: {
        ...stoppedSetup.steps,
        test: {
          kind: 'failed' as const,
          problem: { code: 'unexpected' as const, facts: { x: secret }, serverSaid: `no ${secret}` },
        },
      },
      details: { test: [{ label: 'greeting', value: secret }] },
    };
    const { written, finding } = buildCaseFile({ ...subject, setup, log: [secret, ...wireForms(secret)] }, wish, parts);
    expect(finding, name).toBeNull();
    const all = `${written?.html}${written?.text}`;
    expect(all.includes(secret), name).toBe(false);
    expect(all.includes(Buffer.from(secret).toString('base64').replace(/=+$/u, '')), name).toBe(false);
  }
});

test('the words of the house do not make it useless', () => {
  const folder = join(import.meta.dirname, '../shared/words/en');
  const texts: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else for (const inner of Object.values(value as object)) gather(inner);
  };
  for (const name of ['problems', 'steps', 'window', 'case-file', 'explain']) {
    gather(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  }
  expect(readdirSync(folder)).toContain('case-file.json');
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => redact(text) !== text)).toEqual([]);
});

test('client IDs of every vendor pass, though some look like keys; a secret in their place does not', () => {
  const ids = [
    clientId,
    '407408718192-abc123def456ghi789jkl012mno345pq.apps.googleusercontent.com',
    'dj0yJmk9WGx0QlE0UWdCa0hKJmQ9WVdrOWNYbHRkR1p6TTJVbWNHbzlNQT09JnM9Y29uc3VtZXJzZWNyZXQmc3Y9MCZ4PTA1',
    '1000.ABCDEFGHIJ1234567890ABCDEFGHIJ',
    'a1b2c3d4e5f60718293a4b5c6d7e8f90',
  ];
  const withId = (id: string): CaseFile =>
    ({
      ...good,
      setup: good.setup && { ...good.setup, registration: { source: 'own', clientId: id, hasSecret: false } },
    }) as CaseFile;
  for (const id of ids) expect(check(withId(id)), id).toBeNull();
  for (const name of [
    'Google client secret',
    'Microsoft client secret',
    'Microsoft access token',
    'Google access token',
  ] as const) {
    expect(check(withId(shapedSecrets[name] ?? '')), name).toMatchObject({ what: 'secret' });
  }
  expect(check(withId('pat@harbour.example'))).toMatchObject({ what: 'address' });
});

const words = { title: 't', lead: 'l', open: 'o', language: 'en', direction: 'ltr' } as const;

test.each([
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '&lt;b&gt; \\u003c/script>',
  "' onmouseover='x",
  '$& $1 {{x}} $t(problems:smtp-off.title)',
])('hostile words stay words: %s', (text) => {
  for (const doc of withText(text)) {
    const html = caseAsHtml(doc, caseLines(doc, telling), words);
    expect(html.match(/<script/giu)).toHaveLength(1);
    expect(html.match(/<\/script/giu)).toHaveLength(1);
    expect(html).not.toMatch(/<(?:img|svg|b)\b|<!--/iu);
    const read = readCaseFile(html);
    if (typeof read !== 'string') expect(read).toEqual(doc);
  }
});

test.each<[string, unknown, string]>([
  ['another file', 'hello', 'case-none'],
  ['an empty one', '', 'case-none'],
  ['half a page', '<script type="application/json" id="postkey-case">{"postkeyCase":1', 'case-damaged'],
  ['broken data', '{"postkeyCase":1,', 'case-damaged'],
  ['no object', '{"a":1}', 'case-damaged'],
  ['a newer one', JSON.stringify({ ...good, postkeyCase: 2, more: 1 }), 'case-newer'],
  ['a huge one', `{${' '.repeat(mostCharactersOfCase)}}`, 'case-too-large'],
  ['a field more', JSON.stringify({ ...good, evil: 1 }), 'case-damaged'],
  ['an unknown step', JSON.stringify({ ...good, setup: { ...good.setup, current: 'x' } }), 'case-damaged'],
  ['an order among the values', JSON.stringify(withText('x')[3]).replace('"host"', '"returnObjects"'), 'case-damaged'],
  ['signs that turn the writing', JSON.stringify(withText('a\u202eb')[3]), 'case-damaged'],
  ['control signs', JSON.stringify(withText('a\u0007b')[0]), 'case-damaged'],
  ['a date no calendar has', JSON.stringify({ ...good, madeAt: 1e300 }), 'case-damaged'],
  ['text without end', JSON.stringify(withText('x'.repeat(10_000))[0]), 'case-damaged'],
  ['lines without end', JSON.stringify({ ...good, log: Array(5000).fill('x') }), 'case-damaged'],
  ['a deep one', `{"postkeyCase":1,"by":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'case-damaged'],
])('%s is refused', (_what, text, refusal) => expect(readCaseFile(String(text))).toBe(refusal));
