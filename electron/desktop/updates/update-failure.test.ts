// Errors as electron-updater, Chromium and the disk throw them, recorded, to the word that has a sentence.
import { expect, test } from 'vitest';
import { FeedFault } from './feed-fault.ts';
import { updateFailure } from './update-failure.ts';

const error = (message: string, more: object = {}): Error => Object.assign(new Error(message), more);

test.each([
  [new FeedFault('signature-wrong'), 'signature-wrong'],
  [error('sha512 checksum mismatch, expected a, got b', { code: 'ERR_CHECKSUM_MISMATCH' }), 'download-broken'],
  [
    error('New version 9 is not signed by the application owner', { code: 'ERR_UPDATER_INVALID_SIGNATURE' }),
    'download-broken',
  ],
  [error('Could not get code signature for running application'), 'download-broken'],
  [error('ENOSPC: no space left on device, write', { code: 'ENOSPC' }), 'not-saved'],
  [error('EACCES: permission denied, open', { code: 'EACCES' }), 'not-saved'],
  [error('404 Not Found', { statusCode: 404, code: 'HTTP_ERROR_404' }), 'not-reached'],
  [error('net::ERR_CONNECTION_RESET'), 'not-reached'],
  [error('net::ERR_INTERNET_DISCONNECTED'), 'not-reached'],
  [error('aborted'), 'not-reached'],
  [error('Cannot read properties of undefined'), 'unexpected'],
  ['a text', 'unexpected'],
])('%s is %s', (thrown, failure) => {
  expect(updateFailure(thrown)).toBe(failure);
});
