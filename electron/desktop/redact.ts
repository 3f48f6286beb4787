// Takes every kind of secret out of a text before it is written anywhere. Pure. Errs on the side of taking too much: a log without a
// harmless word is a log, a log with a token is a leak.

const hidden = '[hidden]';

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
  // https://name:password@host
  [/([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@:]*:[^\s/@]*@/giu, `$1${hidden}@`],
  // Known shapes: JWT and JWE, Google, Microsoft.
  [shape(String.raw`eyJ[\w-]{4,}(?:\.[\w-]*){1,4}`), hidden],
  [shape(String.raw`ya29\.[\w-]{10,}`), hidden],
  [shape(String.raw`(?:1//|4/)0[\w-]{10,}`), hidden],
  [shape(String.raw`GOCSPX-[\w-]{6,}`), hidden],
  [/(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{20,}/gu, hidden],
  [shape(String.raw`[01]\.A[\w-]{2,}\.[\w.-]{12,}`), hidden],
  [shape(String.raw`M\.[CR]\d[\w.!*$-]{15,}`), hidden],
];

/** Letters of both cases and digits, long, in one run: random enough to be a key. Hex is taken from 40 on; UUIDs stay. */
const longRun = /[\w~+/-]{32,}={0,2}/gu;
const longHex = /\b[0-9a-fA-F]{40,}\b/gu;

function looksRandom(run: string): boolean {
  // A path is long too, but its parts are words.
  const longest = run.split('/').reduce((best, part) => (part.length > best.length ? part : best), '');
  return longest.length >= 24 && /[a-z]/u.test(longest) && /[A-Z]/u.test(longest) && /\d/u.test(longest);
}

/** The text without its secrets; each is replaced by `[hidden]`. */
export function redact(text: string): string {
  let clean = text;
  for (const [pattern, replacement] of rules) clean = clean.replace(pattern, replacement);
  clean = clean.replace(
    alwaysField,
    hideValue(() => true),
  );
  clean = clean.replace(
    sometimesField,
    hideValue((value) => !harmless.test(value)),
  );
  clean = clean.replace(longHex, hidden);
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
