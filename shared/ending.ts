// What may end a sign-in, when, and how sure that is. Plain data; the words are in the window's.

export const endingCauses = [
  'idle', // {days}: unused for so long
  'organisation-rule', // {days}: as observed at this account
  'testing-seven-days', // Google, while the registration is in testing
  'provider-rule', // {days}: the provider says how long its renewals last
  'secret-end', // the client secret's last day
  'not-renewable', // the token ends and nothing renews it
  'this-session', // kept only until Postkey ends
  'password-change', // no date: a new password ends it
] as const;
export type EndingCause = (typeof endingCauses)[number];

export interface EndingView {
  readonly cause: EndingCause;
  /** Epoch milliseconds; absent: nobody can say when. */
  readonly at?: number;
  readonly sure: 'certain' | 'likely' | 'possible';
  readonly values: Readonly<Record<string, string | number>>;
}

/** What was learnt when the person signed in; epoch milliseconds. The forecast is made from it. */
export interface SignInFacts {
  readonly at: number;
  /** The provider said how long it can be renewed. */
  readonly renewalEndsAt?: number;
  /** The provider gave nothing that renews: the key ends then. */
  readonly endsAt?: number;
}
