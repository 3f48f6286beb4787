import { expect, it } from 'vitest';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { closedBetween } from './use-cut-in-turn.ts';

it('finds the steps that closed at once, in their order', () => {
  expect(closedBetween(setupAt('register').steps, setupAt('request').steps)).toEqual([
    'register',
    'credentials',
    'flow',
  ]);
  expect(closedBetween(setupAt('request').steps, setupAt('register').steps)).toEqual([]);
});
