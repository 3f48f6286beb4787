// The address being typed: its provider is looked up a moment after it looks complete; what is wrong with it is said only when
// the person leaves the field or goes on. Keeps unsent text and nothing else.
import { useCallback, useEffect, useRef, useState } from 'react';
import { readAddress } from '../../shared/account-draft.ts';
import type { Answer, RequestInput } from '../../shared/ipc-contract.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';

/** How long the typing must rest before a complete address is looked up. */
export const restMs = 300;

export type AddressField = 'address' | 'signsInAs';
type Input = RequestInput<'understand.address'>;
type Refusals = Partial<Record<AddressField, RefusalCode>>;

export interface AddressLookUp {
  readonly address: string;
  readonly signsInAs: string;
  readonly isShared: boolean;
  readonly type: (field: AddressField, text: string) => void;
  /** Types another address for the person, and looks it up at once. */
  readonly take: (address: string) => Promise<Answer | undefined>;
  readonly toggleShared: () => void;
  readonly setShared: (isShared: boolean) => void;
  readonly leave: (field: AddressField) => void;
  readonly refusals: Refusals;
  /** What the snapshot knows belongs to the address that is typed now. */
  readonly isLookedUp: boolean;
  /** Main knows all that is typed, who signs in too. */
  readonly isTold: boolean;
  /** Looks up now and shows what is wrong; nothing when the text itself was refused. */
  readonly lookUp: () => Promise<Answer | undefined>;
}

/** Reads both fields; the input only when neither is refused. Pure. */
export function readTyped(
  address: string,
  signsInAs: string | undefined,
): { readonly refusals: Refusals; readonly input?: Input } {
  const mailbox = readAddress(address);
  const delegate = signsInAs === undefined ? undefined : readAddress(signsInAs);
  const refusals: Refusals = {};
  if (!mailbox.ok) refusals.address = mailbox.refusal;
  if (delegate !== undefined && !delegate.ok) refusals.signsInAs = delegate.refusal;
  if (!mailbox.ok || (delegate !== undefined && !delegate.ok)) return { refusals };
  if (delegate === undefined) return { refusals, input: { address: mailbox.value.text } };
  if (delegate.value.text.toLowerCase() === mailbox.value.text.toLowerCase()) {
    return { refusals: { signsInAs: 'shared-same-address' } };
  }
  return { refusals, input: { address: mailbox.value.text, signsInAs: delegate.value.text } };
}

const keyOf = (input: { readonly address?: string | undefined; readonly signsInAs?: string | undefined }): string =>
  `${input.address ?? ''}\n${input.signsInAs ?? ''}`;

export function useAddressLookUp(setup: SetupView): AddressLookUp {
  // Undefined until the person types: practice fills the address in after the page was drawn.
  const [typed, setTyped] = useState<Partial<Record<AddressField, string>>>({});
  const [shared, setShared] = useState<boolean | undefined>();
  const [left, setLeft] = useState<Partial<Record<AddressField, boolean>>>({});
  const [refusedByMain, setRefusedByMain] = useState<{ readonly key: string; readonly refusals: Refusals }>();
  const newestSent = useRef<string | undefined>(undefined);

  const address = typed.address ?? setup.address ?? '';
  const signsInAs = typed.signsInAs ?? setup.signsInAs ?? '';
  const isShared = shared ?? setup.signsInAs !== undefined;
  const { input, refusals } = readTyped(address, isShared ? signsInAs : undefined);
  const key = input === undefined ? undefined : keyOf(input);
  const { kind } = setup.steps.understand;
  // A set-up taken up again may have an address that was never looked up to the end.
  const isAsked = setup.provider !== undefined || setup.lookUp !== undefined || kind === 'working' || kind === 'failed';
  const isKnown = key !== undefined && key === keyOf(setup) && isAsked;
  const mailbox = readAddress(address);
  const isSameMailbox = mailbox.ok && mailbox.value.text === setup.address;
  // Who signs in changes nothing about where the mail is.
  const isLookedUp = isSameMailbox && isAsked && kind !== 'working' && kind !== 'failed';

  const send = useCallback(async (wanted: Input): Promise<Answer> => {
    const wantedKey = keyOf(wanted);
    newestSent.current = wantedKey;
    const answer = await ask('understand.address', wanted);
    if (newestSent.current === wantedKey) {
      const field = !answer.accepted && answer.field === 'signsInAs' ? 'signsInAs' : 'address';
      setRefusedByMain(answer.accepted ? undefined : { key: wantedKey, refusals: { [field]: answer.refusal } });
    }
    return answer;
  }, []);

  useEffect(() => {
    if (key === undefined || isKnown || newestSent.current === key) return;
    const [restAddress = '', restDelegate = ''] = key.split('\n');
    const input: Input =
      restDelegate === '' ? { address: restAddress } : { address: restAddress, signsInAs: restDelegate };
    const timer = setTimeout(() => {
      // The field may have been left in the meantime, which asks at once.
      if (newestSent.current !== key) void send(input);
    }, restMs);
    return () => clearTimeout(timer);
  }, [key, isKnown, send]);

  const chooseShared = (next: boolean): void => {
    setShared(next);
    setLeft((before) => ({ ...before, signsInAs: false }));
  };

  const all: Refusals = { ...refusals, ...(refusedByMain?.key === key ? refusedByMain?.refusals : {}) };
  const shown: Refusals = {};
  if (left.address && all.address !== undefined) shown.address = all.address;
  if (left.signsInAs && all.signsInAs !== undefined) shown.signsInAs = all.signsInAs;

  return {
    address,
    signsInAs,
    isShared,
    isLookedUp,
    isTold: isKnown,
    refusals: shown,
    type: (field, text) => {
      setTyped((before) => ({ ...before, [field]: text }));
      setLeft((before) => ({ ...before, [field]: false }));
    },
    take: async (text) => {
      setTyped((before) => ({ ...before, address: text }));
      const taken = readTyped(text, isShared ? signsInAs : undefined).input;
      return taken === undefined ? undefined : send(taken);
    },
    toggleShared: () => chooseShared(!isShared),
    setShared: chooseShared,
    leave: (field) => {
      const isUntouched = (field === 'address' ? address : signsInAs).trim() === '';
      if (isUntouched) return;
      setLeft((before) => ({ ...before, [field]: true }));
      if (input !== undefined && !isKnown && newestSent.current !== key) void send(input);
    },
    lookUp: async () => {
      setLeft({ address: true, signsInAs: true });
      return input === undefined ? undefined : send(input);
    },
  };
}
