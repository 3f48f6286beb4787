// One request, parsed by the contract's own schema and handed to its one handler. Must not let an exception or an unchecked value through.
import type { Answer, RequestName } from '../../shared/ipc-contract.ts';
import { requests } from '../../shared/ipc-contract.ts';
import type { Handlers } from '../setup/postkey.ts';

/** `logUnexpected` writes a bug to the log and answers the entry's reference. Never rejects. */
export async function answerRequest(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  logUnexpected: (error: unknown) => string,
): Promise<Answer> {
  if (!isRequestName(name)) return { accepted: false, refusal: 'input-malformed' };
  const parsed = requests[name].safeParse(input);
  if (!parsed.success) return { accepted: false, refusal: 'input-malformed' };
  // Schema and handler come from the same line of the contract; a union of forty of them cannot say so.
  const handle = handlers[name] as (input: unknown) => Answer | Promise<Answer>;
  try {
    return await handle(parsed.data);
  } catch (error) {
    return { accepted: false, refusal: 'unexpected', values: { reference: logUnexpected(error) } };
  }
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name);
}
