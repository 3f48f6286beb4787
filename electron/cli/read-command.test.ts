// The words after `postkey`: the window when there is no command, and never a guess.
import { expect, test } from 'vitest';
import { readCommand } from './read-command.ts';

const folder = '/opt/postkey';

test.each([
  [[]],
  [['--practice']],
  [[folder, '--preset', 'discover']],
  [['--address', 'pat@harbour.example']],
  [['harbour.postkey']],
])('%j opens the window', (words) => expect(readCommand(words, folder)).toBeNull());

test.each([
  [['discover', 'pat@harbour.example'], false],
  [['--no-sandbox', folder, 'discover', 'pat@harbour.example'], false],
  [['discover', '--json', 'pat@harbour.example'], true],
  [['discover', 'pat@harbour.example', '--json', '--name-server', '127.0.0.1:53'], true],
])('%j looks an address up', (words, json) =>
  expect(readCommand(words, folder)).toEqual({ kind: 'discover', address: 'pat@harbour.example', json }),
);

test.each([[['discover']], [['discover', 'one@harbour.example', 'two@harbour.example']]])('%j is wrong use', (words) =>
  expect(readCommand(words, folder)).toEqual({ kind: 'wrong-use', about: 'discover' }),
);

test.each([
  [['explain', 'invalid_grant'], 'invalid_grant', false],
  [['--no-sandbox', folder, 'explain', '--json', '-ERR', '[AUTH]', 'no'], '-ERR [AUTH] no', true],
  [['explain', '-ERR [AUTH] no', '--lang', 'en', '--json'], '-ERR [AUTH] no', true],
  [['explain', 'discover'], 'discover', false],
  [['explain'], null, false],
  [['explain', '--json'], null, true],
])('%j explains', (words, text, json) => expect(readCommand(words, folder)).toEqual({ kind: 'explain', text, json }));
