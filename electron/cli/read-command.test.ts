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
  [['report', '--out', 'case.html'], null, 'case.html', false],
  [['report', 'pat@harbour.example', '--out=/tmp/a b.html'], 'pat@harbour.example', '/tmp/a b.html', false],
  [['report', '--out', '-'], null, '-', false],
  [['--no-sandbox', folder, 'report', '--json'], null, null, true],
  [['report', '--out', 'case.json', '--json', 'pat@harbour.example'], 'pat@harbour.example', 'case.json', true],
])('%j makes a case file', (words, address, out, json) =>
  expect(readCommand(words, folder)).toEqual({ kind: 'report', address, out, json }),
);

test.each([
  [['report']],
  [['report', '--out']],
  [['report', '--out', '--json']],
  [['report', '--out=', '--json']],
  [['report', 'a@b.c', 'd@e.f', '--json']],
])('%j is wrong use of report', (words) =>
  expect(readCommand(words, folder)).toEqual({ kind: 'wrong-use', about: 'report' }),
);

test.each([
  [['bridge'], { kind: 'bridge', run: false, json: false }],
  [['--no-sandbox', folder, 'bridge', '--run', '--json'], { kind: 'bridge', run: true, json: true }],
  [['bridge', 'pat@harbour.example'], { kind: 'wrong-use', about: 'bridge' }],
  [['help', 'bridge'], { kind: 'help', about: 'bridge' }],
])('%j is about the bridge', (words, command) => expect(readCommand(words, folder)).toEqual(command));

test.each([
  [['token', 'pat@harbour.example'], { kind: 'token', address: 'pat@harbour.example' }],
  [
    ['--no-sandbox', folder, '--user-data-dir=/x', 'token', 'PAT@harbour.example', '--log-level=3'],
    { kind: 'token', address: 'PAT@harbour.example' },
  ],
  [['token'], { kind: 'wrong-use', about: 'token' }],
  [['token', ' '], { kind: 'wrong-use', about: 'token' }],
  [['token', 'a'.repeat(401)], { kind: 'wrong-use', about: 'token' }],
  [['token', 'a@b.c', 'd@e.f'], { kind: 'wrong-use', about: 'token' }],
  [['token', 'a@b.c', '--quiet'], { kind: 'wrong-use', about: 'token' }],
  [['token', 'a@b.c', '--json'], { kind: 'wrong-use', about: 'token' }],
  [['token', '--help'], { kind: 'help', about: 'token' }],
])('%j is about a token', (words, command) => expect(readCommand(words, folder)).toEqual(command));

test.each([
  [['check'], { kind: 'check', address: null, json: false }],
  [
    ['--no-sandbox', folder, 'check', 'pat@harbour.example', '--json'],
    { kind: 'check', address: 'pat@harbour.example', json: true },
  ],
  [['check', '--lang', 'en'], { kind: 'check', address: null, json: false }],
  [['check', 'a@b.c', 'd@e.f'], { kind: 'wrong-use', about: 'check' }],
  [['check', '--jsn'], { kind: 'wrong-use', about: 'check' }],
  [['check', '--user-data-dir=/x', '--no-sandbox'], { kind: 'check', address: null, json: false }],
  [['accounts', '--json'], { kind: 'accounts', json: true }],
  [['accounts', 'a@b.c'], { kind: 'wrong-use', about: 'accounts' }],
])('%j is about accounts', (words, command) => expect(readCommand(words, folder)).toEqual(command));

test.each([
  [['foo'], 'foo'],
  [['--no-sandbox', '--disable-gpu', folder, '--lang', 'en', 'accounts-list', 'x'], 'accounts-list'],
  [['Discover', 'pat@harbour.example'], 'Discover'],
])('%j is no command, and no window opens', (words, word) =>
  expect(readCommand(words, folder)).toEqual({ kind: 'wrong-use', about: 'unknown', word }),
);

test.each([
  [['pat@harbour.example']],
  [['./harbour']],
  [['C:\\presets\\harbour']],
  [['mailto:it@harbour.example']],
  [['https://harbour.example/']],
  [['.']],
  [['--address', 'foo', '--case', 'bar', '--preset=baz']],
  [['--host-resolver-rules=MAP * ~NOTFOUND', '-psn_0_4711']],
])('%j is what something else hands over, and opens the window', (words) =>
  expect(readCommand(words, folder)).toBeNull(),
);

test.each([
  [['explain', 'invalid_grant'], 'invalid_grant', false],
  [['--no-sandbox', folder, 'explain', '--json', '-ERR', '[AUTH]', 'no'], '-ERR [AUTH] no', true],
  [['explain', '-ERR [AUTH] no', '--lang', 'en', '--json'], '-ERR [AUTH] no', true],
  [['explain', 'discover'], 'discover', false],
  [['explain'], null, false],
  [['explain', '--json'], null, true],
])('%j explains', (words, text, json) => expect(readCommand(words, folder)).toEqual({ kind: 'explain', text, json }));

test.each([
  [['--help'], null],
  [['-h'], null],
  [['--no-sandbox', folder, '--help', '--lang', 'en'], null],
  [['help'], null],
  [['help', 'check'], 'check'],
  [['help', 'nonsense'], null],
  [['check', '--help'], 'check'],
  [['explain', '-h'], 'explain'],
])('%j tells how it is used', (words, about) => expect(readCommand(words, folder)).toEqual({ kind: 'help', about }));

test('the version is told; a text that holds such words is explained', () => {
  expect(readCommand(['--no-sandbox', folder, '--version'], folder)).toEqual({ kind: 'version' });
  expect(readCommand(['version'], folder)).toEqual({ kind: 'version' });
  expect(readCommand(['explain', 'curl: try --help'], folder)).toMatchObject({ kind: 'explain' });
  expect(readCommand(['--practice', '--version=1'], folder)).toBeNull();
});
