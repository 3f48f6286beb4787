// Requests about the bridge past the page, for journeys that are about mail programs and not about how the page is drawn.
import { expect, type Page } from '@playwright/test';
import type { BridgeSecurity, BridgeView } from '../../shared/bridge.ts';
import type { RequestInput, RequestName } from '../../shared/ipc-contract.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { readState, untilState } from '../window/read-state.ts';

/** Refused is a failure. */
export async function ask<N extends RequestName>(window: Page, name: N, input: RequestInput<N>): Promise<void> {
  // Playwright's own types lose what joins a name and its input.
  const answer = await window.evaluate(
    ({ what, how }) => globalThis.window.postkey.request(what as RequestName, how as RequestInput<RequestName>),
    { what: name as string, how: input as object },
  );
  expect(answer, name).toEqual({ accepted: true });
}

export function portOf(bridge: BridgeView | undefined, service: Service, security: BridgeSecurity = 'plain'): number {
  return bridge?.doors.find((door) => door.service === service && door.security === security)?.port ?? 0;
}

/** On, for the only account; its id. */
export async function switchOn(window: Page): Promise<string> {
  const id = (await readState(window)).accounts[0]?.id ?? '';
  await ask(window, 'bridge.switch', { id, on: true });
  return id;
}

export interface MadePassword {
  readonly programId: string;
  readonly password: string;
  readonly bridge: BridgeView | undefined;
}

export async function makePassword(window: Page, id: string, program: MailProgram): Promise<MadePassword> {
  const before = (await readState(window)).bridgePassword?.programId;
  await ask(window, 'bridge.addProgram', { id, program });
  const { bridges, bridgePassword } = await untilState(
    window,
    'the password is shown',
    (state) => state.bridgePassword !== undefined && state.bridgePassword.programId !== before,
  );
  return {
    programId: bridgePassword?.programId ?? '',
    password: bridgePassword?.password ?? '',
    bridge: bridges.find(({ accountId }) => accountId === id),
  };
}
