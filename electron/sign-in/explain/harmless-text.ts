// Makes a server's own words fit to be shown and logged: known secrets and anything that looks like one are cut out. Pure.

const longest = 300;

/**
 * `hidden` are values that must not appear, such as the code that was sent. Besides those, JSON Web Tokens, Google's client
 * secrets, Microsoft's client secrets and any unbroken run of 48 or more token characters are replaced by "[hidden]".
 */
export function harmlessText(text: string, hidden: readonly string[] = []): string {
  let clean = text.slice(0, longest * 10);
  for (const value of hidden) {
    if (value.length >= 6) clean = clean.replaceAll(value, '[hidden]');
  }
  clean = clean
    .replace(/eyJ[\w-]{10,}(?:\.[\w-]*){1,4}/gu, '[hidden]')
    .replace(/GOCSPX-[\w-]+/gu, '[hidden]')
    .replace(/[\w~.-]{3}[78]Q~[\w~.-]{30,}/gu, '[hidden]')
    .replace(/[\w+/=~-]{48,}/gu, '[hidden]')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean;
}
