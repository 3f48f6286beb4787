// Where an account's secrets are kept. Never the secrets.

/** Where secrets are kept, said truthfully. */
export interface KeepingView {
  readonly store: 'gnome-keyring' | 'kwallet' | 'macos-keychain' | 'windows-dpapi' | 'secret-service' | 'none';
  readonly kept: 'sealed' | 'this-session';
}
