// A server's own words, made fit to be shown: one line, at most 200 characters, with nothing in it that could be a secret. Pure.
import type { Secret } from '../setup/secret.ts';

const limit = 200;
const gap = '…';

/** Takes out the secret: as it is, as IMAP quotes it, as UTF-8 looks when it is read as latin1, which it is on these wires, and inside base64. */
function withoutSecret(text: string, secret: Secret): string {
  const bytes = Buffer.from(secret.open(), 'utf8');
  if (bytes.length === 0) return text;
  // IMAP's LOGIN command quotes it (RFC 9051 section 4.3).
  const quoted = secret.open().replace(/["\\]/gu, '\\$&');
  const forms = [quoted, Buffer.from(quoted, 'utf8').toString('latin1'), secret.open(), bytes.toString('latin1')];
  const bare = forms.reduce((left, form) => left.split(form).join(gap), text);
  return bare.replace(/[A-Za-z0-9+/]+={0,2}/gu, (run) => (Buffer.from(run, 'base64').includes(bytes) ? gap : run));
}

/** Undefined when nothing readable is left. `secret` is what was used to log in; servers have been seen to echo it. */
export function serverWords(text: string, secret: Secret): string | undefined {
  const line = withoutSecret(text, secret)
    // The server chose this text: bidi and zero-width characters could make it read as something else.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{fffd}]+/gu, ' ')
    .replace(/\b(Bearer)\s+[^\s"']+/giu, `$1 ${gap}`)
    .replace(/(\bhttps?:\/\/[^\s?#"'<>\]]*)[?#][^\s"'<>\]]*/giu, `$1${gap}`)
    .replace(/\beyJ[A-Za-z0-9+/_.=-]{8,}/gu, gap)
    // Base64, tokens, session ids. Dots and at signs end a run, so host names and addresses stay; a long word stays too.
    .replace(/[A-Za-z0-9+/_~=-]{24,}/gu, (run) => (run.length < 40 && /^[A-Za-z]+$/u.test(run) ? run : gap))
    .replace(/(?:[.]?…){2,}/gu, gap)
    .replace(/\s+/gu, ' ')
    .trim();
  if (line === '' || line === gap) return undefined;
  const characters = [...line];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}${gap}` : line;
}
