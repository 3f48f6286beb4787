// What the three adapters are made of, handed in by main.
import type { GetOnce } from '../setup/get-once.ts';
import type { SignInAdapter } from '../setup/outside-world.ts';
import type { WireParts } from './wire/wire.ts';

/**
 * `fetch` carries every request of all three libraries; in the app it is Electron's, which knows the system's proxy and
 * certificates. `getOnce` looks at a sign-in page, as `fetch` cannot there. `now`: epoch milliseconds.
 */
export interface SignInParts extends WireParts {
  readonly getOnce: GetOnce;
}

/** An adapter whose provider may take a permission back. */
export type Revoking = SignInAdapter & Required<Pick<SignInAdapter, 'revoke'>>;
