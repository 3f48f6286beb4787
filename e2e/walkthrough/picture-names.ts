// How the pictures of a walk are called, without `-light.png` and `-dark.png`. Sorted by name they tell the story.
import { type StepId, stepNumber } from '../../shared/setup-steps.ts';
import type { BrowserPage } from './person.ts';

/** "06-response" */
export const pictureName = (step: StepId): string => `${String(stepNumber(step)).padStart(2, '0')}-${step}`;
export const browserPicture = (page: BrowserPage): string => `06-browser-${page}`;
/** What a mail program asks for. */
export const sheetPicture = '12-sheet';
export const accountsPicture = '13-accounts';
export const accountPicture = '14-account';
export const bridgePicture = '14-bridge';
export const brokenPicture = '15-broken';
