// What the person says about a provider that was found, before going on: unsent choices only; the snapshot holds the rest.
import { useState } from 'react';
import type { Answer } from '../../shared/ipc-contract.ts';
import type { ProviderView } from '../../shared/look-up.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { services } from '../../shared/mail-provider.ts';
import { isServiceAllowed } from '../../shared/policy.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { serversKey } from './confirm-servers.tsx';
import { focusWhenRefused } from './focus-refused.ts';
import { canBeShared } from './shared-question.tsx';
import type { AddressLookUp } from './use-address-look-up.ts';
import type { Overruling } from './use-overruling.ts';
import { useOverruling } from './use-overruling.ts';

export interface FoundChoices {
  readonly look: AddressLookUp;
  readonly overruling: Overruling;
  readonly offered: readonly Service[];
  readonly wanted: readonly Service[];
  readonly setWanted: (wanted: readonly Service[]) => void;
  readonly wantedIsOpen: boolean;
  readonly setWantedOpen: (isOpen: boolean) => void;
  readonly isWantedMissing: boolean;
  readonly isConfirmed: boolean;
  readonly confirmServers: (isConfirmed: boolean) => void;
  readonly isConfirmMissing: boolean;
  /** The question stands under what was found, not in the address field. */
  readonly isSharedAskedBelow: boolean;
  readonly isShared: boolean;
  readonly answerShared: (isShared: boolean) => void;
  readonly isByPassword: boolean;
  /** The provider gives nobody a registration: password or one's own, as the person says. */
  readonly canUseOwn: boolean;
  readonly useOwn: () => void;
  readonly usePassword: () => void;
  /** Sends all of it, or says what is missing. */
  readonly goOn: () => Promise<Answer | undefined>;
}

function isClosedRoad({ is, source }: ProviderView): boolean {
  return is.registering === 'closed' && is.password !== undefined && is.signIn !== 'password' && source !== 'preset';
}

export function useFoundChoices(setup: SetupView, found: ProviderView | undefined, look: AddressLookUp): FoundChoices {
  const { policy } = usePostkey();
  const overruling = useOverruling(setup);
  const [chosen, setChosen] = useState<readonly Service[] | undefined>();
  const [wantedIsOpen, setWantedOpen] = useState(false);
  const [confirmed, setConfirmed] = useState<string | undefined>();
  const [missing, setMissing] = useState<'wanted' | 'confirm' | undefined>();
  const [answered, setAnswered] = useState<boolean | undefined>();
  const [own, setOwn] = useState<boolean | undefined>();

  const isAllowed = (service: Service): boolean =>
    setup.practice || policy === undefined || isServiceAllowed(policy, service);
  const offered = services.filter((service) => found?.is.servers[service] !== undefined && isAllowed(service));
  const wanted = chosen?.filter((service) => offered.includes(service)) ?? setup.wanted;
  const isConfirmed = found !== undefined && confirmed === serversKey(found);
  const canUseOwn = found !== undefined && isClosedRoad(found);
  const isOwn = canUseOwn && (own ?? setup.way !== 'password');
  const noneTakesToken = wanted.length > 0 && wanted.every((service) => found?.is.passwordFor?.includes(service));
  // Who has said it at the address already is not asked again.
  const wasSaidAbove = look.isShared && answered === undefined;
  const isSharedAskedBelow = found !== undefined && !setup.practice && canBeShared(found.is) && !wasSaidAbove;

  const goOn = async (): Promise<Answer | undefined> => {
    if (found === undefined) return undefined;
    if (overruling.service !== undefined) return focusWhenRefused(overruling.send());
    if (!look.isTold) {
      const answer = await focusWhenRefused(look.lookUp());
      if (answer?.accepted !== true) return answer;
    }
    if (wanted.length === 0) {
      setMissing('wanted');
      setWantedOpen(true);
      return undefined;
    }
    if (found.unsure !== undefined && !isConfirmed) {
      setMissing('confirm');
      return undefined;
    }
    return ask('understand.confirm', {
      wanted: [...wanted],
      ...(found.unsure === undefined ? {} : { serversAreRight: true }),
      ...(isOwn ? { ownRegistration: true } : {}),
    });
  };

  return {
    look,
    overruling,
    offered,
    wanted,
    setWanted: (next) => {
      setChosen(next);
      setMissing(undefined);
    },
    wantedIsOpen,
    setWantedOpen,
    isWantedMissing: missing === 'wanted' && wanted.length === 0,
    isConfirmed,
    confirmServers: (next) => setConfirmed(next && found !== undefined ? serversKey(found) : undefined),
    isConfirmMissing: missing === 'confirm' && !isConfirmed,
    isSharedAskedBelow,
    isShared: answered ?? false,
    answerShared: (next) => {
      setAnswered(next);
      look.setShared(next && found?.is.sharing === 'delegate-signs-in');
    },
    isByPassword: found !== undefined && (found.is.signIn === 'password' || (canUseOwn && !isOwn) || noneTakesToken),
    canUseOwn,
    useOwn: () => setOwn(true),
    usePassword: () => setOwn(false),
    goOn,
  };
}
