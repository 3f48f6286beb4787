import { expect, it } from 'vitest';
import { draftOf, readServer, withSecurity } from './server-draft.ts';

it('starts from the server that is known, or from the usual port', () => {
  expect(draftOf('imap', { host: 'imap.example.org', port: 143, security: 'starttls' })).toEqual({
    host: 'imap.example.org',
    port: '143',
    security: 'starttls',
  });
  expect(draftOf('smtp', undefined)).toEqual({ host: '', port: '465', security: 'tls' });
});

it('lets a usual port follow the encryption, and leaves one that was typed', () => {
  expect(withSecurity('smtp', { host: 'a.example', port: '465', security: 'tls' }, 'starttls').port).toBe('587');
  expect(withSecurity('pop', { host: 'a.example', port: '', security: 'tls' }, 'starttls').port).toBe('110');
  expect(withSecurity('imap', { host: 'a.example', port: '1993', security: 'tls' }, 'starttls').port).toBe('1993');
});

it('says which field is refused', () => {
  const draft = draftOf('imap', undefined);
  expect(readServer({ ...draft, host: 'imaps://mail.example.org' })).toEqual({
    ok: false,
    field: 'host',
    refusal: 'host-scheme',
  });
  expect(readServer({ ...draft, host: 'mail.example.org:993' })).toEqual({
    ok: false,
    field: 'host',
    refusal: 'host-port',
  });
  expect(readServer({ ...draft, host: 'mail.example.org', port: '70000' })).toEqual({
    ok: false,
    field: 'port',
    refusal: 'port-odd',
  });
});

it('sends names in other scripts in the form that servers are found by', () => {
  expect(readServer({ host: 'Bücher.example', port: '993', security: 'tls' })).toEqual({
    ok: true,
    server: { host: 'xn--bcher-kva.example', port: 993, security: 'tls' },
  });
});
