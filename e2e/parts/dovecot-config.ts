// The settings of a Dovecot 2.3 for one run: own folder, own ports, tokens asked for at one provider, and a password for each
// mailbox. Pure.
import { introspectionPath, mailServerClient } from './provider-kinds.ts';
import type { ServerCertificate } from './test-authority.ts';

export interface MailPorts {
  /** Encrypted from the start. */
  readonly imap: number;
  readonly pop: number;
  readonly smtp: number;
  /** Encrypted after STARTTLS or STLS. */
  readonly imapPlain: number;
  readonly popPlain: number;
  readonly smtpPlain: number;
}

/** As Google and others make them: sixteen letters. */
export const mailPassword = 'qkzvtyuwhbnmfpdr';

export interface DovecotWish {
  /** Holds everything; every program of Dovecot can enter it. */
  readonly folder: string;
  readonly ports: MailPorts;
  readonly relayPort: number;
  readonly certificate: ServerCertificate;
  readonly authorityFile: string;
  readonly providerOrigin: string;
  /** Whose mailboxes are read and written; root's are refused by Dovecot. */
  readonly uid: number;
  readonly gid: number;
  /** Null when Dovecot is started by root and gives its parts users of its own. */
  readonly user: string | null;
  /** A token of anyone opens every mailbox of the same domain, as if all were shared with all. */
  readonly isShared: boolean;
}

/** Who a token is for, and whether it is good, is the provider's word. */
export function oauthSettings({ providerOrigin, authorityFile, isShared }: DovecotWish): string {
  const url = new URL(introspectionPath, providerOrigin);
  url.username = mailServerClient.id;
  url.password = mailServerClient.secret;
  return `introspection_mode = post
introspection_url = ${url.href}
username_attribute = sub
${isShared ? 'username_format = %Ld\n' : ''}active_attribute = active
active_value = true
tls_ca_cert_file = ${authorityFile}
`;
}

/** Everybody has a password for mail programs, besides the sign-in. */
export function passwordList(addresses: readonly string[]): string {
  return addresses.map((address) => `${address}:${mailPassword}\n`).join('');
}

export function dovecotSettings(wish: DovecotWish): string {
  const { folder, ports, certificate, uid, gid, user } = wish;
  const own = user === null ? '' : `default_internal_user = ${user}\ndefault_login_user = ${user}\n`;
  const login = (service: string, plain: string, plainPort: number, tls: string, tlsPort: number): string => `
service ${service}-login {
${user === null ? '' : '  chroot =\n'}  inet_listener ${plain} {
    port = ${plainPort}
  }
  inet_listener ${tls} {
    port = ${tlsPort}
    ssl = yes
  }
}`;
  return `protocols = imap pop3 submission
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
${own}ssl = required
ssl_cert = <${certificate.certFile}
ssl_key = <${certificate.keyFile}
ssl_dh =
disable_plaintext_auth = yes
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
auth_verbose = yes
hostname = mail.harbour.example
first_valid_uid = ${uid}
mail_location = maildir:~/Maildir
mail_max_userip_connections = 1000
default_process_limit = 1200
default_client_limit = 6000
mail_plugins = acl
plugin {
  acl = vfile
}
submission_relay_host = 127.0.0.1
submission_relay_port = ${wish.relayPort}
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/oauth2.conf
}
passdb {
  driver = passwd-file
  mechanisms = plain login
  args = scheme=plain username_format=%u ${folder}/passwords
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service anvil {
  # Without a penalty for failed logins from one address, which make the next one wait.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
${login('imap', 'imap', ports.imapPlain, 'imaps', ports.imap)}
${login('pop3', 'pop3', ports.popPlain, 'pop3s', ports.pop)}
${login('submission', 'submission', ports.smtpPlain, 'submissions', ports.smtp)}
`;
}
