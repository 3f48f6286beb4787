// Makes a case file's data out of what the window is shown: field by field, so that nothing gets in that is not named here. Addresses,
// names and the organisation's own names become stand-ins. Reads nothing; pure.

import type { AccountView, WatchView } from '../../../shared/account-state.ts';
import type { CaseAccount, CaseFile, CaseSetup } from '../../../shared/case-file.ts';
import { caseVersion } from '../../../shared/case-file.ts';
import { isValueName, longestCaseText } from '../../../shared/case-file-schema.ts';
import type { Ladder } from '../../../shared/ladder.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { SetupView } from '../../../shared/setup-state.ts';
import { setupSteps } from '../../../shared/setup-steps.ts';
import type { StepFact, StepStatus } from '../../../shared/step-status.ts';
import type { AccountRecord } from '../../setup/memory.ts';
import type { CaseSubject } from './case-subject.ts';
import type { HideNames } from './hide-names.ts';

const mostHistory = 400;
const mostLog = 200;
type Values = Readonly<Record<string, string | number>>;

/** Without what has no value: optional fields are absent, never undefined. */
function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

export function makeCaseFile(subject: CaseSubject, hide: HideNames): CaseFile {
  const text = (from: string): string =>
    hide
      .text(from)
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/gu, ' ')
      .slice(0, longestCaseText);
  const short = (from: string): string => text(from).slice(0, 120);
  const finite = (from: number): number => (Number.isFinite(from) ? from : 0);
  const number = (from: number): number => Math.max(0, finite(from));

  const values = (from: Values): Values =>
    Object.fromEntries(
      Object.entries(from)
        .filter(([name]) => isValueName(name))
        .slice(0, 30)
        .map(([name, value]) => [name, typeof value === 'number' ? finite(value) : text(value)]),
    );
  const problem = ({ code, facts, serverSaid, logReference }: Problem): Problem =>
    given({ code, facts: values(facts), serverSaid: serverSaid && text(serverSaid), logReference }) as Problem;
  const fact = (from: StepFact): StepFact =>
    given({ code: from.code, values: from.values && values(from.values) }) as StepFact;
  const status = (from: StepStatus): StepStatus => {
    switch (from.kind) {
      case 'working':
        return given({ ...from, values: from.values && values(from.values) }) as StepStatus;
      case 'needs-you':
        return given({ ...from, fact: from.fact && fact(from.fact) }) as StepStatus;
      case 'done':
        return { ...from, fact: fact(from.fact), ms: number(from.ms) };
      case 'noted':
        return { ...from, fact: fact(from.fact), ms: number(from.ms), problem: problem(from.problem) };
      case 'failed':
        return { ...from, problem: problem(from.problem) };
      default:
        return from;
    }
  };
  const ladder = ({
    service,
    server,
    loginName,
    by,
    rungs,
    state,
    totalMs,
    messages,
    problem: cause,
    insteadOf,
    refusedNames,
  }: Ladder): Ladder =>
    given({
      service,
      server: { ...server, host: hide.host(server.host) },
      loginName: hide.login(loginName),
      by,
      rungs,
      state,
      totalMs,
      messages,
      problem: cause && problem(cause),
      insteadOf: insteadOf && hide.login(insteadOf),
      refusedNames: refusedNames?.slice(0, 10).map(hide.login),
    }) as Ladder;
  const watch = (from: WatchView): WatchView =>
    given({
      lastCheckAt: from.lastCheckAt,
      nextCheckAt: number(from.nextCheckAt),
      validUntil: from.validUntil,
      services: from.services,
      problem: from.problem && problem(from.problem),
      ladders: from.ladders?.map(ladder),
    }) as WatchView;
  const endings = (from: AccountView['endings']): AccountView['endings'] =>
    from.map(
      ({ cause, at, sure, values: said }) => given({ cause, at, sure, values: values(said) }) as (typeof from)[number],
    );
  const registration = (from: AccountRecord['registration']): CaseAccount['registration'] => {
    const { source, clientId, hasSecret, secretEndsOn } = from;
    return given({
      source,
      clientId: clientId.slice(0, longestCaseText),
      hasSecret,
      secretEndsOn,
    }) as CaseAccount['registration'];
  };

  const setupOf = (view: SetupView): CaseSetup => {
    const { address, signsInAs, provider, approval, person, lookUp } = view;
    const details = Object.fromEntries(
      Object.entries(view.details).map(([step, lines]) => [
        step,
        lines
          .slice(0, 120)
          .map(({ label, value }) => ({ label: label.replace(/[^\w-]/gu, '-').slice(0, 64), value: text(value) })),
      ]),
    );
    return given({
      mailbox: address === undefined ? undefined : hide.mailbox(address),
      signsInAs: signsInAs && hide.mailbox(signsInAs),
      domain: address === undefined ? undefined : hide.domainOf(address),
      provider: provider && {
        id: provider.is.id,
        name: short(provider.is.name),
        shortName: short(provider.is.shortName),
        signIn: provider.is.signIn,
        signInHost: hide.host(provider.is.signInHost),
        source: provider.source,
        ...(provider.unsure ? { unsure: provider.unsure } : {}),
      },
      registration: view.registration && registration(view.registration),
      lookUp: lookUp?.sources.map(({ source, state, sent, fault, asked, provider: named, ms }) =>
        given({ source, state, sent, fault, asked: asked && text(asked), provider: named && text(named), ms }),
      ),
      approval:
        approval &&
        given({
          since: approval.since,
          sentBy: approval.sentBy,
          check: approval.check,
          lastCheckAt: approval.lastCheckAt,
          nextCheckAt: approval.nextCheckAt,
          trouble: approval.trouble && problem(approval.trouble),
        }),
      person: person && { expected: hide.mailbox(person.expected), signedInAs: hide.mailbox(person.signedInAs) },
      purpose: view.purpose,
      practice: view.practice,
      steps: Object.fromEntries(setupSteps.map((step) => [step, status(view.steps[step])])),
      current: view.current,
      wanted: view.wanted,
      leftOut: view.leftOut,
      rehearsal: view.rehearsal,
      way: view.way,
      scopes: view.scopes.map(({ service, scope, granted }) => given({ service, scope: text(scope), granted })),
      validUntil: view.validUntil,
      keeping: view.keeping,
      programs: view.programs,
      ladders: view.ladders.map(ladder),
      endings: view.endings && endings(view.endings),
      watch: view.watch && watch(view.watch),
      details,
    }) as unknown as CaseSetup;
  };

  const accountOf = ({ view, record, history }: CaseSubject['accounts'][number]): CaseAccount =>
    given({
      mailbox: hide.mailbox(view.address),
      signsInAs: view.signsInAs && hide.mailbox(view.signsInAs),
      domain: hide.domainOf(view.address),
      registration: registration(record.registration),
      scopes: record.scopes.map(text),
      history: history
        .slice(-mostHistory)
        .map(({ state, cause, services, from, until }) => given({ state, cause, services, from, until })),
      providerName: short(view.providerName),
      practice: view.practice,
      health: view.health,
      keeping: { store: view.keeping.store, kept: view.keeping.kept },
      servers: view.servers.map(({ service, server, loginName, by, insteadOf }) =>
        given({
          service,
          server: { ...server, host: hide.host(server.host) },
          loginName: hide.login(loginName),
          by,
          insteadOf: insteadOf && hide.login(insteadOf),
        }),
      ),
      watch: view.watch && watch(view.watch),
      leftOut: view.leftOut,
      secretEnds: view.secretEnds,
      addedAt: view.addedAt,
      days: view.days,
      endings: endings(view.endings),
    }) as unknown as CaseAccount;

  return given({
    postkeyCase: caseVersion,
    madeAt: subject.madeAt,
    stateOf: subject.stateOf,
    by: subject.by,
    page: subject.page ?? undefined,
    setup: subject.setup ? setupOf(subject.setup) : undefined,
    accounts: subject.accounts.map(accountOf),
    log: subject.log?.slice(-mostLog).map(text),
  }) as unknown as CaseFile;
}
