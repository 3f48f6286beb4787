import { expect, test } from 'vitest';
import { mailtoAddress } from '../../shared/mailto.ts';
import { mayMail, mayOpen } from './may-open.ts';

test.each([
  'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?a=b&c=d%20e',
  'http://127.0.0.1:41234/authorize',
  'http://localhost:8080/',
  'http://[::1]:8080/',
])('%s may be opened', (url) => {
  expect(mayOpen(url)).toBe(true);
});

test.each([
  'http://example.com/',
  'http://127.0.0.1.example.com/',
  'http://localhost.example.com/',
  'https://microsoft.com@example.com/',
  'https://user:password@example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-settings:network',
  'mailto:pat@example.com',
  '--incognito',
  '/usr/bin/xterm',
  '\\\\server\\share',
  'https://example.com/ --flag',
  'https://example.com/\n',
  ' https://example.com/',
  '',
])('%j may not', (url) => {
  expect(mayOpen(url)).toBe(false);
});

test.each([
  'mailto:',
  mailtoAddress({ subject: 'Hello', body: 'One\nTwo & “three”' }),
  mailtoAddress({ to: "o'neil+mail@harbour.example", subject: '', body: '(x)' }),
])('%s may go to the mail program', (address) => {
  expect(mayMail(address)).toBe(true);
});

test.each([
  'https://example.com/',
  'file:///etc/passwd',
  'mailto:a@b.example?attach=/etc/passwd',
  'mailto:a@b.example?subject=x&bcc=c@d.example',
  'mailto:a@b.example?subject=x y',
  'mailto:a@b.example?subject=x\n',
  "mailto:a@b.example?subject='x'",
  ' mailto:a@b.example',
  `mailto:?body=${'x'.repeat(6000)}`,
  '',
])('%j may not go to the mail program', (address) => {
  expect(mayMail(address)).toBe(false);
});
