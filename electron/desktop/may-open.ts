// What may be handed to a browser at all. Pure.

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
