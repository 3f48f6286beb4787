// Every fault of a sign-in, from the provider's description of itself to the taking back.
import { answerFaults } from './oauth-answers.ts';
import { beginFaults } from './oauth-begin.ts';
import { wordFaults } from './oauth-words.ts';

export const oauthFaults = [...beginFaults, ...wordFaults, ...answerFaults];
