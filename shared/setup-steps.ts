// The twelve steps and their order, written once. File names and code elsewhere carry no numbers.

export const setupSteps = [
  'understand',
  'register',
  'credentials',
  'flow',
  'request',
  'response',
  'token',
  'store',
  'configure',
  'test',
  'refresh',
  'monitor',
] as const;

export type StepId = (typeof setupSteps)[number];

/** The number a person reads beside the step, 1 to 12. */
export function stepNumber(step: StepId): number {
  return setupSteps.indexOf(step) + 1;
}
