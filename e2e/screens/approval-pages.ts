// An organisation that guards its mail, and stops at each page: foretold, refused, waited for in every way, agreed to; and the letters.
import { expect, type Page } from '@playwright/test';
import {
  type ApprovalParts,
  nextTab,
  sendLetter,
  signInWithoutMail,
  waitingTitle,
  walkToRefusal,
} from '../parts/approval-road.ts';
import { meetAdministratorsRule, signInAt } from '../parts/person-in-browser.ts';
import { pat, sam } from '../parts/provider-kinds.ts';
import { openStep, walkToSignIn } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectStep, expectTitle, press } from '../parts/window-of-postkey.ts';
import type { PageStop } from './practice-pages.ts';

async function unfoldLetter(window: Page): Promise<void> {
  await press(window, say('approval:letter.unfold'));
  await expect(window.getByRole('button', { name: say('approval:letter.fold'), exact: true })).toBeVisible();
}

/** Before anything is refused: what is expected, and how one signs in. */
export async function* beforeApprovalPages(parts: ApprovalParts): AsyncGenerator<PageStop> {
  const { window } = await walkToSignIn(parts, 'microsoft', { approved: false });
  await press(window, say('approval:ahead.ask'));
  await expect(window.getByRole('region', { name: say('approval:letter.label') })).toBeVisible();
  yield { window, name: 'request, the letter ahead' };
  await openStep(window, 'flow');
  await press(window, say('pages-start:flow.change'));
  await expectTitle(window, say('pages-start:flow.title'));
  yield { window, name: 'flow, the choice' };
}

/** Where people may say who they are. */
export async function* approvalPages(parts: ApprovalParts): AsyncGenerator<PageStop> {
  const at = await walkToRefusal(parts, 'all-but-mail');
  const { window, house } = at;
  const stop = (name: string): PageStop => ({ window, name: `response, ${name}` });
  yield stop('approval needed');
  await unfoldLetter(window);
  yield stop('approval needed, the letter unfolded');
  await sendLetter(window);
  yield stop('waiting, can ask after a sign-in');
  await press(window, say('approval:waiting.watch'));
  await signInAt(await nextTab(house, parts.systemBrowser), sam);
  const facts = { expected: pat.address, signedInAs: sam.address, provider: house.shortName };
  await expect(window.getByText(say('problems:wrong-person.what', facts))).toBeVisible();
  await press(window, say('approval:waiting.again'));
  await unfoldLetter(window);
  yield stop('waiting, with trouble and the letter again');
  await signInWithoutMail(at, parts);
  yield stop('waiting, asks by itself');
  await press(window, say('approval:waiting.putAside'));
  await expectTitle(window, say('window:accounts.title.waits_one', { number: say('window:numbers.start.1') }));
  yield { window, name: 'accounts, none but one that waits' };
  await press(window, say('window:accounts.aside.openLabel', { address: pat.address }));
  await expectTitle(window, waitingTitle);
  house.provider.stage.administratorAgreed = true;
  await press(window, say('approval:waiting.lookNow'));
  await expectStep(window, 'configure', 'needs-you');
  yield { window, name: 'configure, with the notice of the approval' };
  await openStep(window, 'response');
  await expectTitle(window, say('approval:approved.title'));
  yield stop('approved');
}

/** Where people may say nothing at all. */
export async function* approvalByHandPages(parts: ApprovalParts): AsyncGenerator<PageStop> {
  const { window, house } = await walkToRefusal(parts, 'nothing');
  await sendLetter(window);
  await press(window, say('approval:waiting.watch'));
  await meetAdministratorsRule(await nextTab(house, parts.systemBrowser), pat);
  await expect(window.getByText(say('approval:waiting.how.by-hand', { provider: house.shortName }))).toBeVisible();
  await expectTitle(window, waitingTitle);
  yield { window, name: 'response, waiting, asked by hand' };
}
