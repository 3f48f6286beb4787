import { expect, test } from 'vitest';
import { mayOpen } from './may-open.ts';

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
