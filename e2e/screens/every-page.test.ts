// Every page in every look and at every size: axe finds nothing, and nothing is cut off or out of reach.
import { expect } from '@playwright/test';
import { practiceFailures } from '../../shared/setup-state.ts';
import { test } from '../parts/journey.ts';
import { faultsOf } from '../window/faults-of.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expectWhole } from './expect-whole.ts';
import { addressPages, passwordPages, registrationPages } from './own-pages.ts';
import { type PageStop, practicePages } from './practice-pages.ts';
import { problemPages } from './problem-pages.ts';

async function lookAtAll(stops: AsyncGenerator<PageStop>): Promise<void> {
  let last: PageStop | undefined;
  for await (const stop of stops) {
    last = stop;
    await test.step(stop.name, async () => {
      await expectAccessible(stop.window, stop.name);
      await expectWhole(stop.window, stop.name, stop.part);
    });
  }
  if (last !== undefined) expect(await faultsOf(last.window)).toEqual([]);
}

test.beforeEach(() => test.setTimeout(240_000));

test('the twelve pages, the account list and the help panel', ({ start, systemBrowser }) =>
  lookAtAll(practicePages({ start, systemBrowser })));

for (const failure of practiceFailures) {
  test(`when practice plays ${failure}`, ({ start, systemBrowser }) =>
    lookAtAll(problemPages({ start, systemBrowser }, failure)));
}

test('the address, typed wrong or unknown', ({ start }) => lookAtAll(addressPages({ start })));

for (const address of ['pat@outlook.com', 'pat@gmail.com', 'pat@microsoft.com']) {
  test(`a registration of one’s own for ${address}`, ({ start }) => lookAtAll(registrationPages({ start }, address)));
}

for (const address of ['pat@icloud.com', 'pat@gmx.de']) {
  test(`a password for ${address}`, ({ start }) => lookAtAll(passwordPages({ start }, address)));
}
