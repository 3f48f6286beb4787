import { expect, test } from 'vitest';
import { accepted, requests } from '../../shared/ipc-contract.ts';
import type { Handlers } from '../setup/postkey.ts';
import { answerRequest } from './answer-request.ts';

interface Heard {
  readonly name: string;
  readonly input: unknown;
}

function listening(heard: Heard[]): Handlers {
  const entries = Object.keys(requests).map((name) => [
    name,
    (input: unknown) => {
      heard.push({ name, input });
      return accepted;
    },
  ]);
  return Object.fromEntries(entries) as Handlers;
}

const noBug = (error: unknown): string => {
  throw error;
};

test('a good request reaches its handler, parsed', async () => {
  const heard: Heard[] = [];
  const input = { address: 'pat@example.com' };
  expect(await answerRequest(listening(heard), 'understand.address', input, noBug)).toEqual(accepted);
  expect(heard).toEqual([{ name: 'understand.address', input }]);
});

test.each([
  ['a name that is not in the table', 'setup.everything', {}],
  ['a name every object has', 'constructor', {}],
  ['a name that is not text', { name: 'window.ready' }, {}],
  ['no name', undefined, {}],
  ['an input of the wrong kind', 'understand.address', { address: 7 }],
  ['a missing field', 'understand.address', {}],
  ['a field too many', 'window.ready', { also: 'this' }],
  ['no input', 'window.ready', undefined],
  ['a line that is too long', 'clipboard.copy', { text: 'x'.repeat(20_001) }],
  ['a link that is no web page', 'link.open', { url: 'file:///etc/passwd' }],
])('%s is refused before any handler', async (_what, name, input) => {
  const heard: Heard[] = [];
  expect(await answerRequest(listening(heard), name, input, noBug)).toEqual({
    accepted: false,
    refusal: 'input-malformed',
  });
  expect(heard).toEqual([]);
});

test.each([
  [
    'thrown',
    () => {
      throw new Error('a bug');
    },
  ],
  ['rejected', () => Promise.reject(new Error('a bug'))],
])('a bug, %s, is logged once and answered with its reference', async (_how, bug) => {
  const logged: unknown[] = [];
  const handlers: Handlers = { ...listening([]), 'setup.finish': bug };
  const answer = await answerRequest(handlers, 'setup.finish', {}, (error) => {
    logged.push(error);
    return 'K7QX';
  });
  expect(answer).toEqual({ accepted: false, refusal: 'unexpected', values: { reference: 'K7QX' } });
  expect(logged).toEqual([new Error('a bug')]);
});
