// The permissions that the make-believe provider knows, by service.
import type { Service } from '../../shared/mail-provider.ts';

export const mailScopes: Readonly<Record<Service, string>> = { imap: 'mail.imap', pop: 'mail.pop', smtp: 'mail.smtp' };

/** For identity and renewal. */
export const otherScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];
