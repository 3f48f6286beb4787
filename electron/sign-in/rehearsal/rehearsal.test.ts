// The rehearsal with all three ways against played providers over real sockets: what it sends, and what it tells.
import { describe, expect, it } from 'vitest';
import { Secret } from '../../setup/secret.ts';
import { problemIn, valueIn } from '../test-plan.test-part.ts';
import {
  backTo,
  codeRefused,
  htmlAnswer,
  jsonAnswer,
  type Play,
  type PlayedAnswer,
} from './played-provider.test-part.ts';
import { openRehearsals } from './rehearsals.test-part.ts';

const at = openRehearsals();
const kinds = ['microsoft', 'google', 'openid'] as const;

const aadsts = (number: number, error: string): PlayedAnswer =>
  jsonAnswer(400, { error, error_description: `AADSTS${number}: Words. Trace ID: 1`, error_codes: [number] });
/** As Microsoft's error page carries it; the sentence may be in any language, the page comes with status 200. */
const microsoftPage = (number: number, words = 'Wörter'): PlayedAnswer =>
  htmlAnswer(
    200,
    `<script>//<![CDATA[\n$Config={"strMainMessage":"Leider","strServiceExceptionMessage":"AADSTS${number}: ${words}","arrSessions":[]};\n//]]></script>`,
  );
const googleError =
  (word: string, sentence: string): Play<URL> =>
  (asked) => {
    const record = Buffer.concat([
      Buffer.from([0x0a, word.length]),
      Buffer.from(word),
      Buffer.from([0x12, sentence.length]),
      Buffer.from(sentence),
      Buffer.from([0x20, 0x91, 0x03]),
    ]).toString('base64');
    const query = new URLSearchParams({ authError: record, client_id: asked.searchParams.get('client_id') ?? '' });
    return { status: 302, location: `https://accounts.google.com/signin/oauth/error?${query}` };
  };

describe('what is asked', () => {
  it('is a page that can sign nobody in, and names nobody', async () => {
    const clientSecret = new Secret('never-in-an-address');
    for (const kind of kinds) await at.rehearse(kind, {}, { clientSecret });
    expect(at.played.pagesAsked).toHaveLength(3);
    for (const { url, headers } of at.played.pagesAsked) {
      expect(url.searchParams.get('prompt')).toBe('none');
      expect(url.searchParams.get('code_challenge_method')).toBe('S256');
      expect(url.searchParams.get('redirect_uri')).toMatch(/^http:\/\/(?:localhost|127\.0\.0\.1):\d{5}$/u);
      expect(url.href).not.toContain('pat');
      expect(url.href).not.toContain('never-in-an-address');
      expect(headers.cookie).toBeUndefined();
      expect(headers['user-agent']).toBe('Postkey');
    }
    expect(at.played.tokensAsked.map((form) => form.get('code'))).toEqual(
      Array(3).fill('postkey-rehearsal-no-such-code'),
    );
  });

  it('is asked about the way back that the sign-in itself will take', async () => {
    for (const kind of kinds) await at.rehearse(kind);
    const ways = at.played.pagesAsked.map(({ url }) => new URL(url.searchParams.get('redirect_uri') ?? '').hostname);
    expect(ways).toEqual(['localhost', '127.0.0.1', '127.0.0.1']);
  });

  it('is named: only what was really asked counts as checked', async () => {
    at.played.token = () => jsonAnswer(503, {});
    expect(await at.checkedBy('microsoft')).toEqual(['client', 'redirect', 'audience']);
    expect(await at.checkedBy('microsoft', { kind: 'personal' })).toEqual(['client', 'redirect']);
    expect(await at.checkedBy('google')).toEqual(['client', 'redirect', 'platform']);
    expect(await at.checkedBy('openid')).toEqual(['client', 'redirect']);
    at.played.token = codeRefused;
    expect(await at.checkedBy('google')).toEqual(['client', 'redirect', 'platform', 'secret']);
    expect(await at.checkedBy('openid')).toEqual(['client', 'redirect', 'secret']);
    at.played.page = () => htmlAnswer(200, 'Please sign in');
    expect(await at.checkedBy('openid')).toEqual(['client', 'secret']);
    at.played.token = () => aadsts(9002313, 'invalid_grant');
    expect(valueIn(await at.rehearse('microsoft'))).toMatchObject({ asked: false, checked: [] });
  });
});

