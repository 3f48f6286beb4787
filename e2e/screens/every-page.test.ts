// Every page in every look and at every size: axe finds nothing, and nothing is cut off or out of reach.
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { faultsOf } from '../window/faults-of.ts';
import { accountPages } from './account-pages.ts';
import { approvalByHandPages, approvalPages, beforeApprovalPages } from './approval-pages.ts';
import { casePages, stoppedCasePages } from './case-pages.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expectWhole } from './expect-whole.ts';
import { leavingPages } from './leaving-pages.ts';
import { foundPages, lookingUpPages, notFoundPages, unsurePages } from './look-up-pages.ts';
import { addressPages, openidGuidePages, passwordPages, registrationPages } from './own-pages.ts';
import { type PageStop, playPages, practicePages } from './practice-pages.ts';
import { presetPages } from './preset-pages.ts';
import { failuresToSee, problemPages } from './problem-pages.ts';
import { programPages } from './program-pages.ts';

async function lookAtAll(stops: AsyncGenerator<PageStop>): Promise<void> {
  for await (const stop of stops) {
    await test.step(stop.name, async () => {
      await expectAccessible(stop.window, stop.name);
      await expectWhole(stop.window, stop.name, stop.part);
      expect.soft(await faultsOf(stop.window), stop.name).toEqual([]);
    });
  }
}

test.beforeEach(() => test.setTimeout(240_000));

test('the twelve pages, the account list and the help panel', ({ start, systemBrowser }) =>
  lookAtAll(practicePages({ start, systemBrowser })));

test('the failures that practice plays', ({ start, systemBrowser }) => lookAtAll(playPages({ start, systemBrowser })));

test('the page of an account', ({ start, systemBrowser }) => lookAtAll(accountPages({ start, systemBrowser })));

test('mail programs and the bridge', ({ start, systemBrowser }) => lookAtAll(programPages({ start, systemBrowser })));

test('a case file', ({ start, systemBrowser }) => lookAtAll(casePages({ start, systemBrowser })));
test('a case file of a set-up', ({ start, systemBrowser }) => lookAtAll(stoppedCasePages({ start, systemBrowser })));

test('an offered preset', ({ parts }) => lookAtAll(presetPages(parts)));

test('an account on its way out', ({ start, systemBrowser }) => lookAtAll(leavingPages({ start, systemBrowser })));

for (const failure of failuresToSee) {
  test(`when practice plays ${failure}`, ({ start, systemBrowser }) =>
    lookAtAll(problemPages({ start, systemBrowser }, failure)));
}

test('the address, typed wrong or unknown', ({ start }) => lookAtAll(addressPages({ start })));

test('step 1 while it looks', ({ parts }) => lookAtAll(lookingUpPages(parts)));
test('step 1 when it has found', ({ parts }) => lookAtAll(foundPages(parts)));
test('step 1 when it is not sure', ({ parts }) => lookAtAll(unsurePages(parts)));
test('step 1 when nothing is found', ({ parts }) => lookAtAll(notFoundPages(parts)));

const registered = ['pat@outlook.com', 'pat@gmail.com', 'pat@microsoft.com', 'pat@yandex.com', 'pat@mail.ru'];
for (const address of registered) {
  test(`a registration of one’s own for ${address}`, ({ start }) => lookAtAll(registrationPages({ start }, address)));
}

test('a registration at a provider of one’s own', ({ start }) => lookAtAll(openidGuidePages({ start })));

for (const address of ['pat@icloud.com', 'pat@gmx.de', 'pat@t-online.de']) {
  test(`a password for ${address}`, ({ start }) => lookAtAll(passwordPages({ start }, address)));
}

test('before an approval', ({ parts }) => lookAtAll(beforeApprovalPages(parts)));
test('an approval', ({ parts }) => lookAtAll(approvalPages(parts)));
test('an approval that is asked for by hand', ({ parts }) => lookAtAll(approvalByHandPages(parts)));
