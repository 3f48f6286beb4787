// The honest answer where no cause can be named: in which part of a set-up it happened, and who most likely has to act. Pure.
import type { Explanation, GeneralCause } from '../../shared/explanation.ts';
import type { Actor } from '../../shared/problem.ts';
import { providersIn } from './find-traces.ts';

interface General {
  readonly code: string;
  readonly actors: readonly Actor[];
  readonly speaksOf: RegExp;
}

/** In this order: the first that a text speaks of. The numbers are the steps' where it is met. */
const generals: Readonly<Record<GeneralCause, General>> = {
  'general-keeping': {
    code: '8-KEEPING',
    actors: ['you'],
    speaksOf: /keychain|keyring|kwallet|secret service|safestorage|credential manager|dpapi/iu,
  },
  'general-sign-in': {
    code: '6-SIGN-IN',
    actors: ['app', 'it', 'you'],
    speaksOf:
      /aadsts|oauth|sign[- ]?in\b|login\.microsoftonline|accounts\.google|client_id|redirect_uri|consent|[?&#]error=|"error"/iu,
  },
  'general-sending': {
    code: '10-SENDING',
    actors: ['it', 'provider', 'you'],
    speaksOf: /smtp|outgoing|submission|sending|\behlo\b|^[45]\d\d[ -]\S/imu,
  },
  'general-receiving': {
    code: '10-RECEIVING',
    actors: ['it', 'provider', 'you'],
    speaksOf: /imap|pop3?\b|incoming|inbox|-ERR\b|^\S{1,12} (?:NO|BAD|BYE) /imu,
  },
  'general-network': {
    code: '10-NETWORK',
    actors: ['you', 'it'],
    speaksOf: /\berr_\w|\bwsae\w|0x8\d{7}|network|connect|certificate|\bssl\b|\btls\b|timed? ?out/iu,
  },
  'general-unknown': { code: '12-NOT-KNOWN', actors: ['you', 'it'], speaksOf: /(?:)/u },
};

/** `text`: cleaned. Trying again is worth it: what nobody has described is often weather. */
export function generalAnswer(text: string): Explanation {
  const found = Object.entries(generals).find(([, { speaksOf }]) => speaksOf.test(text));
  const [cause, { code, actors }] = (found ?? ['general-unknown', generals['general-unknown']]) as [
    GeneralCause,
    General,
  ];
  const [provider, another] = providersIn(text);
  return {
    cause,
    code,
    actors,
    retryHelps: cause !== 'general-unknown',
    certain: false,
    decisive: '',
    ...(provider !== undefined && another === undefined ? { provider } : {}),
    candidates: [],
  };
}
