// Test only: one of every kind of secret, in its vendor's shape, made anew by a fixed rule; none was ever anybody's.
// And the ways in which one could get into a text: bare, named, wrapped, nested, cut in two.

/** Numbers that look random, from 0 up to 1, always the same for one seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const hex = '0123456789abcdef';
const letters = 'abcdefghijklmnopqrstuvwxyz';
const signs = `${letters}${letters.toUpperCase()}0123456789`;
const urlSigns = `${signs}_-`;
const bridgeSigns = 'abcdefghjkmnpqrstvwxyz23456789';
const base64 = (text: string): string => btoa(text);
const four = (between: string): string => ['qzkv', 'wxjt', 'pgqd', 'bvzm'].join(between);

/** Known by their shape, whatever stands beside them; others for each seed. */
export function secretsOf(seed: number): Readonly<Record<string, string>> {
  const next = numbersFrom(seed);
  const random = (from: string, length: number): string =>
    Array.from({ length }, () => from[Math.floor(next() * from.length)]).join('');
  return {
    'Microsoft access token': `eyJ${random(urlSigns, 30)}.eyJ${random(urlSigns, 120)}.${random(urlSigns, 86)}`,
    'Microsoft access token of a person': `EwB4A8l6BAAU${random(signs, 400)}`,
    'Microsoft refresh token': `0.AX${random(urlSigns, 40)}.AgABAwEAAAD${random(urlSigns, 300)}`,
    'Microsoft refresh token, newer': `1.AV${random(urlSigns, 40)}.AgABAwEAAAD${random(urlSigns, 300)}`,
    'Microsoft code of a person': `M.C5${random(signs, 2)}_BAY.2.U.${random(signs, 30)}`,
    'Microsoft client secret': `${random(signs, 3)}8Q~${random(urlSigns, 34)}`,
    'Microsoft device code': `BAQABIQEAAAD${random(urlSigns, 200)}`,
    'Google access token': `ya29.a0${random(urlSigns, 160)}`,
    'Google refresh token': `1//0${random(urlSigns, 90)}`,
    'Google code': `4/0A${random(urlSigns, 60)}`,
    'Google client secret': `GOCSPX-${random(urlSigns, 28)}`,
    'Google device code': `AH-1Ng${random(urlSigns, 80)}`,
    'Yandex token': `y0_AgAAAA${random(urlSigns, 45)}`,
    'Yandex client secret': random(hex, 32),
    'Mail.ru token': random(hex, 64),
    'Mail.ru client secret': random(hex, 32),
    'Yahoo access token': `${random(signs, 60)}.${random(urlSigns, 200)}--`,
    'Yahoo refresh token': `A${random(signs, 40)}.${random(urlSigns, 20)}~001~${random(signs, 8)}`,
    'Yahoo client secret': random(hex, 40),
    'Fastmail token': `fmu1-${random(hex, 8)}-${random(hex, 32)}-0-${random(hex, 32)}`,
    'Fastmail refresh token': `fmr1-${random(urlSigns, 40)}`,
    'Zoho access token': `1000.${random(hex, 32)}.${random(hex, 32)}`,
    'Zoho refresh token': `1000.${random(hex, 32)}.${random(hex, 32)}`,
    'code verifier': random(urlSigns, 64),
    'app password in four groups': four(' '),
    'app password with hyphens': four('-'),
    'app password in one': four(''),
    'bridge password': Array.from({ length: 6 }, () => random(bridgeSigns, 4)).join('-'),
    'PLAIN blob': base64(`pat@harbour.example\0pat@harbour.example\0hunter2`),
    'short PLAIN blob': base64(`\0pat\0hunter2`),
    'XOAUTH2 blob': base64(`user=pat@harbour.example\x01auth=Bearer ${random(urlSigns, 40)}\x01\x01`),
    'OAUTHBEARER blob': base64(
      `n,a=pat@harbour.example,\x01host=h\x01port=1\x01auth=Bearer ${random(urlSigns, 40)}\x01\x01`,
    ),
    'OAUTHBEARER blob without a name': base64(`n,,\x01auth=Bearer ${random(urlSigns, 40)}\x01\x01`),
  };
}

export const shapedSecrets = secretsOf(42);

/** Words like others: known only by the name beside them. */
export const plainSecrets: Readonly<Record<string, string>> = {
  word: 'hunter2',
  'word with signs': 'p@ss-w0rd',
  'user code': 'GQVQ-JKEC',
  'short code': 'Xy12',
  digits: '48151623',
};

export const secretNames = [
  ...['access_token', 'refresh_token', 'id_token', 'client_secret', 'code_verifier', 'device_code', 'user_code'],
  ...[
    'password',
    'passwd',
    'app_password',
    'accessToken',
    'refreshToken',
    'clientSecret',
    'codeVerifier',
    'deviceCode',
  ],
  ...['secret', 'token', 'nonce', 'assertion', 'client_assertion'],
];

/** Texts in which a secret stands under a name. */
export function namedForms(name: string, secret: string): readonly string[] {
  const escaped = encodeURIComponent(secret);
  return [
    `${name}=${escaped}&grant_type=refresh_token`,
    `${name}: ${secret}`,
    `{"${name}":"${secret}"}`,
    JSON.stringify(JSON.stringify({ body: { [name]: secret } })),
    `https://login.example/token?a=1&${name}=${escaped}`,
  ];
}

/** Texts that hold a secret as they do on the wire. */
export function wireForms(secret: string): readonly string[] {
  return [
    `Authorization: Bearer ${secret}`,
    `authorization: DPoP ${secret}`,
    `Proxy-Authorization: Basic ${base64(`pat:${secret}`)}`,
    `Set-Cookie: ESTSAUTH=${secret}; path=/; secure`,
    `Cookie: SID=${secret}; HSID=${secret}`,
    `http://127.0.0.1:41234/signed-in?code=${encodeURIComponent(secret)}&state=${encodeURIComponent(secret)}&session_state=x`,
    `http://localhost:41234/#access_token=${encodeURIComponent(secret)}&token_type=bearer`,
    `a1 LOGIN pat@harbour.example "${secret}"`,
    `a1 AUTHENTICATE PLAIN ${base64(`\0pat\0${secret}`)}`,
    `AUTH PLAIN ${base64(`\0pat\0${secret}`)}`,
    `PASS ${secret}`,
    `imaps://pat:${encodeURIComponent(secret)}@imap.example.org/`,
    `{"RefreshToken":{"oid.tid-login.windows.net-refreshtoken-id--":{"home_account_id":"oid.tid","credential_type":"RefreshToken","secret":"${secret}"}}}`,
  ];
}
