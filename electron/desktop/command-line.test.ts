import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';

const nothing = {
  practice: false,
  hidden: false,
  presetPath: null,
  casePath: null,
  address: null,
  language: null,
  nameServer: null,
};

test.each([
  ['nothing', [], nothing],
  ['the app folder of a development start', ['/home/pat/postkey'], nothing],
  [
    'all of it',
    [
      ...['--practice', '--preset', 'it.json', '--case', 'caller.html', '--address', 'pat@example.com'],
      ...['--lang', 'ar', '--name-server', '[::1]:53'],
    ],
    {
      ...nothing,
      practice: true,
      presetPath: 'it.json',
      casePath: 'caller.html',
      address: 'pat@example.com',
      language: 'ar',
      nameServer: '[::1]:53',
    },
  ],
  [
    'with equals signs',
    ['--preset=my file.json', '--address=a+b=c@example.com', '--lang=de-AT'],
    { ...nothing, presetPath: 'my file.json', address: 'a+b=c@example.com', language: 'de-AT' },
  ],
  [
    "among Chromium's own",
    ['--no-sandbox', '--password-store=basic', '--lang=de', '--type=x', '--practice'],
    { ...nothing, practice: true, language: 'de' },
  ],
  ['the last of two', ['--lang', 'de', '--lang', 'fr'], { ...nothing, language: 'fr' }],
  ['a name without its value', ['--preset', '--practice'], { ...nothing, practice: true }],
  ['a name at the end', ['--address'], nothing],
  ['a start at log-in', ['--hidden'], { ...nothing, hidden: true }],
  ['an empty value', ['--preset='], nothing],
  ['a name that only begins like ours', ['--presets', 'x', '--practice-mode'], nothing],
])('reads %s', (_what, words, started) => {
  expect(readCommandLine(words)).toEqual(started);
});
