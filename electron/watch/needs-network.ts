// Whether an account's servers are somewhere else than on this computer. Pure.
import type { AccountRecord } from '../setup/memory.ts';

const here = /^(?:localhost|(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|::1)\.?$/iu;

/** Practice and a bridge program on this computer answer without any network. */
export function needsNetwork({ practice, provider, wanted }: AccountRecord): boolean {
  return !practice && wanted.some((service) => !here.test(provider.servers[service]?.host ?? 'localhost'));
}
