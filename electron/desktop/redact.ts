// Takes every kind of secret out of a text before it is written anywhere. Pure. Errs on the side of taking too much: a log without a
// harmless word is a log, a log with a token is a leak.

import { isAppPassword, unwrap } from './secret-texts.ts';

export const hidden = '[hidden]';

/** Fields whose value is a secret, in any spelling: `access_token`, `accessToken`, `access-token`. */
const alwaysSecret = [
  'access[_-]?token',
  'refresh[_-]?token',
  'id[_-]?token(?:[_-]?hint)?',
  'client[_-]?secret',
  'client[_-]?assertion',
  'client[_-]?info',
  'code[_-]?verifier',
  'device[_-]?code',
  'user[_-]?code',
  'session[_-]?state',
  'assertion',
  'app[_-]?password',
  'login[_-]?ticket',
  'nonce',
  'pass(?:word|wd|phrase)?',
  'renewal',
  'secret',
  'token',
  'xoauth2',
].join('|');

/** Also names of harmless things: `code: 'ECONNRESET'`, `state: 'waiting'`. */
const sometimesSecret = 'code|state';
const harmless = /^(?:[A-Z][A-Z0-9_]{2,30}|[a-z]{2,12}(?:-[a-z]{2,12}){0,4}|-?\d{1,5})$/u;

/** The start of a word, also right after a percent sign's two digits, as in `%3Dsecret`. */
const encoded = '(?<=%(?:25)*[0-9A-F]{2})';
const shape = (source: string): RegExp => new RegExp(`(?:\\b|${encoded})${source}`, 'gu');

// A name, perhaps quoted (also as JSON within JSON), a sign between, a value quoted or up to the next delimiter.
const field = (names: string): RegExp =>
  new RegExp(
    `(?:(?<![\\w-])|${encoded})(${names})(\\\\*["'\`]?)(\\s*(?:=>?|:|%(?:25)*3[DA]|\\s(?=\\\\*["'\`]))\\s*)(?:(\\\\*["'\`])((?:(?!\\4).)*)(\\4|$)|([^\\s&,;"'\`<>(){}\\[\\]\\\\]+))`,
    'gimu',
  );
const alwaysField = field(alwaysSecret);
const sometimesField = field(sometimesSecret);

type Rule = readonly [RegExp, string];

