// How an account's page helps with what broke: which request each button sends, and what is known of the mailbox. Sends nothing by itself.
import type { AccountView } from '../../shared/account-state.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import { mailSystemOf } from '../../shared/it-requests/mail-system-of.ts';
import type { LikelyAbout } from '../../shared/likely-causes.ts';
import type { NextAction } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { itRequestOfAccount } from '../letters/it-request-about.ts';
import { ask } from '../setup/postkey-state.ts';
import type { CauseHelp } from '../steps/ladder-causes.tsx';
import type { LadderCause } from '../steps/test-outcome.ts';

/** All but these begin where a sign-in begins. */
const beginsAt: Partial<Record<NextAction, StepId>> = {
  'edit-server': 'understand',
  'edit-registration': 'register',
  'choose-another-way': 'flow',
};

async function signInAgain(id: string, next: NextAction): Promise<Answer> {
  const answer = await ask('account.signInAgain', { id });
  const step = beginsAt[next];
  return answer.accepted && step !== undefined ? ask('setup.reopen', { step }) : answer;
}

function likelyAbout(account: AccountView, { problem, services: [first] }: LadderCause): LikelyAbout | undefined {
  const { address, signsInAs, servers, watch, providerName } = account;
  const service = first ?? servers.find((each) => each.service === problem.facts['service'])?.service;
  const login = servers.find((each) => each.service === service);
  if (login === undefined || login.by === 'password') return undefined;
  const hints = { hosts: [login.server.host], provider: providerName, said: problem.serverSaid };
  return {
    problem,
    service: login.service,
    system: mailSystemOf(hints).system,
    person: account.personChecked ? (signsInAs ?? address) : undefined,
    isShared: signsInAs !== undefined,
    loginName: login.loginName,
    refusedNames: watch?.ladders?.find((each) => each.service === service)?.refusedNames ?? [],
    passed: servers.filter((each) => watch?.services[each.service] === 'passed'),
  };
}

export function helpOfAccount(account: AccountView): CauseHelp {
  const { id } = account;
  return {
    account,
    // Another address is another account.
    actionFor: (next) =>
      next === 'ask-it' || next === 'none' || next === 'edit-address' ? undefined : () => signInAgain(id, next),
    tryAgain: () => ask('account.check', { id }),
    aboutIt: (problem) => itRequestOfAccount(problem, account),
    likelyAbout: (cause) => likelyAbout(account, cause),
  };
}
