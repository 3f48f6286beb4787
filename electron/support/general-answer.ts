// The honest answer where no cause can be named: in which part of a set-up it happened, and who most likely has to act. Pure.
import type { Explanation, GeneralCause } from '../../shared/explanation.ts';
import { codeOfPage } from '../../shared/page-code.ts';
import type { Actor } from '../../shared/problem.ts';
import { providersIn } from './find-traces.ts';

interface General {
  readonly actors: readonly Actor[];
  readonly speaksOf: RegExp;
}

/** In this order: the first that a text speaks of. */
const generals: Readonly<Record<GeneralCause, General>> = {
  'general-keeping': {
    actors: ['you'],
    speaksOf: /keychain|keyring|kwallet|secret service|safestorage|credential manager|dpapi/iu,
  },
  'general-sign-in': {
    actors: ['app', 'it', 'you'],
    speaksOf:
      /aadsts|oauth|sign[- ]?in\b|login\.microsoftonline|accounts\.google|client_id|redirect_uri|consent|[?&#]error=|"error"/iu,
  },
  'general-sending': {
    actors: ['it', 'provider', 'you'],
    speaksOf: /smtp|outgoing|submission|sending|\behlo\b|^[45]\d\d[ -]\S/imu,
  },
  'general-receiving': {
    actors: ['it', 'provider', 'you'],
    speaksOf: /imap|pop3?\b|incoming|inbox|-ERR\b|^\S{1,12} (?:NO|BAD|BYE) /imu,
  },
  'general-network': {
    actors: ['you', 'it'],
    speaksOf: /\berr_\w|\bwsae\w|0x8\d{7}|network|connect|certificate|\bssl\b|\btls\b|timed? ?out/iu,
  },
  'general-unknown': { actors: ['you', 'it'], speaksOf: /(?:)/u },
};

/** `text`: cleaned. Trying again is worth it: what nobody has described is often weather. */
export function generalAnswer(text: string): Explanation {
  const found = Object.entries(generals).find(([, { speaksOf }]) => speaksOf.test(text));
  const [cause, { actors }] = (found ?? ['general-unknown', generals['general-unknown']]) as [GeneralCause, General];
  const [provider, another] = providersIn(text);
  return {
    cause,
    code: codeOfPage(cause),
    actors,
    retryHelps: cause !== 'general-unknown',
    certain: false,
    decisive: '',
    ...(provider !== undefined && another === undefined ? { provider } : {}),
    candidates: [],
  };
}
