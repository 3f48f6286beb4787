// A past that remembers nothing, for tests of what it does not touch.
import type { Past } from './past.ts';

export const forgetful: Past = {
  saw: () => undefined,
  days: () => [],
  entries: () => [],
  ladders: () => [],
  endings: () => [],
  forget: async () => undefined,
  traces: async () => [],
};
