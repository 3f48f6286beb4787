// What a sign-in is for: what it asks for, and what becomes of how it ends. The road to the browser and back is the same for all.

import type { Problem } from '../../shared/problem.ts';
import type { StepFact } from '../../shared/step-status.ts';
import type { Grant, SignInPlan } from './outside-world.ts';

export interface Errand {
  readonly plan: SignInPlan;
  /** What step 6 says once an answer has come; `seconds` after the question. */
  answered(seconds: number): StepFact;
  /** The tokens came; `ms` is what redeeming took. Nothing is kept yet. */
  granted(grant: Grant, ms: number): Promise<void>;
  /** It ended without tokens, at this step. */
  refused(step: 'request' | 'response' | 'token', problem: Problem): void;
}
