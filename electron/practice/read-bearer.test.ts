import { expect, test } from 'vitest';
import { readBearer } from './read-bearer.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

test('reads both forms', () => {
  expect(readBearer('XOAUTH2', base64('user=pat@practice.example\x01auth=Bearer to.ken~1\x01\x01'))).toEqual({
    user: 'pat@practice.example',
    token: 'to.ken~1',
  });
  expect(
    readBearer('OAUTHBEARER', base64('n,a=a=2Cb=3D@x,\x01host=localhost\x01port=993\x01auth=Bearer t\x01\x01')),
  ).toEqual({
    user: 'a,b=@x',
    token: 't',
  });
});

test.each([
  ['XOAUTH2', ''],
  ['XOAUTH2', 'user=pat\x01\x01'],
  ['XOAUTH2', 'user=\x01auth=Bearer t\x01\x01'],
  ['XOAUTH2', 'user=pat\x01auth=Basic t\x01\x01'],
  ['XOAUTH2', 'n,a=pat,\x01auth=Bearer t\x01\x01'],
  ['OAUTHBEARER', 'n,,\x01auth=Bearer t\x01\x01'],
  ['OAUTHBEARER', 'user=pat\x01auth=Bearer t\x01\x01'],
] as const)('%s: %j is not of the form', (mechanism, text) => {
  expect(readBearer(mechanism, base64(text))).toBeNull();
});