describe('Microsoft', () => {
  it.each([
    [700016, 'client-unknown'],
    [50011, 'redirect-not-registered'],
    [900971, 'redirect-not-registered'],
    [50194, 'audience-wrong'],
    [9002346, 'audience-wrong'],
    [9002332, 'audience-wrong'],
    [500200, 'audience-wrong'],
    [90002, 'tenant-unknown'],
    [70011, 'scope-unknown'],
    [9002325, 'platform-wrong'],
  ] as const)('shows AADSTS%i on its page in any language: %s', async (number, code) => {
    at.played.page = () => microsoftPage(number, 'アプリケーションが見つかりません');
    const problem = problemIn(await at.rehearse('microsoft'));
    expect(problem).toMatchObject({ code, facts: { provider: 'Example', number, host: 'login.microsoftonline.com' } });
    expect(problem.serverSaid).toContain(`AADSTS${number}`);
  });

  it.each([
    [7000218, 'invalid_client', 'platform-wrong'],
    [9002327, 'invalid_request', 'platform-wrong'],
    [700016, 'unauthorized_client', 'client-unknown'],
    [90002, 'invalid_request', 'tenant-unknown'],
    [50194, 'invalid_request', 'audience-wrong'],
  ] as const)('says AADSTS%i at the token endpoint', async (number, error, code) => {
    at.played.token = () => aadsts(number, error);
    expect(await at.codeBy('microsoft')).toBe(code);
  });

  it('leads back with what else is wrong, and a number that is new to us is nothing clear', async () => {
    at.played.page = (asked) =>
      backTo(asked, 'error=invalid_scope&error_description=AADSTS70011%3a+The+provided+value+for+scope+is+not+valid.');
    expect(await at.codeBy('microsoft')).toBe('scope-unknown');
    at.played.page = (asked) => backTo(asked, 'error=login_required&error_description=AADSTS50058%3a+A+silent+sign-in');
    expect(await at.checkedBy('microsoft')).toContain('redirect');
    at.played.page = () => microsoftPage(7999999);
    at.played.token = () => aadsts(9002313, 'invalid_grant');
    expect(valueIn(await at.rehearse('microsoft'))).toMatchObject({ asked: false, checked: [] });
  });

  it('has a page with many numbers for a person to sign in, which says nothing', async () => {
    at.played.page = () => htmlAnswer(200, '<script>var texts={a:"AADSTS700016",b:"AADSTS50011"}</script>Sign in');
    expect(await at.checkedBy('microsoft')).not.toContain('redirect');
  });

  it('tells of personal accounts without a number', async () => {
    at.played.page = (asked) =>
      backTo(
        asked,
        'error=unauthorized_client&error_description=The+client+does+not+exist+or+is+not+enabled+for+consumers.',
      );
    expect(await at.codeBy('microsoft', { kind: 'personal', tenant: 'consumers' })).toBe('audience-wrong');
  });
});

