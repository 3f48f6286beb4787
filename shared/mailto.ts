// A letter as the address that opens a mail program with it (RFC 6068). Pure; nothing typed can become a header or another scheme.

export interface MailLetter {
  /** Read by `readAddress` before. */
  readonly to?: string | undefined;
  readonly subject: string;
  /** Lines end in `\n`. */
  readonly body: string;
}

/** Characters. Windows hands a program at most 2,081 (Electron, `shell.openExternal`); elsewhere web mail's own servers are the limit. */
export const mailtoLimits = { windows: 1900, others: 6000 } as const;
export type MailtoSystem = keyof typeof mailtoLimits;

/** Half a character, which cannot be encoded, and everything that steers instead of writing, but tab and line feed. */
const notWriting =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Unreserved characters alone stay as they are: quotes and brackets mean something to the shells that pass addresses on. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** `mailto:it%40…`; line breaks as `%0D%0A`, as RFC 6068 section 5 has them. */
export function mailtoAddress({ to, subject, body }: MailLetter): string {
  const oneLine = subject.replace(/\s+/g, ' ').replace(notWriting, '').trim();
  const lines = body.replace(/\r\n?/g, '\n').replace(notWriting, '').replace(/\n/g, '\r\n');
  const recipient = to === undefined ? '' : to.replace(notWriting, '').split('@').map(encoded).join('@');
  const fields = [
    ['subject', oneLine],
    ['body', lines],
  ].filter(([, value]) => value !== '');
  return `mailto:${recipient}${fields.map(([name = '', value = ''], index) => `${index === 0 ? '?' : '&'}${name}=${encoded(value)}`).join('')}`;
}

/** Whether the whole letter fits into an address. Both sides ask this: main to know what to open, the window to know what to say. */
export function fitsMailto(letter: MailLetter, system: MailtoSystem): boolean {
  return mailtoAddress(letter).length <= mailtoLimits[system];
}

/** What opens in place of a letter that does not fit: the words that say where it is, else nothing in it; never longer than the limit. */
export function shortMailtoAddress(letter: MailLetter, instead: string, system: MailtoSystem): string {
  const shorter = [
    { ...letter, body: instead },
    { ...letter, body: '' },
    { ...letter, body: '', subject: [...letter.subject].slice(0, 60).join('') },
  ].map(mailtoAddress);
  return shorter.find((address) => address.length <= mailtoLimits[system]) ?? 'mailto:';
}
