// What may be handed to a browser, and what to a mail program, at all. Pure.

/** Web pages over https, and over http on this very computer (practice). No names or passwords in the address, no blanks or controls. */
export function mayOpen(url: string): boolean {
  if (!/^[\x21-\x7e]+$/u.test(url)) return false;
  try {
    const { protocol, hostname, username, password } = new URL(url);
    if (username !== '' || password !== '') return false;
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
  } catch {
    return false;
  }
}

/** A letter in the narrow form that `mailtoAddress` gives it: encoded throughout, with no field but subject and body. */
export function mayMail(address: string): boolean {
  return (
    address.length <= 6000 && /^mailto:[\w.%~@-]*(?:\?(?:subject|body)=[\w.%~-]*(?:&body=[\w.%~-]*)?)?$/u.test(address)
  );
}