describe('Google', () => {
  it.each([
    ['invalid_client', 'The OAuth client was not found.', 'client-unknown'],
    ['deleted_client', 'The OAuth client was deleted.', 'client-disabled'],
    ['redirect_uri_mismatch', 'Du kannst dich in dieser App nicht anmelden.', 'platform-wrong'],
    ['invalid_request', 'The loopback flow has been blocked in order to keep users secure.', 'platform-wrong'],
    ['invalid_scope', 'Some requested scopes were invalid.', 'scope-unknown'],
  ] as const)('leads to its error page with %s', async (word, sentence, code) => {
    at.played.page = googleError(word, sentence);
    expect(problemIn(await at.rehearse('google'))).toMatchObject({ code, serverSaid: expect.stringContaining(word) });
  });

  it('shows the word on a page in any language', async () => {
    at.played.page = () => htmlAnswer(400, '<h1>アクセスをブロック</h1><p>エラー 400: redirect_uri_mismatch</p>');
    expect(await at.codeBy('google')).toBe('platform-wrong');
  });

  it('would let a person sign in, which it does only for an app and a way back it knows', async () => {
    at.played.page = () => ({ status: 302, location: 'https://accounts.google.com/v3/signin/identifier?opparams=x' });
    expect(await at.checkedBy('google')).toEqual(['client', 'redirect', 'platform', 'secret']);
    at.played.page = () => ({ status: 302, location: 'https://accounts.google.com/v3/signin/rejected?rrk=46' });
    expect(await at.checkedBy('google')).toEqual(['client', 'secret']);
  });

  it('wants the secret, or another one', async () => {
    at.played.token = () =>
      jsonAnswer(400, { error: 'invalid_request', error_description: 'client_secret is missing.' });
    expect(await at.codeBy('google')).toBe('secret-needed');
    at.played.token = () => jsonAnswer(401, { error: 'invalid_client', error_description: 'Unauthorized' });
    expect(await at.codeBy('google', {}, { clientSecret: new Secret('GOCSPX-somebody-elses') })).toBe('secret-wrong');
  });
});

describe('others', () => {
  const fallback =
    (query: string): Play<URL> =>
    () => ({ status: 303, location: `${at.played.origin}/error?${query}` });
  it.each<[string, Play<URL>, string]>([
    [
      'oidc-provider, an unknown client',
      () =>
        htmlAnswer(400, '<h1>oops!</h1><pre><strong>error</strong>: invalid_client</pre><pre>client is invalid</pre>'),
      'client-unknown',
    ],
    [
      'oidc-provider, another way back',
      () =>
        htmlAnswer(
          400,
          "<pre>error: invalid_redirect_uri</pre><pre>redirect_uri did not match any of the client's</pre>",
        ),
      'redirect-not-registered',
    ],
    [
      'Keycloak, in German',
      () => htmlAnswer(400, '<p>Ungültiger Parameter: redirect_uri</p>'),
      'redirect-not-registered',
    ],
    [
      'Keycloak, an unknown client',
      () => htmlAnswer(400, '<p class="instruction">Client not found.</p>'),
      'client-unknown',
    ],
    [
      'Zitadel',
      () =>
        jsonAnswer(400, {
          error: 'invalid_request',
          error_description: 'The requested redirect_uri is missing in the client configuration.',
        }),
      'redirect-not-registered',
    ],
    [
      'Hydra',
      fallback(
        'error=invalid_client&error_description=Client+authentication+failed+(unknown+client).+The+requested+OAuth+2.0+Client+does+not+exist.',
      ),
      'client-unknown',
    ],
    [
      'Hydra, another way back',
      fallback(
        "error=invalid_request&error_description=The+'redirect_uri'+parameter+does+not+match+any+of+the+OAuth+2.0+Client's+pre-registered+redirect+urls.",
      ),
      'redirect-not-registered',
    ],
  ])('%s', async (_who, page, code) => {
    at.played.page = page;
    at.played.token = () => jsonAnswer(401, { error: 'invalid_client' });
    expect(await at.codeBy('openid')).toBe(code);
  });

  it('have one word for an unknown client and a missing secret, which the page tells apart', async () => {
    const words = 'Invalid client or Invalid client credentials';
    at.played.token = () => jsonAnswer(401, { error: 'invalid_client', error_description: words });
    expect(await at.codeBy('openid')).toBe('secret-needed');
    expect(await at.codeBy('openid', {}, { clientSecret: new Secret('not-the-right-one') })).toBe('secret-wrong');
    at.played.token = () => jsonAnswer(401, { error: 'invalid_client' });
    expect(await at.codeBy('openid')).toBe('secret-needed');
    at.played.page = () => htmlAnswer(400, '<p>Client not found.</p>');
    expect(await at.codeBy('openid')).toBe('client-unknown');
  });
});
