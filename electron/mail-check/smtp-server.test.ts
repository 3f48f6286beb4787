// Against smtp-server, a real one by Nodemailer's author.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { climb, climbedIn, loginName, problemIn, token } from './trial-climb.test-part.ts';
import { trialServers } from './trial-servers.test-part.ts';

const { keys, authority } = trialServers('Trial Root');
const open: SMTPServer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
});

async function listen(secure: boolean): Promise<number> {
  const server = new SMTPServer({
    ...keys(),
    secure,
    authMethods: ['XOAUTH2', 'PLAIN'],
    onAuth: ({ method, accessToken, username }, _, done) => {
      const good = method === 'XOAUTH2' && accessToken === token && username === loginName;
      if (good) done(null, { user: loginName });
      else done(null, { data: { status: '401', schemes: 'bearer', scope: 'mail' } });
    },
  });
  server.on('error', () => {});
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.server.address() as AddressInfo).port;
}

describe('smtp-server', () => {
  it.each(['tls', 'starttls'] as const)('takes the token over %s and refuses another', async (security) => {
    const port = await listen(security === 'tls');
    climbedIn(await climb({ service: 'smtp', port, security, ca: [authority().cert] }));
    const trial = await climb({ service: 'smtp', port, security, ca: [authority().cert], token: 'wrong' });
    expect(problemIn(trial)).toMatchObject({ code: 'token-refused', facts: { phase: 'login', status: '401' } });
  });
});
