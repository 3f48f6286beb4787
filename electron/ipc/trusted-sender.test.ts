import { expect, test } from 'vitest';
import { isTrustedSender } from './trusted-sender.ts';

const origin = 'app://postkey';
const ours = { url: 'app://postkey/index.html', processId: 4, routingId: 1, parent: null };

test('our own page in our own window may speak', () => {
  expect(isTrustedSender({ ...ours }, ours, origin)).toBe(true);
});

test.each([
  ['a frame that is gone', null, ours],
  ['a sender when there is no window', ours, null],
  ['a frame inside the page', { ...ours, routingId: 2, parent: ours }, ours],
  ['a frame inside the page that looks like the top', { ...ours, parent: ours }, ours],
  ['another process', { ...ours, processId: 5 }, ours],
  ['another window', { ...ours, routingId: 9 }, ours],
  ['our window, led away', { ...ours, url: 'https://example.com/' }, ours],
  ['a host that begins like ours', { ...ours, url: 'app://postkey.example/index.html' }, ours],
  ['our name as a user', { ...ours, url: 'app://postkey@example.com/' }, ours],
  ['a page from the disk', { ...ours, url: 'file:///postkey/index.html' }, ours],
  ['an empty page', { ...ours, url: 'about:blank' }, ours],
])('%s may not', (_who, frame, window) => {
  expect(isTrustedSender(frame, window, origin)).toBe(false);
});
