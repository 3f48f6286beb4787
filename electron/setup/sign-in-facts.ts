// What is remembered of a sign-in for the forecast of its end. Pure.
import type { SignInFacts } from '../../shared/ending.ts';
import type { Grant } from './outside-world.ts';

/** `at`: when the person signed in, epoch milliseconds. */
export function signInFacts({ renewal, renewalEndsAt, validUntil }: Grant, at: number): SignInFacts {
  if (renewal === null) return { at, endsAt: validUntil };
  return renewalEndsAt === undefined ? { at } : { at, renewalEndsAt };
}
