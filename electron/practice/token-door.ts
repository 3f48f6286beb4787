// Decides whether an access token opens a mailbox: it asks the provider's own store, and what is being played.
// Must not keep, change or log a token.
import type { Service } from '../../shared/mail-provider.ts';
import { mailScopes } from './mail-scopes.ts';
import { findPerson, type PracticePerson, sharedMailbox } from './practice-people.ts';
import type { PracticeStage } from './practice-stage.ts';
import type { Bearer } from './read-bearer.ts';

export type DoorAnswer =
  | { readonly kind: 'open'; readonly person: PracticePerson }
  /** `status` as Google's and Microsoft's servers say it: 401 for a token that is not good, 400 for one that is good for something else. */
  | { readonly kind: 'refused'; readonly status: '400' | '401' | 'insufficient_scope'; readonly scope: string }
  /** The token is good; `reply` is what the server says all the same, without IMAP's tag. */
  | { readonly kind: 'turned-away'; readonly reply: string };

export interface TokenDoor {
  knock(service: Service, bearer: Bearer): Promise<DoorAnswer>;
}

/** What the provider knows of a token that is good now. */
export interface KnownToken {
  readonly id: string;
  readonly accountId: string;
  readonly scopes: ReadonlySet<string>;
}

export function makeTokenDoor(find: (token: string) => Promise<KnownToken | null>, stage: PracticeStage): TokenDoor {
  return {
    async knock(service, bearer) {
      const scope = mailScopes[service];
      const token = await find(bearer.token);
      if (!token) return { kind: 'refused', status: '401', scope };
      const { challenge, login } = stage.now();
      if (challenge === 'until-renewed' && !stage.renewedSince(token.id))
        return { kind: 'refused', status: '401', scope };
      if (challenge === '401' || challenge === 'insufficient_scope')
        return { kind: 'refused', status: challenge, scope };
      const person = findPerson(bearer.user);
      const mayEnter = person?.address === token.accountId || person?.address === sharedMailbox;
      if (!person || !mayEnter || !token.scopes.has(scope)) return { kind: 'refused', status: '400', scope };
      const reply = login?.[service];
      return reply === undefined ? { kind: 'open', person } : { kind: 'turned-away', reply };
    },
  };
}