const rules: readonly Rule[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/gu, hidden],
  // Whole header lines, whatever the scheme.
  [/((?:proxy-)?authorization|(?:set-)?cookie)(\\*["']?\s*[:=]\s*)[^\r\n}]*/giu, `$1$2${hidden}`],
  [/\b(bearer|basic)(\s+|%20)[\w.~+/=-]{6,}/giu, `$1$2${hidden}`],
  // SASL: `user=…^Aauth=…` and `n,a=…`, in the open and as base64; commands with their arguments.
  [/user=[^\s\x01]*\x01+auth=[^\x01]*\x01*/giu, hidden],
  [shape(String.raw`(?:dXNlcj|bixh|biws)[\w+/=-]{8,}`), hidden],
  [/\b(AUTH(?:ENTICATE)?\s+(?:XOAUTH2|OAUTHBEARER|PLAIN|LOGIN|CRAM-MD5|SCRAM-[\w-]+)\s+)\S+/giu, `$1${hidden}`],
  [/\b(LOGIN\s+)(?:"(?:[^"\\]|\\.)*"|\S+)\s+(?:"(?:[^"\\]|\\.)*"|\S+)/gu, `$1${hidden}`],
  [/^((?:\S+\s)?PASS\s+)\S.*$/gmu, `$1${hidden}`],
  // The answer in a redirect's address, whatever it looks like.
  [/([?&#](?:code|state|session_state)=)[^&\s"'`<>\\]+/giu, `$1${hidden}`],
  // What one types on another device, in a provider's sentence about it.
  [/\b(code\s+(?:is\s+)?)(?:[A-Z0-9]{4}-[A-Z0-9]{4}|(?=[A-Z0-9]*\d)[A-Z0-9]{8,9})\b/gu, `$1${hidden}`],
  // Bytes as `inspect` writes them can be read back.
  [/<(?:Buffer|SlowBuffer)[^>]*>/gu, '<Buffer>'],
  [/\b((?:Uint|Int|BigUint|BigInt|Float)\d+(?:Clamped)?Array(?:\(\d+\))?) ?\[[^\]]*\]/gu, '$1'],
  [/\[Uint8Contents\]: <[^>]*>/gu, '[Uint8Contents]'],
  [/"type":\s*"Buffer",\s*"data":\s*\[[^\]]*\]/gu, '"type":"Buffer"'],
  // https://name:password@host
  [/([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@:]*:[^\s/@]*@/giu, `$1${hidden}@`],
  // Known shapes: JWT and JWE, Google, Microsoft, Yandex, Zoho, Fastmail, Yahoo.
  [shape(String.raw`eyJ[\w-]{4,}(?:\.[\w-]*){1,4}`), hidden],
  [shape(String.raw`ya29\.[\w-]{10,}`), hidden],
  [shape(String.raw`(?:1//|4/)0[\w-]{10,}`), hidden],
  [shape(String.raw`GOCSPX-[\w-]{6,}`), hidden],
  [/(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{20,}/gu, hidden],
  [shape(String.raw`[01]\.A[\w-]{2,}\.[\w.-]{12,}`), hidden],
  [shape(String.raw`M\.[CR]\d[\w.!*$-]{15,}`), hidden],
  [shape(String.raw`y[0-9]_[\w-]{16,}`), hidden],
  [shape(String.raw`1000\.[0-9a-f]{16,}\.[0-9a-f]{16,}`), hidden],
  [shape(String.raw`fm[a-z]\d-[\w-]{10,}`), hidden],
  // The bridge's own: six groups of four, as it makes them up and as one may type them.
  [/(?<![\w-])[a-hjkmnp-tv-z2-9]{4}(?:-[a-hjkmnp-tv-z2-9]{4}){5}(?![\w-])/giu, hidden],
  [/(?<![\w-])(?=[a-z]{0,23}\d)[a-hjkmnp-tv-z2-9]{24}(?![\w-])/giu, hidden],
  [/(?<![\w.~-])[\w.-]{8,}~[01](?:~[\w.-]+)?(?![\w~])/gu, hidden],
];

/** Letters of both cases and digits, long, in one run: random enough to be a key. Hex is taken from 32 on; UUIDs stay. */
const longRun = /[\w~+/-]{32,}={0,2}/gu;
const longHex = /\b[0-9a-fA-F]{32,}\b/gu;

/** Long enough to hold a name and a password between two marks. */
const encodedRun = /[\w+/-]{12,}={0,2}/gu;
/** As providers write an app password: four times four small letters, or sixteen in one. */
const sixteen = /(?<![\p{L}\p{N}])(?:[a-z]{4}(?:(?:[ \u00a0+-]|%20){1,3}[a-z]{4}){3}|[a-z]{16})(?![\p{L}\p{N}])/gu;

function looksRandom(run: string): boolean {
  // A path is long too, but its parts are words.
  const longest = run.split('/').reduce((best, part) => (part.length > best.length ? part : best), '');
  return longest.length >= 24 && /[a-z]/u.test(longest) && /[A-Z]/u.test(longest) && /\d/u.test(longest);
}

/** A password may hold blanks, and need not be quoted: what follows what was hidden of it, up to what ends a value. */
const restOfPassword = /\b((?:app[_-]?)?pass(?:word|wd|phrase)?)(\s*[=:]\s*)\[hidden\][^\r\n&,;"'`<>{}()[\]\\]+/giu;

const secretName = new RegExp(
  `(?<![\\w-])(?:${alwaysSecret}|bearer|basic|authorization|cookie)["']?\\s*[=:>]*\\s*$`,
  'iu',
);

/** Whether a text ends in the name of a secret, so that what is written next to it would be that secret. */
export function endsInSecretName(text: string): boolean {
  return secretName.test(text.slice(-60));
}

/** The text without its secrets; each is replaced by `[hidden]`. */
export function redact(text: string): string {
  return redactAt(text, 1);
}

const deepest = 4;

function isWrapped(run: string, depth: number): boolean {
  const { isLogin, text } = unwrap(run);
  return isLogin || (text !== null && depth < deepest && redactAt(text, depth + 1) !== text);
}

function redactAt(text: string, depth: number): string {
  let clean = text.replace(sixteen, (found) => (isAppPassword(found) ? hidden : found));
  for (const [pattern, replacement] of rules) clean = clean.replace(pattern, replacement);
  clean = clean.replace(
    alwaysField,
    hideValue(() => true),
  );
  clean = clean.replace(
    sometimesField,
    hideValue((value) => !harmless.test(value)),
  );
  clean = clean.replace(restOfPassword, `$1$2${hidden}`);
  clean = clean.replace(longHex, hidden).replace(encodedRun, (run) => (isWrapped(run, depth) ? hidden : run));
  return clean.replace(longRun, (run) => (looksRandom(run) ? hidden : run));
}

type Groups = [
  all: string,
  name: string,
  nameEnd: string,
  sign: string,
  quote?: string,
  quoted?: string,
  end?: string,
  bare?: string,
];

function hideValue(isSecret: (value: string) => boolean): (...groups: string[]) => string {
  return (...groups) => {
    const [all, name, nameEnd, sign, quote = '', quoted, end = '', bare] = groups as Groups;
    const value = quoted ?? bare ?? '';
    if (value === '' || value === hidden || !isSecret(value)) return all;
    return `${name}${nameEnd}${sign}${quote}${hidden}${end}`;
  };
}
