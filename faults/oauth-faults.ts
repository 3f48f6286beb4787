// Every fault of a sign-in, from the provider's description of itself to the taking back.
import { answerFaults } from './oauth-answers.ts';
import { beginFaults } from './oauth-begin.ts';
import { deviceFaults } from './oauth-device.ts';
import { laterFaults } from './oauth-later.ts';
import { loopbackFaults } from './oauth-loopback.ts';
import { wordFaults } from './oauth-words.ts';

export const oauthFaults = [
  ...beginFaults,
  ...loopbackFaults,
  ...wordFaults,
  ...answerFaults,
  ...deviceFaults,
  ...laterFaults,
];
