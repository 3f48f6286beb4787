// What is typed about the client secret: the secret and its last day. Keeps unsent text only; main judges it.
import { type RefObject, useRef, useState } from 'react';
import type { RegistrationView } from '../../shared/setup-state.ts';
import { isHalfTyped } from '../ui/date-field.tsx';

export interface SecretDraft {
  readonly secret: string;
  readonly typeSecret: (text: string) => void;
  readonly day: string;
  readonly typeDay: (text: string) => void;
  readonly dayInput: RefObject<HTMLInputElement | null>;
  /** Half a day stands in the field. */
  readonly isDayHalf: boolean;
  /** Looks whether half a day stands there; true when it does. */
  readonly lookAtDay: () => boolean;
}

export function useSecretDraft(registration: RegistrationView | undefined): SecretDraft {
  const keptDay = registration?.secretEndsOn ?? '';
  const [secret, setSecret] = useState('');
  const [day, setDay] = useState(keptDay);
  const [isDayHalf, setDayHalf] = useState(false);
  const dayInput = useRef<HTMLInputElement | null>(null);
  return {
    secret,
    typeSecret: (text) => {
      // The day of the old secret is not the new one's.
      if (secret === '' && text !== '' && day === keptDay) setDay('');
      if (text === '' && day === '') setDay(keptDay);
      setSecret(text);
    },
    day,
    typeDay: (text) => {
      setDay(text);
      setDayHalf(false);
    },
    dayInput,
    isDayHalf,
    lookAtDay: () => {
      const half = isHalfTyped(dayInput.current);
      setDayHalf(half);
      return half;
    },
  };
}
