// Two people, one page: the caller reads the stamp out, the agent types it as it was heard, over whatever the agent's own window shows,
// and comes back to where they were.
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { say } from '../parts/say.ts';
import { addressField, press } from '../parts/window-of-postkey.ts';
import { expectAccessible } from '../screens/expect-accessible.ts';
import { expectWhole } from '../screens/expect-whole.ts';
import { faultsOf } from '../window/faults-of.ts';

test('a code that was read out opens its page over the set-up, and Escape leads back', async ({ start }) => {
  const { window } = await start();
  const stamp = window.getByRole('button', { name: say('window:stamp.ofPage') });
  await expect(stamp).toContainText('1-ADDRESS');
  await addressField(window).fill('pat');
  await window.keyboard.press('Control+k');
  const agent = window.getByRole('dialog', { name: say('agent:title') });
  const field = agent.getByRole('textbox', { name: say('agent:field') });
  await expect(field).toBeFocused();

  await window.keyboard.type('6 wating');
  await expectAccessible(window, 'codes that are like it');
  await expectWhole(window, 'codes that are like it', agent);
  await agent.getByRole('button', { name: '6-WAITING' }).click();
  const answer = agent.getByRole('article', { name: say('agent:result') });
  await expect(answer.getByRole('heading', { name: say('pages-sign-in:response.title') })).toBeFocused();
  await expectAccessible(window, 'a page');
  await expectWhole(window, 'a page', agent);

  await agent.getByRole('button', { name: say('agent:questions.page-shows.approval-needed') }).click();
  await expect(answer.getByRole('heading', { name: say('problems:approval-needed.title') })).toBeFocused();
  await expect(answer.getByText(say('agent:causes.approval-needed.passOn'))).toBeVisible();
  await expectAccessible(window, 'a cause');
  await expectWhole(window, 'a cause', agent);
  await agent.getByRole('button', { name: say('agent:back', { code: '6-WAITING' }) }).click();
  await expect(answer.getByRole('heading', { name: say('pages-sign-in:response.title') })).toBeVisible();

  await window.keyboard.press('Escape');
  await expect(agent).toHaveCount(0);
  await expect(addressField(window)).toBeFocused();
  await expect(addressField(window)).toHaveValue('pat');
  await expect(stamp).toContainText('1-ADDRESS');

  await press(window, say('window:rail.help'));
  await press(window, say('window:help.code'));
  await expect(field).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: say('window:rail.help') })).toBeFocused();
  expect(await faultsOf(window)).toEqual([]);
});
