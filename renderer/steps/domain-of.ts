// The part after the @ of what is typed. Pure.
import { readAddress } from '../../shared/account-draft.ts';

/** Empty where it is no address: what was typed is never shown as a domain. */
export function domainOf(address: string): string {
  const read = readAddress(address);
  return read.ok ? read.value.domain : '';
}
