// The twelve steps as a person takes them: looks, presses, signs in, chooses, looks again. Waits for facts, never for time.
import { type StepId, setupSteps } from '../../shared/setup-steps.ts';
import { isClosed } from '../../shared/step-status.ts';
import type { RunningPostkey } from '../parts/postkey-app.ts';
import type { AtTheWindow } from '../window/at-the-window.ts';
import { untilSetup, untilState } from '../window/read-state.ts';
import type { Studio } from './camera.ts';
import type { Person } from './person.ts';
import { browserPicture, pictureName } from './picture-names.ts';
import { type PageWords, readPage } from './read-page.ts';
import { takeSheet, walkAfter } from './walk-after.ts';

export interface WalkParts {
  readonly postkey: RunningPostkey;
  readonly at: AtTheWindow;
  readonly person: Person;
  readonly studio: Studio;
  /** A step has closed and was seen. */
  readonly onSeen: (step: StepId) => Promise<void>;
}

/** Takes the practice account through all twelve steps to the account list; the words of each page it saw. */
export async function walk({ postkey, at, person, studio, onSeen }: WalkParts): Promise<readonly PageWords[]> {
  const { window: page } = postkey;
  const seen: PageWords[] = [];
  const camera = await studio.cameraFor(page);
  const look = async (step: StepId): Promise<void> => {
    await camera.take(pictureName(step));
    seen.push(await readPage(page, step));
  };
  const lookBack = async (...steps: StepId[]): Promise<void> => {
    for (const step of steps) {
      await at.lookBackAt(step);
      await look(step);
      await onSeen(step);
    }
  };
  const isAt = (step: StepId) => untilSetup(page, `${step} is the step`, ({ current }) => current === step);

  const { provider } = await untilSetup(
    page,
    'the practice provider is found',
    (setup) => setup.provider !== undefined,
  );
  const name = { provider: provider?.is.shortName ?? '' };
  await at.button('pages-start:understand.goOn').waitFor();
  await look('understand');
  await at.button('pages-start:understand.goOn').click();
  await isAt('request');
  await onSeen('understand');
  await lookBack('register', 'credentials', 'flow');
  await at.goOnWhereItStood();
  await look('request');
  await at.button('pages-sign-in:request.button.browser', name).click();
  await untilSetup(page, 'Postkey waits for the answer', ({ wait }) => wait !== undefined);
  await onSeen('request');
  await at.button('pages-sign-in:response.link.button').waitFor();
  await look('response');
  await signIn(postkey, at, person, studio);
  await isAt('configure');
  await onSeen('response');
  await lookBack('token', 'store');
  await at.goOnWhereItStood();
  // The words are the label, which lies over the box.
  const thunderbird = at.words.find('window:programs.thunderbird');
  await at.sheet
    .locator('label')
    .filter({ has: page.getByText(thunderbird, { exact: true }) })
    .click();
  await look('configure');
  await at.button('window:buttons.continue').click();
  await untilSetup(
    page,
    'all steps are closed',
    ({ steps }) => setupSteps.every((step) => isClosed(steps[step])),
    60_000,
  );
  await onSeen('configure');
  await lookBack('test', 'refresh');
  await at.goOnWhereItStood();
  await at.button('programs:setUpOf', { program: thunderbird }).waitFor();
  await look('monitor');
  await onSeen('monitor');
  await takeSheet(at, camera, thunderbird);
  await at.button('pages-mail:monitor.finish').click();
  await untilState(page, 'the account is on the list', ({ accounts, setup }) => !setup && accounts.length === 1);
  await walkAfter(at, camera, provider?.is.name ?? '');
  return seen;
}

async function signIn({ app, window }: RunningPostkey, at: AtTheWindow, person: Person, studio: Studio): Promise<void> {
  const copyLink = async (): Promise<string> => {
    await at.button('pages-sign-in:response.link.button').click();
    await at.button('pages-sign-in:response.link.copied').waitFor();
    return app.evaluate(({ clipboard }) => clipboard.readText());
  };
  await person.signIn(copyLink, async (which, tab) => {
    await (await studio.cameraFor(tab)).take(browserPicture(which));
  });
  await untilSetup(window, 'the answer has arrived', ({ steps }) => isClosed(steps.response));
}
