// What is opened with Postkey comes among the words of a start; a link among them is all that start is about.
import { expect, test } from 'vitest';
import { readOpened, saidHere } from './opened-words.ts';

const none = { path: null, link: null };

test.each<[string, string[], ReturnType<typeof readOpened>]>([
  ['nothing', [], none],
  ['a path', ['/home/pat/harbour.postkey'], { path: '/home/pat/harbour.postkey', link: null }],
  [
    'a path on Windows',
    [String.raw`C:\Users\Pat\Harbour.POSTKEY`],
    { path: String.raw`C:\Users\Pat\Harbour.POSTKEY`, link: null },
  ],
  [
    'a file address, with a blank',
    ['file:///home/pat/my%20harbour.postkey'],
    { path: '/home/pat/my harbour.postkey', link: null },
  ],
  ['a file address of another computer', ['file://evil.example/harbour.postkey'], none],
  [
    'after switches of Chromium’s',
    ['--no-sandbox', '.', '--lang=de', 'harbour.postkey'],
    { path: 'harbour.postkey', link: null },
  ],
  ['the file of an option', ['--preset', 'harbour.postkey'], none],
  ['another kind of file', ['harbour.json', 'harbour.postkey.exe'], none],
  [
    'a link',
    ['postkey://setup?preset=https://a.example/'],
    { path: null, link: 'postkey://setup?preset=https://a.example/' },
  ],
  [
    'a link with more',
    ['--practice', 'POSTKEY:x', 'evil.postkey', '--preset', 'evil.json'],
    { path: null, link: 'POSTKEY:x' },
  ],
])('%s', (_name, words, opened) => {
  expect(readOpened(words)).toEqual(opened);
});

test('words beside a link say nothing, not even about the window or the name server', () => {
  expect(saidHere(['--hidden', '--name-server=192.0.2.1', 'postkey://setup?preset=https://a.example/'])).toEqual([]);
  expect(saidHere(['--hidden'])).toEqual(['--hidden']);
});
