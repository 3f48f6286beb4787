// How step 10 helps with what broke a ladder: which request each button sends, and what is known of the mailbox. Sends nothing by itself.
import { mailSystemOf } from '../../shared/it-requests/mail-system-of.ts';
import type { LikelyAbout } from '../../shared/likely-causes.ts';
import type { Service } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { itRequestOfSetup } from '../letters/it-request-about.ts';
import { retry, runNextAction } from '../ui/next-action.ts';
import type { CauseHelp } from './ladder-causes.tsx';
import type { LadderCause } from './test-outcome.ts';

/** Step 7 compared the person and found nothing, or what it found was another thing. */
function checkedPerson({ person, steps: { token } }: SetupView): string | undefined {
  const isChecked = token.kind === 'done' || (token.kind === 'noted' && token.problem.code !== 'person-unknown');
  return isChecked && person?.signedInAs ? person.signedInAs : undefined;
}

function likelyAbout(setup: SetupView, { problem, services: [service] }: LadderCause): LikelyAbout | undefined {
  const ladder = setup.ladders.find((each) => each.service === service);
  // A password's own problems say what they are.
  if (ladder === undefined || ladder.by === 'password') return undefined;
  const provider = setup.provider?.is;
  const hints = {
    hosts: [ladder.server.host],
    signIn: provider?.signIn,
    provider: provider?.name,
    said: problem.serverSaid,
  };
  return {
    problem,
    service: ladder.service,
    system: mailSystemOf(hints).system,
    person: checkedPerson(setup),
    isShared: setup.signsInAs !== undefined,
    loginName: ladder.loginName,
    refusedNames: ladder.refusedNames ?? [],
    passed: setup.ladders.filter((each) => each.state === 'passed'),
  };
}

/** `edit` opens the form for a server on the same page. */
export function helpOfSetup(setup: SetupView, edit: (service: Service) => void): CauseHelp {
  return {
    actionFor: (next, { services: [service] }) => {
      if (next === 'edit-server' && service !== undefined) return () => edit(service);
      return next === 'ask-it' || next === 'none' ? undefined : () => runNextAction(next, 'test');
    },
    tryAgain: () => retry('test'),
    aboutIt: (problem) => itRequestOfSetup(problem, setup),
    likelyAbout: (cause) => likelyAbout(setup, cause),
  };
}
