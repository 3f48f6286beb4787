// Puts values into the files that programs read, so that nothing in them can become anything else. Values come from what people type and
// servers say. Pure.

/** Inside single quotes nothing has a meaning to `sh` but the quote (POSIX, Shell Command Language 2.2.2). */
export const inSingleQuotes = (value: string): string => `'${value.replaceAll("'", "'\\''")}'`;

/** One word for `sh`; what has no meaning there at all stays readable. */
export const forShell = (value: string): string =>
  /^[A-Za-z0-9_@%+:,./-]+$/u.test(value) ? value : inSingleQuotes(value);

export const shellCommand = (words: readonly string[]): string => words.map(forShell).join(' ');

/** A string of TOML, or of JSON, which is one (TOML 1.0, "Basic strings"). */
export const forToml = (value: string): string => JSON.stringify(value);

/** In the user part of an address (RFC 3986 3.2.1); `encodeURIComponent` leaves a few marks that have a meaning there. */
export const forUserInfo = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** A comment's line: nothing in it can begin another one. */
export const oneLine = (value: string): string => value.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');

/** Part of a file's or account's name. */
export const forName = (address: string): string =>
  address.replace(/[^\p{L}\p{M}\p{N}.-]+/gu, '-').replace(/^[.-]+|[.-]+$/gu, '') || 'mail';
