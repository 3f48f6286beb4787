// How long a provider says that a sign-in can be renewed, where it says so beside the tokens. Pure.
import type { Grant } from '../setup/outside-world.ts';
import type { Exchange } from './wire/wire.ts';

/** `exchange`: the one that brought the tokens. */
export function renewalEnd(exchange: Exchange | null): Pick<Grant, 'renewalEndsAt'> {
  if (exchange === null || exchange.renewalSeconds === null) return {};
  return { renewalEndsAt: exchange.answeredAt + Math.round(exchange.renewalSeconds * 1000) };
}
