// Takes what is shaped like a secret out of the short piece of a text that is shown again. Pure; meant for a few hundred characters.
// Errs on the side of taking too much.

const hidden = '[hidden]';
const names =
  'access_?token|refresh_?token|id_?token|id_token_hint|client_?secret|client_?assertion|client_?info|code_?verifier|code_?challenge|device_?code|user_?code|session_?state|assertion|login_?ticket|nonce|pass(?:word|wd|phrase)?|secret|token|xoauth2|code|state';

type Rule = readonly [RegExp, string];
const rules: readonly Rule[] = [
  // App passwords, as providers write them: four times four small letters.
  [/(?<![\p{L}\p{N}])[a-z]{4}(?:[ -][a-z]{4}){3}(?![\p{L}\p{N}])/gu, hidden],
  [/((?:proxy-)?authorization|(?:set-)?cookie)(["']?\s{0,3}[:=]\s{0,3})[^\n]*/giu, `$1$2${hidden}`],
  [/\b(bearer|basic)\s+(?![a-z]{1,20}(?:[\s.,:;]|$))[\w.~+/=-]{6,}/giu, `$1 ${hidden}`],
  [/\b(AUTH(?:ENTICATE)?\s+[A-Z0-9-]{4,20}\s+)\S+/gu, `$1${hidden}`],
  [/\b(LOGIN\s+)(?!failed\b)\S+\s+\S+/gu, `$1${hidden}`],
  [/\b(PASS\s+)\S.*/gu, `$1${hidden}`],
  [/user=\S*\s?auth=\S*/giu, hidden],
  [/(:\/\/)[^\s/@:]{0,100}:[^\s/@]{0,200}@/gu, `$1${hidden}@`],
  [/([?&#](?:code|state|session_state|id_token|access_token)=)[^&\s]*/giu, `$1${hidden}`],
  // A name, a sign, and no plain word of small letters after it ("code: invalid" is no secret, "code=0.AXoA" is).
  [
    new RegExp(
      `(?<![\\w-])(${names})(["']?\\s{0,3}[=:]\\s{0,3}["']?)(?![a-z_]{1,30}(?:[\\s"',;.]|$))[^\\s&"',;]{2,}`,
      'giu',
    ),
    `$1$2${hidden}`,
  ],
  [/(?<![\w-])(pass(?:word|wd|phrase)?|client_?secret)(["']?\s{0,3}[=:]\s{0,3}["']?)[^\s&"',;]+/giu, `$1$2${hidden}`],
  [/eyJ[\w-]{4,}(?:\.[\w-]*){0,4}/gu, hidden],
  [
    /ya29\.[\w-]+|(?:1\/\/|4\/)0[\w-]{6,}|GOCSPX-[\w-]+|[\w~.-]{3}[78]Q~[\w~.-]+|[01]\.A[\w-]{2,}[\w.-]*|M\.[CR]\d[\w.!*$-]+/gu,
    hidden,
  ],
];

/** Long runs with letters and digits mixed are keys; numbers of a request (UUIDs), hosts and plain words stay. */
function looksLikeKey(run: string): boolean {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(run)) return false;
  if (!/\d/u.test(run) && (/^[a-z_/-]+$/u.test(run) || /^[A-Z_/-]+$/u.test(run))) return false;
  if (/^[A-Z][A-Z0-9]*(?:[_/][A-Z0-9]+)+$/u.test(run)) return false;
  return run.length >= 40 || (/\d/u.test(run) && /[a-zA-Z]/u.test(run));
}

/** One line with `[hidden]` where a secret stood. */
export function hideSecrets(piece: string): string {
  let clean = piece;
  for (const [pattern, instead] of rules) clean = clean.replace(pattern, instead);
  return clean
    .replace(/[\w~+/=-]{24,}/gu, (run) => (looksLikeKey(run) ? hidden : run))
    .replace(/\s+/gu, ' ')
    .trim();
}
