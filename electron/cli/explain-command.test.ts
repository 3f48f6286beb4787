// `postkey explain`: exit codes, standard output alone for the answer, the text from words or a pipe.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Explanation } from '../../shared/explanation.ts';
import { explainCommand } from './explain-command.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../shared/words/en/${name}.json`), 'utf8'));
const folders: Readonly<Record<string, unknown>> = {
  cli: read('cli'),
  problems: read('problems'),
  explain: read('explain'),
  'it-request': read('it-request'),
};

function find(namespace: string, key: string, values: Readonly<Record<string, string>> = {}): string {
  const sentence = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], folders[namespace]);
  if (typeof sentence !== 'string') throw new Error(`There are no words for ${namespace}:${key}`);
  return sentence.replace(/\{\{(\w+)\}\}/gu, (_place, name: string) => values[name] ?? `(${name}?)`);
}

const certain: Explanation = {
  cause: 'smtp-off',
  code: '10-SMTP-OFF',
  actors: ['it'],
  retryHelps: false,
  certain: true,
  decisive: '535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.',
  provider: 'Microsoft',
  candidates: [],
};
const grant = { cause: 'sign-in-ended', code: '11-ENDED', actors: ['you'], retryHelps: false } as const;
const unsure: Explanation = {
  ...grant,
  certain: false,
  decisive: 'invalid_grant',
  question: 'grant',
  candidates: [grant, { cause: 'code-stale', code: '6-STALE', actors: ['you'], retryHelps: true }],
};
const general: Explanation = {
  cause: 'general-sign-in',
  code: '6-SIGN-IN',
  actors: ['app', 'it', 'you'],
  retryHelps: true,
  certain: false,
  decisive: '',
  candidates: [],
};

async function run(answer: Explanation, wish: { text?: string; json?: boolean; piped?: string } = {}) {
  let out = '';
  let err = '';
  const seen: string[] = [];
  const code = await explainCommand(
    { text: wish.text ?? null, json: wish.json ?? false },
    {
      explain: (text) => {
        seen.push(text);
        return answer;
      },
      find,
      readInput: async () => wish.piped ?? null,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
  );
  return { code, out, err, seen };
}

test('a certain cause: what happened, who, steps in order, the decisive part and the code', async () => {
  const { code, out, err } = await run(certain, { text: 'x' });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Sending is switched off\nYour organisation has switched off sending');
  expect(out).toContain('Who has to act: Your IT\n  1. Ask your IT to switch on Authenticated SMTP');
  expect(out).toContain('What exactly IT has to do\n  1. Switch on Authenticated SMTP for this mailbox.');
  expect(out).toContain("Command: Set-CASMailbox -Identity 'MAILBOX' -SmtpClientAuthenticationDisabled $false");
  expect(out).toContain('Where: Users > Active users > MAILBOX > Mail');
  expect(out).toContain('Trying again changes nothing until this is done.\nCode: 10-SMTP-OFF');
  expect(out).toContain(`The part that decides: ${certain.decisive}`);
});

test('several causes: the question and what each answer means', async () => {
  const { code, out } = await run(unsure, { text: 'x' });
  expect(code).toBe(0);
  expect(out).toContain('This can mean several things. When did it come?');
  expect(out).toMatch(/After it had worked for a while\.\n {2}Your sign-in has ended/u);
  expect(out).toMatch(/Right after signing in.*\n {2}The answer was no longer fresh/u);
});

test('only a general answer is exit 1', async () => {
  const { code, out } = await run(general, { text: 'x' });
  expect(code).toBe(1);
  expect(out).toContain('Something about the sign-in');
  expect(out).toContain('The owner of the app’s registration, Your IT, You');
});

test('JSON is one document with the promised fields', async () => {
  expect(JSON.parse((await run(certain, { text: 'x', json: true })).out)).toMatchObject({
    cause: 'smtp-off',
    code: '10-SMTP-OFF',
    actors: ['it'],
    retryHelps: false,
    certain: true,
    decisive: certain.decisive,
    title: 'Sending is switched off',
    steps: expect.arrayContaining([expect.stringContaining('Authenticated SMTP')]),
    question: null,
    candidates: [],
    itRequest: [
      { id: 'ms-smtp', setting: 'Authenticated SMTP', reach: 'mailbox', verified: true },
      { id: 'ms-security-defaults', reach: 'organisation' },
    ],
  });
  const { candidates, question } = JSON.parse((await run(unsure, { text: 'x', json: true })).out) as {
    candidates: { cause: string; answer: string }[];
    question: string;
  };
  expect([question, candidates.map(({ cause }) => cause)]).toEqual([
    'When did it come?',
    ['sign-in-ended', 'code-stale'],
  ]);
});

test('names no admin centre where the provider is not known, and asks nothing of IT where you act', async () => {
  const { provider: _none, ...unnamed } = certain;
  expect(JSON.parse((await run(unnamed, { text: 'x', json: true })).out)).toMatchObject({ itRequest: [] });
  const yours: Explanation = { ...certain, ...grant };
  expect((await run(yours, { text: 'x' })).out).not.toContain('What exactly IT has to do');
});

test('a pipe is read only without a text; with neither it is wrong use', async () => {
  expect((await run(certain, { text: 'said', piped: 'piped' })).seen).toEqual(['said']);
  expect((await run(certain, { piped: 'piped' })).seen).toEqual(['piped']);
  for (const wish of [{}, { piped: ' \n' }, { text: '  ' }]) {
    expect(await run(certain, wish)).toMatchObject({
      code: 2,
      out: '',
      seen: [],
      err: expect.stringMatching(/^Usage: postkey explain/u),
    });
  }
});
