// Tells by its first byte who comes to a door. Pure.

/** The content type of a TLS handshake record (RFC 8446 section 5.1); no command of a mail program begins with it. */
export const isTlsHello = (first: number): boolean => first === 0x16;

/** A fatal alert (RFC 8446 section 6, `unexpected_message`): a program that speaks TLS understands nothing else. */
export const tlsAlert = Uint8Array.of(0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x0a);
